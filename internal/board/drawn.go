package board

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// AtWork returns how many people began to work on an order and have not left:
// a number, nobody's name.
func (s *Store) AtWork(ctx context.Context, vacancyID int64) (n int, err error) {
	defer errs.Wrap(&err, "board.AtWork(%d)", vacancyID)
	return postgres.Value[int](ctx, s.DB, `
		SELECT count(*) FROM referrals WHERE vacancy_id = @id AND started_at IS NOT NULL AND status <> 'left'`,
		pgx.StrictNamedArgs{"id": vacancyID})
}
