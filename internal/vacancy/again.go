package vacancy

import (
	"context"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
)

// draft is a vacancy that is about to be kept, and where it comes from.
type draft struct {
	Details
	action   Action
	original string // the offer code of the vacancy whose facts these are
	relists  int64
	amends   int64
	why      string
}

// proposedRun is how many days a draft that is made from another stays open,
// until its writer says otherwise.
const proposedRun = 30

// Copy keeps a new draft with the facts of a vacancy, its days left open.
func (s *Store) Copy(ctx context.Context, actor access.Actor, id int64) (copied int64, err error) {
	defer errs.Wrap(&err, "vacancy.Copy(%d)", id)
	v, err := s.model(ctx, actor, id)
	if err != nil {
		return 0, err
	}
	return s.insert(ctx, actor, draft{Details: v.Details.another(clock.Day{}), action: Copy, original: v.Code})
}

// Repeat keeps a new draft with the facts of a vacancy and a last day, so that
// nothing need be typed.
func (s *Store) Repeat(ctx context.Context, actor access.Actor, id int64) (repeated int64, err error) {
	defer errs.Wrap(&err, "vacancy.Repeat(%d)", id)
	v, err := s.model(ctx, actor, id)
	if err != nil {
		return 0, err
	}
	return s.insert(ctx, actor, draft{Details: v.Details.another(s.Now.Today().Add(proposedRun)), action: Copy, original: v.Code})
}

// Relist keeps a new draft that takes up an ended vacancy again: the same
// order, for those it still lacks. One that has not ended is a Conflict.
func (s *Store) Relist(ctx context.Context, actor access.Actor, id int64) (relisted int64, err error) {
	defer errs.Wrap(&err, "vacancy.Relist(%d)", id)
	v, err := s.model(ctx, actor, id)
	if err != nil {
		return 0, err
	}
	if !v.Ended(s.Now.Today()) {
		return 0, errs.Conflict
	}
	counts, err := s.counts(ctx, id)
	if err != nil {
		return 0, err
	}
	d := v.Details.another(s.Now.Today().Add(proposedRun))
	d.EmployerRef = v.EmployerRef
	if left := counts.ToFill(v.Headcount); left > 0 {
		d.Headcount = left
	}
	return s.insert(ctx, actor, draft{Details: d, action: Relist, original: v.Code, relists: id})
}

// Request keeps a new draft that asks to change the facts of a public vacancy,
// for a reason. When it is published its facts become a revision of that one.
func (s *Store) Request(ctx context.Context, actor access.Actor, id int64, why string) (asked int64, err error) {
	defer errs.Wrap(&err, "vacancy.Request(%d)", id)
	why = fold.Tidy(why)
	if why == "" {
		return 0, errs.One("why", "problem.required")
	}
	v, err := s.model(ctx, actor, id)
	if err != nil {
		return 0, err
	}
	if v.Status != Published && v.Status != Paused {
		return 0, errs.Conflict
	}
	return s.insert(ctx, actor, draft{Details: v.Details, action: Amend, original: v.Code, amends: id, why: why})
}

// model reads a vacancy whose facts a new draft of the actor begins with.
func (s *Store) model(ctx context.Context, actor access.Actor, id int64) (Vacancy, error) {
	if !actor.May(access.WriteVacancies) {
		return Vacancy{}, errs.Forbidden
	}
	return s.one(ctx, selectOne, reads(actor, access.WriteVacancies), id)
}

// another returns the facts for another order: without the days, the batches
// and the number of this one.
func (d Details) another(closes clock.Day) Details {
	d.StartsOn, d.ClosesOn, d.Batches, d.EmployerRef = clock.Day{}, closes, []Batch{}, ""
	return d
}

// amend writes the facts of a request into the public vacancy that it means,
// by the same gate, and ends the request.
func (s *Store) amend(ctx context.Context, o order, v *Vacancy) error {
	why := o
	why.why = v.AmendWhy
	if err := s.takeUp(ctx, why, v.Amends, v.Details); err != nil {
		return err
	}
	v.MergedInto = v.Amends
	return s.end(why, v, Withdrawn)
}

// takeUp makes the facts of a request a revision of the public vacancy that it
// means.
func (s *Store) takeUp(ctx context.Context, o order, id int64, d Details) error {
	v, err := s.one(ctx, lockOne, reach{scope: access.Everything(), drafts: true}, id)
	if err != nil {
		return err
	}
	if v.Status != Published && v.Status != Paused {
		return errs.One("publish", "vacancy.problem.not_public")
	}
	was := v
	o.id, o.action = id, "revise"
	if err := s.reword(ctx, o, &v, d); err != nil {
		return err
	}
	if err := s.keep(ctx, o, was, v); err != nil {
		return err
	}
	return s.FillItself(ctx, access.Everything(), id)
}
