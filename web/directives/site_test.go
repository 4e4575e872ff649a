package directives

import (
	"bytes"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/go-chi/chi/v5"
	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/directive"
	"cauviec/internal/obligation"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/web/route"
	"cauviec/web/static"
	"cauviec/web/ui"
)

var noon = clock.Fixed(clock.MustDay("20/03/2024").At(12, 0))

// site serves the pages over a real database; a cookie says who is signed in.
type site struct {
	t       *testing.T
	db      *postgres.DB
	handler http.Handler
	actors  map[string]access.Actor
}

const whoCookie = "body"

func newSite(t *testing.T, db *postgres.DB) *site {
	t.Helper()
	s := &site{t: t, db: db, actors: map[string]access.Actor{}}
	for _, slug := range []string{"ls-ubnd", "ls-sgtvt", "ls-chi-lang", "bg-ubnd"} {
		s.signUp(slug)
	}
	router := chi.NewRouter()
	router.Handle("/static/*", static.Handler())
	router.Group(func(r chi.Router) {
		r.Use(route.Speak, s.signIn)
		screens := &Screens{Directives: &directive.Store{DB: db, Now: noon}, Obligations: &obligation.Store{DB: db, Now: noon}, Now: noon}
		route.Site{DB: db, Now: noon, Log: slog.New(slog.NewTextHandler(io.Discard, nil))}.Mount(r, screens.Routes())
	})
	s.handler = router
	return s
}

func (s *site) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// signUp makes an account for a body.
func (s *site) signUp(slug string) {
	s.t.Helper()
	b, err := (&body.Store{DB: s.db, Now: noon}).BySlug(s.t.Context(), slug)
	s.must(err)
	account, err := postgres.Value[int64](s.t.Context(), s.db, `
		INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
		VALUES (@slug, '-', 'Hoàng Thị Lan', @body, 'staff', @now)
		RETURNING id`, pgx.StrictNamedArgs{"slug": slug, "body": b.ID, "now": noon.Now()})
	s.must(err)
	s.actors[slug] = access.Actor{Account: account, Name: "Hoàng Thị Lan", Role: access.Staff, Body: b.ID, BodySlug: slug, Bodies: []int64{b.ID}, Seat: b.Seat()}
}

func (s *site) signIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if cookie, err := r.Cookie(whoCookie); err == nil {
			if a, ok := s.actors[cookie.Value]; ok {
				r = r.WithContext(ui.WithBody(access.With(r.Context(), a), ui.Body{Short: a.BodySlug, Full: a.BodySlug}))
			}
		}
		next.ServeHTTP(w, r)
	})
}

// answer is a response with its page parsed.
type answer struct {
	*httptest.ResponseRecorder
	*goquery.Document
}

func (s *site) do(slug string, r *http.Request) answer {
	s.t.Helper()
	r.AddCookie(&http.Cookie{Name: whoCookie, Value: slug})
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	page, err := goquery.NewDocumentFromReader(bytes.NewReader(w.Body.Bytes()))
	s.must(err)
	return answer{w, page}
}

func (s *site) get(slug, path string) answer {
	s.t.Helper()
	return s.do(slug, httptest.NewRequestWithContext(s.t.Context(), http.MethodGet, path, nil))
}

func (s *site) post(slug, path string, values url.Values) answer {
	s.t.Helper()
	r := httptest.NewRequestWithContext(s.t.Context(), http.MethodPost, path, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return s.do(slug, r)
}

// enter posts the entry form with a text or, when it has a name, a file.
func (s *site) enter(slug, words, name string, data []byte) answer {
	s.t.Helper()
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	s.must(form.WriteField("words", words))
	part, err := form.CreateFormFile("file", name)
	s.must(err)
	_, err = part.Write(data)
	s.must(err)
	s.must(form.Close())
	r := httptest.NewRequestWithContext(s.t.Context(), http.MethodPost, home+"/nhap", &b)
	r.Header.Set("Content-Type", form.FormDataContentType())
	return s.do(slug, r)
}

// send posts a form of a page as it stands there, with some values changed.
func (s *site) send(slug string, form *goquery.Selection, change url.Values) answer {
	s.t.Helper()
	path, ok := form.Attr("action")
	if !ok {
		s.t.Fatal("there is no such form")
	}
	return s.post(slug, path, filled(form, change))
}

// filled reads a form as a browser would send it.
func filled(form *goquery.Selection, change url.Values) url.Values {
	values := url.Values{}
	form.Find("input").Each(func(_ int, in *goquery.Selection) {
		_, checked := in.Attr("checked")
		if kind := in.AttrOr("type", ""); kind == "radio" || kind == "checkbox" {
			if !checked {
				return
			}
		}
		values.Add(in.AttrOr("name", ""), in.AttrOr("value", ""))
	})
	form.Find("textarea").Each(func(_ int, in *goquery.Selection) { values.Set(in.AttrOr("name", ""), in.Text()) })
	form.Find("select").Each(func(_ int, in *goquery.Selection) {
		values.Set(in.AttrOr("name", ""), in.Find("option[selected]").AttrOr("value", ""))
	})
	for name, value := range change {
		values[name] = value
	}
	return values
}

func (s *site) want(a answer, status int) {
	s.t.Helper()
	if a.Code != status {
		s.t.Fatalf("got %d, want %d: %s", a.Code, status, squeeze(a.Find("h1, [data-test=problems]").Text()))
	}
}

func squeeze(words string) string { return strings.Join(strings.Fields(words), " ") }

const foundingFile = "../../internal/startup/founding-notice.txt"

func founding(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(foundingFile)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// underReview is a site with the founding notice entered, and its review.
func underReview(t *testing.T) (*site, string) {
	t.Helper()
	s := newSite(t, postgrestest.Tx(t))
	a := s.enter("ls-ubnd", founding(t), "", nil)
	s.want(a, http.StatusSeeOther)
	return s, a.Header().Get("Location")
}

// proposalOf is the first proposal beside a clause.
func proposalOf(a answer, path string) *goquery.Selection {
	return a.Find(`[data-test="clause-` + path + `"] [data-test=proposal]`).First()
}

// openForm opens the form of the first proposal of a clause.
func (s *site) openForm(review, path string) *goquery.Selection {
	s.t.Helper()
	href, ok := proposalOf(s.get("ls-ubnd", review), path).Find("[data-test=edit]").Attr("href")
	if !ok {
		s.t.Fatalf("clause %s offers no correction", path)
	}
	address, _, _ := strings.Cut(href, "#")
	return proposalOf(s.get("ls-ubnd", address), path).Find("form.form")
}
