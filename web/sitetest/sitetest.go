// Package sitetest gives tests the whole site over a sample world of their own,
// with clients that sign in to it. It is imported by tests only.
package sitetest

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/intake"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/search/index"
	"cauviec/internal/startup/startuptest"
	"cauviec/web"
	"cauviec/web/imports"
)

// Site is the whole site. Its clock stands at startuptest.Noon until it is
// moved.
type Site struct {
	http.Handler
	DB     *postgres.DB
	Logged *Record

	ahead atomic.Int64
}

// New returns a site over the sample world that belongs to the test.
func New(tb testing.TB) *Site {
	tb.Helper()
	db, pool, err := postgres.Open(tb.Context(), startuptest.URL(tb))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(pool.Close)
	return over(tb, db, pool)
}

// NewCounted is New with a count of the statements that the site asks of the
// database, its background work included.
func NewCounted(tb testing.TB) (*Site, *postgrestest.Queries) {
	tb.Helper()
	pool, queries := postgrestest.CountedPoolOf(tb, startuptest.URL(tb))
	return over(tb, postgres.New(pool), pool), queries
}

func over(tb testing.TB, db *postgres.DB, pool *pgxpool.Pool) *Site {
	s := &Site{DB: db, Logged: &Record{}}
	log := slog.New(slog.NewJSONHandler(s.Logged, nil))
	live := index.New(db, clock.Clock(s.now))
	follow(tb, func(ctx context.Context) { live.Follow(ctx, pool, index.CatchUp, log) })
	follow(tb, func(ctx context.Context) {
		imports.Store(db, clock.Clock(s.now)).Follow(ctx, access.Everything(), pool, intake.Every, log)
	})
	s.Handler = web.New(web.Deps{DB: db, Pool: pool, Now: clock.Clock(s.now), Log: log, Index: live, Sample: true})
	return s
}

// follow runs what works beside the pages until the test ends.
func follow(tb testing.TB, work func(ctx context.Context)) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { defer close(done); work(ctx) }()
	tb.Cleanup(func() { cancel(); <-done })
}

func (s *Site) now() time.Time { return startuptest.Noon.Add(time.Duration(s.ahead.Load())) }

// Today is the site's day.
func (s *Site) Today() clock.Day { return clock.DayOf(s.now()) }

// Move moves the site's clock ahead.
func (s *Site) Move(ahead time.Duration) { s.ahead.Add(int64(ahead)) }

// Serve puts the site on a port of this machine until the test ends and
// returns its address.
func (s *Site) Serve(tb testing.TB) string {
	tb.Helper()
	server := httptest.NewServer(s)
	tb.Cleanup(server.Close)
	return server.URL
}

// Record keeps what is logged.
type Record struct {
	mu  sync.Mutex
	all bytes.Buffer
}

// Write adds to the record.
func (r *Record) Write(b []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.all.Write(b)
}

// String returns the whole record.
func (r *Record) String() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.all.String()
}

// One returns the first value of a query, for tests that need an identifier.
func One[T any](tb testing.TB, s *Site, sql string, args ...any) T {
	tb.Helper()
	value, err := postgres.Value[T](tb.Context(), s.DB, sql, args...)
	if err != nil {
		tb.Fatalf("%s: %v", sql, err)
	}
	return value
}
