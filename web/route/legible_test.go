package route_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"cauviec/internal/access"
	"cauviec/web/route"
)

// keeping answers with what was asked for, once the database has kept it.
func keeping(s *site) route.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		words := r.FormValue("q") + "|" + r.PostFormValue("words") + "|" + r.URL.RequestURI()
		if _, err := s.db.Exec(r.Context(), `INSERT INTO written (words) VALUES ($1)`, words); err != nil {
			return err
		}
		_, err := w.Write([]byte(words))
		return err
	}
}

func legibleSite(t *testing.T) (*site, http.Handler) {
	t.Helper()
	s := newSite(t)
	s.mount(route.Get("/tim", access.Public, keeping(s)), route.Get("/noi/{slug}", access.Public, keeping(s)),
		route.Post("/viec", access.Public, keeping(s)), route.Upload("/tep", access.Public, keeping(s)))
	return s, s.base.Legible(s.router)
}

func TestAddressesAreLegible(t *testing.T) {
	t.Parallel()
	_, site := legibleSite(t)
	for address, want := range map[string]string{
		"/tim?q=may+m%E1%BA%B7c": "may mặc||/tim?q=may+m%E1%BA%B7c",
		"/tim?q=%00may%00":       "may||/tim?q=may",
		"/tim?q=m%ffay&%fe=1":    "may||/tim?q=may",
		"/noi/a%00b":             "",
		"/noi/%ff":               "",
	} {
		w := httptest.NewRecorder()
		site.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, address, nil))
		switch {
		case want == "" && w.Code != http.StatusNotFound:
			t.Errorf("%s answered %d, want not found", address, w.Code)
		case want != "" && w.Body.String() != want:
			t.Errorf("%s answered %d %q, want %q", address, w.Code, w.Body, want)
		}
	}
}

func TestFormsAreLegible(t *testing.T) {
	t.Parallel()
	_, site := legibleSite(t)
	const parts = "--x\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nmay\x00\xff\r\n--x--\r\n"
	for _, form := range []struct{ path, kind, body string }{
		{"/viec", "application/x-www-form-urlencoded", "words=%00m%ffay"},
		{"/tep", "multipart/form-data; boundary=x", parts},
	} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, form.path, strings.NewReader(form.body))
		r.Header.Set("Content-Type", form.kind)
		w := httptest.NewRecorder()
		site.ServeHTTP(w, r)
		if want := "|may|" + form.path; w.Body.String() != want {
			t.Errorf("%s answered %d %q, want %q", form.path, w.Code, w.Body, want)
		}
	}
}
