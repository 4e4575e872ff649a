package vacancy_test

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/journal"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/vacancy"
)

// later is the store of the same world at another instant.
func (w world) later(at time.Time) *vacancy.Store {
	return &vacancy.Store{DB: w.db, Now: clock.Fixed(at)}
}

func (w world) actions(t *testing.T, id int64) []string {
	t.Helper()
	entries, err := journal.Of(t.Context(), w.db, journal.Vacancy, id)
	if err != nil {
		t.Fatal(err)
	}
	var actions []string
	for _, e := range entries {
		actions = append(actions, e.Action)
	}
	return actions
}

func TestScheduleIsChecked(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Submitted)
	for _, c := range []struct {
		name, field, key string
		actor            access.Actor
		at               time.Time
	}{
		{"by its writer's side", "", "", w.own, noon.Add(time.Hour)},
		{"in the past", "publish_at", "vacancy.problem.publish_past", w.centre, noon},
		{"after its last day", "publish_at", "vacancy.problem.publish_late", w.centre, v.ClosesOn.End()},
	} {
		err := w.store.Schedule(t.Context(), c.actor, v.ID, v.Version, c.at)
		if err == nil || problem(err, c.field) != c.key {
			t.Errorf("%s: got %v", c.name, err)
		}
	}
	if err := w.store.Schedule(t.Context(), w.centre, v.ID, v.Version, v.ClosesOn.End().Add(-time.Second)); err != nil {
		t.Errorf("on its last day: %v", err)
	}
}

func TestWhatIsDueIsPublishedOnce(t *testing.T) {
	t.Parallel()
	w := setupOn(t, postgrestest.DB(t))
	v := w.at(t, vacancy.Submitted)
	at := noon.Add(20 * time.Hour)
	if err := w.store.Schedule(t.Context(), w.centre, v.ID, v.Version, at); err != nil {
		t.Fatal(err)
	}
	if n, err := w.later(at.Add(-time.Second)).PublishDue(t.Context(), access.Everything()); n != 0 || err != nil {
		t.Errorf("too early: %d, %v", n, err)
	}
	var all sync.WaitGroup
	published := make([]int, 4)
	for i := range published {
		all.Go(func() {
			n, err := w.later(at.Add(time.Minute)).PublishDue(context.Background(), access.Everything())
			if err != nil {
				t.Error(err)
			}
			published[i] = n
		})
	}
	all.Wait()
	total := 0
	for _, n := range published {
		total += n
	}
	v = w.get(t, v.ID)
	if total != 1 || v.Status != vacancy.Published || v.Revision != 1 || v.PublishedBy != w.centre.Account || v.PublishAt != nil || !w.findable(t, v.ID) {
		t.Errorf("published %d times: %+v", total, v)
	}
	if got := w.actions(t, v.ID); !slices.Equal(got, []string{"publish_due", "schedule", "submit", "create"}) {
		t.Errorf("history: %v", got)
	}
}

// What the gate refuses at its time goes back to those who publish.
func TestWhatCannotBePublishedGoesBack(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Submitted)
	at := noon.Add(time.Hour)
	if err := w.store.Schedule(t.Context(), w.centre, v.ID, v.Version, at); err != nil {
		t.Fatal(err)
	}
	if err := w.store.SuspendEmployer(t.Context(), w.board, w.employer, 2, "nợ lương"); err != nil {
		t.Fatal(err)
	}
	if n, err := w.later(at).PublishDue(t.Context(), access.Everything()); n != 0 || err != nil {
		t.Errorf("got %d, %v", n, err)
	}
	v = w.get(t, v.ID)
	if v.Status != vacancy.Submitted || v.PublishAt != nil || v.MissedAt == nil || !slices.Equal(v.MissedFields, []string{"employer_id"}) {
		t.Errorf("got %+v", v)
	}
	missed, _, err := w.store.List(t.Context(), w.centre, vacancy.Filter{View: vacancy.Missed, Limit: 5})
	if err != nil || len(missed) != 1 {
		t.Errorf("in the inbox: %d, %v", len(missed), err)
	}
}

// A publisher whose account was closed decides nothing any more.
func TestWhoLeftPublishesNothing(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Submitted)
	if err := w.store.Schedule(t.Context(), w.centre, v.ID, v.Version, noon.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if _, err := w.db.Exec(t.Context(), `UPDATE accounts SET active = false WHERE id = $1`, w.centre.Account); err != nil {
		t.Fatal(err)
	}
	if _, err := w.later(noon.Add(2*time.Hour)).PublishDue(t.Context(), access.Everything()); err != nil {
		t.Fatal(err)
	}
	if v = w.get(t, v.ID); v.Status != vacancy.Submitted || !slices.Equal(v.MissedFields, []string{"publish"}) {
		t.Errorf("got %+v", v)
	}
}

func TestASetTimeIsTakenBack(t *testing.T) {
	t.Parallel()
	for name, act := range map[string]func(w world, v vacancy.Vacancy) error{
		"cancelled": func(w world, v vacancy.Vacancy) error {
			return w.store.Unschedule(context.Background(), w.second, v.ID, v.Version)
		},
		"returned": func(w world, v vacancy.Vacancy) error {
			return w.store.Return(context.Background(), w.second, v.ID, v.Version, "ghi rõ ca")
		},
		"withdrawn": func(w world, v vacancy.Vacancy) error {
			return w.store.Withdraw(context.Background(), w.own, v.ID, v.Version, "hết đơn")
		},
		"published at once": func(w world, v vacancy.Vacancy) error {
			return w.store.Publish(context.Background(), w.second, v.ID, v.Version)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := setup(t)
			v := w.at(t, vacancy.Submitted)
			if err := w.store.Schedule(t.Context(), w.centre, v.ID, v.Version, noon.Add(time.Hour)); err != nil {
				t.Fatal(err)
			}
			v = w.get(t, v.ID)
			if err := act(w, v); err != nil {
				t.Fatal(err)
			}
			if v = w.get(t, v.ID); v.PublishAt != nil || v.PublishBy != 0 {
				t.Errorf("still set: %v", v.PublishAt)
			}
			if n, err := w.later(noon.Add(2*time.Hour)).PublishDue(t.Context(), access.Everything()); n != 0 || err != nil {
				t.Errorf("published by itself: %d, %v", n, err)
			}
		})
	}
}
