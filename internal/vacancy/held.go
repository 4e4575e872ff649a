package vacancy

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// held refuses to show a vacancy again that was paused for a complaint of a bad
// advert, as long as that is open: only those who publish do it, not whoever
// is complained of.
func (s *Store) held(ctx context.Context, actor access.Actor, id int64) error {
	if actor.May(access.PublishVacancies) {
		return nil
	}
	open, err := postgres.Value[bool](ctx, s.DB, `
		SELECT EXISTS (
			SELECT FROM complaints
			WHERE vacancy_id = @id AND paused_at IS NOT NULL AND status IN ('received', 'taken_up'))`, pgx.StrictNamedArgs{"id": id})
	if err == nil && open {
		err = errs.One("publish", "vacancy.problem.held")
	}
	return err
}
