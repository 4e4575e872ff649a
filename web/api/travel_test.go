package api_test

import (
	"compress/gzip"
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
	s := sitetest.New(t)
	c := newClient(t, s)
	settled(t, s.DB)
	began := decoded[struct{ Next string }](t, c.get(http.StatusOK, "/api/v1/changes?limit=5"))
	for _, path := range []string{"/api/v1/vacancies", "/api/v1/changes?limit=5&after=" + began.Next, "/api/v1/drives", "/api/v1/zones", "/api/v1/occupations", "/api/openapi.yaml"} {
		plain := c.get(http.StatusOK, path)
		want, tag := body(t, plain), plain.Header.Get("ETag")
		for accept, open := range map[string]func(io.Reader) io.Reader{
			"br": func(r io.Reader) io.Reader { return brotli.NewReader(r) }, "gzip": gunzip, "gzip, deflate, br": func(r io.Reader) io.Reader { return brotli.NewReader(r) },
			"br;q=0, gzip": gunzip, "identity": func(r io.Reader) io.Reader { return r },
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
		"/api/v1/vacancies?luong=5,9&q=may&q=han":                     {"luong", "q"},
		"/api/v1/vacancies?huyen=186&huyen=178":                       {"huyen"},
		"/api/v1/vacancies?huyen=178&xa=06001":                        {"xa"},
		"/api/v1/vacancies?nghe=" + strings.Repeat("81,", 21):         {"nghe"},
		"/api/v1/vacancies?q=" + strings.Repeat("a", 201):             {"q"},
		"/api/v1/vacancies?sap-xep=thu-nhap&trang=newest.0.1.1":       {"trang"},
		"/api/v1/vacancies?trang=nearest.0.1.1":                       {"trang"},
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

// TestPagesNameTheNext in a Link as well, until the last; following it reads
// what following next does.
func TestPagesNameTheNext(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := newClient(t, s)
	settled(t, s.DB)
	for first, list := range map[string]string{
		"/api/v1/vacancies?ca=hanh-chinh,hai-ca-12-gio&limit=2": "vacancies", "/api/v1/changes?limit=20": "changes", "/api/v1/drives?from=2020-01-01&limit=2": "drives",
	} {
		ids, pages := map[float64]bool{}, 0
		for path := first; path != ""; pages++ {
			a := c.get(http.StatusOK, path)
			page := decoded[map[string]any](t, a)
			for _, one := range page[list].([]any) {
				ids[one.(map[string]any)["id"].(float64)] = true
			}
			path = nextOf(t, a)
		}
		if pages < 2 {
			t.Errorf("%s has one page only", first)
		}
		whole, _, _ := strings.Cut(first, "limit=")
		a := c.get(http.StatusOK, whole+"limit=100")
		page := decoded[map[string]any](t, a)
		if all := len(page[list].([]any)); all != len(ids) || nextOf(t, a) != "" {
			t.Errorf("%s: %d by its links, %d at once", first, len(ids), all)
		}
	}
}

// nextOf returns the path of the next page that a Link names; empty on the last.
func nextOf(t *testing.T, a *http.Response) string {
	t.Helper()
	link := a.Header.Get("Link")
	if link == "" {
		return ""
	}
	address, ok := strings.CutSuffix(link, `>; rel="next"`)
	path, whole := strings.CutPrefix(address, "<http://example.com")
	if !ok || !whole {
		t.Fatalf("Link: %s", link)
	}
	return path
}
