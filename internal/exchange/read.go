package exchange

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Export is one that was made.
type Export struct {
	ID       int64
	At       time.Time
	Since    clock.Day
	Mapping  string
	Records  int
	Appeared int // open or paused, and published for the first time in the range
	Changed  int // open or paused, and known before
	Closed   int
	Person   string // empty: from the command line
	BodyVi   string
	BodyEn   string
}

// List returns exports, the newest first: those before a number, unless it is
// 0, and whether there are more.
func (s *Store) List(ctx context.Context, scope access.Scope, before int64, limit int) (list []Export, more bool, err error) {
	defer errs.Wrap(&err, "exchange.List")
	list, err = postgres.All[Export](ctx, s.DB, selectExports, pgx.StrictNamedArgs{"all": scope.All, "before": before, "limit": limit + 1})
	if len(list) > limit {
		return list[:limit], true, err
	}
	return list, false, err
}

// File returns the file of an export.
func (s *Store) File(ctx context.Context, scope access.Scope, id int64) (f File, err error) {
	defer errs.Wrap(&err, "exchange.File(%d)", id)
	return postgres.One[File](ctx, s.DB, `SELECT id, heading, lines FROM exchange_exports WHERE id = @id AND @all`,
		pgx.StrictNamedArgs{"id": id, "all": scope.All})
}

// Next returns from which day the next export has to tell: the day of the last
// one, because things changed later on that day, too; before the first one, the
// day on which a vacancy was first public; today, if none ever was.
func (s *Store) Next(ctx context.Context, scope access.Scope) (since clock.Day, err error) {
	defer errs.Wrap(&err, "exchange.Next")
	last, err := postgres.Value[*time.Time](ctx, s.DB, `
		SELECT COALESCE((SELECT max(at) FROM exchange_exports), (SELECT min(published_at) FROM vacancies WHERE revision > 0))
		WHERE @all`, pgx.StrictNamedArgs{"all": scope.All})
	return dayOf(last, s.Now.Now()), err
}
