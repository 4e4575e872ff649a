package candidate

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Store keeps candidates, their consents and their referrals.
type Store struct {
	DB  *postgres.DB
	Now clock.Clock
}

// lock holds a candidate in scope until the transaction ends. Every change
// begins with it, so that changes of one person happen one after the other.
func (s *Store) lock(ctx context.Context, scope access.Scope, id int64) error {
	_, err := postgres.Value[int64](ctx, s.DB, `
		SELECT c.id
		FROM candidates c
		WHERE c.id = @id AND c.erased_at IS NULL AND `+inScope+`
		FOR NO KEY UPDATE OF c`,
		scoped(scope, pgx.StrictNamedArgs{"id": id}))
	return err
}

// referral locks the person of a referral in scope and reads the referral.
func (s *Store) referral(ctx context.Context, scope access.Scope, id int64) (Referral, error) {
	person, err := postgres.Value[int64](ctx, s.DB, `SELECT candidate_id FROM referrals WHERE id = @id`,
		pgx.StrictNamedArgs{"id": id})
	if err != nil {
		return Referral{}, err
	}
	if err := s.lock(ctx, scope, person); err != nil {
		return Referral{}, err
	}
	return postgres.One[Referral](ctx, s.DB, `SELECT `+refColumns+fromReferrals+` WHERE r.id = @id AND `+refInScope,
		pgx.StrictNamedArgs{"id": id, "employer": employerOf(scope), "today": s.Now.Today()})
}

// referrals returns those of a candidate in scope, the newest first.
func (s *Store) referrals(ctx context.Context, scope access.Scope, candidate int64) ([]Referral, error) {
	return postgres.All[Referral](ctx, s.DB, `SELECT `+refColumns+fromReferrals+`
		WHERE r.candidate_id = @candidate AND `+refInScope+`
		ORDER BY r.registered_at DESC, r.id DESC
		LIMIT 100`,
		pgx.StrictNamedArgs{"candidate": candidate, "employer": employerOf(scope), "today": s.Now.Today()})
}

// consents returns those of a candidate, the newest first; to an employer only
// those that concern it.
func (s *Store) consents(ctx context.Context, scope access.Scope, candidate int64) (Consents, error) {
	return postgres.All[Consent](ctx, s.DB, `
		SELECT k.id, k.purpose, COALESCE(k.employer_id, 0) AS employer_id, COALESCE(e.name, '') AS employer_name, k.manner,
		       k.given_at, k.withdrawn_at
		FROM consents k
		LEFT JOIN employers e ON e.id = k.employer_id
		WHERE k.candidate_id = @candidate AND (@employer::bigint = 0 OR k.purpose = 'introduce' AND k.employer_id = @employer)
		ORDER BY k.given_at DESC, k.id DESC
		LIMIT 100`,
		pgx.StrictNamedArgs{"candidate": candidate, "employer": employerOf(scope)})
}

// save writes a referral that has moved.
func (s *Store) save(ctx context.Context, r Referral) error {
	_, err := s.DB.Exec(ctx, updateReferral, pgx.StrictNamedArgs{
		"id": r.ID, "status": r.Status, "reason": r.Reason, "registered_at": r.RegisteredAt, "called_at": r.CalledAt,
		"introduced_at": r.IntroducedAt, "interviewed_at": r.InterviewedAt, "hired_at": r.HiredAt, "started_at": r.StartedAt,
		"stayed_1_at": r.Stayed1At, "stayed_3_at": r.Stayed3At, "ended_at": r.EndedAt,
	})
	return err
}

// schedule writes the day on which a person's data are to be erased as the
// referrals and consents now stand.
func (s *Store) schedule(ctx context.Context, candidate int64) error {
	everything := access.Everything()
	referrals, err := s.referrals(ctx, everything, candidate)
	if err != nil {
		return err
	}
	consents, err := s.consents(ctx, everything, candidate)
	if err != nil {
		return err
	}
	_, err = s.DB.Exec(ctx, `UPDATE candidates SET erase_on = @on WHERE id = @id AND erased_at IS NULL`,
		pgx.StrictNamedArgs{"id": candidate, "on": EraseOn(referrals, consents.For(ToKeep), s.Now.Today())})
	return err
}

// record writes a change of a candidate into the journal.
func (s *Store) record(ctx context.Context, actor access.Actor, at time.Time, candidate int64, action string) error {
	return journal.Write(ctx, s.DB, actor, at, journal.Change{Thing: journal.Candidate, ID: candidate, Action: action})
}

// moved writes a referral's move into the journal. Why is a Reason, never
// somebody's own words.
func (s *Store) moved(ctx context.Context, actor access.Actor, at time.Time, r Referral, action string, from Status) error {
	return journal.Write(ctx, s.DB, actor, at, journal.Change{Thing: journal.Referral, ID: r.ID, Action: action,
		From: string(from), To: string(r.Status), Why: string(r.Reason)})
}
