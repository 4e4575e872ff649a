package coach

import (
	"strings"
	"testing"

	"cauviec/internal/clock"
	"cauviec/internal/wage"
)

var (
	today   = clock.MustDay("24/11/2026")
	minimum = wage.Finding{Minimum: 4_730_000, Region: "II", Basis: "Nghị định 293/2025/NĐ-CP"}
)

// phrase is what an advert says in a field and what the coach must find.
type phrase struct {
	words string
	rule  Rule // empty: nothing
	is    Severity
}

// said is an advert for unskilled work by day that says one thing.
func said(words string) Offer {
	return Offer{
		Texts:    []Text{{"title", "Công nhân lắp ráp"}, {"description", words}},
		Position: "staff", Qualification: "untrained", Shift: "office", BasicWage: 5_200_000,
	}
}

var phrases = []phrase{
	{"Thu phí giới thiệu 500.000 đồng khi nhận việc", Fee, Freezes},
	{"Phí môi giới 1 triệu, đóng một lần", Fee, Freezes},
	{"thu phi ho so 200k", Fee, Freezes},
	{"Nộp tiền đồng phục 350.000đ trước khi đi làm", Fee, Freezes},
	{"Công ty thu tiền đồng phục tháng đầu", Fee, Freezes},
	{"Ứng viên đóng 300 nghìn làm thẻ ra vào", Fee, Freezes},
	{"Lệ phí phỏng vấn 100k", Fee, Freezes},
	{"Người lao động tự mua đồng phục", Fee, Freezes},
	{"Trừ vào lương tiền đồng phục và thẻ", Fee, Freezes},
	{"Không cần kinh nghiệm, có thu phí hồ sơ", Fee, Freezes},
	{"Đặt cọc 500k giữ chỗ ở", Deposit, Freezes},
	{"dat coc dong phuc 300.000", Deposit, Freezes},
	{"Tiền cọc được hoàn lại sau 6 tháng", Deposit, Freezes},
	{"Nộp cọc thẻ từ 200 nghìn", Deposit, Freezes},
	{"Không cần kinh nghiệm đặt cọc 500k", Deposit, Freezes},
	{"Đặt cọc không hoàn lại nếu nghỉ trước hạn", Deposit, Freezes},
	{"Thưởng Tết một tháng lương. Người lao động đặt cọc đồng phục 200.000 đồng, trả lại sau ba tháng.", Deposit, Freezes},
	{"Công ty hỗ trợ nhà ở! Đặt cọc thẻ 100k", Deposit, Freezes},
	{"Hồ sơ nộp kèm 200k lệ phí", Fee, Freezes},
	{"Mỗi bạn đóng trước 500 nghìn tiền ăn ở", Fee, Freezes},
	{"Nghỉ trước 6 tháng mất cọc 300 nghìn", Deposit, Freezes},
	{"Tuyển gấp LĐPT nam khỏe mạnh", Sex, Warns},
	{"Yêu cầu: Nữ, sức khỏe tốt", Sex, Warns},
	{"Tuổi đời không quá 35", Age, Warns},
	{"Không tuyển Thanh Nghệ", Origin, Stops},
	{"Người ngoại tỉnh không nhận", Origin, Stops},
	{"Lương thử việc 4 triệu (75%)", ProbationPay, Stops},
	{"Tăng ca nhiều, 90-120h tháng", Overtime, Stops},
	{"Thu nhập 15-20 triệu không giới hạn", Vague, Warns},
	{"Giam lương 15 ngày đầu", Deposit, Freezes},
	{"Ký quỹ một tháng lương", Deposit, Freezes},
	{"Công ty giữ hồ sơ gốc trong thời gian làm việc", Papers, Freezes},
	{"Nộp bằng gốc và CCCD gốc", Papers, Freezes},
	{"giu CCCD den het hop dong", Papers, Freezes},
	{"Thu sổ hộ khẩu bản chính", Papers, Freezes},
	{"Giữ giấy tờ tùy thân khi ở ký túc xá", Papers, Freezes},
	{"Chỉ tuyển nữ", Sex, Warns},
	{"Cần gấp 50 lao động nam", Sex, Warns},
	{"chi tuyen nu", Sex, Warns},
	{"Không nhận nam", Sex, Warns},
	{"Giới tính: Nữ", Sex, Warns},
	{"Tuyển 30 nam, 20 nữ", Sex, Warns},
	{"Ưu tiên nữ", Sex, Warns},
	{"Tuổi từ 18 đến 35", Age, Warns},
	{"Nam nữ 18-40 tuổi", Age, Warns},
	{"18t - 35t", Age, Warns},
	{"Độ tuổi: 20–45", Age, Warns},
	{"Không quá 45 tuổi", Age, Warns},
	{"duoi 40 tuoi", Age, Warns},
	{"Sinh năm 1985 trở lại đây", Age, Warns},
	{"Từ 25 tuổi trở lên", Age, Warns},
	{"Từ 18 tuổi đến 35 tuổi", Age, Warns},
	{"Ưu tiên lao động trẻ khỏe", Age, Warns},
	{"Chưa kết hôn", Marital, Warns},
	{"Ưu tiên người còn độc thân", Marital, Warns},
	{"Chưa lập gia đình hoàn toàn", Marital, Warns},
	{"Không vướng bận con nhỏ", Marital, Warns},
	{"Không nhận lao động nữ đang mang thai", Pregnancy, Stops},
	{"Cam kết không mang thai trong 2 năm đầu", Pregnancy, Stops},
	{"Thử que thai khi phỏng vấn", Pregnancy, Stops},
	{"Không nhận người Thanh Hóa, Nghệ An", Origin, Stops},
	{"khong nhan nguoi dan toc", Origin, Stops},
	{"Không tuyển lao động tỉnh Lạng Sơn", Origin, Stops},
	{"Chỉ tuyển người Bắc Giang", Origin, Warns},
	{"Có hộ khẩu Bắc Ninh", Origin, Warns},
	{"Không theo đạo", Religion, Stops},
	{"Không nhận người có đạo", Religion, Stops},
	{"Không khuyết tật, không dị tật", Disability, Stops},
	{"Không nhận người khuyết tật", Disability, Stops},
	{"Xét nghiệm HIV trước khi nhận việc", Disability, Stops},
	{"Ngoại hình ưa nhìn", Appearance, Warns},
	{"Cao từ 1m60 trở lên", Appearance, Warns},
	{"Không xăm trổ", Appearance, Warns},
	{"Chiều cao tối thiểu 155 cm", Appearance, Warns},
	{"Thử việc 1 tháng", Probation, Stops},
	{"Thời gian thử việc: 02 tháng", Probation, Stops},
	{"thu viec 15 ngay", Probation, Stops},
	{"Thử việc hai tháng, lương thỏa thuận", Probation, Stops},
	{"Thử việc hưởng 70% lương", ProbationPay, Stops},
	{"80 % lương cơ bản trong thời gian thử việc", ProbationPay, Stops},
	{"Thử việc không lương 3 ngày", ProbationPay, Stops},
	{"Làm 2 ca 12 tiếng", Overtime, Warns},
	{"Ca 12h, ngày đêm luân phiên theo tuần", Overtime, Warns},
	{"Ca 12 tiếng, làm 26 công một tháng", Overtime, Stops},
	{"Ca ngày 8h - 20h", Overtime, Warns},
	{"Ca đêm từ 20:00 đến 8:00", Overtime, Warns},
	{"Làm việc 14 tiếng mỗi ngày", Overtime, Stops},
	{"Tăng ca 80 giờ/tháng", Overtime, Stops},
	{"tang ca 60-100h/thang", Overtime, Stops},
	{"Tăng ca 50 giờ/tháng", Overtime, Warns},
	{"Tăng ca 3-4 tiếng mỗi ngày", Overtime, Warns},
	{"Tăng ca 5 tiếng/ngày", Overtime, Stops},
	{"Làm thêm 400 giờ/năm", Overtime, Stops},
	{"Nhận lao động từ 14 tuổi", Minor, Stops},
	{"Từ đủ 16 tuổi, làm ca đêm", Minor, Stops},
	{"Thưởng đi làm đủ 3 tháng 5 triệu", Lump, Warns},
	{"Lương 15 triệu, làm đủ 2 tháng thưởng thêm 4 triệu", Lump, Warns},
	{"Thưởng gắn bó 6 triệu đồng", Lump, Warns},
	{"Thu nhập lên tới 20 triệu", Vague, Warns},
	{"thu nhap len den 25tr", Vague, Warns},
	{"Việc nhẹ lương cao", Vague, Warns},
	{"Lương khủng, đi làm ngay", Vague, Warns},
}

// lawfulPhrases say that something is not asked, or say what sounds alike.
var lawfulPhrases = []string{
	"Không thu phí", "không đặt cọc", "Không giữ giấy tờ gốc", "Không thu phí, không đặt cọc, không giữ giấy tờ gốc.",
	"ko thu phi, ko coc", "Tuyệt đối không thu bất kỳ khoản phí nào", "Không phải đóng tiền đồng phục", "Không mất phí môi giới, tiền cọc, tiền thẻ",
	"Đặt cọc: không", "Phí giới thiệu: 0 đồng", "Phí tuyển dụng: không có", "Miễn phí giới thiệu việc làm", "Đồng phục được cấp miễn phí",
	"Hỗ trợ phí đi lại, phí hồ sơ", "Công ty chi trả phí đào tạo", "Thưởng giới thiệu người mới 500.000 đồng", "Nếu ai yêu cầu đặt cọc hãy báo cho trung tâm",
	"Cảnh giác với người thu phí môi giới", "Chỉ nộp bản sao; không giữ bản gốc", "Mang bản gốc CCCD để đối chiếu", "Thu tiền của khách hàng tại quầy",
	"Không yêu cầu giới tính", "Nam nữ đều được", "Tuyển nam, nữ", "Tuyển cả nam và nữ", "Nam/nữ đều nhận", "Không phân biệt nam nữ, tuổi tác",
	"Không yêu cầu nam hay nữ", "2 năm kinh nghiệm", "Làm việc tại huyện Lục Nam", "Công ty Việt Nam", "May quần áo nữ xuất khẩu",
	"Tuổi 18 trở lên", "Từ đủ 18 tuổi", "Trên 18 tuổi", "Không nhận người dưới 18 tuổi", "Chưa đủ 18 tuổi không đăng ký", "Không giới hạn độ tuổi",
	"Hỗ trợ 50.000 đồng cho con dưới 6 tuổi", "Nhà trẻ nhận cháu từ 18 tháng đến 5 tuổi", "Công ty hơn 20 năm",
	"Không phân biệt tôn giáo, dân tộc", "Ưu tiên người dân tộc thiểu số, người khuyết tật", "Không yêu cầu độc thân", "Vợ chồng đi cùng được xếp phòng riêng",
	"Phụ nữ mang thai từ tháng thứ 7 được về sớm 1 giờ", "Chế độ thai sản đầy đủ", "Không bố trí lao động nữ mang thai làm đêm",
	"Không yêu cầu ngoại hình", "Kiểm tra ngoại quan sản phẩm", "Xếp hàng cao từ 1m đến 2m", "Nâng kiện nặng dưới 20 kg",
	"Thử việc 6 ngày làm việc, hưởng 85% lương", "Thử việc 6 ngày", "Thử việc hưởng 100% lương", "Thử việc 1 tuần", "Có lương trong thời gian thử việc",
	"Làm thêm tự nguyện, không quá 40 giờ một tháng", "Ca 8 giờ: 6h-14h, 14h-22h", "Giờ hành chính 8h-17h", "Làm 4 nghỉ 2, ca 12 giờ",
	"Làm việc 48 giờ/tuần", "Làm thêm không quá 200 giờ/năm", "Ca 2: 14 giờ - 22 giờ", "Tăng ca 1 tiếng mỗi ngày",
	"Thưởng đi làm đủ 3 tháng 3 triệu nếu không nghỉ quá 3 ngày", "Chuyên cần 500.000 đồng khi đi làm đủ ngày", "Thưởng Tết khi làm đủ 12 tháng",
	"Thu nhập lên tới 13 triệu gồm lương cơ bản và tăng ca", "Làm đủ 12 tháng được 12 ngày phép", "Lương tháng 13", "Đóng BHXH đầy đủ",
	"Người lao động được giữ bản chính hợp đồng", "Lương thử việc 85 %, thưởng năng suất 20 %", "Tăng ca theo đơn hàng, 8 giờ/ngày, nghỉ chủ nhật",
	"Liên hệ anh Nam, chị Nữ phòng nhân sự", "Tổ trưởng phụ trách 20-30 công nhân", "Nhiệt độ kho 18-22 độ", "Ca đêm 22h-6h phụ cấp 30%",
	"Tuyển dụng 200 công nhân, không phân biệt vùng miền", "Hỗ trợ vé xe cho nam nữ công nhân", "Nhận cả người lớn tuổi, người khuyết tật",
	"Đi lại thuận tiện, gần chợ", "Do đặc thù công việc trong khu ở nữ chỉ tuyển nữ", "",
}

func TestPhrases(t *testing.T) {
	t.Parallel()
	if len(phrases) < 60 {
		t.Fatalf("%d phrases, want 60", len(phrases))
	}
	for _, p := range phrases {
		found := Review(said(p.words), today, minimum)
		if !has(found, p.rule, p.is) {
			t.Errorf("%q: want %s %s, got %s", p.words, p.rule, p.is, summary(found))
		}
		for _, f := range found {
			if f.Words != said(p.words).Texts[1].Words[f.From:f.To] || f.Law.Code == "" || f.Rewrite == "" {
				t.Errorf("%q: %+v", p.words, f)
			}
		}
	}
}

func TestLawfulPhrases(t *testing.T) {
	t.Parallel()
	for _, words := range lawfulPhrases {
		if found := Review(said(words), today, minimum); len(found) != 0 {
			t.Errorf("%q: %s", words, summary(found))
		}
	}
}

// What was typed without marks, in capitals or with the tone elsewhere is the same.
func TestHoweverItIsTyped(t *testing.T) {
	t.Parallel()
	for words, rule := range map[string]Rule{
		"CHỈ TUYỂN NỮ": Sex, "ĐẶT  CỌC\t500K": Deposit, "Không nhận người Thanh Hoá": Origin, "Ngoại hình khá, cao 1,6m": Appearance,
		"Thu   phí-giới   thiệu": Fee, "Chỉ tuyển nữ": Sex, "ko nhận ng dân tộc, ko nhận người dân tộc": Origin,
	} {
		if found := Review(said(words), today, minimum); len(found) == 0 || !hasRule(found, rule) {
			t.Errorf("%q: want %s, got %s", words, rule, summary(found))
		}
	}
}

func has(found []Finding, rule Rule, is Severity) bool {
	for _, f := range found {
		if f.Rule == rule && f.Severity == is {
			return true
		}
	}
	return false
}

func hasRule(found []Finding, rule Rule) bool {
	return has(found, rule, Stops) || has(found, rule, Freezes) || has(found, rule, Warns)
}

func summary(found []Finding) string {
	parts := []string{}
	for _, f := range found {
		parts = append(parts, string(f.Rule)+" "+string(f.Severity)+" “"+f.Words+"”")
	}
	return "[" + strings.Join(parts, "; ") + "]"
}
