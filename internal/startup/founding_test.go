package startup

import (
	"errors"
	"sync"
	"testing"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/directive"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

var noon = clock.Fixed(time.Date(2024, 3, 20, 5, 0, 0, 0, time.UTC))

func count(t *testing.T, db *postgres.DB, sql string) int {
	t.Helper()
	n, err := postgres.Value[int](t.Context(), db, sql)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

const confirmedPapers = `SELECT count(*) FROM directives WHERE status = 'confirmed'`
const obligations = `SELECT count(*) FROM obligations`

func TestFillReadsTheNoticeOnce(t *testing.T) {
	t.Parallel()
	pool := postgrestest.Pool(t)
	db := postgres.New(pool)
	var wait sync.WaitGroup
	failures := make([]error, 3)
	for i := range failures {
		wait.Go(func() { failures[i] = Fill(t.Context(), db, pool, noon, false) })
	}
	wait.Wait()
	if err := errors.Join(failures...); err != nil {
		t.Fatal(err)
	}
	if papers, held := count(t, db, confirmedPapers), count(t, db, obligations); papers != 1 || held != 18 {
		t.Errorf("%d papers with %d obligations, want 1 with 18", papers, held)
	}
}

// TestFillGoesOnWhereItStopped: killed between entering and confirming, the
// program confirms at its next start.
func TestFillGoesOnWhereItStopped(t *testing.T) {
	t.Parallel()
	pool := postgrestest.Pool(t)
	db := postgres.New(pool)
	actor, err := office(t.Context(), db, noon)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := enterFoundingNotice(t.Context(), &directive.Store{DB: db, Now: noon}, actor); err != nil {
		t.Fatal(err)
	}
	if err := Fill(t.Context(), db, pool, noon, false); err != nil {
		t.Fatal(err)
	}
	if papers, held := count(t, db, confirmedPapers), count(t, db, obligations); papers != 1 || held != 18 {
		t.Errorf("%d papers with %d obligations, want 1 with 18", papers, held)
	}
}

// TestFillLeavesAClerksPaperAlone: what a clerk has begun to correct is the
// clerk's to confirm.
func TestFillLeavesAClerksPaperAlone(t *testing.T) {
	t.Parallel()
	pool := postgrestest.Pool(t)
	db := postgres.New(pool)
	store := &directive.Store{DB: db, Now: noon}
	actor, err := office(t.Context(), db, noon)
	if err != nil {
		t.Fatal(err)
	}
	id, err := enterFoundingNotice(t.Context(), store, actor)
	if err != nil {
		t.Fatal(err)
	}
	d, err := store.Get(t.Context(), actor.Scope("enter_directives"), id)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.CorrectHeader(t.Context(), actor, id, d.Version, d.Header()); err != nil {
		t.Fatal(err)
	}
	if err := Fill(t.Context(), db, pool, noon, false); err != nil {
		t.Fatal(err)
	}
	if held := count(t, db, obligations); held != 0 {
		t.Errorf("%d obligations from a paper under review", held)
	}
}

func TestFillNeedsTheReferenceData(t *testing.T) {
	t.Parallel()
	pool := postgrestest.Empty(t)
	if err := postgres.Migrate(pool); err != nil {
		t.Fatal(err)
	}
	err := Fill(t.Context(), postgres.New(pool), pool, noon, false)
	if err == nil || errors.Is(err, errs.NotFound) {
		t.Errorf("without bodies: %v", err)
	}
}
