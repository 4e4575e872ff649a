package web_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"cauviec/web/route"
	"cauviec/web/sitetest"
)

// noSheet are the pages with rows that are not handed over, and why.
var noSheet = map[string]string{
	"/":                                      "some of each list, to begin with",
	"/api":                                   "what the members of the open data mean, as their document says, too",
	"/viec-lam/{id}":                         "the pay of one vacancy, and some like it",
	"/dot-tuyen-dung/{ref}":                  "what one drive brings, at most its own vacancies",
	"/quan-ly/dot-tuyen-dung/{id}":           "what one drive brings, at most its own vacancies",
	"/quan-ly/tin-tuyen-dung/{id}/xem-truoc": "the pay of one vacancy",
	"/quan-ly/tin-tuyen-dung/{id}/so-sanh/{other}": "the fields of two vacancies side by side",
	"/quan-ly/doanh-nghiep/{id}":                   "its newest vacancies, with the way to the list of all",
}

// TestEveryListIsHandedOver opens every page of the site as somebody who sees
// it: tables, and cards one under the other, are handed over as a spreadsheet
// unless noSheet says why not, and what has a spreadsheet leads to it.
func TestEveryListIsHandedOver(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	fill(t, s)
	addresses, sheets := map[string]string{}, map[string]bool{}
	for _, rt := range routes() {
		if rt.Method == http.MethodGet {
			addresses[rt.Path], sheets[rt.Path] = address(t, s, rt.Path), strings.HasSuffix(rt.Path, ".xlsx")
		}
	}
	all, clients := accounts(t, s), map[string]*sitetest.Client{}
	for _, rt := range routes() {
		doc, who := opened(t, s, rt, addresses[rt.Path], all, clients)
		if doc == nil {
			continue
		}
		why, excepted := noSheet[rt.Path]
		rows, offered := rowsOf(doc), doc.Find("main [data-test=export]").Length() > 0
		switch {
		case sheets[rt.Path+".xlsx"] && !offered:
			t.Errorf("%s as %q does not lead to its spreadsheet", rt.Path, who)
		case rows > 0 && !offered && !excepted:
			t.Errorf("%s as %q has %d rows and no spreadsheet", rt.Path, who, rows)
		case excepted && (rows == 0 || offered):
			t.Errorf("%s as %q needs no exception any more: %s", rt.Path, who, why)
		}
	}
}

// opened is the page of a route as the account that finds most rows there; nil
// where there is no page.
func opened(t *testing.T, s *sitetest.Site, rt route.Route, path string, all []account, clients map[string]*sitetest.Client) (page *goquery.Document, who string) {
	t.Helper()
	if rt.Method != http.MethodGet || strings.HasSuffix(rt.Path, ".xlsx") {
		return nil, ""
	}
	for _, a := range all {
		if !a.actor.May(rt.Need) {
			continue
		}
		if clients[a.username] == nil {
			clients[a.username] = s.Visitor(t)
			if a.username != "" {
				clients[a.username] = s.SignIn(t, a.username)
			}
		}
		answer := clients[a.username].Get(path)
		if answer.Code == http.StatusMovedPermanently {
			answer = clients[a.username].Get(answer.Header().Get("Location"))
		}
		if answer.Code != http.StatusOK || !strings.HasPrefix(answer.Header().Get("Content-Type"), "text/html") {
			continue
		}
		if doc := answer.Doc(t); page == nil || rowsOf(doc) > rowsOf(page) {
			page, who = doc, a.username
		}
	}
	return page, who
}

// rowsOf counts the cards of a page and the rows of its tables, but for those
// that say a chart in numbers.
func rowsOf(doc *goquery.Document) int {
	rows := doc.Find("main tbody tr, main ul.cards > li")
	return rows.Length() - rows.Filter("figure.chart *").Length()
}
