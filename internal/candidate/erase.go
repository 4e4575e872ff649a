package candidate

import (
	"context"
	"errors"
	"slices"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Cause is why a person's data were erased.
type Cause string

// The causes. Due is the program's own.
const (
	Asked      Cause = "asked"
	WrongEntry Cause = "wrong_entry"
	Duplicate  Cause = "duplicate"
	Due        Cause = "due"
)

// Causes lists those that an officer can give.
func Causes() []Cause { return []Cause{Asked, WrongEntry, Duplicate} }

// Erase forgets a person: name, phone, notes and code are gone, the referrals
// with their days stay for the counts. Year of birth, gender and home district
// stay only with a consent to statistics.
func (s *Store) Erase(ctx context.Context, actor access.Actor, id int64, cause Cause) (err error) {
	defer errs.Wrap(&err, "candidate.Erase(%d)", id)
	if !slices.Contains(Causes(), cause) {
		return errs.One("cause", "problem.choice")
	}
	return s.change(ctx, actor, access.EraseCandidates, id, func(ctx context.Context) error {
		return s.erase(ctx, actor, id, cause)
	})
}

// erase forgets a person who is locked. A referral that was not at its end, and
// by which nobody is at work, ends with it.
func (s *Store) erase(ctx context.Context, actor access.Actor, id int64, cause Cause) error {
	consents, err := s.consents(ctx, access.Everything(), id)
	if err != nil {
		return err
	}
	at := s.Now.Now()
	_, err = s.DB.Exec(ctx, `
		DELETE FROM sign_in_attempts WHERE username = (SELECT 'ho-so:' || code FROM candidates WHERE id = @id)`,
		pgx.StrictNamedArgs{"id": id})
	if err != nil {
		return err
	}
	_, err = s.DB.Exec(ctx, `
		UPDATE consents SET withdrawn_at = @at
		WHERE candidate_id = @id AND withdrawn_at IS NULL AND purpose <> 'statistics'`,
		pgx.StrictNamedArgs{"id": id, "at": at})
	if err != nil {
		return err
	}
	if err := s.endWithout(ctx, actor, id, at); err != nil {
		return err
	}
	_, err = s.DB.Exec(ctx, eraseCandidate,
		pgx.StrictNamedArgs{"id": id, "at": at, "statistics": consents.For(ToStatistics)})
	if err != nil {
		return err
	}
	return s.record(ctx, actor, at, id, "erased_"+string(cause))
}

// batch bounds how many people one query of the daily work reads.
const batch = 500

// EraseDue is the program's daily work: whoever was not hired by a vacancy that
// is long over counts as not hired, and whose day has come is erased. Each
// person is a transaction of its own, so that work cut short goes on the next
// time. It asks for the scope of everything and returns how many were erased.
func (s *Store) EraseDue(ctx context.Context, scope access.Scope) (erased int, err error) {
	today := s.Now.Today()
	defer errs.Wrap(&err, "candidate.EraseDue(%s)", today)
	if !scope.All {
		return 0, errs.Forbidden
	}
	if err := s.endOver(ctx, today); err != nil {
		return 0, err
	}
	if err := s.forgetTries(ctx, today); err != nil {
		return 0, err
	}
	for {
		due, err := postgres.Values[int64](ctx, s.DB, `
			SELECT id FROM candidates WHERE erase_on <= @today AND erased_at IS NULL ORDER BY id LIMIT @batch`,
			pgx.StrictNamedArgs{"today": today, "batch": batch})
		if err != nil || len(due) == 0 {
			return erased, err
		}
		for _, id := range due {
			if err := s.eraseIfDue(ctx, id, today); err != nil {
				return erased, err
			}
			erased++
		}
	}
}

// tryDays is how long tries by code and phone are kept for whoever looks into
// an attack.
const tryDays = 30

func (s *Store) forgetTries(ctx context.Context, today clock.Day) error {
	_, err := s.DB.Exec(ctx, `DELETE FROM sign_in_attempts WHERE username LIKE 'ho-so:%' AND at < @before`,
		pgx.StrictNamedArgs{"before": today.Add(-tryDays).Start()})
	return err
}

// eraseIfDue judges once more under the lock: the person may just have agreed
// to be kept, or have been erased.
func (s *Store) eraseIfDue(ctx context.Context, id int64, today clock.Day) error {
	err := s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.lock(ctx, access.Everything(), id); err != nil {
			return err
		}
		on, err := postgres.Value[clock.Day](ctx, s.DB, `SELECT erase_on FROM candidates WHERE id = @id`,
			pgx.StrictNamedArgs{"id": id})
		if err != nil || on.IsZero() || on.After(today) {
			return err
		}
		return s.erase(ctx, access.Actor{}, id, Due)
	})
	if errors.Is(err, errs.NotFound) {
		return nil
	}
	return err
}

// endOver ends the referrals to vacancies that have been over for overDays.
func (s *Store) endOver(ctx context.Context, today clock.Day) error {
	for {
		left, err := postgres.Values[int64](ctx, s.DB, `
			SELECT r.id
			FROM referrals r
			JOIN vacancies v ON v.id = r.vacancy_id
			JOIN candidates c ON c.id = r.candidate_id
			WHERE r.status IN ('registered', 'introduced', 'interviewed') AND c.erased_at IS NULL
			  AND (v.closes_on < @before::date OR v.status IN ('filled', 'withdrawn') AND v.ended_at < @ended)
			ORDER BY r.id
			LIMIT @batch`,
			pgx.StrictNamedArgs{"before": today.Add(-overDays), "ended": today.Add(-overDays).Start(), "batch": batch})
		if err != nil || len(left) == 0 {
			return err
		}
		for _, id := range left {
			if err := s.endOne(ctx, id, today); err != nil {
				return err
			}
		}
	}
}

func (s *Store) endOne(ctx context.Context, id int64, today clock.Day) error {
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		r, err := s.referral(ctx, access.Everything(), id)
		if err != nil || !r.Status.May(NotHired) {
			return err
		}
		if err := s.bring(ctx, access.Actor{}, r, Move{To: NotHired, On: today, Reason: VacancyOver}, "recorded"); err != nil {
			return err
		}
		return s.schedule(ctx, r.CandidateID)
	})
}
