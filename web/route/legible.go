package route

import (
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"cauviec/internal/errs"
)

// Legible leaves out of an address's query what is no text: bytes that are not
// UTF-8, and NUL, which no keyboard types and no database keeps. A path with
// them leads nowhere. Forms are read in the same way.
func (s Site) Legible(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !legible(r.URL.Path) {
			s.Fail(w, r, errs.NotFound)
			return
		}
		if values := r.URL.Query(); purge(values) {
			to := *r.URL
			to.RawQuery = values.Encode()
			clean := *r
			clean.URL, clean.RequestURI = &to, to.RequestURI()
			r = &clean
		}
		next.ServeHTTP(w, r)
	})
}

func legible(text string) bool { return utf8.ValidString(text) && strings.IndexByte(text, 0) < 0 }

// purge leaves out of values what is not legible, and reports whether there was
// any.
func purge(values url.Values) (found bool) {
	for name, list := range values {
		if !legible(name) {
			delete(values, name)
			found = true
			continue
		}
		for i, text := range list {
			if !legible(text) {
				list[i] = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\x00", "")
				found = true
			}
		}
	}
	return found
}
