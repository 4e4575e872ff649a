package route_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/web/route"
	"cauviec/web/ui"
)

const secret = "password=hunter2 of Lan 0912345678"

func TestFailuresBecomePages(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	failures := []struct {
		err    error
		status int
	}{
		{errs.NotFound, http.StatusNotFound},
		{errs.Forbidden, http.StatusForbidden},
		{errs.Conflict, http.StatusConflict},
		{errs.Invalid, http.StatusUnprocessableEntity},
		{errs.One("name", "problem.required"), http.StatusUnprocessableEntity},
		{fmt.Errorf("vacancy.Publish(7): %w", errs.NotFound), http.StatusNotFound},
		{errors.Join(errs.Conflict, errors.New(secret)), http.StatusConflict},
		{errors.New(secret), http.StatusInternalServerError},
		{context.DeadlineExceeded, http.StatusInternalServerError},
	}
	for i, f := range failures {
		path := "/loi/" + strconv.Itoa(i)
		s.mount(route.Get(path, access.Public, func(http.ResponseWriter, *http.Request) error { return f.err }))
		a := s.get(path)
		if a.Code != f.status {
			t.Errorf("%v: answered %d, want %d", f.err, a.Code, f.status)
		}
		if body := a.Body.String(); strings.Contains(body, secret) || !strings.Contains(body, `data-test="error"`) || strings.Contains(body, "failure.") {
			t.Errorf("%v: the page is not calm:\n%.300s", f.err, body)
		}
		if a.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%v: the page may be kept", f.err)
		}
	}
}

func TestWhoIsNotSignedInIsAskedTo(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.account = 0
	never := func(http.ResponseWriter, *http.Request) error { return errors.New("the handler ran") }
	s.mount(route.Get("/nhiem-vu", access.ReadObligations, never), route.Post("/nhiem-vu", access.WorkObligations, never))
	if a := s.get("/nhiem-vu?loc=tre"); a.Code != http.StatusSeeOther || a.Header().Get("Location") != "/dang-nhap?toi=%2Fnhiem-vu%3Floc%3Dtre" {
		t.Errorf("a page: %d to %q", a.Code, a.Header().Get("Location"))
	}
	if a := s.post("/nhiem-vu", nil); a.Code != http.StatusUnauthorized {
		t.Errorf("a change: %d", a.Code)
	}
	s.account = 1
	s.mount(route.Post("/cham", access.JudgeObligations, never))
	if a := s.post("/cham", nil); a.Code != http.StatusForbidden {
		t.Errorf("somebody else's change: %d", a.Code)
	}
}

// What was typed while a session ended is on the page that asks to sign in, to
// be sent again as it was; passwords are not.
func TestWhatWasTypedOutlivesTheSession(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.mount(route.Post("/nhiem-vu", access.ReadObligations, func(w http.ResponseWriter, r *http.Request) error {
		s.write(r.Context(), r.PostFormValue("words"))
		return route.SeeOther(w, r, "/xong")
	}))
	s.account = 0
	form := url.Values{"_key": {"ABCDEFGHIJKLMNOPQRSTUVWXYZ"}, "words": {`gõ "rất lâu" <b>`}, "benefits": {"a", "b"}}
	a := s.post("/nhiem-vu", form)
	page := a.Body.String()
	for _, want := range []string{`name="_key" value="ABCDEFGHIJKLMNOPQRSTUVWXYZ"`, `value="gõ &#34;rất lâu&#34; &lt;b&gt;"`, `name="benefits" value="a"`, `name="benefits" value="b"`, `action="/nhiem-vu"`} {
		if a.Code != http.StatusUnauthorized || !strings.Contains(page, want) {
			t.Errorf("%d: no %s", a.Code, want)
		}
	}
	form.Set("again", "mat-khau-moi")
	if a := s.post("/nhiem-vu", form); a.Code != http.StatusUnauthorized || strings.Contains(a.Body.String(), "mat-khau-moi") {
		t.Error(a.Code, "a password is shown again")
	}
	form.Del("again")
	s.account = 1
	if a := s.post("/nhiem-vu", form); a.Code != http.StatusSeeOther || s.written() != 1 {
		t.Error(a.Code, s.written())
	}
}

func TestAPanicBecomesTheCalmPage(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.mount(route.Get("/hong", access.Public, func(http.ResponseWriter, *http.Request) error { panic(secret) }))
	s.mount(route.Get("/nua", access.Public, func(w http.ResponseWriter, r *http.Request) error {
		return route.Page(w, r, http.StatusOK, templ.ComponentFunc(func(context.Context, io.Writer) error {
			return errors.New(secret)
		}))
	}))
	for _, path := range []string{"/hong", "/nua"} {
		a := s.get(path)
		if a.Code != http.StatusInternalServerError || !strings.Contains(a.Body.String(), `data-test="error"`) {
			t.Errorf("%s: %d %.200s", path, a.Code, a.Body)
		}
		if strings.Contains(a.Body.String(), "hunter2") {
			t.Errorf("%s tells what failed", path)
		}
		if id := a.Header().Get("X-Request-Id"); !strings.Contains(s.logged.String(), id) {
			t.Errorf("%s: the log does not know request %s", path, id)
		}
	}
}

func TestEveryAnswerCarriesItsHeaders(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.mount(route.Get("/trang", access.Public, func(w http.ResponseWriter, r *http.Request) error {
		return route.Page(w, r, http.StatusOK, ui.ErrorPage(http.StatusNotFound, "failure.not_found"))
	}))
	a := s.get("/trang")
	for _, header := range []string{"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "X-Request-Id"} {
		if a.Header().Get(header) == "" {
			t.Errorf("no %s", header)
		}
	}
	policy := a.Header().Get("Content-Security-Policy")
	if strings.Contains(policy, "unsafe") || !strings.Contains(policy, "script-src 'self'") || !strings.Contains(policy, "frame-ancestors 'none'") {
		t.Errorf("the policy is %q", policy)
	}
}

func TestARouteNeedsARule(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	for _, need := range []access.Need{"", "a_need_without_a_rule"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("a route that needs %q was mounted", need)
				}
			}()
			s.mount(route.Get("/x", need, nil))
		}()
	}
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.mount(route.Get("/trang", access.Public, func(w http.ResponseWriter, r *http.Request) error {
		return route.Page(w, r, http.StatusOK, ui.ErrorPage(http.StatusNotFound, "failure.not_found"))
	}))
	for query, want := range map[string]string{"": "vi", "?lang=en": "en", "?lang=vi": "vi", "?lang=fr": "vi", "?lang=%00": "vi"} {
		a := s.get("/trang" + query)
		if !strings.Contains(a.Body.String(), `<html lang="`+want+`"`) {
			t.Errorf("%q is not in %s", query, want)
		}
		if set := a.Header().Get("Set-Cookie") != ""; set != (query == "?lang=en" || query == "?lang=vi") {
			t.Errorf("%q: cookie %q", query, a.Header().Get("Set-Cookie"))
		}
	}
}

// FuzzID: whatever stands in the address is a positive number or NotFound.
func FuzzID(f *testing.F) {
	for _, seed := range []string{"12", "12-cong-nhan-may", "0", "-1", "9223372036854775808", "١٢", "12x", "", "-", "+5", "0x10", "1_000", "1e3"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, word string) {
		params := chi.NewRouteContext()
		params.URLParams.Add("id", word)
		r := httptest.NewRequestWithContext(context.WithValue(t.Context(), chi.RouteCtxKey, params), http.MethodGet, "/", nil)
		id, err := route.ID(r, "id")
		if err != nil {
			if !errors.Is(err, errs.NotFound) || id != 0 {
				t.Fatalf("%q: %d, %v", word, id, err)
			}
			return
		}
		digits, _, _ := strings.Cut(word, "-")
		if want, err := strconv.ParseUint(digits, 10, 63); err != nil && !strings.HasPrefix(digits, "+") || id <= 0 || want != 0 && int64(want) != id {
			t.Fatalf("%q became %d", word, id)
		}
	})
}

func TestID(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]int64{"12": 12, "12-cong-nhan-may": 12, "0": 0, "-1": 0, "x": 0, "12x": 0, "9223372036854775808": 0, "": 0} {
		params := chi.NewRouteContext()
		params.URLParams.Add("id", word)
		r := httptest.NewRequestWithContext(context.WithValue(t.Context(), chi.RouteCtxKey, params), http.MethodGet, "/", nil)
		if id, err := route.ID(r, "id"); id != want || (err == nil) != (want > 0) {
			t.Errorf("%q: %d, %v", word, id, err)
		}
	}
}
