package notice

import "strings"

// departments are the names of provincial departments (sở), and of the
// ministries and divisions named alike, under the decrees on their organisation
// (24/2014/NĐ-CP, 107/2020/NĐ-CP, 45/2025/NĐ-CP), with their usual short forms.
var departments = newNames(`Nông nghiệp và Phát triển nông thôn; Nông nghiệp và Môi trường; Nông nghiệp; Kế hoạch và Đầu tư; Tài chính; Tài chính - Kế hoạch; Nội vụ; Tư pháp;
	Công Thương; Y tế; Giáo dục và Đào tạo; Khoa học và Công nghệ; Tài nguyên và Môi trường; Thông tin và Truyền thông; Văn hóa, Thể thao và Du lịch;
	Văn hoá, Thể thao và Du lịch; Văn hóa và Thể thao; Văn hoá và Thể thao; Văn hóa, Thể thao; Văn hóa và Thông tin; Văn hóa - Thông tin; Văn hóa, Khoa học và Thông tin; Văn hóa - Xã hội; Du lịch;
	Lao động - Thương binh và Xã hội; Lao động, Thương binh và Xã hội; Lao động - Thương binh - Xã hội; Giao thông vận tải; Giao thông công chánh; Giao thông - Vận tải; Xây dựng; Ngoại vụ; Dân tộc;
	Dân tộc và Tôn giáo; Quy hoạch - Kiến trúc; An toàn thực phẩm; Kinh tế; Kinh tế và Hạ tầng; Kinh tế - Hạ tầng; Kinh tế, Hạ tầng và Đô thị; Quản lý đô thị; Công an; Quốc phòng; Ngoại giao;
	Nông nghiệp và PTNT; Nông nghiệp PTNT; Lao động - TB&XH; Lao động, TB và XH; Lao động TBXH; Tài nguyên và MT; Giáo dục và ĐT; Kế hoạch và ĐT; Khoa học và CN; Thông tin và TT; Văn hóa, TT và DL; VHTT và DL; LĐTBXH; LĐTB&XH; LĐ-TB-XH; GTVT; TNMT; NNPTNT; NN-PTNT; NNMT; KHĐT; GDĐT; KHCN; TTTT; VHTTDL; VHTT; VHTTTTDL; DTTG; CT; TC; NV; XD; YT; TP; DL; NgV; TN; LĐ; GD; NN; KH; VH`)

// named are whole names of bodies that follow no pattern.
var named = newNames(`Báo và Phát thanh, Truyền hình; Báo và Đài Phát thanh và Truyền hình; Đài Phát thanh và Truyền hình; Đài Phát thanh - Truyền hình; Đài PTTH; Đài PT-TH; Đài PT&TH; Đài Truyền thanh; Đài Truyền thanh - Truyền hình;
	Trung tâm Dịch vụ việc làm; Trung tâm Kiểm soát bệnh tật; Trung tâm Văn hóa, Thông tin và Truyền thông; Trung tâm Văn hóa - Thông tin và Truyền thông; Trung tâm Văn hóa, Thể thao và Truyền thông; Trung tâm Truyền thông và Văn hóa;
	Trung tâm Xúc tiến đầu tư; Trung tâm Xúc tiến đầu tư, thương mại và du lịch; Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch; Trung tâm Phục vụ hành chính công; Trung tâm Phát triển quỹ đất; Trung tâm Khuyến nông; Trung tâm Dịch vụ nông nghiệp;
	Trung tâm Cung ứng dịch vụ sự nghiệp công; Trung tâm Nước sạch và Vệ sinh môi trường nông thôn; Ủy ban Mặt trận Tổ quốc Việt Nam; Uỷ ban Mặt trận Tổ quốc Việt Nam; Ủy ban Mặt trận Tổ quốc; Mặt trận Tổ quốc Việt Nam; Mặt trận Tổ quốc; UBMTTQVN; UBMTTQ; UBMTTQ Việt Nam; UB MTTQ; MTTQ;
	Liên đoàn Lao động; Hội Nông dân; Hội Liên hiệp Phụ nữ; Hội LHPN; Hội Cựu chiến binh; Đoàn Thanh niên; Đoàn TNCS Hồ Chí Minh; Đoàn Thanh niên Cộng sản Hồ Chí Minh; Tỉnh đoàn; Tỉnh Đoàn; Thành đoàn; Huyện đoàn; Hội Chữ thập đỏ;
	Liên minh Hợp tác xã; Bảo hiểm xã hội; BHXH; Ngân hàng Nhà nước; Ngân hàng Nhà nước Việt Nam; Ngân hàng Nhà nước chi nhánh; Ngân hàng Nhà nước Chi nhánh; Ngân hàng Nhà nước - Chi nhánh; Ngân hàng Nhà nước Việt Nam chi nhánh; Ngân hàng Nhà nước Việt Nam Chi nhánh; Ngân hàng Chính sách xã hội; Chi nhánh Ngân hàng Chính sách xã hội; Chi nhánh Ngân hàng Nhà nước; NHNN; NHNN chi nhánh; NHNN Chi nhánh; NHCSXH; Chi nhánh NHCSXH;
	Kho bạc Nhà nước; KBNN; Cục Thuế; Chi cục Thuế; Thuế; Cục Hải quan; Chi cục Hải quan; Cục Thống kê; Chi cục Thống kê; Cục Quản lý thị trường; Chi cục Quản lý thị trường; Chi cục Kiểm lâm; Hạt Kiểm lâm; Chi cục Thủy lợi; Chi cục Chăn nuôi và Thú y; Cục Thi hành án dân sự; Công an; Bộ Chỉ huy Quân sự; Bộ CHQS; Ban Chỉ huy Quân sự; Ban CHQS; Bộ Chỉ huy Bộ đội Biên phòng; BCH Bộ đội Biên phòng; Bộ CHBĐBP; Bộ đội Biên phòng; BCH BĐBP; Bộ Tư lệnh;
	Tòa án nhân dân; Toà án nhân dân; TAND; Viện Kiểm sát nhân dân; Viện kiểm sát nhân dân; VKSND; Hội đồng nhân dân; HĐND; Thường trực HĐND; Thường trực Hội đồng nhân dân; Thường trực Tỉnh ủy; Thường trực Thành ủy; Tỉnh ủy; Tỉnh uỷ; Thành ủy; Thành uỷ; Huyện ủy; Huyện uỷ; Đảng ủy; Ban Tổ chức Tỉnh ủy; Ban Tuyên giáo Tỉnh ủy; Ban Tuyên giáo; Ban Dân vận; Ban Tuyên giáo và Dân vận; Ban Nội chính; Ủy ban Kiểm tra; Văn phòng Tỉnh ủy;
	Ban Quản lý các khu công nghiệp; Ban Quản lý Khu kinh tế; Ban Quản lý các Khu công nghiệp; Ban Quản lý Khu công nghiệp; Ban Quản lý khu kinh tế; BQL các KCN; Ban Quản lý các KCN; BQL Khu kinh tế; Ban Dân tộc; Ban An toàn giao thông; Ban Quản lý dự án đầu tư xây dựng; Ban Quản lý dự án; Ban Quản lý dự án đầu tư xây dựng các công trình giao thông; Ban Quản lý dự án đầu tư xây dựng công trình giao thông; Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp; Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp; Ban Quản lý dự án đầu tư xây dựng các công trình nông nghiệp và phát triển nông thôn; Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn; Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn; Ban Chỉ huy Phòng thủ dân sự;
	Thanh tra; Công ty Điện lực; Điện lực; Bưu điện; Viễn thông; Văn phòng Điều phối nông thôn mới; Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân; Văn phòng Đoàn ĐBQH và HĐND; Cổng Thông tin điện tử; Cổng thông tin điện tử; Văn phòng UBND; Văn phòng Ủy ban nhân dân; Văn phòng Uỷ ban nhân dân; VP UBND; Văn phòng HĐND và UBND; Liên hiệp các hội khoa học và kỹ thuật; Hiệp hội Doanh nghiệp; Hội Doanh nhân trẻ; Đài Khí tượng Thủy văn; Chính phủ; Thủ tướng Chính phủ; Quốc hội; Bộ đội biên phòng`)

// heads are the words with which the name of a body begins.
var heads = newLexicon(`sở, bộ, ban, cục, chi cục, tổng cục, vụ, trung tâm, công ty, tổng công ty, tập đoàn, hội, hiệp hội, liên hiệp, liên đoàn, liên minh, ủy ban, uỷ ban, đoàn, báo, đài, trường, viện,
	bệnh viện, kho bạc, ngân hàng, bảo hiểm, công an, văn phòng, thanh tra, tòa án, toà án, chi nhánh, quỹ, phòng, hạt, đội, điện lực, bưu điện, viễn thông, hợp tác xã, hội đồng, ban quản lý, ban chỉ đạo,
	ban chỉ huy, bql, bcđ, tổ công tác, trạm, đồn, cảng vụ, cảng, nhà máy, nhà hát, bảo tàng, thư viện, học viện, đại học, câu lạc bộ, khu quản lý, xí nghiệp, phân hiệu, trung đoàn, sư đoàn, lữ đoàn, tỉnh đoàn, thành đoàn, huyện đoàn, tổ chức hành chính, ttdvvl, tiểu ban, vườn quốc gia, vnpt, viettel, mobifone, ban cán sự đảng, đảng đoàn, ban thường vụ, đảng ủy, đảng uỷ, đảng bộ, quân khu, quân đoàn, binh đoàn, hải đoàn, hải đội`)

// groups name bodies by their kind, several at a time.
var groups = newLexicon(`sở, ban, ngành, ban ngành, sở ngành, cơ quan, đơn vị, địa phương, doanh nghiệp, tổ chức, chủ đầu tư, chủ rừng, cấp ủy, cấp uỷ, huyện ủy, huyện uỷ, thành ủy, thành uỷ, thị ủy, thị uỷ, đảng uỷ, tổ chức đảng, chính quyền, đoàn thể, hội, hội đoàn thể, ngân hàng, tổ chức tín dụng,
	tổ chức chính trị, trường, trường học, cơ sở giáo dục, cơ sở y tế, cơ sở, bệnh viện, hợp tác xã, cơ quan báo chí, báo, đài, nhà thầu, đơn vị tư vấn, tư vấn, nhà đầu tư, bộ, tỉnh, thành phố, huyện, thị xã, xã, phường, thị trấn, quận, đặc khu,
	phòng, phòng ban, thành viên, ủy viên, cơ quan chuyên môn, đơn vị sự nghiệp, công ty, lực lượng, lực lượng chức năng, trung tâm, hiệp hội, người sử dụng lao động, cơ quan chức năng, hội viên, hộ, chi cục, chi nhánh, văn phòng, ban quản lý, chủ dự án, chủ tàu, chủ hồ, chủ hồ chứa, chủ đập, chủ hồ đập, chủ công trình, chủ cơ sở, chủ phương tiện, hộ kinh doanh, hộ gia đình, phòng chuyên môn, đơn vị trực thuộc, tập đoàn, tổng công ty, báo chí, cán bộ, đảng bộ, đảng ủy, thôn, ấp, khóm, khu phố, tổ dân phố`)

// offices are posts whose holder acts for the body named after them.
var offices = newLexicon(`giám đốc, thủ trưởng, chánh, trưởng, người đứng đầu, lãnh đạo, chủ tịch, bí thư, tổng giám đốc, tổng biên tập, hiệu trưởng, cục trưởng, chi cục trưởng, chỉ huy trưởng, đồng chí, tập thể lãnh đạo, đồng chí giám đốc, chỉ huy, tư lệnh, viện trưởng, quyền giám đốc, các đồng chí, các ông, các bà`)

// provinces are the names of provinces and cities under central rule before
// and after 1 July 2025 (Resolution 202/2025/QH15).
var provinces = newNames(`An Giang; Bà Rịa - Vũng Tàu; Bạc Liêu; Bắc Giang; Bắc Kạn; Bắc Ninh; Bến Tre; Bình Dương; Bình Định; Bình Phước; Bình Thuận; Cà Mau; Cao Bằng; Cần Thơ; Đà Nẵng; Đắk Lắk; Đắk Nông;
	Điện Biên; Đồng Nai; Đồng Tháp; Gia Lai; Hà Giang; Hà Nam; Hà Nội; Hà Tĩnh; Hải Dương; Hải Phòng; Hậu Giang; Hòa Bình; Hưng Yên; Khánh Hòa; Kiên Giang; Kon Tum; Lai Châu; Lạng Sơn; Lào Cai; Lâm Đồng; Long An;
	Nam Định; Nghệ An; Ninh Bình; Ninh Thuận; Phú Thọ; Phú Yên; Quảng Bình; Quảng Nam; Quảng Ngãi; Quảng Ninh; Quảng Trị; Sóc Trăng; Sơn La; Tây Ninh; Thái Bình; Thái Nguyên; Thanh Hóa; Thừa Thiên Huế; Huế;
	Tiền Giang; Thành phố Hồ Chí Minh; Hồ Chí Minh; Trà Vinh; Tuyên Quang; Vĩnh Long; Vĩnh Phúc; Yên Bái`)

// names is a set of proper names, found by their letters alone: neither marks,
// spaces, hyphens, commas nor "và" matter.
type names struct {
	byLetters map[string]string
	longest   int
}

func newNames(list string) names {
	n := names{byLetters: map[string]string{}}
	for name := range strings.SplitSeq(list, ";") {
		name = strings.Join(strings.Fields(name), " ")
		toks := foldTokens(name)
		n.byLetters[letters(toks)] = name
		n.longest = max(n.longest, len(toks))
	}
	return n
}

// at returns how many tokens from i on make the longest name that begins
// there, 0 if none does, and the name as the set has it.
func (n names) at(toks []token, i int) (count int, name string) {
	if i >= len(toks) || toks[i].mark {
		return 0, ""
	}
	key := ""
	for k := 0; k <= n.longest && i+k < len(toks); k++ {
		t := toks[i+k]
		if t.mark && t.f != "-" && t.f != "," && t.f != "&" {
			break
		}
		if silent(t) {
			continue
		}
		key += t.f
		if found, ok := n.byLetters[key]; ok && sameMarks(toks[i:i+k+1], found) {
			count, name = k+1, found
		}
	}
	return count, name
}

// sameMarks reports whether a name of one word agrees in its marks.
func sameMarks(toks []token, name string) bool {
	return len(toks) > 1 || agrees(toks[0], strings.ToLower(name))
}

// silent tokens do not tell one name from another.
func silent(t token) bool { return t.mark || t.f == "va" }

func letters(toks []token) string {
	var b strings.Builder
	for _, t := range toks {
		if !silent(t) {
			b.WriteString(t.f)
		}
	}
	return b.String()
}

// foldTokens cuts a short string into words and signs.
func foldTokens(s string) []token { return viewOf(s, span{0, len(s)}).tokens() }
