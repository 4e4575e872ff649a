package api_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"testing"

	"cauviec/web/sitetest"
)

// TestEveryOrderGoesOn follows the pages of each order to the end, of those that
// words ask for too.
func TestEveryOrderGoesOn(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := newClient(t, s)
	for _, asked := range []url.Values{
		{}, {"q": {"công nhân"}}, {"q": {"lương cao"}}, {"q": {"công nhân lương cao"}}, {"q": {"công nhân luong cao"}, "sap-xep": {"moi-nhat"}},
		{"q": {"gần nhà"}, "huyen": {"186"}}, {"q": {"công nhân gần nhà"}, "huyen": {"186"}}, {"huyen": {"186"}, "sap-xep": {"gan-nha"}}, {"sap-xep": {"thu-nhap"}},
	} {
		asked.Set("limit", "15")
		seen, pages := 0, 0
		for next := ""; pages == 0 || next != ""; pages++ {
			asked.Set("trang", next)
			page := decoded[struct {
				Total     int
				Next      *string
				Vacancies []json.RawMessage
			}](t, c.get(http.StatusOK, "/api/v1/vacancies?"+asked.Encode()))
			seen, next = seen+len(page.Vacancies), ""
			if page.Next != nil {
				next = *page.Next
			}
			if next == "" && seen != page.Total {
				t.Errorf("%v: %d of %d", asked, seen, page.Total)
			}
		}
		if pages < 2 {
			t.Errorf("%v has %d pages", asked, pages)
		}
	}
}
