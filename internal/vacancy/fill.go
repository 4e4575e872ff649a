package vacancy

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// HoldOf keeps the vacancy of a referral as it is until the transaction ends.
// Who records that somebody is at work calls it before holding the person: the
// vacancy comes first everywhere, so no two wait for each other.
func (s *Store) HoldOf(ctx context.Context, scope access.Scope, referral int64) (err error) {
	defer errs.Wrap(&err, "vacancy.HoldOf(%d)", referral)
	if !scope.All {
		return errs.NotFound
	}
	id, err := postgres.Value[int64](ctx, s.DB, `SELECT vacancy_id FROM referrals WHERE id = @id`, pgx.StrictNamedArgs{"id": referral})
	if err != nil {
		return err
	}
	_, err = s.hold(ctx, id)
	return err
}

// FillItself ends a public vacancy once as many are at work as it wanted. It
// is the program's own doing and called in the transaction of the outcome.
// People who leave later do not reopen it: see Thinned.
func (s *Store) FillItself(ctx context.Context, scope access.Scope, id int64) (err error) {
	defer errs.Wrap(&err, "vacancy.FillItself(%d)", id)
	if !scope.All {
		return errs.NotFound
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		v, err := s.hold(ctx, id)
		if err != nil || !v.Status.May(Filled) {
			return err
		}
		counts, err := s.counts(ctx, id)
		if err != nil || counts.ToFill(v.Headcount) > 0 {
			return err
		}
		was, now := v, s.Now.Now()
		v.EndedAt, v.EndReason, v.ShortKnown = &now, "", 0
		if err := v.move(Filled); err != nil {
			return err
		}
		why := fmt.Sprintf("%d/%d", counts.AtWork(), v.Headcount)
		return s.keep(ctx, order{id: id, action: "fill_itself", why: why}, was, v)
	})
}

// Accept notes that a filled vacancy lacks people again and stays filled: its
// poster is not told of them any more.
func (s *Store) Accept(ctx context.Context, actor access.Actor, id int64, version int) (err error) {
	defer errs.Wrap(&err, "vacancy.Accept(%d)", id)
	o := order{actor: actor, need: access.WriteVacancies, id: id, version: version, action: "accept"}
	return s.change(ctx, o, func(ctx context.Context, v *Vacancy) error {
		counts, err := s.counts(ctx, id)
		if err != nil {
			return err
		}
		if !v.Thinned(counts) {
			return errs.Conflict
		}
		v.ShortKnown = counts.ToFill(v.Headcount)
		return nil
	})
}

// Thinned reports whether people left a filled order since somebody looked.
func (v Vacancy) Thinned(c Counts) bool {
	return v.Status == Filled && c.ToFill(v.Headcount) > v.ShortKnown
}

// counts are those of one vacancy, for a rule that sees everything.
func (s *Store) counts(ctx context.Context, id int64) (Counts, error) {
	args := reach{scope: access.Everything(), drafts: true}.args()
	args["ids"] = []int64{id}
	row, err := postgres.One[struct {
		ID int64
		Counts
	}](ctx, s.DB, countPeople, args)
	return row.Counts, err
}

// hold locks a vacancy for the program itself, its employer first.
func (s *Store) hold(ctx context.Context, id int64) (Vacancy, error) {
	if _, err := s.DB.Exec(ctx, holdEmployer, pgx.StrictNamedArgs{"id": id}); err != nil {
		return Vacancy{}, err
	}
	return s.one(ctx, lockOne, reach{scope: access.Everything(), drafts: true}, id)
}
