package index_test

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/postgres"
	"cauviec/internal/search"
	"cauviec/internal/search/index"
)

// patience is how long a test waits for what has to come.
const patience = 20 * time.Second

// until waits for a condition.
func until(tb testing.TB, what string, holds func() bool) {
	tb.Helper()
	for begun := time.Now(); !holds(); time.Sleep(2 * time.Millisecond) {
		if time.Since(begun) > patience {
			tb.Fatalf("waited %s for %s", patience, what)
		}
	}
}

// process is an index over a pool of its own, as another process has it.
func process(t *testing.T, url string, every time.Duration) *index.Index {
	t.Helper()
	db, pool, err := postgres.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	x := index.New(db, noon)
	follow(t, x, pool, every)
	return x
}

// follow runs the index until the test ends, and waits until it is loaded.
func follow(t *testing.T, x *index.Index, pool *pgxpool.Pool, every time.Duration) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		x.Follow(ctx, pool, every, slog.New(slog.DiscardHandler))
	}()
	t.Cleanup(func() {
		cancel()
		<-stopped
	})
	until(t, "the index to load", x.Loaded)
}

func ids(tb testing.TB, s search.Search) []int64 {
	tb.Helper()
	found, err := s.Find(context.Background(), search.Query{Limit: 100}, today)
	if err != nil {
		tb.Fatal(err)
	}
	return found.IDs
}
