package vacancy_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/vacancy"
)

// referred enters a person and a referral that stands at a status.
func (w world) referred(t *testing.T, v int64, status string) int64 {
	t.Helper()
	person := value(t, w.db, `
		INSERT INTO candidates (code, full_name, folded, phone, created_at)
		VALUES ('T' || (SELECT count(*) FROM candidates), 'Thử', 'thu', '', '2026-03-01') RETURNING id`)
	started, hired := "NULL", "NULL"
	if status == "started" || status == "left" {
		started = "'2026-03-08'"
	}
	if status != "registered" {
		hired = "'2026-03-05'"
	}
	return value(t, w.db, fmt.Sprintf(`
		INSERT INTO referrals (candidate_id, vacancy_id, status, registered_at, introduced_at, hired_at, started_at)
		VALUES ($1, $2, $3, '2026-03-02', '2026-03-03', %s, %s) RETURNING id`, hired, started), person, v, status)
}

// small is a published order for so many.
func (w world) small(t *testing.T, headcount int) vacancy.Vacancy {
	t.Helper()
	d := w.sewing()
	d.Headcount = headcount
	id, err := w.store.Create(t.Context(), w.own, d)
	if err == nil {
		err = w.store.Submit(t.Context(), w.own, id, 1)
	}
	if err == nil {
		err = w.store.Publish(t.Context(), w.centre, id, 2)
	}
	if err != nil {
		t.Fatal(err)
	}
	return w.get(t, id)
}

func TestAnOrderFillsItself(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.small(t, 2)
	w.referred(t, v.ID, "started")
	w.referred(t, v.ID, "left")
	fill := func() vacancy.Vacancy {
		t.Helper()
		if err := w.store.FillItself(t.Context(), access.Everything(), v.ID); err != nil {
			t.Fatal(err)
		}
		return w.get(t, v.ID)
	}
	if got := fill(); got.Status != vacancy.Published {
		t.Errorf("with one at work and one gone it is %s", got.Status)
	}
	second := w.referred(t, v.ID, "started")
	v = fill()
	if v.Status != vacancy.Filled || v.EndedAt == nil || w.findable(t, v.ID) || w.actions(t, v.ID)[0] != "fill_itself" {
		t.Errorf("with two at work: %+v", v)
	}
	if got := fill(); got.Version != v.Version {
		t.Error("it is filled twice")
	}
	// Somebody leaves: it stays filled, and its poster is told once.
	if _, err := w.db.Exec(t.Context(), `UPDATE referrals SET status = 'left' WHERE id = $1`, second); err != nil {
		t.Fatal(err)
	}
	counts, err := w.store.Counts(t.Context(), w.own, v.ID)
	if err != nil || !v.Thinned(counts[v.ID]) || fill().Status != vacancy.Filled {
		t.Errorf("after one left: %+v, %v", counts[v.ID], err)
	}
	if n := w.listed(t, w.own, vacancy.Thinned); n != 1 {
		t.Errorf("its poster is told of %d", n)
	}
	if n := w.listed(t, w.relay, vacancy.Thinned); n != 0 {
		t.Errorf("another body is told of %d", n)
	}
	if err := w.store.Accept(t.Context(), w.own, v.ID, v.Version); err != nil {
		t.Fatal(err)
	}
	if n := w.listed(t, w.own, vacancy.Thinned); n != 0 {
		t.Error("its poster is told again")
	}
	if err := w.store.Accept(t.Context(), w.own, v.ID, v.Version+1); !errors.Is(err, errs.Conflict) {
		t.Errorf("nothing to accept: %v", err)
	}
}

func (w world) listed(t *testing.T, actor access.Actor, view vacancy.View) int {
	t.Helper()
	list, _, err := w.store.List(t.Context(), actor, vacancy.Filter{View: view, Limit: 20})
	if err != nil {
		t.Fatal(err)
	}
	return len(list)
}

// An order that is cut down to those at work is full at once.
func TestACutOrderFillsItself(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.small(t, 3)
	w.referred(t, v.ID, "started")
	w.referred(t, v.ID, "started")
	d := v.Details
	d.Headcount = 2
	if err := w.store.Revise(t.Context(), w.centre, v.ID, v.Version, d, "giảm đơn"); err != nil {
		t.Fatal(err)
	}
	if v = w.get(t, v.ID); v.Status != vacancy.Filled || v.Headcount != 2 || w.findable(t, v.ID) {
		t.Errorf("it is %s for %d", v.Status, v.Headcount)
	}
}

// Two who record the last two starts at once fill the order once, and neither
// misses that it is full.
func TestTwoLastStartsAtOnce(t *testing.T) {
	t.Parallel()
	db := postgrestest.DB(t)
	w := setupOn(t, db)
	v := w.small(t, 2)
	one, other := w.referred(t, v.ID, "hired"), w.referred(t, v.ID, "hired")
	start := func(referral int64) error {
		return db.InTx(context.Background(), func(ctx context.Context) error {
			if err := w.store.HoldOf(ctx, access.Everything(), referral); err != nil {
				return err
			}
			if _, err := db.Exec(ctx, `UPDATE referrals SET status = 'started', started_at = '2026-03-09' WHERE id = $1`, referral); err != nil {
				return err
			}
			return w.store.FillItself(ctx, access.Everything(), v.ID)
		})
	}
	var both sync.WaitGroup
	both.Go(func() {
		if err := start(one); err != nil {
			t.Error(err)
		}
	})
	both.Go(func() {
		if err := start(other); err != nil {
			t.Error(err)
		}
	})
	both.Wait()
	if got := w.get(t, v.ID); got.Status != vacancy.Filled {
		t.Errorf("it is %s", got.Status)
	}
	if n := len(slices.DeleteFunc(w.actions(t, v.ID), func(a string) bool { return a != "fill_itself" })); n != 1 {
		t.Errorf("filled %d times", n)
	}
}

// Ending an order early asks why; one that is full need not say.
func TestFillingEarlyAsksWhy(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.small(t, 1)
	if err := w.store.Fill(t.Context(), w.own, v.ID, v.Version, " "); problem(err, "why") == "" {
		t.Errorf("early: got %v", err)
	}
	w.referred(t, v.ID, "started")
	if err := w.store.Fill(t.Context(), w.own, v.ID, v.Version, ""); err != nil {
		t.Errorf("full: %v", err)
	}
}

func TestDraw(t *testing.T) {
	t.Parallel()
	batches := []vacancy.Batch{{NeededBy: today.Add(-1), Headcount: 10}, {NeededBy: today.Add(30), Headcount: 20}}
	for name, c := range map[string]struct {
		counts         vacancy.Counts
		toFill, coming [2]int
		late           bool
	}{
		"nobody":                {vacancy.Counts{}, [2]int{10, 20}, [2]int{0, 0}, true},
		"half the first":        {vacancy.Counts{Started: 7, Left: 2, Hired: 3}, [2]int{5, 20}, [2]int{3, 0}, true},
		"hired over both":       {vacancy.Counts{Started: 8, Hired: 1, Spot: 4}, [2]int{2, 20}, [2]int{2, 3}, true},
		"the first and a start": {vacancy.Counts{Started: 14, Spot: 1}, [2]int{0, 16}, [2]int{0, 1}, false},
		"more than wanted":      {vacancy.Counts{Started: 40}, [2]int{0, 0}, [2]int{0, 0}, false},
	} {
		states := c.counts.Draw(batches)
		for i, s := range states {
			if s.ToFill != c.toFill[i] || s.Coming != c.coming[i] {
				t.Errorf("%s, batch %d: %+v", name, i, s)
			}
		}
		if states[0].Late(today) != c.late || states[1].Late(today) {
			t.Errorf("%s: late %v", name, states[0].Late(today))
		}
	}
}
