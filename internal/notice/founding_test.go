package notice

import (
	"slices"
	"strings"
	"testing"

	"cauviec/internal/clock"
)

// TestFoundingNotice holds the table of what the founding notice lays on whom.
func TestFoundingNotice(t *testing.T) {
	t.Parallel()
	n, err := Read(founding(t))
	if err != nil {
		t.Fatal(err)
	}
	labour, centre := []string{"Sở Lao động - Thương binh và Xã hội"}, []string{"Trung tâm Dịch vụ việc làm tỉnh"}
	want := []Proposal{
		{Clause: "1", Part: 1, Kind: Request, Leads: []string{"UBND tỉnh Bắc Giang"}},
		{Clause: "2.1.a", Part: 1, Kind: Standing, Leads: labour, Executing: centre, Counterpart: []string{"các cơ quan, đơn vị liên quan của tỉnh Bắc Giang"}},
		{Clause: "2.1.a", Part: 2, Kind: Standing, Leads: labour, Executing: centre, Counterpart: []string{"doanh nghiệp trên địa bàn tỉnh Bắc Giang"}},
		{Clause: "2.1.b", Part: 1, Kind: Standing, Leads: labour, Cooperating: []string{"các cơ quan, đơn vị liên quan của tỉnh"}},
		{Clause: "2.2", Part: 1, Kind: Order, Leads: []string{"Sở Giao thông vận tải"}, Counterpart: []string{"Sở Giao thông vận tải tỉnh Bắc Giang"},
			Phrase: "trong tháng 4/2024", Deadline: clock.MustDay("30/4/2024"), Rule: InMonth},
		{Clause: "2.3", Part: 1, Kind: Order, Leads: []string{"Báo Lạng Sơn", "Đài Phát thanh và Truyền hình tỉnh"}, Counterpart: []string{"Báo Bắc Giang", "Đài Phát thanh và Truyền hình tỉnh Bắc Giang"}},
		{Clause: "2.4", Part: 1, Kind: Standing, Leads: []string{"UBND các huyện, thành phố"}, Executing: []string{"UBND các xã, phường, thị trấn trên địa bàn"},
			Counterpart: []string{"các doanh nghiệp trên địa bàn tỉnh Bắc Giang"}, FanOut: true},
	}
	if len(n.Proposals) != len(want) {
		t.Fatalf("%d proposals, want %d", len(n.Proposals), len(want))
	}
	for i, w := range want {
		g := n.Proposals[i]
		if g.Clause != w.Clause || g.Part != w.Part || g.Kind != w.Kind || g.Phrase != w.Phrase || g.Deadline != w.Deadline || g.Rule != w.Rule || g.FanOut != w.FanOut || g.Recurrence != "" {
			t.Errorf("proposal %d:\ngot  %+v\nwant %+v", i, g, w)
		}
		for _, list := range [][2][]string{{g.Leads, w.Leads}, {g.Executing, w.Executing}, {g.Cooperating, w.Cooperating}, {g.Counterpart, w.Counterpart}} {
			if !slices.Equal(list[0], list[1]) {
				t.Errorf("proposal %d of %s: bodies %q, want %q", i, g.Clause, list[0], list[1])
			}
		}
	}
}

func TestFoundingFrame(t *testing.T) {
	t.Parallel()
	n, err := Read(founding(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []struct{ what, got, want string }{
		{"kind", n.Kind, "Thông báo kết luận"},
		{"number", n.Number, ""},
		{"symbol", n.Symbol, "TB-UBND"},
		{"issued", n.Issued.String(), "2024-03"},
		{"meeting", n.Meeting.ISO(), "2024-03-13"},
		{"province", n.Province, "Lạng Sơn"},
		{"chair", n.Chair, "Dương Xuân Huyền"},
		{"signatory", n.Signatory, "Trịnh Tiến Duy"},
		{"authority", n.Authority, "TL. CHỦ TỊCH – CHÁNH VĂN PHÒNG"},
		{"last recipient", n.Recipients[len(n.Recipients)-1], "Lưu: VT, KGVX(NCD)"},
	} {
		if f.got != f.want {
			t.Errorf("%s: %q, want %q", f.what, f.got, f.want)
		}
	}
	if len(n.Recipients) != 7 {
		t.Errorf("%d recipients, want 7", len(n.Recipients))
	}
	if _, ok := n.Issued.Day(); ok {
		t.Error("a day was invented for the document")
	}
	var paths []string
	for _, c := range n.Clauses {
		paths = append(paths, c.Path)
		if c.Words != n.Text[c.Start:c.End] || !strings.HasPrefix(c.Words, c.Label) {
			t.Errorf("clause %s: words are not those of the text", c.Path)
		}
	}
	if got, want := strings.Join(paths, " "), "1 2 2.1 2.1.a 2.1.b 2.2 2.3 2.4 closing"; got != want {
		t.Errorf("clauses %s, want %s", got, want)
	}
}
