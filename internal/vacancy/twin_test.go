package vacancy_test

import (
	"errors"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
)

// TestTwins is the rule of duplicates as a table: each case changes one thing
// of an order that stands beside the same order.
func TestTwins(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		cause  vacancy.Cause
		change func(w world, d *vacancy.Details)
	}{
		"the same facts":         {vacancy.SameFacts, func(world, *vacancy.Details) {}},
		"marks and spaces":       {vacancy.SameFacts, func(_ world, d *vacancy.Details) { d.Title = "  công   nhân HOÁ may " }},
		"the tone elsewhere":     {vacancy.SameFacts, func(_ world, d *vacancy.Details) { d.Title = "Cong nhan hóa may" }},
		"another headcount":      {vacancy.SameFacts, func(_ world, d *vacancy.Details) { d.Headcount = 10 }},
		"other words":            {vacancy.SameFacts, func(_ world, d *vacancy.Details) { d.Description = "Khác" }},
		"the same number":        {vacancy.SameReference, func(_ world, d *vacancy.Details) { d.EmployerRef, d.Title = "sx17", "Thợ cắt" }},
		"another number":         {vacancy.SameFacts, func(_ world, d *vacancy.Details) { d.EmployerRef = "SX 18" }},
		"another title":          {"", func(_ world, d *vacancy.Details) { d.Title = "Công nhân may mẫu" }},
		"another occupation":     {"", func(_ world, d *vacancy.Details) { d.OccupationCode = "8211" }},
		"another place":          {"", func(_ world, d *vacancy.Details) { d.ZoneID++ }},
		"another basic wage":     {"", func(_ world, d *vacancy.Details) { d.BasicWage += 100_000 }},
		"another income":         {"", func(_ world, d *vacancy.Details) { d.IncomeTo += 100_000 }},
		"another last day":       {"", func(_ world, d *vacancy.Details) { d.ClosesOn = d.ClosesOn.Add(1) }},
		"another first day":      {"", func(_ world, d *vacancy.Details) { d.StartsOn = today.Add(9) }},
		"no number on both":      {"", func(_ world, d *vacancy.Details) { d.EmployerRef, d.BasicWage = "", 5_300_000 }},
		"another employer's own": {"", func(w world, d *vacancy.Details) { d.EmployerID = w.other }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := setup(t)
			w.other = w.verified(t, "0100109106", "Công ty Điện tử")
			d := w.sewing()
			d.Title, d.EmployerRef = "Công nhân hoá may", "SX 17"
			first, err := w.store.Create(t.Context(), w.relay, d)
			if err != nil {
				t.Fatal(err)
			}
			d.EmployerRef = ""
			c.change(w, &d)
			second, err := w.store.Create(t.Context(), w.relay, d)
			if err == nil {
				err = w.store.Submit(t.Context(), w.relay, second, 1)
			}
			if err != nil {
				t.Fatal(err)
			}
			twins, err := w.store.Twins(t.Context(), w.centre, second)
			if err != nil {
				t.Fatal(err)
			}
			var cause vacancy.Cause
			if len(twins) > 0 {
				cause = twins[0].Cause
				if twins[0].ID != first {
					t.Errorf("the twin is %d", twins[0].ID)
				}
			}
			if cause != c.cause {
				t.Errorf("got cause %q, want %q", cause, c.cause)
			}
			// The dashboards' count is the same rule.
			if n := w.listed(t, w.centre, vacancy.Doubled); (n == 1) != (c.cause != "") {
				t.Errorf("the inbox shows %d", n)
			}
		})
	}
}

// pair is a published order and a draft that says the same.
func (w world) pair(t *testing.T) (public, again vacancy.Vacancy) {
	t.Helper()
	d := w.sewing()
	d.Batches = []vacancy.Batch{{NeededBy: today.Add(10), Headcount: 200}}
	public = w.publish(t, d)
	d.Headcount, d.Batches = 50, []vacancy.Batch{{NeededBy: today.Add(20), Headcount: 50}}
	d.Description = "Lời khác"
	id, err := w.store.Create(t.Context(), w.own, d)
	if err != nil {
		t.Fatal(err)
	}
	return public, w.get(t, id)
}

func TestKeepingBothIsNotAskedAgain(t *testing.T) {
	t.Parallel()
	w := setup(t)
	public, again := w.pair(t)
	if err := w.store.KeepBoth(t.Context(), w.own, again.ID, public.ID, ""); problem(err, "why") == "" {
		t.Errorf("without a reason: %v", err)
	}
	if err := w.store.KeepBoth(t.Context(), w.own, again.ID, public.ID, "hai chuyền khác nhau"); err != nil {
		t.Fatal(err)
	}
	for _, id := range []int64{public.ID, again.ID} {
		if twins, err := w.store.Twins(t.Context(), w.own, id); err != nil || len(twins) != 0 {
			t.Errorf("asked again: %v, %v", twins, err)
		}
		if w.actions(t, id)[0] != "keep_both" {
			t.Errorf("history: %v", w.actions(t, id))
		}
	}
	if err := w.store.KeepBoth(t.Context(), w.own, again.ID, public.ID, "lần nữa"); !errors.Is(err, errs.Conflict) {
		t.Errorf("twice: %v", err)
	}
}

func TestMerge(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		by        func(w world) access.Actor
		m         vacancy.Merging
		headcount int
		batches   int
		revision  int
		words     string
	}{
		"kept as it is":       {func(w world) access.Actor { return w.own }, vacancy.Merging{Headcount: vacancy.HeadcountStays}, 200, 1, 1, "May áo khoác theo chuyền"},
		"both counts":         {func(w world) access.Actor { return w.centre }, vacancy.Merging{Headcount: vacancy.HeadcountSum}, 250, 2, 2, "May áo khoác theo chuyền"},
		"its facts and count": {func(w world) access.Actor { return w.centre }, vacancy.Merging{Facts: true, Headcount: vacancy.HeadcountOther}, 50, 1, 2, "Lời khác"},
		"its facts only":      {func(w world) access.Actor { return w.centre }, vacancy.Merging{Facts: true, Headcount: vacancy.HeadcountStays}, 200, 1, 2, "Lời khác"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := setup(t)
			public, again := w.pair(t)
			c.m.Into, c.m.Version, c.m.Why = public.ID, public.Version, "gửi hai lần"
			if err := w.store.Merge(t.Context(), c.by(w), again.ID, again.Version, c.m); err != nil {
				t.Fatal(err)
			}
			kept, gone := w.get(t, public.ID), w.get(t, again.ID)
			if kept.Headcount != c.headcount || len(kept.Batches) != c.batches || kept.Revision != c.revision || kept.Description != c.words {
				t.Errorf("kept: %+v", kept)
			}
			if gone.Status != vacancy.Withdrawn || gone.MergedInto != public.ID || gone.EndReason != "gửi hai lần" {
				t.Errorf("given up: %+v", gone)
			}
		})
	}
}

func TestMergeIsRefused(t *testing.T) {
	t.Parallel()
	w := setup(t)
	public, again := w.pair(t)
	sound := vacancy.Merging{Into: public.ID, Version: public.Version, Headcount: vacancy.HeadcountSum, Why: "trùng"}
	with := func(change func(m *vacancy.Merging)) vacancy.Merging {
		m := sound
		change(&m)
		return m
	}
	for name, c := range map[string]struct {
		actor access.Actor
		m     vacancy.Merging
		want  error
		field string
	}{
		"an employer changes what is public": {w.own, sound, errs.Forbidden, ""},
		"the public one is newer":            {w.centre, with(func(m *vacancy.Merging) { m.Version-- }), errs.Conflict, ""},
		"no reason":                          {w.centre, with(func(m *vacancy.Merging) { m.Why = "" }), nil, "why"},
		"no such headcount":                  {w.centre, with(func(m *vacancy.Merging) { m.Headcount = "half" }), nil, "headcount"},
		"into itself":                        {w.centre, with(func(m *vacancy.Merging) { m.Into = again.ID }), errs.NotFound, ""},
	} {
		err := w.store.Merge(t.Context(), c.actor, again.ID, again.Version, c.m)
		if c.field == "" && !errors.Is(err, c.want) || c.field != "" && problem(err, c.field) == "" {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if err := w.store.Merge(t.Context(), w.centre, public.ID, public.Version, vacancy.Merging{
		Into: again.ID, Version: again.Version, Headcount: vacancy.HeadcountStays, Why: "trùng"}); !errors.Is(err, errs.Conflict) {
		t.Errorf("what was public is given up: %v", err)
	}
	if got := w.get(t, again.ID); got.Status != vacancy.Draft || got.Version != again.Version {
		t.Errorf("a refused merge left %+v", got)
	}
}
