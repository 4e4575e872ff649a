package route_test

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-chi/chi/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/web/route"
)

var noon = time.Date(2025, 5, 20, 5, 0, 0, 0, time.UTC)

// site is a small site with a table to write to; somebody is signed in unless
// account is 0.
type site struct {
	t       *testing.T
	db      *postgres.DB
	router  chi.Router
	account int64
	logged  lockedBuffer
	base    route.Site
}

type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(b)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{t: t, db: postgrestest.DB(t), router: chi.NewRouter(), account: 1}
	if _, err := s.db.Exec(t.Context(), `CREATE TABLE written (words text NOT NULL)`); err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.NewJSONHandler(&s.logged, nil))
	s.base = route.Site{DB: s.db, Now: clock.Fixed(noon), Log: log}
	observe := func(string, string, int, time.Duration) {}
	s.router.Use(route.Identify, route.Record(log, observe), s.base.Recover, route.Secure, route.Speak, s.signIn)
	return s
}

func (s *site) signIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		actor := access.Actor{Account: s.account, Body: 1, Seat: access.Seat{Side: access.Source, Kind: access.Centre}, Role: access.Staff}
		if s.account != 0 {
			r = r.WithContext(access.With(r.Context(), actor))
		}
		next.ServeHTTP(w, r)
	})
}

func (s *site) mount(routes ...route.Route) { s.base.Mount(s.router, routes) }

func (s *site) write(ctx context.Context, words string) {
	if _, err := s.db.Exec(ctx, `INSERT INTO written (words) VALUES ($1)`, words); err != nil {
		s.t.Error(err)
	}
}

func (s *site) written() int {
	s.t.Helper()
	n, err := postgres.Value[int](s.t.Context(), s.db, `SELECT count(*) FROM written`)
	if err != nil {
		s.t.Fatal(err)
	}
	return n
}

func (s *site) get(path string) *httptest.ResponseRecorder {
	return s.do(httptest.NewRequestWithContext(s.t.Context(), http.MethodGet, path, nil))
}

func (s *site) post(path string, form url.Values) *httptest.ResponseRecorder {
	return s.send(path, "application/x-www-form-urlencoded", form.Encode())
}

func (s *site) send(path, kind, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequestWithContext(s.t.Context(), http.MethodPost, path, strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	return s.do(r)
}

func (s *site) do(r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	s.router.ServeHTTP(w, r)
	return w
}
