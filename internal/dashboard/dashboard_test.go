package dashboard_test

import (
	"context"
	"errors"
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/dashboard"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/startup"
)

var now = clock.Fixed(clock.MustDay("14/10/2026").At(9, 0))

// counted counts the queries that pages ask.
type counted struct {
	postgres.Conn
	queries int
}

func (c *counted) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) {
	c.queries++
	return c.Conn.Query(ctx, sql, args...)
}

// world is the sample world with a counter of queries.
type world struct {
	db      *postgres.DB
	counter *counted
	store   *dashboard.Store
}

func setup(t *testing.T) world {
	t.Helper()
	pool := postgrestest.Pool(t)
	if err := startup.Fill(t.Context(), postgres.New(pool), pool, now, true); err != nil {
		t.Fatal(err)
	}
	counter := &counted{Conn: pool}
	db := postgres.New(counter)
	return world{db: db, counter: counter, store: dashboard.New(db, now)}
}

func (w world) actor(t *testing.T, slug string) access.Actor {
	t.Helper()
	b, err := (&body.Store{DB: w.db, Now: now}).BySlug(t.Context(), slug)
	if err != nil {
		t.Fatal(err)
	}
	a := access.Program(b.ID, slug, b.Seat())
	a.Bodies, err = postgres.Values[int64](t.Context(), w.db, `SELECT id FROM bodies WHERE id = @id OR parent_id = @id ORDER BY id`,
		pgx.StrictNamedArgs{"id": b.ID})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// slugs are a body of each seat; of communes, one where a drive was held.
func (w world) slugs(t *testing.T) []string {
	t.Helper()
	slugs, err := postgres.Values[string](t.Context(), w.db, `
		SELECT DISTINCT ON (b.side, b.kind) b.slug
		FROM bodies b LEFT JOIN drives d ON d.commune_body_id = b.id AND d.status IN ('held', 'reported', 'verified')
		ORDER BY b.side, b.kind, d.id IS NULL, d.starts_at DESC, b.id`)
	if err != nil || len(slugs) != len(access.Seats()) {
		t.Fatalf("%d bodies, %v; want one of each of %d seats", len(slugs), err, len(access.Seats()))
	}
	return slugs
}

func TestEveryKindOfBodyHasABoard(t *testing.T) {
	t.Parallel()
	const most = 14
	w := setup(t)
	for _, slug := range w.slugs(t) {
		actor := w.actor(t, slug)
		if _, err := w.store.Board(t.Context(), actor, slug); err != nil {
			t.Errorf("%s: %v", slug, err)
			continue
		}
		w.counter.queries = 0
		b, err := w.store.Board(t.Context(), actor, slug)
		if err != nil || w.counter.queries == 0 || w.counter.queries > most {
			t.Errorf("%s: %d queries, %v; at most %d", slug, w.counter.queries, err, most)
		}
		if err == nil && len(b.Changes) == 0 {
			t.Errorf("%s: nothing changed in half a year", slug)
		}
	}
}

func TestWhoOpensWhichBoard(t *testing.T) {
	t.Parallel()
	w := setup(t)
	tests := []struct {
		actor, board string
		may          bool
	}{
		{"ls-bao", "ls-bao", true},
		{"ls-ubnd", "bg-ttdvvl", true},
		{"ls-ubnd", "ls-huu-lung", true},
		{"ls-sldtbxh", "ls-ttdvvl", true},
		{"ls-ttdvvl", "ls-sldtbxh", false},
		{"ls-huu-lung", "ls-chi-lang", false},
		{"ls-huu-lung", "ls-ubnd", false},
		{"ls-sgtvt", "bg-sgtvt", false},
		{"bg-sgtvt", "ls-sgtvt", false},
		{"bg-ubnd", "ls-ubnd", false},
		{"bg-ubnd", "ls-huu-lung", false},
	}
	for _, tt := range tests {
		_, err := w.store.Board(t.Context(), w.actor(t, tt.actor), tt.board)
		if tt.may && err != nil || !tt.may && !errors.Is(err, errs.NotFound) {
			t.Errorf("%s opens %s: got %v", tt.actor, tt.board, err)
		}
	}
	if _, err := w.store.Board(t.Context(), access.Actor{}, "ls-ubnd"); !errors.Is(err, errs.NotFound) {
		t.Errorf("a visitor: got %v, want NotFound", err)
	}
	if _, err := w.store.Board(t.Context(), w.actor(t, "ls-ubnd"), "ls-khong-co"); !errors.Is(err, errs.NotFound) {
		t.Errorf("no such body: got %v, want NotFound", err)
	}
}
