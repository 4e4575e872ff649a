package route

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestTakesZipped(t *testing.T) {
	t.Parallel()
	for accept, want := range map[string]bool{"": false, "gzip": true, "br, gzip": true, "GZIP;q=0.5": true, "gzip; q=1.0": true,
		"gzip;q=0": false, "gzip; q=0.000, br": false, "x-gzipped": false, "identity": false} {
		r := &http.Request{Header: http.Header{"Accept-Encoding": {accept}}}
		if got := TakesZipped(r); got != want {
			t.Errorf("%q: %v, want %v", accept, got, want)
		}
	}
}

// TestOnePackingForAll asks as newer browsers do.
func TestOnePackingForAll(t *testing.T) {
	t.Parallel()
	page := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write([]byte(strings.Repeat("<p>Việc làm</p>", 300)))
	})
	w, r := httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil)
	r.Header.Set("Accept-Encoding", "gzip, deflate, br, zstd")
	Compress(page).ServeHTTP(w, r)
	if got := w.Header().Get("Content-Encoding"); got != "gzip" {
		t.Errorf("packed as %q", got)
	}
	if got := w.Header().Get("Vary"); got != "Accept-Encoding" {
		t.Errorf("varies by %q", got)
	}
}
