package coach

import "testing"

// zalo are adverts as personnel staff and brokers type them into groups: short
// forms, lists, politely put. None was known to those who wrote the rules.
var zalo = []phrase{
	{"Cty may Lạng Giang cần ae nam sn 90-2k, có sức khỏe, lương 9-12tr, ib zalo 0987xxx", Sex, Warns},
	{"Cty may Lạng Giang cần lđpt sn 90-2k, có sức khỏe, lương 9-12tr, ib zalo 0987xxx", Age, Warns},
	{"KCN Quang Châu tuyển: nv kho: nam - 5 người; QC: nữ - 10 người. HC 8h", Sex, Warns},
	{"🔥🔥 HOT HOT cty điện tử VT tuyển 200 chị em đi làm ngay trong ngày", Sex, Warns},
	{"tuyen gap 50 cn nu lam dien tu, bao an o", Sex, Warns},
	{"Nhà máy cần 20 bạn nữ làm QC kính hiển vi, mắt tốt", Sex, Warns},
	{"Vị trí bốc xếp: chỉ lấy ae khỏe mạnh nhé, chị em thông cảm", Sex, Warns},
	{"đợt này cty hết chỉ tiêu nữ, bên em chỉ còn nhận nam thôi ạ", Sex, Warns},
	{"ưu tiên nữ có kn may công nghiệp", Sex, Warns},
	{"TUYỂN THỢ HÀN (NAM) LƯƠNG 15TR", Sex, Warns},
	{"Tuổi: 18 - 35, nam nữ đều nhận", Age, Warns},
	{"Nhận 9x 2k, 8x đời cuối xem xét, lương cao", Age, Warns},
	{"trên 40t vui lòng ko liên hệ", Age, Warns},
	{"LĐPT ko quá 38 tuổi, biết đọc biết viết", Age, Warns},
	{"Nam nữ sinh năm từ 1985 đến 2006 khỏe mạnh", Age, Warns},
	{"cần ng trẻ khỏe năng động, u40 xin miễn ạ", Age, Warns},
	{"tuyển lđ tuổi đời còn trẻ, dưới 30t càng tốt", Age, Warns},
	{"đủ 18t đến 45t là nhận hết ạ, hs chỉ cần cccd photo", Age, Warns},
	{"ưu tiên các bạn gen z, sinh viên mới ra trường", Age, Warns},
	{"chị em có con nhỏ vui lòng lướt qua", Marital, Warns},
	{"Ưu tiên nữ độc thân, ở ktx lâu dài", Marital, Warns},
	{"cty cần 10 bạn chưa lập gia đình làm ca kíp xoay", Marital, Warns},
	{"Ko nhận ng đã có gđ, lương 12tr bao ăn", Marital, Warns},
	{"yêu cầu: chưa vướng bận chồng con, đi làm xa được", Marital, Warns},
	{"mẹ bầu thông cảm giúp e, cty ko nhận ạ", Pregnancy, Stops},
	{"cam kết 2 năm đầu ko sinh con, lương tháng 13", Pregnancy, Stops},
	{"Khi phỏng vấn test thử thai, chị em chuẩn bị", Pregnancy, Stops},
	{"tuyển nữ ko mang bầu, ko nuôi con dưới 12 tháng", Pregnancy, Stops},
	{"k nhận Thanh Hóa, Nghệ An, Hà Tĩnh nhé mn", Origin, Stops},
	{"Ưu tiên người Bắc Giang, tỉnh khác miễn tiếp", Origin, Stops},
	{"cty chỉ lấy dân tộc kinh, người dt thiểu số xin lỗi ạ", Origin, Warns},
	{"yêu cầu hộ khẩu Việt Yên, Yên Dũng, LĐ ngoại tỉnh ko nhận", Origin, Stops},
	{"Không tuyển người vùng cao vì hay nghỉ tết dài", Origin, Stops},
	{"cty không nhận ng theo đạo", Religion, Stops},
	{"yêu cầu: ko tôn giáo, lý lịch sạch", Religion, Stops},
	{"Công giáo, tin lành vui lòng bỏ qua tin này, cn hay xin nghỉ lễ", Religion, Stops},
	{"cơ thể lành lặn, ko dị tật, tay chân đầy đủ ngón", Disability, Stops},
	{"Người khuyết tật xin miễn liên hệ", Disability, Stops},
	{"ko nhận ng bị câm điếc, cụt ngón, nói lắp", Disability, Stops},
	{"nữ lễ tân cao 1m60 trở lên, ngoại hình ưa nhìn", Appearance, Warns},
	{"phí hồ sơ 150k đóng khi pv, đi làm ngay", Fee, Freezes},
	{"Ai vào đc cty em thu 500k tiền công giới thiệu nhé", Fee, Freezes},
	{"ck trước 300k để giữ suất phỏng vấn nha mn, slot có hạn", Fee, Freezes},
	{"Trừ 200k tiền xe đưa đón pv vào tháng lương đầu", Fee, Freezes},
	{"tiền đồng phục + thẻ nv 350k trừ vào lương tháng đầu", Fee, Freezes},
	{"Khám sk tại cty 180k NLĐ tự túc", Fee, Freezes},
	{"chi phí đào tạo nghề may 1tr đóng đầu khóa, học xong nhận vào làm", Fee, Freezes},
	{"đặt cọc giữ chỗ hoàn lại sau 1 tháng", Deposit, Freezes},
	{"KTX cọc 500k, ra trả phòng hoàn lại, vào làm cọc 1tr tiền đồ bảo hộ", Deposit, Freezes},
	{"giam lương 15 ngày đầu, nghỉ đúng quy trình trả đủ", Deposit, Freezes},
	{"nộp tiền thế chân 2 triệu khi nhận máy móc, công cụ", Deposit, Freezes},
	{"cty giữ lại 1 tháng lương làm tin, nghỉ báo trước 30 ngày đc nhận", Deposit, Freezes},
	{"giữ CCCD gốc 3 ngày làm thẻ", Papers, Freezes},
	{"hồ sơ nộp bằng cấp 3 bản chính, khi nghỉ việc cty trả lại", Papers, Freezes},
	{"đi làm mang theo cccd gốc nộp cho quản lý", Papers, Freezes},
	{"bên em thu cccd + bằng tn gốc lúc vào ktx, hết hđ trả", Papers, Freezes},
	{"thử việc 2 tháng, công nhân may full lương", Probation, Stops},
	{"Công nhân lắp ráp tv 30 ngày, đạt ký hđ 1 năm", Probation, Stops},
	{"bao tv 3 tháng 70%", ProbationPay, Stops},
	{"học việc 2 tháng không lương, có cơm trưa", ProbationPay, Warns},
	{"3 ngày đầu làm thử ko tính công, đạt mới tính lương", ProbationPay, Stops},
	{"Lương thử việc = 75% lương chính thức", ProbationPay, Stops},
	{"tc 4h/ngày thứ 7 cn đi làm đủ", Overtime, Warns},
	{"làm 12 tiếng 1 ngày, tháng nghỉ 2 buổi, lương 13-15tr", Overtime, Warns},
	{"Ca kíp 8h-20h / 20h-8h, làm full cn", Overtime, Warns},
	{"Tăng ca bắt buộc, ai ko tc được thì đừng nộp", Overtime, Warns},
	{"tc 80-100h/tháng thu nhập 15 củ", Overtime, Stops},
	{"nhận cả bạn 2k9 2k10 làm ca đêm nhé", Minor, Stops},
	{"15t trở lên làm dc, ca 3 kíp xoay, bao ở", Minor, Stops},
	{"từ 16 tuổi, làm ca ngày/đêm luân phiên", Minor, Stops},
	{"việc nhẹ, lương cao, thu nhập khủng 20-30tr", Vague, Warns},
	{"thưởng nóng 5tr sau khi làm đủ 2 tháng", Lump, Warns},
}

func TestZaloPhrases(t *testing.T) {
	t.Parallel()
	for _, p := range zalo {
		if found := Review(said(p.words), today, minimum); !has(found, p.rule, p.is) {
			t.Errorf("%q: want %s %s, got %s", p.words, p.rule, p.is, summary(found))
		}
	}
}
