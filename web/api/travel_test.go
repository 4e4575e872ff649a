package api_test

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"cauviec/web/sitetest"
)

// TestAnswersTravelCompressedAndOnce asks for the same content in every way.
func TestAnswersTravelCompressedAndOnce(t *testing.T) {
	t.Parallel()
	c := newClient(t, sitetest.New(t))
	began := decoded[struct{ Next string }](t, c.get(http.StatusOK, "/api/v1/changes?limit=5"))
	for _, path := range []string{"/api/v1/vacancies", "/api/v1/changes?limit=5&after=" + began.Next, "/api/v1/drives", "/api/v1/zones", "/api/v1/occupations", "/api/openapi.yaml"} {
		plain := c.get(http.StatusOK, path)
		want, tag := body(t, plain), plain.Header.Get("ETag")
		for accept, open := range map[string]func(io.Reader) io.Reader{
			"br": func(r io.Reader) io.Reader { return brotli.NewReader(r) }, "gzip": gunzip, "gzip, deflate, br": func(r io.Reader) io.Reader { return brotli.NewReader(r) },
		} {
			a := c.get(http.StatusOK, path, "Accept-Encoding", accept)
			if got, err := io.ReadAll(open(a.Body)); err != nil || string(got) != want {
				t.Errorf("%s as %s: another content, %v", path, accept, err)
			}
			if a.Header.Get("ETag") != tag || a.Header.Get("Vary") != "Accept-Encoding" {
				t.Errorf("%s as %s: tag %s, varies by %s", path, accept, a.Header.Get("ETag"), a.Header.Get("Vary"))
			}
		}
		for _, known := range []string{tag, "*", `"other", ` + strings.TrimPrefix(tag, "W/")} {
			a := c.get(http.StatusNotModified, path, "If-None-Match", known, "Accept-Encoding", "br")
			if body(t, a) != "" || a.Header.Get("ETag") != tag || a.Header.Get("Content-Encoding") != "" || a.Header.Get("Cache-Control") == "" {
				t.Errorf("%s with %s: not an empty 304: %v", path, known, a.Header)
			}
		}
		c.get(http.StatusOK, path, "If-None-Match", `W/"other"`)
		if a := c.do(http.MethodHead, path); a.StatusCode != http.StatusOK || a.Header.Get("ETag") != tag {
			t.Errorf("HEAD %s: %d %v", path, a.StatusCode, a.Header)
		}
	}
}

func gunzip(r io.Reader) io.Reader {
	plain, err := gzip.NewReader(r)
	if err != nil {
		return strings.NewReader(err.Error())
	}
	return plain
}

// TestOtherSitesMayOnlyRead: from any origin, without cookies.
func TestOtherSitesMayOnlyRead(t *testing.T) {
	t.Parallel()
	c := newClient(t, sitetest.New(t))
	asked := c.do(http.MethodOptions, "/api/v1/vacancies", "Origin", "https://bao.example", "Access-Control-Request-Method", "GET", "Access-Control-Request-Headers", "if-none-match")
	if h := asked.Header; asked.StatusCode != http.StatusNoContent || h.Get("Access-Control-Allow-Origin") != "*" ||
		h.Get("Access-Control-Allow-Methods") != "GET, HEAD, OPTIONS" || h.Get("Access-Control-Allow-Headers") != "If-None-Match" ||
		h.Get("Access-Control-Allow-Credentials") != "" {
		t.Errorf("%d %v", asked.StatusCode, h)
	}
	a := c.get(http.StatusOK, "/api/v1/vacancies", "Origin", "https://bao.example", "Cookie", "session=abc")
	if h := a.Header; h.Get("Access-Control-Allow-Origin") != "*" || h.Get("Set-Cookie") != "" || !strings.Contains(h.Get("Access-Control-Expose-Headers"), "ETag") {
		t.Errorf("%v", h)
	}
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete} {
		if a := c.do(method, "/api/v1/vacancies"); a.StatusCode != http.StatusMethodNotAllowed || a.Header.Get("Allow") == "" {
			t.Errorf("%s: %d", method, a.StatusCode)
		}
	}
}

// TestProblemsSayWhatIsWrong in both languages, naming the parameter.
func TestProblemsSayWhatIsWrong(t *testing.T) {
	t.Parallel()
	c := newClient(t, sitetest.New(t))
	for path, names := range map[string][]string{
		"/api/v1/vacancies?page=2&lang=en":                            {"lang", "page"},
		"/api/v1/vacancies?luong=x":                                   {"luong"},
		"/api/v1/vacancies?luong=0&limit=0&phuc-loi=ky-tuc-xa,be-boi": {"limit", "luong", "phuc-loi"},
		"/api/v1/vacancies?limit=101":                                 {"limit"},
		"/api/v1/vacancies?limit=5&limit=6":                           {"limit"},
		"/api/v1/vacancies?huyen=999":                                 {"huyen"},
		"/api/v1/vacancies?trang=abc":                                 {"trang"},
		"/api/v1/vacancies?ca=ca-4&sap-xep=khong":                     {"ca", "sap-xep"},
		"/api/v1/vacancies/1?x=1":                                     {"x"},
		"/api/v1/changes?after=1":                                     {"after"},
		"/api/v1/changes?limit=501":                                   {"limit"},
		"/api/v1/drives?from=1/2/2026":                                {"from"},
		"/api/v1/drives?to=2026-02-30":                                {"to"},
		"/api/v1/drives?cursor=x&huyen=a":                             {"cursor", "huyen"},
		"/api/v1/zones?q=1":                                           {"q"},
		"/api/v1/occupations?%00=1":                                   {"\x00"},
	} {
		a := c.get(http.StatusBadRequest, path)
		p := decoded[problem](t, a)
		slices.Sort(p.Parameters)
		if !slices.Equal(p.Parameters, names) || !strings.Contains(p.Detail, names[0]) || !strings.Contains(p.DetailEn, names[0]) ||
			a.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %+v", path, p)
		}
	}
	for _, path := range []string{"/api/v1/", "/api/v1/none", "/api/v2/vacancies", "/api/v1/vacancies/abc"} {
		if p := decoded[problem](t, c.get(http.StatusNotFound, path)); !strings.HasSuffix(p.Type, "/api#not-found") {
			t.Errorf("%s: %+v", path, p)
		}
	}
}

// problem is a problem document.
type problem struct {
	Type       string
	Detail     string
	DetailEn   string `json:"detail_en"`
	Parameters []string
}

// TestOneAddressHasALimitAndOthersTheirOwn.
func TestOneAddressHasALimitAndOthersTheirOwn(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c, other := newClient(t, s), client{t: t, site: s, from: "203.0.113.8:1"}
	first := c.get(http.StatusOK, "/api/v1/zones")
	if h := first.Header; h.Get("RateLimit-Limit") != "600" || h.Get("RateLimit-Remaining") != "599" || h.Get("RateLimit-Policy") != "600;w=60" {
		t.Errorf("%v", h)
	}
	c.exhaust()
	a := c.get(http.StatusTooManyRequests, "/api/v1/zones")
	if a.Header.Get("Retry-After") == "" || a.Header.Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("%v", a.Header)
	}
	other.get(http.StatusOK, "/api/v1/zones")
	c.get(http.StatusOK, "/viec-lam")
}

// TestTheListIsThatOfThePage: total and order.
func TestTheListIsThatOfThePage(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := newClient(t, s)
	for _, query := range []string{"", "?q=may", "?q=cong+nhan&sap-xep=thu-nhap", "?phuc-loi=ky-tuc-xa&huyen=186&sap-xep=gan-nha", "?nghe=81,82"} {
		var page struct {
			Total     int
			Vacancies []struct {
				ID  int64
				URL string
			}
		}
		if err := json.NewDecoder(c.get(http.StatusOK, "/api/v1/vacancies"+query).Body).Decode(&page); err != nil {
			t.Fatal(err)
		}
		doc := s.Visitor(t).Get("/viec-lam" + query).Doc(t)
		var shown []string
		cards := doc.Find(`[data-test="card"] h2 a, [data-test="card"] h3 a`)
		for i := range cards.Length() {
			href, _, _ := strings.Cut(cards.Eq(i).AttrOr("href", ""), "?")
			shown = append(shown, href)
		}
		var listed []string
		for _, v := range page.Vacancies {
			listed = append(listed, strings.TrimPrefix(v.URL, "http://example.com"))
		}
		if total := doc.Find(`[data-test="total"]`).AttrOr("data-count", ""); len(listed) == 0 || !slices.Equal(listed, shown) || total != string(mustJSON(page.Total)) {
			t.Errorf("%s: list %d %v\npage %s %v", query, page.Total, listed, total, shown)
		}
	}
}

func mustJSON(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b
}
