package static

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"testing"

	"github.com/andybalholm/brotli"
)

// budget is how many compressed bytes the style sheet may have: every page
// waits for it.
const budget = 18 << 10

func get(t *testing.T, address, encoding string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, address, nil)
	r.Header.Set("Accept-Encoding", encoding)
	w := httptest.NewRecorder()
	Handler().ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r io.Reader) []byte {
	t.Helper()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestFilesAreServedAtTheAddressOfTheirContent(t *testing.T) {
	t.Parallel()
	for name, mediaType := range map[string]string{
		"app.css": "text/css; charset=utf-8", "htmx.min.js": "text/javascript; charset=utf-8", "favicon.svg": "image/svg+xml",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			address := Path(name)
			if !regexp.MustCompile(`^/static/[a-z.]+\.[0-9a-f]{12}\.(css|js|svg)$`).MatchString(address) {
				t.Errorf("address %s", address)
			}
			plain := get(t, address, "")
			if got := plain.Header.Get("Content-Type"); got != mediaType {
				t.Errorf("type %q, want %q", got, mediaType)
			}
			if got := plain.Header.Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
				t.Errorf("kept: %q", got)
			}
			whole := body(t, plain.Body)
			r, err := gzip.NewReader(get(t, address, "gzip, deflate").Body)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(body(t, r), whole) {
				t.Error("the zipped content is another")
			}
			if !bytes.Equal(body(t, brotli.NewReader(get(t, address, "gzip, deflate, br").Body)), whole) {
				t.Error("the content in brotli is another")
			}
		})
	}
}

func TestOtherAddressesAreNotFound(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"/static/", "/static/app.css", "/static/app.000000000000.css", "/static/../static.go"} {
		if status := get(t, address, "").StatusCode; status != http.StatusNotFound {
			t.Errorf("%s: status %d", address, status)
		}
	}
}

func TestTheStyleSheetStaysSmall(t *testing.T) {
	t.Parallel()
	if n := len(assets[Path("app.css")].zipped); n > budget {
		t.Errorf("app.css has %d bytes compressed; at most %d", n, budget)
	}
}

func TestAnUnknownFilePanics(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("a page would link to nothing")
		}
	}()
	Path("none.css")
}
