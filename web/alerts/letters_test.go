package alerts_test

import (
	"regexp"
	"strings"
	"testing"

	"cauviec/internal/alert"
	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/web/alerts"
)

// TestLetters: every message has its words in both languages, says how to stop,
// and leads to the site.
func TestLetters(t *testing.T) {
	t.Parallel()
	job := board.Card{ID: 7, Slug: "cong-nhan-may", Title: "Công nhân may", EmployerName: "Công ty May", IncomeFrom: 8e6, IncomeTo: 9.5e6,
		ClosesOn: clock.MustDay("30/10/2026"), ZoneName: "KCN Quang Châu"}
	key := regexp.MustCompile(`letters\.|format\.|\{\d\}`)
	for _, lang := range []string{"vi", "en"} {
		for _, c := range alert.Channels() {
			for _, k := range []alert.Kind{alert.Confirm, alert.Jobs, alert.Question} {
				d := alert.Draft{Kind: k, Channel: c, Lang: lang, Code: "ABCDEFGP", Today: clock.MustDay("12/10/2026")}
				if k != alert.Confirm {
					d.Jobs, d.Searches = []board.Card{job}, []alert.Found{{Asked: "q=may"}}
				}
				w := alerts.Letters{Site: "https://cauviec.example.vn"}.Write(d)
				all := w.Subject + "\n" + w.Body
				switch {
				case w.Subject == "" || key.MatchString(all):
					t.Errorf("%s %s %s: words are missing: %s", lang, c, k, all)
				case !strings.Contains(w.Body, "ABCD-EFGP"):
					t.Errorf("%s %s %s: no code: %s", lang, c, k, w.Body)
				case !strings.HasPrefix(w.Link, "https://cauviec.example.vn/") || !strings.HasPrefix(w.StopLink, "https://cauviec.example.vn/bao-viec/dung"):
					t.Errorf("%s %s %s: leads to %s, stops at %s", lang, c, k, w.Link, w.StopLink)
				case k == alert.Confirm && strings.Contains(w.StopLink, "ABCD"):
					t.Errorf("%s %s: a code to confirm with stops nothing", lang, c)
				}
			}
		}
	}
}

func TestOneIsNotTwo(t *testing.T) {
	t.Parallel()
	w := alerts.Letters{}.Write(alert.Draft{Kind: alert.Jobs, Channel: alert.Email, Lang: "en", Jobs: []board.Card{{Title: "Sewer"}},
		Searches: []alert.Found{{}}})
	if w.Subject != "1 new vacancy for you" {
		t.Errorf("got %q", w.Subject)
	}
}
