package dashboards_test

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/go-chi/chi/v5"
	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/people"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/startup"
	"cauviec/web"
	"cauviec/web/route"
	"cauviec/web/static"
)

var now = clock.Fixed(clock.MustDay("14/10/2026").At(9, 0))

// world is the whole site over the sample world; who is signed in is said by
// the request's header or, in a browser, by a cookie.
type world struct {
	t       *testing.T
	db      *postgres.DB
	handler http.Handler
	actors  map[string]access.Actor
}

const whoHeader = "X-Test-Account"

func newWorld(t *testing.T) *world {
	t.Helper()
	pool := postgrestest.Pool(t)
	w := &world{t: t, db: postgres.New(pool), actors: map[string]access.Actor{}}
	w.must(startup.Fill(t.Context(), w.db, pool, now, true))
	deps := web.Deps{DB: w.db, Now: now, Log: slog.New(slog.NewTextHandler(io.Discard, nil))}
	router := chi.NewRouter()
	router.Handle("/static/*", static.Handler())
	router.Group(func(r chi.Router) {
		r.Use(route.Speak, w.signIn)
		route.Site{DB: w.db, Now: now, Log: deps.Log}.Mount(r, web.Routes(deps, nil))
	})
	w.handler = router
	return w
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// actor is the sample account of that name.
func (w *world) actor(username string) access.Actor {
	w.t.Helper()
	if a, ok := w.actors[username]; ok {
		return a
	}
	id, err := postgres.Value[int64](w.t.Context(), w.db, `SELECT id FROM accounts WHERE username = @username`, pgx.StrictNamedArgs{"username": username})
	w.must(err)
	who, err := (&people.Store{DB: w.db, Now: now}).Present(w.t.Context(), id, 1)
	w.must(err)
	w.actors[username] = who.Actor
	return who.Actor
}

func (w *world) signIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		username := r.Header.Get(whoHeader)
		if cookie, err := r.Cookie("who"); err == nil {
			username = cookie.Value
		}
		if username != "" {
			r = r.WithContext(access.With(r.Context(), w.actor(username)))
		}
		next.ServeHTTP(rw, r)
	})
}

// get asks for a page and wants a status.
func (w *world) get(username, path string, want int) *goquery.Document {
	w.t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set(whoHeader, username)
	rec := httptest.NewRecorder()
	w.handler.ServeHTTP(rec, r)
	if rec.Code != want {
		w.t.Fatalf("%s: %s: got %d, want %d", username, path, rec.Code, want)
	}
	doc, err := goquery.NewDocumentFromReader(rec.Body)
	w.must(err)
	return doc
}

// rows counts the rows of a list over all of its pages.
func (w *world) rows(username, path string) int {
	w.t.Helper()
	n := 0
	for range 100 {
		doc := w.get(username, path, http.StatusOK)
		n += doc.Find("main tbody tr").Length() + doc.Find("main .cards > li").Length()
		next, more := doc.Find(`main a[rel="next"]`).Attr("href")
		if !more {
			return n
		}
		path = next
	}
	w.t.Fatalf("%s has no end", path)
	return n
}

// account is the name of the sample account that a query chooses.
func (w *world) account(sql string) string {
	w.t.Helper()
	name, err := postgres.Value[string](w.t.Context(), w.db, sql)
	w.must(err)
	return name
}

// everyKind are accounts of each kind of body, with a commune that was given
// an obligation and an employer that has orders and people.
func (w *world) everyKind() []string {
	return []string{
		"ls-ubnd", "ls-sldtbxh", "ls-ttdvvl", "ls-sgtvt", "ls-bao", "ls-dai", "ls-huu-lung", "ls-dinh-lap",
		"bg-ubnd", "bg-sldtbxh", "bg-ttdvvl", "bg-sgtvt", "bg-bao", "bg-dai", "bg-bqlkcn",
		w.account(`SELECT a.username FROM accounts a JOIN obligations o ON o.lead_body_id = a.body_id AND o.parent_id IS NOT NULL ORDER BY a.id LIMIT 1`),
		w.account(`SELECT a.username FROM accounts a JOIN employers e ON e.body_id = a.body_id
			JOIN vacancies v ON v.employer_id = e.id JOIN referrals r ON r.vacancy_id = v.id AND r.status = 'introduced'
			GROUP BY a.id ORDER BY count(*) DESC, a.id LIMIT 1`),
	}
}
