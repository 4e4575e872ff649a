package directives

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"cauviec/internal/postgres/postgrestest"
	"cauviec/web/browsertest"
)

type seenAs struct{ name, slug, path string }

// TestInABrowser opens the pages on a phone and a desk, in light and dark.
func TestInABrowser(t *testing.T) {
	t.Parallel()
	s := newSite(t, postgrestest.DB(t))
	pages := s.papers()
	server := httptest.NewServer(s.handler)
	t.Cleanup(server.Close)
	tab := browsertest.New(t)
	for _, p := range pages {
		browsertest.Open(t, tab, server.URL+"/static/favicon.svg")
		browsertest.Do(t, tab, chromedp.Evaluate[chromedp.Void](`document.cookie = "`+whoCookie+`=`+p.slug+`; path=/"`))
		browsertest.Open(t, tab, server.URL+p.path)
		for scheme, widths := range map[string][]int{"light": {320, 1280}, "dark": {360}} {
			browsertest.Scheme(t, tab, scheme)
			for _, width := range widths {
				browsertest.Viewport(t, tab, width)
				browsertest.NoSidewaysScroll(t, tab)
				browsertest.Axe(t, tab)
				browsertest.Shot(t, tab, p.name+"-"+scheme, width)
			}
		}
	}
}

// papers enters one paper that is confirmed and one that cannot be yet.
func (s *site) papers() []seenAs {
	s.t.Helper()
	first := s.enter("ls-ubnd", founding(s.t), "", nil)
	s.want(first, http.StatusSeeOther)
	review := first.Header().Get("Location")
	confirmed := s.send("ls-ubnd", s.get("ls-ubnd", review).Find("[data-test=confirm]"), nil)
	s.want(confirmed, http.StatusSeeOther)
	paper := confirmed.Header().Get("Location")
	second := s.enter("ls-ubnd", "", "thong-bao.txt", []byte(elsewhere))
	s.want(second, http.StatusSeeOther)
	blocked := second.Header().Get("Location")
	third := s.enter("ls-ubnd", strings.Replace(founding(s.t), "Số: /TB-UBND", "Số: 9/TB-UBND", 1), "", nil)
	s.want(third, http.StatusSeeOther)
	open := third.Header().Get("Location")
	add, _, _ := strings.Cut(s.get("ls-ubnd", open).Find(`[data-test="clause-2.4"] [data-test=add]`).AttrOr("href", ""), "#")
	edit, _, _ := strings.Cut(proposalOf(s.get("ls-ubnd", open), "2.2").Find("[data-test=edit]").AttrOr("href", ""), "#")
	return []seenAs{
		{"list", "ls-ubnd", home},
		{"enter", "ls-ubnd", home + "/nhap"},
		{"paper", "ls-ubnd", paper},
		{"paper-own", "ls-chi-lang", paper},
		{"paper-english", "ls-ubnd", paper + "?lang=en"},
		{"review", "ls-ubnd", open + "?lang=vi"},
		{"review-edit", "ls-ubnd", edit},
		{"review-add", "ls-ubnd", add},
		{"review-facts", "ls-ubnd", open + "?sua=van-ban"},
		{"review-blocked", "ls-ubnd", blocked},
	}
}
