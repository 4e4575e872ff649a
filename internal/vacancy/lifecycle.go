package vacancy

import (
	"context"

	"cauviec/internal/access"
	"cauviec/internal/errs"
)

// Submit puts a draft before a second person. It passes the same gate as
// publishing, but for the employer, who may be verified meanwhile.
func (s *Store) Submit(ctx context.Context, actor access.Actor, id int64, version int) (err error) {
	defer errs.Wrap(&err, "vacancy.Submit(%d)", id)
	o := order{actor: actor, need: access.WriteVacancies, id: id, version: version, action: Submit}
	return s.change(ctx, o, func(ctx context.Context, v *Vacancy) error {
		minimum, err := s.Minimum(ctx, access.Everything(), v.Details)
		if err != nil {
			return err
		}
		if err := v.CheckSubmit(s.Now.Today(), minimum).OrNil(); err != nil {
			return err
		}
		now := s.Now.Now()
		v.SubmittedAt, v.SubmittedBy, v.ReturnReason = &now, actor.Account, ""
		return v.move(Submitted)
	})
}

// Publish shows a submitted vacancy to the public, or writes what it asks to
// change into the one that it amends. Whoever wrote or submitted it cannot: a
// second person looks.
func (s *Store) Publish(ctx context.Context, actor access.Actor, id int64, version int) (err error) {
	defer errs.Wrap(&err, "vacancy.Publish(%d)", id)
	o := order{actor: actor, need: access.PublishVacancies, id: id, version: version, action: Publish}
	return s.change(ctx, o, func(ctx context.Context, v *Vacancy) error {
		if v.Status != Submitted {
			return errs.Conflict
		}
		if !v.SecondPerson(actor.Account) {
			return errs.One("publish", "vacancy.problem.second_person")
		}
		return s.publish(ctx, o, v, actor.Account)
	})
}

// publish passes the gate and shows a submitted vacancy, decided by an account.
func (s *Store) publish(ctx context.Context, o order, v *Vacancy, by int64) error {
	v.unschedule()
	o.actor.Account = by
	if v.Amends != 0 {
		return s.amend(ctx, o, v)
	}
	if err := s.gate(ctx, *v); err != nil {
		return err
	}
	now := s.Now.Now()
	v.PublishedAt, v.PublishedBy = &now, by
	if err := s.revise(ctx, o, v); err != nil {
		return err
	}
	return v.move(Published)
}

// Return gives a submitted vacancy back to its writer, with a reason.
func (s *Store) Return(ctx context.Context, actor access.Actor, id int64, version int, why string) (err error) {
	defer errs.Wrap(&err, "vacancy.Return(%d)", id)
	o := order{actor: actor, need: access.PublishVacancies, id: id, version: version, action: Return, why: why, mustSay: true}
	return s.change(ctx, o, func(_ context.Context, v *Vacancy) error {
		v.unschedule()
		v.ReturnReason, v.SubmittedAt, v.SubmittedBy = o.tidyWhy(), nil, 0
		return v.move(Draft)
	})
}

// Pause hides a published vacancy for a while. One that is over cannot be paused.
func (s *Store) Pause(ctx context.Context, actor access.Actor, id int64, version int, why string) (err error) {
	defer errs.Wrap(&err, "vacancy.Pause(%d)", id)
	o := order{actor: actor, need: access.WriteVacancies, id: id, version: version, action: Pause, why: why}
	return s.change(ctx, o, func(_ context.Context, v *Vacancy) error {
		if v.Over(s.Now.Today()) {
			return errs.Conflict
		}
		return v.move(Paused)
	})
}

// Resume shows a paused or filled vacancy again, if it still passes the gate;
// reopening a filled one asks why.
func (s *Store) Resume(ctx context.Context, actor access.Actor, id int64, version int, why string) (err error) {
	defer errs.Wrap(&err, "vacancy.Resume(%d)", id)
	o := order{actor: actor, need: access.WriteVacancies, id: id, version: version, action: Resume, why: why}
	return s.change(ctx, o, func(ctx context.Context, v *Vacancy) error {
		switch {
		case v.Status != Paused && v.Status != Filled:
			return errs.Conflict
		case v.Status == Filled && o.tidyWhy() == "":
			return errs.One("why", "problem.required")
		}
		if err := s.held(ctx, actor, id); err != nil {
			return err
		}
		v.EndReason, v.EndedAt, v.ShortKnown = "", nil, 0
		if err := s.gate(ctx, *v); err != nil {
			return err
		}
		return v.move(Published)
	})
}

// Fill ends a vacancy because enough people were found; why, if the program
// knows of fewer at work than were wanted.
func (s *Store) Fill(ctx context.Context, actor access.Actor, id int64, version int, why string) (err error) {
	defer errs.Wrap(&err, "vacancy.Fill(%d)", id)
	o := order{actor: actor, need: access.WriteVacancies, id: id, version: version, action: Fill, why: why}
	return s.change(ctx, o, func(ctx context.Context, v *Vacancy) error {
		counts, err := s.counts(ctx, v.ID)
		if err != nil {
			return err
		}
		v.ShortKnown = counts.ToFill(v.Headcount)
		if v.ShortKnown > 0 && o.tidyWhy() == "" {
			return errs.One("why", "problem.required")
		}
		return s.end(o, v, Filled)
	})
}

// Withdraw ends a vacancy for good, for a reason.
func (s *Store) Withdraw(ctx context.Context, actor access.Actor, id int64, version int, why string) (err error) {
	defer errs.Wrap(&err, "vacancy.Withdraw(%d)", id)
	o := order{actor: actor, need: access.WriteVacancies, id: id, version: version, action: Withdraw, why: why, mustSay: true}
	return s.change(ctx, o, func(_ context.Context, v *Vacancy) error { return s.end(o, v, Withdrawn) })
}

func (s *Store) end(o order, v *Vacancy, to Status) error {
	now := s.Now.Now()
	v.unschedule()
	v.EndReason, v.EndedAt = o.tidyWhy(), &now
	return v.move(to)
}

// move takes the vacancy to another status, if its own allows that.
func (v *Vacancy) move(to Status) error {
	if !v.Status.May(to) {
		return errs.Conflict
	}
	v.Status = to
	return nil
}
