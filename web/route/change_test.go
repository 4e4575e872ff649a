package route_test

import (
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/web/route"
)

const key = "k-0123456789abcdef"

func keyed() url.Values { return url.Values{route.KeyField: {key}} }

func TestAFailedChangeChangesNothing(t *testing.T) {
	t.Parallel()
	failures := map[string]struct {
		answer route.Handler
		status int
	}{
		"error":    {func(http.ResponseWriter, *http.Request) error { return errs.Conflict }, http.StatusConflict},
		"problems": {func(http.ResponseWriter, *http.Request) error { return errs.One("name", "problem.required") }, http.StatusUnprocessableEntity},
		"page": {func(w http.ResponseWriter, _ *http.Request) error {
			w.WriteHeader(http.StatusUnprocessableEntity)
			_, err := w.Write([]byte("the form again"))
			return err
		}, http.StatusUnprocessableEntity},
		"panic": {func(http.ResponseWriter, *http.Request) error { panic("nobody expects it") }, http.StatusInternalServerError},
	}
	for name, tt := range failures {
		for form, values := range map[string]url.Values{"with a key": keyed(), "without": {}} {
			t.Run(name+" "+form, func(t *testing.T) {
				t.Parallel()
				s := newSite(t)
				s.mount(route.Post("/viec", access.SignedIn, func(w http.ResponseWriter, r *http.Request) error {
					s.write(r.Context(), name)
					return tt.answer(w, r)
				}))
				if a := s.post("/viec", values); a.Code != tt.status {
					t.Errorf("answered %d, want %d", a.Code, tt.status)
				}
				if n := s.written(); n != 0 {
					t.Errorf("%d rows were kept", n)
				}
			})
		}
	}
}

func TestAnEachKeepsWhatItWroteBeforeItFailed(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.mount(route.Each("/vao", access.Public, func(_ http.ResponseWriter, r *http.Request) error {
		s.write(r.Context(), "attempt")
		return errs.One("password", "problem.required")
	}))
	s.post("/vao", keyed())
	s.post("/vao", keyed())
	if n := s.written(); n != 2 {
		t.Errorf("%d rows, want one of each sending", n)
	}
}

func TestWhatMustStayIsWrittenOutside(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.mount(route.Post("/viec", access.SignedIn, func(_ http.ResponseWriter, r *http.Request) error {
		s.write(postgres.Outside(r.Context()), "refusal")
		return errs.Forbidden
	}))
	s.post("/viec", keyed())
	if n := s.written(); n != 1 {
		t.Errorf("%d rows, want the one that must stay", n)
	}
}

// TestARepeatedFormActsOnce sends a form again and again, also at once.
func TestARepeatedFormActsOnce(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	var runs atomic.Int64
	s.mount(route.Post("/viec", access.SignedIn, func(w http.ResponseWriter, r *http.Request) error {
		s.write(r.Context(), "work")
		runs.Add(1)
		return route.SeeOther(w, r, "/viec/7?moi")
	}))
	var together sync.WaitGroup
	for range 6 {
		together.Go(func() {
			if a := s.post("/viec", keyed()); a.Code != http.StatusSeeOther || a.Header().Get("Location") != "/viec/7?moi" {
				t.Errorf("answered %d to %q", a.Code, a.Header().Get("Location"))
			}
		})
	}
	together.Wait()
	if n := s.written(); n != 1 || runs.Load() != 1 {
		t.Errorf("%d rows by %d runs, want one", n, runs.Load())
	}
}

// TestAFormSentAgainWithOtherWordsIsNotLost: somebody goes back, writes
// something else and sends the form that was sent already.
func TestAFormSentAgainWithOtherWordsIsNotLost(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.mount(route.Post("/viec", access.SignedIn, func(w http.ResponseWriter, r *http.Request) error {
		s.write(r.Context(), r.PostFormValue("words"))
		return route.SeeOther(w, r, "/viec/7")
	}))
	form := keyed()
	form.Set("words", "trước")
	s.post("/viec", form)
	form.Set("words", "sau")
	a := s.post("/viec", form)
	page, err := goquery.NewDocumentFromReader(a.Body)
	if err != nil {
		t.Fatal(err)
	}
	if a.Code != http.StatusConflict || s.written() != 1 || page.Find(`a[href="/viec/7"]`).Length() != 1 {
		t.Errorf("answered %d, wrote %d", a.Code, s.written())
	}
	again := url.Values{}
	page.Find("form[action='/viec'] input").Each(func(_ int, field *goquery.Selection) {
		again.Add(field.AttrOr("name", ""), field.AttrOr("value", ""))
	})
	if again.Get("words") != "sau" || again.Get(route.KeyField) == form.Get(route.KeyField) {
		t.Errorf("the page keeps %v", again)
	}
	if a := s.post("/viec", again); a.Code != http.StatusSeeOther || s.written() != 2 {
		t.Errorf("as a new form: %d, wrote %d", a.Code, s.written())
	}
}

func TestAKeyBelongsToOneFormAndAccount(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	do := func(w http.ResponseWriter, r *http.Request) error { return route.SeeOther(w, r, "/xong") }
	s.mount(route.Post("/viec", access.SignedIn, do), route.Post("/viec-khac", access.SignedIn, do))
	s.post("/viec", keyed())
	if a := s.post("/viec-khac", keyed()); a.Code != http.StatusConflict {
		t.Errorf("another form with the key: %d", a.Code)
	}
	s.account = 2
	if a := s.post("/viec", keyed()); a.Code != http.StatusConflict {
		t.Errorf("another account with the key: %d", a.Code)
	}
}

// TestAMendedFormMayUseItsKey: a form that was refused is sent again with the
// key that its page kept.
func TestAMendedFormMayUseItsKey(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.mount(route.Post("/viec", access.SignedIn, func(w http.ResponseWriter, r *http.Request) error {
		if r.PostFormValue("name") == "" {
			return errs.One("name", "problem.required")
		}
		s.write(r.Context(), "work")
		return route.SeeOther(w, r, "/xong")
	}))
	if a := s.post("/viec", keyed()); a.Code != http.StatusUnprocessableEntity {
		t.Fatalf("the empty form: %d", a.Code)
	}
	mended := keyed()
	mended.Set("name", "Lan")
	if a := s.post("/viec", mended); a.Code != http.StatusSeeOther || s.written() != 1 {
		t.Errorf("the mended form: %d, %d rows", a.Code, s.written())
	}
}

func TestAKeyHasAShape(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.mount(route.Post("/viec", access.SignedIn, func(w http.ResponseWriter, r *http.Request) error {
		return route.SeeOther(w, r, "/xong")
	}))
	for _, bad := range []string{"short", strings.Repeat("a", 65), "0123456789abcde'", "0123456789 abcdef", "0123456789abcdé"} {
		if a := s.post("/viec", url.Values{route.KeyField: {bad}}); a.Code != http.StatusUnprocessableEntity {
			t.Errorf("%q: %d", bad, a.Code)
		}
	}
}

func TestAFormHasALimit(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	do := func(w http.ResponseWriter, r *http.Request) error {
		s.write(r.Context(), "read")
		return route.SeeOther(w, r, "/xong")
	}
	s.mount(route.Post("/viec", access.SignedIn, do), route.Upload("/tep", access.SignedIn, do))
	long := url.Values{"words": {strings.Repeat("a", 2<<20)}}
	if a := s.post("/viec", long); a.Code != http.StatusUnprocessableEntity || s.written() != 0 {
		t.Errorf("2 MB to a plain form: %d, %d rows", a.Code, s.written())
	}
	if a := s.post("/tep", long); a.Code != http.StatusSeeOther || s.written() != 1 {
		t.Errorf("2 MB to a form with files: %d, %d rows", a.Code, s.written())
	}
	for kind, body := range map[string]string{"text/;": "a=b", "multipart/form-data": "a=b", "application/x-www-form-urlencoded": "a=%zz"} {
		if a := s.send("/viec", kind, body); a.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s %q: %d", kind, body, a.Code)
		}
	}
	if n := s.written(); n != 1 {
		t.Errorf("%d rows of forms that cannot be read", n-1)
	}
}
