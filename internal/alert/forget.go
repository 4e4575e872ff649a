package alert

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Forget ends the alerts of those who did not answer the yearly question in
// time, erases addresses that nobody confirmed, and deletes what is older than
// anybody asks for.
func (s *Store) Forget(ctx context.Context, scope access.Scope) (err error) {
	defer errs.Wrap(&err, "alert.Forget")
	if !scope.All {
		return errs.Forbidden
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.endSilent(ctx); err != nil {
			return err
		}
		if err := s.endUnconfirmed(ctx); err != nil {
			return err
		}
		since := s.Now.Now().AddDate(0, 0, -keptDays)
		b := &pgx.Batch{}
		b.Queue(`DELETE FROM alert_messages WHERE changed_at < $1`, since)
		b.Queue(`DELETE FROM alert_people WHERE ended_at < $1`, since)
		return s.DB.Batch(ctx, b)
	})
}

func (s *Store) endSilent(ctx context.Context) error {
	people, err := postgres.Values[int64](ctx, s.DB, `
		SELECT id FROM alert_people WHERE ended_at IS NULL AND asked_on < @since ORDER BY id LIMIT 1000 FOR UPDATE SKIP LOCKED`,
		pgx.StrictNamedArgs{"since": silentSince(s.Now.Today())})
	if err != nil {
		return err
	}
	return s.end(ctx, Unanswered, people...)
}

func (s *Store) endUnconfirmed(ctx context.Context) error {
	old := s.Now.Now().Add(-codeHours * time.Hour)
	_, err := s.DB.Exec(ctx, `DELETE FROM alerts WHERE confirmed_at IS NULL AND consented_at < @old`, pgx.StrictNamedArgs{"old": old})
	if err != nil {
		return err
	}
	people, err := postgres.Values[int64](ctx, s.DB, `
		SELECT p.id FROM alert_people p
		WHERE p.confirmed_at IS NULL AND p.ended_at IS NULL AND p.created_at < @old
			AND NOT EXISTS (SELECT FROM alerts a WHERE a.person_id = p.id)
		ORDER BY p.id
		LIMIT 1000
		FOR UPDATE OF p SKIP LOCKED`, pgx.StrictNamedArgs{"old": old})
	if err != nil {
		return err
	}
	return s.end(ctx, Unconfirmed, people...)
}
