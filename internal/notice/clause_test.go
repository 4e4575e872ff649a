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
