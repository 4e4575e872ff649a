package signin_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/go-chi/chi/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/people"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/static"
	"cauviec/web/ui"
)

const password = "hoa hồi nở trên núi"

var hash = sync.OnceValues(func() (string, error) { return people.Hash(context.Background(), password) })

// site is a small site around the pages of signing in.
type site struct {
	*httptest.Server
	pool   *pgxpool.Pool
	people *people.Store
	ahead  atomic.Int64 // how far the clock was moved
}

func (s *site) now() time.Time {
	return time.Date(2024, 4, 5, 5, 0, 0, 0, time.UTC).Add(time.Duration(s.ahead.Load()))
}

func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{pool: postgrestest.Pool(t)}
	db, now := postgres.New(s.pool), clock.Clock(s.now)
	s.people = &people.Store{DB: db, Now: now}
	base := route.Site{DB: db, Now: now, Log: slog.New(slog.DiscardHandler)}
	sessions := signin.New(signin.Options{Pool: s.pool, People: s.people, Now: now, Fail: base.Fail})
	screens := &signin.Screens{Sessions: sessions, People: s.people, Bodies: &body.Store{DB: db, Now: now}}
	router := chi.NewRouter()
	router.Handle("/static/*", static.Handler())
	router.Group(func(router chi.Router) {
		router.Use(sample, route.Speak, sessions.Middleware)
		base.Mount(router, append(screens.Routes(),
			route.Get("/bang-dieu-khien", access.SignedIn, func(w http.ResponseWriter, r *http.Request) error {
				return route.SeeOther(w, r, "/nha")
			}),
			route.Get("/nha", access.SignedIn, func(w http.ResponseWriter, r *http.Request) error {
				return route.Page(w, r, http.StatusOK, ui.Staff(ui.Page{Title: "Nhà"}))
			}),
			route.Post("/viec", access.SignedIn, func(w http.ResponseWriter, r *http.Request) error {
				signin.Flash(r.Context(), "Việc đã xong.")
				return route.SeeOther(w, r, "/bang-dieu-khien")
			})))
	})
	s.Server = httptest.NewServer(router)
	t.Cleanup(s.Close)
	s.fill(t)
	return s
}

// sample marks the site as one of the sample world when its address asks.
func sample(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(ui.WithSample(r.Context(), r.URL.Query().Has("mau"))))
	})
}

func (s *site) fill(t *testing.T) {
	t.Helper()
	h, err := hash()
	if err != nil {
		t.Fatal(err)
	}
	err = s.people.BulkCreate(t.Context(), []people.Seed{
		{Username: "lan", FullName: "Hoàng Thị Lan", BodySlug: "ls-ttdvvl", Role: access.Admin},
		{Username: "binh", FullName: "Nông Văn Bình", BodySlug: "ls-ttdvvl", Role: access.Staff},
	}, h)
	if err != nil {
		t.Fatal(err)
	}
}

// browser keeps cookies and does not follow redirects.
type browser struct {
	t    *testing.T
	site *site
	http.Client
}

func (s *site) browser(t *testing.T) *browser {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	b := &browser{t: t, site: s}
	b.Jar = jar
	b.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return b
}

// answer is a response, read.
type answer struct {
	*http.Response
	page *goquery.Document
	text string
}

func (b *browser) do(r *http.Request) answer {
	b.t.Helper()
	response, err := b.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	page, err := goquery.NewDocumentFromReader(strings.NewReader(string(text)))
	if err != nil {
		b.t.Fatal(err)
	}
	return answer{response, page, string(text)}
}

func (b *browser) get(path string) answer {
	b.t.Helper()
	r, err := http.NewRequestWithContext(b.t.Context(), http.MethodGet, b.site.URL+path, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	return b.do(r)
}

func (b *browser) post(path string, fields ...string) answer {
	b.t.Helper()
	form := url.Values{}
	for i := 0; i < len(fields); i += 2 {
		form.Set(fields[i], fields[i+1])
	}
	r, err := http.NewRequestWithContext(b.t.Context(), http.MethodPost, b.site.URL+path, strings.NewReader(form.Encode()))
	if err != nil {
		b.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return b.do(r)
}

func (b *browser) signIn(username, password string) answer {
	b.t.Helper()
	return b.post("/dang-nhap", "username", username, "password", password)
}

func (b *browser) token() string {
	at, err := url.Parse(b.site.URL)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, cookie := range b.Jar.Cookies(at) {
		if cookie.Name == "cauviec_session" {
			return cookie.Value
		}
	}
	return ""
}

func (b *browser) plant(token string) {
	at, err := url.Parse(b.site.URL)
	if err != nil {
		b.t.Fatal(err)
	}
	b.Jar.SetCookies(at, []*http.Cookie{{Name: "cauviec_session", Value: token, Path: "/"}})
}

// leads checks that the answer sends on to a place.
func leads(t *testing.T, a answer, where string) {
	t.Helper()
	if a.StatusCode != http.StatusSeeOther || a.Header.Get("Location") != where {
		t.Fatalf("got %d to %q, want 303 to %q", a.StatusCode, a.Header.Get("Location"), where)
	}
}
