package dashboard

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/complaint"
	"cauviec/internal/people"
	"cauviec/internal/postgres"
)

// Trust is what keeps adverts and employers trustworthy: open complaints, and
// users of employers whose last day comes.
type Trust struct {
	Complaints complaint.Counts
	Ending     int
}

func loadTrust(ctx context.Context, s *Store, b *Board) (err error) {
	if b.Trust.Complaints, err = s.complaints.Counts(ctx, b.self); err != nil || !b.self.May(access.VerifyEmployers) {
		return err
	}
	b.Trust.Ending, err = postgres.Value[int](ctx, s.db, `
		SELECT count(*)
		FROM accounts a JOIN employers e ON e.body_id = a.body_id
		WHERE a.active AND a.ends_on BETWEEN @today::date AND @until::date`,
		pgx.StrictNamedArgs{"today": b.Today, "until": b.Today.Add(people.EndingDays)})
	return err
}
