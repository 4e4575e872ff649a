package alert_test

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/alert"
	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/search/index"
)

// subscribers makes people, each with an alert that nobody else has.
func (w *world) subscribers(n int) {
	w.t.Helper()
	w.exec(`INSERT INTO alert_people (channel, address, lang, code, created_at, confirmed_at, renewed_on)
		SELECT 'email', 'p' || n || '@example.vn', 'vi', 'C' || n, @then, @then, @day FROM generate_series(1, @people::int) AS n`,
		map[string]any{"then": monday.Add(-9).At(8, 0), "day": monday.Add(-9), "people": n})
	w.exec(`INSERT INTO alerts (person_id, asked, query, consented_at, confirmed_at)
		SELECT id, 'q=may', jsonb_build_object('Text', 'may', 'MinIncome', id), created_at, created_at FROM alert_people`, nil)
}

// inMemory is a store whose searches are answered from memory, as in production.
func inMemory(t *testing.T, w *world, db *postgres.DB, url string) *alert.Store {
	t.Helper()
	_, pool, err := postgres.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	x := index.New(db, clock.Clock(w.now))
	ctx, cancel := context.WithCancel(t.Context())
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		x.Follow(ctx, pool, time.Minute, slog.New(slog.DiscardHandler))
	}()
	t.Cleanup(func() { cancel(); <-stopped })
	for begun := time.Now(); !x.Loaded(); time.Sleep(5 * time.Millisecond) {
		if time.Since(begun) > 20*time.Second {
			t.Fatal("the index does not load")
		}
	}
	s := storeOf(db, w.now)
	s.Search, s.Board = x, &board.Store{DB: db, Kept: x}
	return s
}

// TestTenThousandAlertsAreMatchedInMemory: the statements of a morning grow by
// the batch of people, not by their searches.
func TestTenThousandAlertsAreMatchedInMemory(t *testing.T) {
	t.Parallel()
	const people = 10_000
	url := postgrestest.URL(t)
	pool, queries := postgrestest.CountedPoolOf(t, url)
	w := newWorld(t, postgres.New(pool))
	w.publish(12, monday.Add(-1).At(15, 0))
	w.subscribers(people)
	w.move(monday.At(7, 0))
	store := inMemory(t, w, w.db, url)
	begun := time.Now()
	asked := queries.During(func() {
		if err := store.Round(t.Context(), access.Everything()); err != nil {
			t.Fatal(err)
		}
	})
	t.Logf("%d people: %d statements, %v", people, asked, time.Since(begun).Round(time.Millisecond))
	if most := 15 * (people/200 + 2); asked > most {
		t.Errorf("%d statements, want at most %d", asked, most)
	}
	if n := one[int](w, `SELECT count(*) FROM alert_messages`, nil); n != people {
		t.Errorf("%d messages for %d people", n, people)
	}
	if n := one[int](w, `SELECT count(*) FROM river_job WHERE kind = 'alert_message'`, nil); n != people {
		t.Errorf("%d pieces of work for %d messages", n, people)
	}
}
