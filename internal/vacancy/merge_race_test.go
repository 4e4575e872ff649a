package vacancy_test

import (
	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/vacancy"
	"context"
	"errors"
	"testing"
)

// TestTwoMergeAtOnce: one gives the first up for the second while another does
// the opposite, or edits the one that is kept. The later one is told.
func TestTwoMergeAtOnce(t *testing.T) {
	t.Parallel()
	for name, second := range map[string]func(w world, kept, gone vacancy.Vacancy) error{
		"the other way round": func(w world, kept, gone vacancy.Vacancy) error {
			return w.store.Merge(context.Background(), w.second, kept.ID, kept.Version,
				vacancy.Merging{Into: gone.ID, Version: gone.Version, Headcount: vacancy.HeadcountStays, Why: "trùng"})
		},
		"the same again": func(w world, kept, gone vacancy.Vacancy) error {
			return w.store.Merge(context.Background(), w.second, gone.ID, gone.Version,
				vacancy.Merging{Into: kept.ID, Version: kept.Version, Headcount: vacancy.HeadcountStays, Why: "trùng"})
		},
		"an edit of the kept one": func(w world, kept, _ vacancy.Vacancy) error {
			return w.store.Revise(context.Background(), w.second, kept.ID, kept.Version, kept.Details, "sửa")
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			db := postgrestest.DB(t)
			w := setupOn(t, db)
			kept, gone := w.twoPublic(t)
			late := make(chan error, 1)
			err := db.InTx(t.Context(), func(ctx context.Context) error {
				m := vacancy.Merging{Into: kept.ID, Version: kept.Version, Headcount: vacancy.HeadcountSum, Why: "trùng"}
				if err := w.store.Merge(ctx, w.centre, gone.ID, gone.Version, m); err != nil {
					return err
				}
				go func() { late <- second(w, kept, gone) }()
				waitFor(t, db, somebodyWaits)
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			if err := <-late; !errors.Is(err, errs.Conflict) {
				t.Errorf("got %v", err)
			}
			if now := w.get(t, kept.ID); now.Headcount != 250 || now.Status != vacancy.Published {
				t.Errorf("kept: %d, %s", now.Headcount, now.Status)
			}
		})
	}
}

// TestWhoRegistersMeanwhileIsTold: a registration waits for the merging and
// then finds that the vacancy takes nobody.
func TestWhoRegistersMeanwhileIsTold(t *testing.T) {
	t.Parallel()
	db := postgrestest.DB(t)
	w := setupOn(t, db)
	kept, gone := w.twoPublic(t)
	late := make(chan error, 1)
	err := db.InTx(t.Context(), func(ctx context.Context) error {
		m := vacancy.Merging{Into: kept.ID, Version: kept.Version, Headcount: vacancy.HeadcountStays, Why: "trùng"}
		if err := w.store.Merge(ctx, w.centre, gone.ID, gone.Version, m); err != nil {
			return err
		}
		go func() {
			late <- db.InTx(context.Background(), func(ctx context.Context) error {
				_, err := w.store.HoldOpen(ctx, gone.ID)
				return err
			})
		}()
		waitFor(t, db, somebodyWaits)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := <-late; problem(err, "vacancy") == "" {
		t.Errorf("got %v", err)
	}
}

func TestAtBothIsOfOnesOwn(t *testing.T) {
	t.Parallel()
	w := setup(t)
	kept, gone := w.twoPublic(t)
	w.alsoAt(t, w.referred(t, gone.ID, "registered"), kept.ID, "registered")
	for name, c := range map[string]struct {
		actor access.Actor
		want  int
	}{"its employer": {w.own, 1}, "the centre": {w.centre, 1}, "another employer": {access.Actor{Employer: w.employer + 1, Seat: w.own.Seat}, 0}} {
		if n, err := w.store.AtBoth(t.Context(), c.actor, gone.ID, kept.ID); err != nil || n != c.want {
			t.Errorf("%s: %d, %v", name, n, err)
		}
	}
}
