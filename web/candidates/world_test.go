package candidates_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/go-chi/chi/v5"
	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/candidate"
	"cauviec/internal/clock"
	"cauviec/internal/people"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/web/candidates"
	"cauviec/web/route"
	"cauviec/web/static"
)

var noon = clock.MustDay("10/06/2026").At(12, 0)

// world is the pages over a database of the test's own, with one open vacancy.
type world struct {
	http.Handler
	db      *postgres.DB
	store   *candidate.Store
	people  *people.Store
	vacancy int64
	area    int64
	log     *safeBuffer
}

// safeBuffer is a log that handlers write at the same time.
type safeBuffer struct {
	sync.Mutex
	bytes.Buffer
}

// Write keeps a line.
func (b *safeBuffer) Write(p []byte) (int, error) {
	b.Lock()
	defer b.Unlock()
	return b.Buffer.Write(p)
}

func newWorld(t *testing.T) *world {
	t.Helper()
	db := postgrestest.DB(t)
	now := clock.Fixed(noon)
	w := &world{db: db, store: &candidate.Store{DB: db, Now: now}, people: &people.Store{DB: db, Now: now}, log: &safeBuffer{}}
	w.vacancy = w.order(t)
	communes, err := w.store.Communes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w.area = communes[3].ID
	log := slog.New(slog.NewJSONHandler(w.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	site := route.Site{DB: db, Now: now, Log: log}
	router := chi.NewRouter()
	router.Use(route.Identify, route.Record(log, func(string, string, int, time.Duration) {}), site.Recover, route.Secure, route.Speak, w.act)
	router.Handle(static.Prefix+"*", static.Handler())
	site.Mount(router, (&candidates.Screens{Candidates: w.store, Phone: "+842053812345"}).Routes())
	w.Handler = router
	err = w.people.BulkCreate(t.Context(), []people.Seed{
		{Username: "lan", FullName: "Trần Thị Lan", BodySlug: "ls-ttdvvl", Role: access.Staff},
		{Username: "huyen", FullName: "Nông Văn Bình", BodySlug: "ls-trang-dinh", Role: access.Staff},
		{Username: "nhansu", FullName: "Phạm Thu Hà", BodySlug: "dn-may", Role: access.Staff},
	}, "no password opens these accounts")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *world) order(t *testing.T) int64 {
	t.Helper()
	return value[int64](t, w, `
		WITH body AS (
		    INSERT INTO bodies (slug, kind, side, province_code, name_vi, short_vi, name_en, short_en, folded, valid_from)
		    VALUES ('dn-may', 'employer', 'destination', '24', 'Công ty May', 'May', 'Garment', 'Garment', 'may', '2024-03-13')
		    RETURNING id
		), employer AS (
		    INSERT INTO employers (body_id, tax_code, name, slug, folded, type, address, state, created_at)
		    SELECT id, '1', 'Công ty May Hồi Xuân', 'may', 'may', 'private', 'KCN', 'verified', @at FROM body RETURNING id
		)
		INSERT INTO vacancies (code, employer_id, status, title, slug, headcount, closes_on, revision, created_at)
		SELECT 'V1', id, 'published', 'Công nhân may công nghiệp', 'cong-nhan-may', 10, '2026-06-30', 1, @at FROM employer
		RETURNING id`, pgx.StrictNamedArgs{"at": noon})
}

func value[T any](t *testing.T, w *world, sql string, args pgx.StrictNamedArgs) T {
	t.Helper()
	v, err := postgres.Value[T](t.Context(), w.db, sql, args)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// act makes the account named by the request act.
func (w *world) act(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if cookie, err := r.Cookie("as"); err == nil {
			r = r.WithContext(access.With(r.Context(), w.actor(r, cookie.Value)))
		}
		next.ServeHTTP(rw, r)
	})
}

func (w *world) actor(r *http.Request, username string) access.Actor {
	id, err := postgres.Value[int64](r.Context(), w.db, `SELECT id FROM accounts WHERE username = @name`,
		pgx.StrictNamedArgs{"name": username})
	if err != nil {
		panic(err)
	}
	who, err := w.people.Present(r.Context(), id, 1)
	if err != nil {
		panic(err)
	}
	return who.Actor
}

// ask sends a request for an account, "" for a visitor; with words it is a
// form.
func (w *world) ask(t *testing.T, username, address string, words url.Values) (*httptest.ResponseRecorder, *goquery.Document) {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, address, nil)
	if words != nil {
		r = httptest.NewRequest(http.MethodPost, address, strings.NewReader(words.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if username != "" {
		r.AddCookie(&http.Cookie{Name: "as", Value: username})
	}
	rw := httptest.NewRecorder()
	w.ServeHTTP(rw, r)
	page, err := goquery.NewDocumentFromReader(strings.NewReader(rw.Body.String()))
	if err != nil {
		t.Fatal(err)
	}
	return rw, page
}

// page asks for what must be there.
func (w *world) page(t *testing.T, username, address string) *goquery.Document {
	t.Helper()
	rw, page := w.ask(t, username, address, nil)
	if rw.Code != http.StatusOK {
		t.Fatalf("GET %s: %d", address, rw.Code)
	}
	return page
}

// post sends what must succeed and returns where it leads.
func (w *world) post(t *testing.T, username, address string, words url.Values) string {
	t.Helper()
	rw, page := w.ask(t, username, address, words)
	if rw.Code != http.StatusSeeOther {
		t.Fatalf("POST %s: %d %s", address, rw.Code, strings.TrimSpace(page.Find("main").Text()))
	}
	return rw.Header().Get("Location")
}

func (w *world) formPath() string {
	return fmt.Sprintf("/viec-lam/%d-cong-nhan-may/dang-ky", w.vacancy)
}

func (w *world) words() url.Values {
	return url.Values{"full_name": {"Hoàng Thị Mẩy"}, "birth_year": {"2000"}, "phone": {"0912 345 678"},
		"area": {fmt.Sprint(w.area)}, "introduce": {"1"}}
}

// visitor registers and returns the code and the record's number.
func (w *world) visitor(t *testing.T) (code string, id int64) {
	t.Helper()
	location, err := url.Parse(w.post(t, "", w.formPath(), w.words()))
	if err != nil {
		t.Fatal(err)
	}
	code = location.Query().Get("ma")
	return code, value[int64](t, w, `SELECT id FROM candidates WHERE code = @code`, pgx.StrictNamedArgs{"code": code})
}

func test(page *goquery.Document, name string) *goquery.Selection {
	return page.Find(`[data-test="` + name + `"]`)
}
