package route_test

import (
	"crypto/tls"
	"net/http"
	"net/http/httptest"
	"testing"

	"cauviec/web/route"
)

func TestBase(t *testing.T) {
	t.Parallel()
	asked := func(change func(r *http.Request)) *http.Request {
		r := httptest.NewRequest(http.MethodGet, "http://10.0.0.7:8080/viec-lam", nil)
		change(r)
		return r
	}
	plain := asked(func(*http.Request) {})
	for name, c := range map[string]struct {
		site string
		r    *http.Request
		want string
	}{
		"as asked":      {"", plain, "http://10.0.0.7:8080"},
		"through tls":   {"", asked(func(r *http.Request) { r.TLS = &tls.ConnectionState{} }), "https://10.0.0.7:8080"},
		"behind a gate": {"", asked(func(r *http.Request) { r.Header.Set("X-Forwarded-Proto", "https") }), "https://10.0.0.7:8080"},
		"as configured": {"https://cauviec.example/", plain, "https://cauviec.example"},
	} {
		var got string
		seen := http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { got = route.Base(r) })
		route.At(c.site)(seen).ServeHTTP(httptest.NewRecorder(), c.r)
		if got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}
