package route

import (
	"net/http"
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
