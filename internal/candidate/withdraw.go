package candidate

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Withdraw ends a consent of a person on the person's word, through an
// officer. A referral to the employer that has not come to work ends with it.
func (s *Store) Withdraw(ctx context.Context, actor access.Actor, id, consent int64) (err error) {
	defer errs.Wrap(&err, "candidate.Withdraw(%d, %d)", id, consent)
	return s.change(ctx, actor, access.RegisterCandidates, id, func(ctx context.Context) error {
		return s.withdraw(ctx, actor, id, consent)
	})
}

func (s *Store) withdraw(ctx context.Context, actor access.Actor, id, consent int64) error {
	at := s.Now.Now()
	type gone struct {
		Purpose    Purpose
		EmployerID int64
	}
	was, err := postgres.One[gone](ctx, s.DB, `
		UPDATE consents SET withdrawn_at = @at
		WHERE id = @consent AND candidate_id = @candidate AND withdrawn_at IS NULL
		RETURNING purpose, COALESCE(employer_id, 0) AS employer_id`,
		pgx.StrictNamedArgs{"consent": consent, "candidate": id, "at": at})
	if err != nil {
		return err
	}
	if err := s.record(ctx, actor, at, id, "consent_withdrawn"); err != nil || was.Purpose != ToIntroduce {
		return err
	}
	return s.endWithout(ctx, actor, id, at)
}

// endWithout ends the referrals to employers to whom the person no longer
// agrees and by which the person is not at work.
func (s *Store) endWithout(ctx context.Context, actor access.Actor, id int64, at time.Time) error {
	everything := access.Everything()
	consents, err := s.consents(ctx, everything, id)
	if err != nil {
		return err
	}
	referrals, err := s.referrals(ctx, everything, id)
	if err != nil {
		return err
	}
	for _, r := range referrals {
		if consents.ForEmployer(r.EmployerID) || !r.Status.May(Declined) {
			continue
		}
		was := r.Status
		if err := r.move(Move{To: Declined, On: clock.DayOf(at), Reason: ConsentWithdrawn}, at); err != nil {
			return err
		}
		if err := s.save(ctx, r); err != nil {
			return err
		}
		if err := s.moved(ctx, actor, at, r, "recorded", was); err != nil {
			return err
		}
	}
	return nil
}
