package saved_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"cauviec/internal/postgres"
	"cauviec/web/sitetest"
)

func test(doc *goquery.Document, name string) *goquery.Selection {
	return doc.Find(`[data-test="` + name + `"]`)
}

// open returns some vacancies that are open, the newest first.
func open(t *testing.T, s *sitetest.Site, n int) []int64 {
	t.Helper()
	ids, err := postgres.Values[int64](t.Context(), s.DB, `SELECT vacancy_id FROM live_vacancies WHERE closes_on >= $1
		ORDER BY published_at DESC, vacancy_id DESC LIMIT $2`, s.Today(), n)
	if err != nil || len(ids) != n {
		t.Fatalf("%d vacancies, %v", len(ids), err)
	}
	return ids
}

func keep(c *sitetest.Client, id int64, from string) sitetest.Answer {
	return c.Post("/da-luu", url.Values{"tin": {fmt.Sprint(id)}, "ve": {from}})
}

// shown returns the titles' addresses on the page of what was put aside.
func shown(t *testing.T, c *sitetest.Client) []string {
	t.Helper()
	return test(c.Get("/da-luu").Doc(t), "saved-card").Find("h2 a").Map(func(_ int, a *goquery.Selection) string { return a.AttrOr("href", "") })
}

func TestPuttingAside(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.Visitor(t)
	ids := open(t, s, 2)
	list := c.Get("/viec-lam?sap-xep=moi-nhat")
	form := test(list.Doc(t), "save").First().Closest("form")
	first := form.Find("button").AttrOr("value", "")
	if first != fmt.Sprint(ids[0]) {
		t.Fatalf("the first card's button is for %s, want %d", first, ids[0])
	}
	kept := c.Post(form.AttrOr("action", ""), url.Values{"tin": {first}, "ve": {form.Find("input[name=ve]").AttrOr("value", "")}})
	if want := "/viec-lam?sap-xep=moi-nhat#luu-" + first; kept.Code != http.StatusSeeOther || kept.Header().Get("Location") != want {
		t.Errorf("got %d %s, want %s", kept.Code, kept.Header().Get("Location"), want)
	}
	for range 2 { // again changes nothing
		keep(c, ids[1], "/viec-lam")
	}
	got := shown(t, c)
	if len(got) != 2 || !strings.HasPrefix(got[0], fmt.Sprintf("/viec-lam/%d-", ids[1])) {
		t.Errorf("shown: %v", got)
	}
	offer := c.Get(got[0]).Doc(t)
	if action := test(offer, "save").First().AttrOr("action", ""); action != "/da-luu/bo" {
		t.Errorf("the vacancy's page offers %q", action)
	}
	if test(c.Get("/viec-lam").Doc(t), "saved-link").Length() != 1 {
		t.Error("the list does not lead to what was put aside")
	}
	c.Send(c.Get("/da-luu"), "form#luu", url.Values{"tin": {first}})
	if left := shown(t, c); len(left) != 1 || left[0] != got[0] {
		t.Errorf("left: %v", left)
	}
}

func TestOnlyPagesOfTheSiteAreLedBackTo(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	for from, want := range map[string]string{
		"/": "/#luu-7", "/viec-lam?q=may": "/viec-lam?q=may#luu-7", "/viec-lam/7-may": "/viec-lam/7-may#luu-7", "/so-sanh?tin=7": "/so-sanh?tin=7",
		"": "/da-luu", "https://example.vn": "/da-luu", "//example.vn": "/da-luu", "/\\example.vn": "/da-luu", "/viec-lamb": "/da-luu",
		"/viec-lam\r\nX: y": "/da-luu", "/dang-xuat": "/da-luu", "/viec-lam#x": "/da-luu",
	} {
		if got := keep(s.Visitor(t), 7, from).Header().Get("Location"); got != want {
			t.Errorf("from %q: led to %q, want %q", from, got, want)
		}
	}
}

func TestABadCookieIsNoCookie(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	for _, value := range []string{"x", "-1", "1.1.1", "999999999", "9223372036854775808", strings.Repeat("1.", 500), "a.b.."} {
		r, w := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/da-luu", nil), httptest.NewRecorder()
		r.AddCookie(&http.Cookie{Name: "da_luu", Value: value})
		s.ServeHTTP(w, r)
		if w.Code != http.StatusOK {
			t.Errorf("%q: %d", value, w.Code)
		}
	}
}

func TestWhatIsOverSaysSoAndPointsOn(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.Visitor(t)
	id := open(t, s, 1)[0]
	keep(c, id, "")
	if _, err := s.DB.Exec(t.Context(), `UPDATE vacancies SET status = 'filled' WHERE id = $1`, id); err != nil {
		t.Fatal(err)
	}
	page := c.Get("/da-luu").Doc(t)
	if test(page, "over").Length() != 1 {
		t.Error("it is not said to be over")
	}
	on := page.Find(`[data-test="saved-card"] p a`).AttrOr("href", "")
	if !strings.HasPrefix(on, "/viec-lam") || c.Get(on).Code != http.StatusOK {
		t.Errorf("points on to %q", on)
	}
}

func TestComparing(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.Visitor(t)
	ids := open(t, s, 5)
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = fmt.Sprint(id)
	}
	district := sitetest.One[string](t, s, `SELECT code FROM areas WHERE kind = 'district' AND name = 'Tràng Định' LIMIT 1`)
	for _, address := range []string{"/so-sanh?tin=" + strings.Join(words, ","), "/so-sanh?tin=" + strings.Join(words, "&tin=")} {
		page := c.Get(address + "&huyen=" + district).Doc(t)
		if n := test(page, "compared").Length(); n != 4 {
			t.Errorf("%s compares %d, want the first four", address, n)
		}
		rows := test(page, "comparison").Find("tbody th").Map(func(_ int, th *goquery.Selection) string { return th.Text() })
		for _, row := range []string{"Thu nhập dự kiến", "Lương cơ bản", "Nơi làm việc", "Cách nhà", "Ca làm việc", "Chỗ ở", "Đi lại", "Bữa ăn", "Hợp đồng",
			"Giấy tờ cần có", "Hạn đăng ký"} {
			if !slices.Contains(rows, row) {
				t.Errorf("%s: no row %q in %v", address, row, rows)
			}
		}
	}
	for _, address := range []string{"/so-sanh", "/so-sanh?tin=x", "/so-sanh?tin=999999999"} {
		if a := c.Get(address); a.Code != http.StatusOK || test(a.Doc(t), "empty").Length() != 1 {
			t.Errorf("%s: %d", address, a.Code)
		}
	}
}
