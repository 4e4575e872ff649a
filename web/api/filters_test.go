package api_test

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"cauviec/web/sitetest"
)

// choice is a condition that the page of the list offers.
type choice struct{ name, value string }

// choicesOf are all conditions and orders that the page of a list offers.
func choicesOf(t *testing.T, s *sitetest.Site, path string) (choices []choice) {
	t.Helper()
	doc := s.Visitor(t).Get(path).Doc(t)
	inputs := doc.Find(`input[form="ask"][type="checkbox"]`)
	for i := range inputs.Length() {
		choices = append(choices, choice{inputs.Eq(i).AttrOr("name", ""), inputs.Eq(i).AttrOr("value", "")})
	}
	options := doc.Find(`#luong option, #huyen option, #xa option`)
	for i := range options.Length() {
		if value := options.Eq(i).AttrOr("value", ""); value != "" {
			choices = append(choices, choice{options.Eq(i).Parent().AttrOr("id", ""), value})
		}
	}
	sorts := doc.Find(".sorts a")
	for i := range sorts.Length() {
		asked, err := url.Parse(sorts.Eq(i).AttrOr("href", ""))
		if err != nil {
			t.Fatal(err)
		}
		choices = append(choices, choice{"sap-xep", asked.Query().Get("sap-xep")})
	}
	return choices
}

// TestEveryChoiceOfThePageIsOneOfTheList finds the same vacancies in the same
// order, whatever the page offers: each condition and order of its own, and
// from a home.
func TestEveryChoiceOfThePageIsOneOfTheList(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := newClient(t, s)
	kinds := map[string]int{}
	for _, first := range []string{"", "q=may&huyen=186"} {
		for _, chosen := range choicesOf(t, s, "/viec-lam?"+first) {
			values, err := url.ParseQuery(first)
			if err != nil {
				t.Fatal(err)
			}
			values.Set(chosen.name, chosen.value)
			kinds[chosen.name]++
			compareWithPage(t, s, c, "?"+values.Encode())
		}
	}
	for _, name := range []string{"khu", "nghe", "luong", "ca", "phuc-loi", "huyen", "xa", "sap-xep"} {
		if kinds[name] < 2 {
			t.Errorf("the page offers %d choices of %s", kinds[name], name)
		}
	}
}

// compareWithPage asks list and page the same.
func compareWithPage(t *testing.T, s *sitetest.Site, c client, query string) {
	t.Helper()
	page := decoded[struct {
		Total     int
		Vacancies []struct{ URL string }
	}](t, c.get(http.StatusOK, "/api/v1/vacancies"+query))
	doc := s.Visitor(t).Get("/viec-lam" + query).Doc(t)
	var listed, shown []string
	for _, v := range page.Vacancies {
		listed = append(listed, strings.TrimPrefix(v.URL, "http://example.com"))
	}
	cards := doc.Find(`[data-test="total"]`).Closest("section").Find(`[data-test="card"] h2 a, [data-test="card"] h3 a`)
	for i := range cards.Length() {
		href, _, _ := strings.Cut(cards.Eq(i).AttrOr("href", ""), "?")
		shown = append(shown, href)
	}
	total := doc.Find(`[data-test="total"]`).AttrOr("data-count", "0")
	if !slices.Equal(listed, shown) || total != strconv.Itoa(page.Total) {
		t.Errorf("%s: list %d %v\npage %s %v", query, page.Total, listed, total, shown)
	}
}

// TestTheListIsThatOfThePage: total and order.
func TestTheListIsThatOfThePage(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := newClient(t, s)
	for _, query := range []string{"", "?q=may", "?q=cong+nhan&sap-xep=thu-nhap", "?phuc-loi=ky-tuc-xa&huyen=186&sap-xep=gan-nha", "?nghe=81,82"} {
		if found := decoded[struct{ Total int }](t, c.get(http.StatusOK, "/api/v1/vacancies"+query)); found.Total == 0 {
			t.Errorf("%s finds nothing to compare", query)
		}
		compareWithPage(t, s, c, query)
	}
}
