package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"cauviec/web/sitetest"
)

// TestAnotherSiteCannotSendForms: a form that another site's page sends with
// our reader's cookies is refused before anything else.
func TestAnotherSiteCannotSendForms(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	headers := map[string]map[string]string{
		"cross-site":         {"Sec-Fetch-Site": "cross-site"},
		"same-site":          {"Sec-Fetch-Site": "same-site"},
		"another origin":     {"Origin": "https://evil.example"},
		"an origin of none":  {"Origin": "null"},
		"another's and ours": {"Sec-Fetch-Site": "cross-site", "Origin": "http://example.com"},
	}
	for name, set := range headers {
		for _, path := range []string{"/dang-nhap", "/ho-so", "/van-ban/nhap", "/nhiem-vu/1/tiep-nhan"} {
			r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, strings.NewReader("username=ls-ubnd&password=cauviec-demo"))
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			for header, value := range set {
				r.Header.Set(header, value)
			}
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			if w.Code != http.StatusForbidden || w.Header().Get("Set-Cookie") != "" {
				t.Errorf("%s to %s: %d", name, path, w.Code)
			}
		}
	}
}

func TestOutsideThePages(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	visitor := s.Visitor(t)
	tests := []struct {
		path   string
		status int
		says   string
	}{
		{"/healthz", http.StatusOK, "ok"},
		{"/readyz", http.StatusOK, "ready"},
		{"/metrics", http.StatusNotFound, ""}, // asked from elsewhere without a token
		{"/khong-co", http.StatusNotFound, `data-test="error"`},
		{"/nhiem-vu/abc", http.StatusSeeOther, ""},
		{"/viec-lam/abc", http.StatusNotFound, `data-test="error"`},
		{"/viec-lam/999999999-khong-co", http.StatusNotFound, `data-test="error"`},
		{"/static/khong-co.css", http.StatusNotFound, ""},
		{"/static/../web.go", http.StatusNotFound, ""},
	}
	for _, tt := range tests {
		a := visitor.Get(tt.path)
		if a.Code != tt.status || !strings.Contains(a.Body.String(), tt.says) {
			t.Errorf("%s: %d %.100q, want %d with %q", tt.path, a.Code, a.Body.String(), tt.status, tt.says)
		}
		if a.Header().Get("Content-Security-Policy") == "" {
			t.Errorf("%s has no content security policy", tt.path)
		}
	}
	if a := visitor.Post("/viec-lam", nil); a.Code < http.StatusBadRequest || a.Code >= http.StatusInternalServerError {
		t.Errorf("a form to a page that takes none: %d", a.Code)
	}
}
