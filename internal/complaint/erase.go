package complaint

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// EraseDue is the program's hourly work: it erases the words and phones of
// tellers whose day has come and returns how many. It asks for the scope of
// everything.
func (s *Store) EraseDue(ctx context.Context, scope access.Scope) (erased int, err error) {
	defer errs.Wrap(&err, "complaint.EraseDue")
	if !scope.All {
		return 0, errs.Forbidden
	}
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		now := s.Now.Now()
		due, err := postgres.Values[int64](ctx, s.DB, `
			UPDATE complaints SET words = '', phone = '', erased_at = @now, version = version + 1
			WHERE erase_on <= @today AND erased_at IS NULL
			RETURNING id`, pgx.StrictNamedArgs{"now": now, "today": s.Now.Today()})
		if err != nil {
			return err
		}
		for _, id := range due {
			err := journal.Write(ctx, s.DB, access.Actor{}, now, journal.Change{Thing: journal.Complaint, ID: id, Action: "erase"})
			if err != nil {
				return err
			}
		}
		erased = len(due)
		return nil
	})
	return erased, err
}
