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
			Kicker: "TUYỂN DỤNG", From: words(n)}
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
