package saved

import (
	"net/url"
	"strings"
	"testing"

	"cauviec/internal/saved"
)

// FuzzBack: whatever a form says, the reader stays on the site.
func FuzzBack(f *testing.F) {
	for _, asked := range []string{"/viec-lam", "//example.vn", "/viec-lam//example.vn", "/viec-lam?q=\\", "https://example.vn", "/viec-lam/../x", "\x00"} {
		f.Add(asked, "7")
	}
	f.Fuzz(func(t *testing.T, asked, id string) {
		to := back(asked, id)
		u, err := url.Parse(to)
		if err == nil && (u.Host != "" || u.Scheme != "") || !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.ContainsAny(to, "\\\r\n") {
			t.Errorf("%q leads to %q", asked, to)
		}
	})
}

// FuzzNumbers: whatever a cookie says, there are few numbers, each once.
func FuzzNumbers(f *testing.F) {
	f.Add("1.2.3")
	f.Add("1.1.-1.x.99999999999999999999")
	f.Fuzz(func(t *testing.T, words string) {
		seen := map[int64]bool{}
		for _, id := range numbers(strings.Split(words, "."), saved.Most) {
			if id <= 0 || seen[id] {
				t.Errorf("%q: %d", words, id)
			}
			seen[id] = true
		}
		if len(seen) > saved.Most {
			t.Errorf("%q: %d numbers", words, len(seen))
		}
	})
}
