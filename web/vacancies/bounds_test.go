package vacancies_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"testing"

	"cauviec/internal/board/boardtest"
	"cauviec/internal/postgres/postgrestest"
)

// TestQueriesOfAPageAreBounded counts the statements of each page: they do not
// grow with what the page shows.
func TestQueriesOfAPageAreBounded(t *testing.T) {
	t.Parallel()
	pool, queries := postgrestest.CountedPool(t)
	s := siteOn(t, pool, boardtest.Size{Vacancies: 120, Employers: 4})
	tests := []struct {
		path string
		most int
	}{
		{"/", 6},
		{"/viec-lam", 4},
		{"/viec-lam?q=lap+rap&khu=quang-chau&khu=van-trung&luong=8&phuc-loi=ky-tuc-xa&huyen=180", 14},
		{"/viec-lam?q=mot+hai+ba+bon+nam+sau+bay+tam&khu=quang-chau&nghe=82&luong=99&ca=ba-ca&phuc-loi=nha-tre", 14},
		{s.path(s.ids[0]), 6},
		{"/kiem-tra-tin?ma=ABCDEFG", 2},
		{"/kiem-tra-tin?ma=2222222", 3},
		{s.employerOf(s.ids[0]), 5},
		{"/khu-cong-nghiep/quang-chau", 5},
		{"/gioi-thieu", 0},
		{"/viec-lam.atom", 2},
		{"/sitemap.xml", 3},
		{"/robots.txt", 0},
		{"/api/v1/vacancies", 4},
	}
	for _, tt := range tests {
		if n := queries.During(func() { s.get(tt.path, http.StatusOK) }); n > tt.most {
			t.Errorf("%s: %d queries, at most %d", tt.path, n, tt.most)
		}
	}
}

var assetShape = regexp.MustCompile(`(?:href|src)="(/static/[^"]+)"`)

// TestFirstViewIsLight weighs what a phone loads to show the list.
func TestFirstViewIsLight(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 200, Employers: 20})
	html, page := s.weigh("/viec-lam?huyen=180")
	total, styled := html, html
	for _, m := range assetShape.FindAllStringSubmatch(page, -1) {
		size, _ := s.weigh(m[1])
		total += size
		if regexp.MustCompile(`\.css$`).MatchString(m[1]) {
			styled += size
		}
	}
	t.Logf("HTML %d, with CSS %d, all %d bytes", html, styled, total)
	if styled > 30_000 || styled == html {
		t.Errorf("HTML and CSS weigh %d bytes, at most 30,000", styled)
	}
	if total > 60_000 {
		t.Errorf("the first view weighs %d bytes, at most 60,000", total)
	}
}

// weigh returns the size of an answer on the wire, and its content.
func (s *site) weigh(path string) (size int, content string) {
	s.t.Helper()
	return s.weighed(httptest.NewRequest(http.MethodGet, path, nil))
}

// weighed is weigh of a request.
func (s *site) weighed(r *http.Request) (size int, content string) {
	s.t.Helper()
	r.Header.Set("Accept-Encoding", "gzip")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		s.t.Fatalf("%s: %d", r.URL, w.Code)
	}
	size = w.Body.Len()
	if w.Header().Get("Content-Encoding") != "gzip" {
		return size, w.Body.String()
	}
	plain, err := gzip.NewReader(w.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	b, err := io.ReadAll(plain)
	if err != nil {
		s.t.Fatal(err)
	}
	return size, string(b)
}

// FuzzList wants a page for whatever stands in the address.
func FuzzList(f *testing.F) {
	for _, seed := range []string{"q=may", "q=%00%ff&khu=%00", "luong=-1&luong=x", "trang=income.1.2.3&sap-xep=thu-nhap", "khu=a,b,,c&nghe=82,x&ca=ba-ca",
		"huyen=180&sap-xep=gan-nha&phuc-loi=an-ca", "trang=newest.0.zzzzzzzzzzz.1"} {
		f.Add(seed)
	}
	s := newSite(f, boardtest.Size{Vacancies: 10, Employers: 1})
	f.Fuzz(func(t *testing.T, query string) {
		if _, err := url.ParseQuery(query); err != nil {
			return
		}
		r := &http.Request{Method: http.MethodGet, URL: &url.URL{Path: "/viec-lam", RawQuery: query}, Header: http.Header{}, Host: "cauviec.test"}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r.WithContext(t.Context()))
		if w.Code != http.StatusOK {
			t.Errorf("%q: %d", query, w.Code)
		}
	})
}
