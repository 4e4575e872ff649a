package vacancy_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/vacancy"
)

// waitFor polls until something is true of the database.
func waitFor(t *testing.T, db *postgres.DB, sql string) {
	t.Helper()
	for range 500 {
		if is, err := postgres.Value[bool](postgres.Outside(t.Context()), db, sql); err != nil {
			t.Fatal(err)
		} else if is {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("never true: %s", sql)
}

const somebodyWaits = `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')`

// An employer that is suspended while a colleague publishes for it ends
// without anything published.
func TestSuspendingWaitsForAPublication(t *testing.T) {
	t.Parallel()
	db := postgrestest.DB(t)
	w := setupOn(t, db)
	v := w.at(t, vacancy.Submitted)
	suspended := make(chan error, 1)
	err := db.InTx(t.Context(), func(ctx context.Context) error {
		if err := w.store.Publish(ctx, w.centre, v.ID, v.Version); err != nil {
			return err
		}
		go func() {
			suspended <- w.store.SuspendEmployer(context.Background(), w.board, w.employer, 2, "nợ lương")
		}()
		waitFor(t, db, somebodyWaits)
		return nil
	})
	if err := errors.Join(err, <-suspended); err != nil {
		t.Fatal(err)
	}
	if v = w.get(t, v.ID); v.Status != vacancy.Paused || w.findable(t, v.ID) {
		t.Errorf("got %s", v.Status)
	}
}

// Of two who act on the same version at once one is told that it changed.
func TestTwoAtOnce(t *testing.T) {
	t.Parallel()
	db := postgrestest.DB(t)
	w := setupOn(t, db)
	v := w.at(t, vacancy.Published)
	second := make(chan error, 1)
	err := db.InTx(t.Context(), func(ctx context.Context) error {
		if err := w.store.Pause(ctx, w.own, v.ID, v.Version, ""); err != nil {
			return err
		}
		go func() { second <- w.store.Fill(context.Background(), w.centre, v.ID, v.Version, "đủ") }()
		waitFor(t, db, somebodyWaits)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := <-second; !errors.Is(err, errs.Conflict) {
		t.Errorf("the second: got %v", err)
	}
}
