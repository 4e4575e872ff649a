package notice

import (
	"slices"
	"strings"
	"testing"
)

const letterhead = "ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI\nSố: 45/TB-UBND\n\nYên Bái, ngày 10 tháng 9 năm 2024\n\nTHÔNG BÁO\nKết luận của Phó Chủ tịch UBND tỉnh\n\nPhó Chủ tịch UBND tỉnh kết luận:\n\n"

// told writes a proposal as "clause kind: leads @ day or recurrence".
func told(p Proposal) string {
	out := p.Clause + " " + string(p.Kind) + ": " + strings.Join(p.Leads, " + ")
	switch {
	case p.Recurrence != "":
		out += " @ " + p.Recurrence
	case !p.Deadline.IsZero():
		out += " @ " + p.Deadline.ISO()
	}
	return out
}

// TestClauses holds one way of writing a clause each.
func TestClauses(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"a duty after a colon is no place": {"1. UBND các huyện, thị xã, thành phố: Tổ chức diễn tập trước ngày 30/9/2024.\n",
			[]string{"1 order: UBND các huyện, thị xã, thành phố @ 2024-09-30"}},
		"places after a colon": {"1. UBND các huyện: Văn Yên, Lục Yên tổ chức diễn tập trước ngày 30/9/2024.\n",
			[]string{"1 order: UBND huyện Văn Yên + UBND huyện Lục Yên @ 2024-09-30"}},
		"kinds of unit cut short": {"1. UBND các huyện, thành, thị lập danh sách hộ nghèo trước ngày 30/9/2024.\n",
			[]string{"1 order: UBND các huyện, thành, thị @ 2024-09-30"}},
		"giao under a call on all": {"1. Yêu cầu các sở, ngành, địa phương khẩn trương thực hiện:\n1.1. Giao Sở Y tế lập danh sách bệnh nhân trước ngày 30/9/2024.\n",
			[]string{"1.1 order: Sở Y tế @ 2024-09-30"}},
		"firms after a colon": {"1. Các Công ty: Cấp nước Nghĩa Lộ, Chè Trấn Yên nộp hồ sơ trước ngày 30/9/2024.\n",
			[]string{"1 order: Công ty Cấp nước Nghĩa Lộ + Công ty Chè Trấn Yên @ 2024-09-30"}},
		"a duty after a kind of firm": {"1. Các Công ty: Rà soát máy móc, Kiểm tra điện trước ngày 30/9/2024.\n",
			[]string{"1 order: Các Công ty @ 2024-09-30"}},
		"owners by their river": {"1. Các chủ hồ chứa trên lưu vực sông Nậm - Thu lập quy trình trước ngày 30/9/2024.\n",
			[]string{"1 order: Các chủ hồ chứa trên lưu vực sông Nậm - Thu @ 2024-09-30"}},
		"a board of several zones": {"1. Ban Quản lý Khu kinh tế Âu Lâu và các Khu công nghiệp Yên Bái lập danh sách nhà xưởng.\n",
			[]string{"1 order: Ban Quản lý Khu kinh tế Âu Lâu và các Khu công nghiệp Yên Bái"}},
		"a department misread": {"1. Sờ Giáo dục và Đào tạo lập danh sách lớp trước ngày 30/9/2024.\n",
			[]string{"1 order: Sở Giáo dục và Đào tạo @ 2024-09-30"}},
		"two days of every year":  {"1. Sở Y tế gửi số liệu về UBND tỉnh trước ngày 10/6 và 10/12 hằng năm.\n", []string{"1 standing: Sở Y tế @ half-yearly"}},
		"two days of every month": {"1. Sở Y tế gửi số liệu về UBND tỉnh vào ngày 10 và ngày 25 hằng tháng.\n", []string{"1 standing: Sở Y tế @ monthly"}},
		"by the hour":             {"1. Sở Y tế lập bảng tổng hợp 12 giờ/lần.\n", []string{"1 standing: Sở Y tế @ daily"}},
		"by the week":             {"1. Sở Y tế phun khử khuẩn 02 lần/tuần.\n", []string{"1 standing: Sở Y tế @ weekly"}},
		"an assessment among tasks": {"1. Sở Y tế lấy mẫu nước trước ngày 20/9/2024; đánh giá chất lượng trong quý IV năm 2024.\n",
			[]string{"1 order: Sở Y tế @ 2024-09-20", "1 order: Sở Y tế @ 2024-12-31"}},
		"a warning to others": {"1. Sở Y tế lập danh sách trước ngày 20/9/2024; thông báo cho người dân trước khi phun.\n",
			[]string{"1 order: Sở Y tế @ 2024-09-20", "1 order: Sở Y tế"}},
		"boards and committees called on": {"1. Yêu cầu các sở, ngành, UBND các huyện thực hiện các nhiệm vụ sau:\na) Giao Sở Nội vụ lập đề án trước ngày 30/9/2024.\n",
			[]string{"1.a order: Sở Nội vụ @ 2024-09-30"}},
		"a body of several units": {"1. Trạm Y tế các xã, phường: Tổ chức khám trước ngày 30/9/2024.\n", []string{"1 order: Trạm Y tế các xã, phường @ 2024-09-30"}},
		"a body with its seat": {"1. Sở Y tế - Cơ quan thường trực Ban Chỉ đạo phòng, chống dịch tổng hợp nhu cầu trước ngày 30/9/2024.\n",
			[]string{"1 order: Sở Y tế @ 2024-09-30"}},
		"comrades by their posts": {"1. Các đồng chí Giám đốc Sở Y tế, Chủ tịch UBND huyện Lục Yên kiểm điểm trách nhiệm trước ngày 30/9/2024.\n",
			[]string{"1 order: Sở Y tế + UBND huyện Lục Yên @ 2024-09-30"}},
		"the army": {"1. Đề nghị Bộ Tư lệnh Quân khu 2, Sư đoàn 312 hỗ trợ lực lượng.\n", []string{"1 request: Bộ Tư lệnh Quân khu 2 + Sư đoàn 312"}},
		"all districts and the cities": {"1. UBND các huyện, thành phố Yên Bái, thị xã Nghĩa Lộ tổ chức họp trước ngày 30/9/2024.\n",
			[]string{"1 order: UBND các huyện + UBND thành phố Yên Bái + UBND thị xã Nghĩa Lộ @ 2024-09-30"}},
		"a military region": {"1. Đề nghị Quân khu 2 hỗ trợ lực lượng tìm kiếm.\n", []string{"1 request: Quân khu 2"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n, err := Read(letterhead + c.text)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range n.Proposals {
				got = append(got, told(p))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
