package vacancy

import (
	"context"

	"cauviec/internal/access"
	"cauviec/internal/errs"
)

// How the headcounts of two vacancies that are one order become one.
const (
	HeadcountStays = "stays" // that of the one that is kept
	HeadcountOther = "other" // that of the one that is given up
	HeadcountSum   = "sum"
)

// Merging is how one of two vacancies takes the other up.
type Merging struct {
	Into      int64  // the one that is kept
	Version   int    // of it, as seen
	Facts     bool   // it takes over the facts of the other
	Headcount string // and this many
	Why       string
}

// changes reports whether the kept one becomes other than it is.
func (m Merging) changes() bool { return m.Facts || m.Headcount != HeadcountStays }

func (m Merging) check() errs.Problems {
	p := errs.Problems{}
	if m.Headcount != HeadcountStays && m.Headcount != HeadcountOther && m.Headcount != HeadcountSum {
		p.Add("headcount", "problem.choice")
	}
	return p
}

// facts are those of the kept one, was, when it takes up another.
func (m Merging) facts(was, other Details) Details {
	d := was
	if m.Facts {
		d = other
		if d.EmployerRef == "" {
			d.EmployerRef = was.EmployerRef
		}
	}
	switch m.Headcount {
	case HeadcountStays:
		d.Headcount, d.Batches = was.Headcount, was.Batches
	case HeadcountOther:
		d.Headcount, d.Batches = other.Headcount, other.Batches
	case HeadcountSum:
		d.Headcount = was.Headcount + other.Headcount
		d.Batches = sumOfBatches(was.Batches, other.Batches)
	}
	return d.Normal()
}

// sumOfBatches puts the parts of two orders together. Parts of one alone do
// not make up the sum: there are none then.
func sumOfBatches(one, other []Batch) []Batch {
	if len(one) == 0 || len(other) == 0 {
		return []Batch{}
	}
	return append(append([]Batch{}, one...), other...)
}

// Merge gives up a vacancy for another that looks like the same order: people,
// drives and media pieces follow, its offer code and page lead on. One that was
// public is given up only for one that is public. What the kept one takes over
// passes its own gate: a published one is revised by those who may, a draft is
// edited; one that waits for a second person takes nothing over. With whoever
// came along the kept one may be filled.
func (s *Store) Merge(ctx context.Context, actor access.Actor, id int64, version int, m Merging) (err error) {
	defer errs.Wrap(&err, "vacancy.Merge(%d, %d)", id, m.Into)
	if err := m.check().OrNil(); err != nil {
		return err
	}
	o := order{actor: actor, need: access.WriteVacancies, id: id, version: version, action: "merge", why: m.Why, mustSay: true}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.holdAll(ctx, actor, id, m.Into); err != nil {
			return err
		}
		err := s.change(ctx, o, func(ctx context.Context, v *Vacancy) error { return s.giveUp(ctx, o, v, m) })
		if err != nil {
			return err
		}
		return s.FillItself(ctx, access.Everything(), m.Into)
	})
}

// holdAll locks what a merging touches, in the order of everybody else.
func (s *Store) holdAll(ctx context.Context, actor access.Actor, id, into int64) error {
	if !actor.May(access.WriteVacancies) {
		return errs.Forbidden
	}
	if err := s.holdDrives(ctx, id); err != nil {
		return err
	}
	return s.holdBoth(ctx, actor, id, into)
}

// giveUp ends a vacancy for another.
func (s *Store) giveUp(ctx context.Context, o order, v *Vacancy, m Merging) error {
	if err := s.isTwin(ctx, o.actor, v.ID, m.Into); err != nil {
		return err
	}
	if err := s.held(ctx, o.actor, v.ID); err != nil {
		return err
	}
	kept, err := s.one(ctx, selectOne, reads(o.actor, access.WriteVacancies), m.Into)
	if err != nil {
		return err
	}
	if kept.Version != m.Version || !v.MayJoin(kept) {
		return errs.Conflict
	}
	if err := s.takeOver(ctx, o, *v, kept, m); err != nil {
		return err
	}
	if err := s.follow(ctx, o, *v, kept); err != nil {
		return err
	}
	v.MergedInto = kept.ID
	return s.end(o, v, Withdrawn)
}

// MayJoin reports whether a vacancy can be given up for another: it has not
// ended, and what was printed of it will not lead to what nobody may see.
func (v Vacancy) MayJoin(kept Vacancy) bool {
	return v.Status.May(Withdrawn) && (v.Revision == 0 || kept.Revision > 0)
}

// takeOver changes the kept one as the merging says.
func (s *Store) takeOver(ctx context.Context, o order, other, kept Vacancy, m Merging) error {
	if !m.changes() {
		return nil
	}
	facts := m.facts(kept.Details, other.Details)
	switch kept.Status {
	case Published, Paused:
		return s.Revise(ctx, o.actor, kept.ID, kept.Version, facts, m.Why)
	case Draft:
		return s.Update(ctx, o.actor, kept.ID, kept.Version, facts)
	}
	return errs.One("facts", "vacancy.problem.merge_submitted")
}
