package candidate

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Own is what persons see of themselves by code and phone. The name is
// initials: the telephone may be the family's.
type Own struct {
	Code      string
	Initials  string
	Referrals []Referral
	Consents  Consents
	EraseOn   clock.Day
}

// Status is public: it returns what becomes of the person whose code and phone
// these are. A wrong pair and too many tries are Problems at "code". Ask it
// and its sisters outside a transaction.
func (s *Store) Status(ctx context.Context, k Key) (own Own, err error) {
	defer errs.Wrap(&err, "candidate.Status")
	id, err := s.prove(ctx, k)
	if err != nil {
		return Own{}, err
	}
	type row struct {
		Code     string
		FullName string
		EraseOn  clock.Day
	}
	c, err := postgres.One[row](ctx, s.DB, `SELECT code, full_name, erase_on FROM candidates WHERE id = @id`,
		pgx.StrictNamedArgs{"id": id})
	if err != nil {
		return Own{}, err
	}
	own = Own{Code: c.Code, Initials: Initials(c.FullName), EraseOn: c.EraseOn}
	everything := access.Everything()
	if own.Referrals, err = s.referrals(ctx, everything, id); err != nil {
		return Own{}, err
	}
	own.Consents, err = s.consents(ctx, everything, id)
	return own, err
}

// WithdrawOwn is public: the person ends a consent. One that has ended already
// is no failure.
func (s *Store) WithdrawOwn(ctx context.Context, k Key, consent int64) (err error) {
	defer errs.Wrap(&err, "candidate.WithdrawOwn(%d)", consent)
	return s.own(ctx, k, func(ctx context.Context, id int64) error {
		consents, err := s.consents(ctx, access.Everything(), id)
		if err != nil {
			return err
		}
		for _, c := range consents {
			if c.ID == consent && c.Active() {
				return s.withdraw(ctx, access.Actor{}, id, consent)
			}
		}
		return nil
	})
}

// DeclineOwn is public: the person declines a job that has not begun. One that
// has ended already is no failure; one at work is Conflict.
func (s *Store) DeclineOwn(ctx context.Context, k Key, referral int64) (err error) {
	defer errs.Wrap(&err, "candidate.DeclineOwn(%d)", referral)
	return s.own(ctx, k, func(ctx context.Context, id int64) error {
		r, err := s.referral(ctx, access.Everything(), referral)
		switch {
		case err != nil:
			return err
		case r.CandidateID != id:
			return errs.NotFound
		case r.Status.Ended():
			return nil
		}
		return s.bring(ctx, access.Actor{}, r, Move{To: Declined, On: s.Now.Today(), Reason: ChangedMind}, "recorded")
	})
}

// EraseOwn is public: the person asks to be forgotten, and is at once.
func (s *Store) EraseOwn(ctx context.Context, k Key) (err error) {
	defer errs.Wrap(&err, "candidate.EraseOwn")
	return s.own(ctx, k, func(ctx context.Context, id int64) error {
		return s.erase(ctx, access.Actor{}, id, Asked)
	})
}

// ExportOwn is public: it returns the person's own data as JSON.
func (s *Store) ExportOwn(ctx context.Context, k Key) (data []byte, err error) {
	defer errs.Wrap(&err, "candidate.ExportOwn")
	id, err := s.prove(ctx, k)
	if err != nil {
		return nil, err
	}
	return s.export(ctx, id)
}

// own runs a change by the person who holds the key.
func (s *Store) own(ctx context.Context, k Key, do func(ctx context.Context, id int64) error) error {
	id, err := s.prove(ctx, k)
	if err != nil {
		return err
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.lock(ctx, access.Everything(), id); err != nil {
			return err
		}
		if err := do(ctx, id); err != nil {
			return err
		}
		return s.schedule(ctx, id)
	})
}
