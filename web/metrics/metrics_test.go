package metrics

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestWhoSeesMetrics(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, from, forwarded, bearer string
		want                          int
	}{
		{"loopback", "127.0.0.1:4000", "", "", http.StatusOK},
		{"loopback by IPv6", "[::1]:4000", "", "", http.StatusOK},
		{"a proxy on this machine", "127.0.0.1:4000", "203.0.113.9", "", http.StatusNotFound},
		{"elsewhere", "203.0.113.9:4000", "", "", http.StatusNotFound},
		{"elsewhere with the token", "203.0.113.9:4000", "", "Bearer secret", http.StatusOK},
		{"elsewhere with another", "203.0.113.9:4000", "", "Bearer guess", http.StatusNotFound},
	}
	g := New(nil)
	g.Observe(http.MethodGet, "/viec-lam", http.StatusOK, 3*time.Millisecond)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := httptest.NewRequest(http.MethodGet, "/metrics", nil)
			r.RemoteAddr = tt.from
			if tt.forwarded != "" {
				r.Header.Set("X-Forwarded-For", tt.forwarded)
			}
			r.Header.Set("Authorization", tt.bearer)
			w := httptest.NewRecorder()
			g.Guarded("secret").ServeHTTP(w, r)
			if w.Code != tt.want {
				t.Fatalf("status: got %d, want %d", w.Code, tt.want)
			}
			if w.Code == http.StatusOK && !strings.Contains(w.Body.String(), `cauviec_request_seconds_count{method="GET",route="/viec-lam",status="200"} 1`) {
				t.Error("the request is not counted")
			}
		})
	}
}
