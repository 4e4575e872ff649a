package vacancy_test

import (
	"errors"
	"testing"

	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
)

func TestWhatCameOfItIsAskedOnce(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		told  vacancy.Told
		field string
		hired int
	}{
		"all":                   {vacancy.Told{Outcome: vacancy.AllHired}, "", 200},
		"some":                  {vacancy.Told{Outcome: vacancy.SomeHired, Hired: 12, Reason: "pay"}, "", 12},
		"some, for no reason":   {vacancy.Told{Outcome: vacancy.SomeHired, Hired: 12}, "", 12},
		"none":                  {vacancy.Told{Outcome: vacancy.NoneHired, Hired: 9, Reason: "far"}, "", 0},
		"none, for no reason":   {vacancy.Told{Outcome: vacancy.NoneHired}, "reason", 0},
		"some and nobody":       {vacancy.Told{Outcome: vacancy.SomeHired}, "hired", 0},
		"more than were wanted": {vacancy.Told{Outcome: vacancy.SomeHired, Hired: 201}, "hired", 0},
		"no such outcome":       {vacancy.Told{Outcome: "many"}, "outcome", 0},
		"no such reason":        {vacancy.Told{Outcome: vacancy.NoneHired, Reason: "luck"}, "reason", 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := setup(t)
			v := w.at(t, vacancy.Published)
			early, due := w.later(v.ClosesOn.Add(13).Start()), w.later(v.ClosesOn.Add(14).Start())
			if err := early.Tell(t.Context(), w.own, v.ID, v.Version, c.told); !errors.Is(err, errs.Conflict) {
				t.Errorf("asked a day early: %v", err)
			}
			w.store = due
			if n := w.listed(t, w.own, vacancy.Unasked); n != 1 {
				t.Errorf("its poster is asked of %d", n)
			}
			err := due.Tell(t.Context(), w.own, v.ID, v.Version, c.told)
			if c.field != "" {
				if problem(err, c.field) == "" {
					t.Errorf("got %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			got := w.get(t, v.ID)
			if got.Outcome != c.told.Outcome || got.OutcomeHired != c.hired || got.OutcomeAt == nil || w.listed(t, w.own, vacancy.Unasked) != 0 {
				t.Errorf("kept: %+v", got)
			}
			if err := due.Tell(t.Context(), w.centre, v.ID, got.Version, c.told); !errors.Is(err, errs.Conflict) {
				t.Errorf("asked again: %v", err)
			}
		})
	}
}

// An order that goes on after its poster has answered is asked about again.
func TestWhatGoesOnIsAskedAgain(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.at(t, vacancy.Published)
	w.store = w.later(v.ClosesOn.Add(14).Start())
	if err := w.store.Tell(t.Context(), w.own, v.ID, v.Version, vacancy.Told{Outcome: vacancy.AllHired}); err != nil {
		t.Fatal(err)
	}
	if err := w.store.Extend(t.Context(), w.own, v.ID, v.Version+1, v.ClosesOn.Add(44), "thêm đơn hàng"); err != nil {
		t.Fatal(err)
	}
	if v = w.get(t, v.ID); v.Outcome != "" || v.OutcomeHired != 0 || v.OutcomeAt != nil {
		t.Errorf("kept: %+v", v)
	}
	w.store = w.later(v.ClosesOn.Add(14).Start())
	if n := w.listed(t, w.own, vacancy.Unasked); n != 1 {
		t.Errorf("its poster is asked of %d", n)
	}
}

// The poster is asked, not whoever may answer.
func TestThePosterIsAsked(t *testing.T) {
	t.Parallel()
	w := setup(t)
	id, err := w.store.Create(t.Context(), w.relay, w.sewing())
	if err == nil {
		err = w.store.Submit(t.Context(), w.relay, id, 1)
	}
	if err == nil {
		err = w.store.Publish(t.Context(), w.centre, id, 2)
	}
	if err != nil {
		t.Fatal(err)
	}
	w.store = w.later(today.Add(60).Start())
	if relay, own := w.listed(t, w.relay, vacancy.Unasked), w.listed(t, w.own, vacancy.Unasked); relay != 1 || own != 0 {
		t.Errorf("the relay is asked of %d, the employer of %d", relay, own)
	}
}
