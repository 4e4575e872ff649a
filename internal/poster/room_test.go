package poster

import (
	"strings"
	"testing"
)

// TestFactsEndAboveTheFoot writes everything at its longest.
func TestFactsEndAboveTheFoot(t *testing.T) {
	t.Parallel()
	words := func(n int) string { return strings.TrimSpace(strings.Repeat("kiểm nghiệm Nguyễn ", n)) }
	for n := range 12 {
		s := Sheet{Title: words(n), Pay: words(n), PayHelp: words(n), Place: words(n), Who: words(n), Marks: []string{words(n), words(n)}, Until: words(n),
			Kicker: "TUYỂN DỤNG", From: words(n), Rest: words(n)}
		p := newPaper(s)
		p.head(s)
		p.facts(s)
		if p.y > footTop {
			t.Errorf("words of %d: the facts end at %.1f mm, the foot begins at %.1f", n, p.y, footTop)
		}
		p.foot(s, nil)
		if p.Err() {
			t.Error(p.Error())
		}
	}
}

// TestWhatHasNoRoomIsReadElsewhere: the longest offer that the posting form
// takes is one page that says where the rest is; a plain one does not.
func TestWhatHasNoRoomIsReadElsewhere(t *testing.T) {
	t.Parallel()
	longest := func(runes int) string {
		return strings.TrimSpace(string([]rune(strings.Repeat("Nguyễn Khương Thượng ", 20))[:runes]))
	}
	marks := []string{"Cần 100.000 người", "Ký túc xá", "Xe đưa đón", "Ăn ca", "Nhận cả vợ chồng"}
	plain := Sheet{
		Kicker: "TUYỂN DỤNG", Title: "Công nhân may", Pay: "8,5–11 triệu đồng/tháng", Place: "KCN Quang Châu, Bắc Giang",
		Who: "Công ty May mặc", Marks: marks, Until: "Đăng ký đến hết ngày 01/06/2026", Rest: "Xem tiếp tại cauviec.example/viec-lam/17",
	}
	with := func(change func(s *Sheet)) Sheet {
		s := plain
		change(&s)
		return s
	}
	for name, c := range map[string]struct {
		sheet Sheet
		short bool
	}{
		"plain":         {plain, false},
		"longest title": {with(func(s *Sheet) { s.Title = longest(150) }), false},
		"longest place": {with(func(s *Sheet) { s.Place = longest(200) + ", Bắc Giang" }), true},
		"longest name":  {with(func(s *Sheet) { s.Who = longest(200) }), true},
		"everything": {with(func(s *Sheet) {
			s.Title, s.Place, s.Who = longest(150), longest(200)+", Bắc Giang", longest(200)
			s.Pay, s.PayHelp = "199.999.999–200.000.000 đồng/tháng", longest(120)
			s.Marks = append(marks[:5:5], "Hỗ trợ tiền thuê nhà", "Hỗ trợ đi lại", "Nhà trẻ", "Đào tạo nghề", "Bảo hiểm")
		}), true},
	} {
		p := newPaper(c.sheet)
		p.head(c.sheet)
		p.facts(c.sheet)
		if p.short != c.short || p.y > footTop {
			t.Errorf("%s: short %t, the facts end at %.1f mm of %.1f", name, p.short, p.y, footTop)
		}
		p.foot(c.sheet, nil)
		if p.PageCount() != 1 || p.Err() {
			t.Errorf("%s: %d pages, %v", name, p.PageCount(), p.Error())
		}
	}
}

// Marks are left out whole, the last first.
func TestMarksAreLeftOutFromTheLast(t *testing.T) {
	t.Parallel()
	marks := []string{"Cần 500 người", "Ký túc xá", "Xe đưa đón", "Ăn ca"}
	p := newPaper(Sheet{})
	if kept := p.fitting(marks, 12, 14); len(kept) != 4 || p.short {
		t.Errorf("four fit: %q, short %t", kept, p.short)
	}
	if kept := p.fitting(marks, 40, 20); len(kept) != 1 || kept[0] != marks[0] || !p.short {
		t.Errorf("in large letters: %q, short %t", kept, p.short)
	}
	if kept := newPaper(Sheet{}).fitting(marks[:1], 200, 20); kept != nil {
		t.Errorf("none fits: %q", kept)
	}
}
