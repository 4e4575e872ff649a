package notice

import (
	"strings"
	"testing"
)

// TestParts tells what of a clause is one obligation and what several.
func TestParts(t *testing.T) {
	t.Parallel()
	for clause, want := range map[string]int{
		"Sở Y tế rà soát thiết bị; lập danh sách trạm; bố trí nhân lực.":                                        1,
		"Sở Y tế tăng cường kiểm tra. Thường xuyên hướng dẫn các trạm.":                                         1,
		"Sở Y tế tăng cường kiểm tra; lập danh sách các trạm còn thiếu bác sĩ.":                                 2,
		"Sở Y tế rà soát thiết bị; lập danh sách trạm trước ngày 15/7/2024.":                                    2,
		"Sở Y tế phối hợp với Sở Nội vụ rà soát biên chế; phối hợp với Sở Tài chính rà soát kinh phí các trạm.": 2,
		"Sở Y tế rà soát thiết bị. Sở Nội vụ rà soát biên chế.":                                                 2,
		"Sở Y tế rà soát thiết bị; hàng quý báo cáo UBND tỉnh.":                                                 2,
	} {
		n, err := Read(paper("UBND TỈNH SƠN LA", "Kết luận cuộc họp", "", "1. "+clause))
		if err != nil {
			t.Fatal(err)
		}
		if len(n.Proposals) != want {
			t.Errorf("%s: %d proposals, want %d: %+v", clause, len(n.Proposals), want, n.Proposals)
		}
	}
}

// TestBarrenTitles: what stands under a heading that looks back is no task.
func TestBarrenTitles(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]bool{
		"ĐÁNH GIÁ CHUNG": false, "Nội dung cuộc họp": false, "Công tác tháng 5": false, "Kết quả thực hiện tháng 12/2023": false,
		"Công tác tháng 7": true, "Nhiệm vụ trọng tâm": true,
	} {
		n, err := Read(paper("UBND TỈNH SƠN LA", "Kết luận cuộc họp", "", "I. "+title+"\n\nSở Nội vụ tổ chức hội thi cán bộ giỏi.\n\nII. Nhiệm vụ khác\n\nSở Y tế báo cáo số liệu."))
		if err != nil {
			t.Fatal(err)
		}
		var leads []string
		for _, p := range n.Proposals {
			leads = append(leads, p.Leads...)
		}
		all := strings.Join(leads, "; ")
		if got := strings.Contains(all, "Sở Nội vụ"); got != want || !strings.Contains(all, "Sở Y tế") {
			t.Errorf("%s: charged %q", title, all)
		}
	}
}
