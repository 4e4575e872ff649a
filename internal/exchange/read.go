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

// Next returns from which day the next export has to tell: the day up to which
// those before it told everything, because things changed later on that day,
// too. One whose range began later left a gap, and does not count. Before the
// first one it is the day on which a vacancy was first public; today, if none
// ever was.
func (s *Store) Next(ctx context.Context, scope access.Scope) (since clock.Day, err error) {
	defer errs.Wrap(&err, "exchange.Next")
	first, err := postgres.Value[*time.Time](ctx, s.DB, `SELECT min(published_at) FROM vacancies WHERE revision > 0 AND @all`,
		pgx.StrictNamedArgs{"all": scope.All})
	if err != nil {
		return clock.Day{}, err
	}
	past, err := postgres.All[told](ctx, s.DB, `SELECT since, at FROM exchange_exports WHERE @all ORDER BY id LIMIT 100000`,
		pgx.StrictNamedArgs{"all": scope.All})
	return toldUntil(dayOf(first, s.Now.Now()), past), err
}

// told is the range of an export.
type told struct {
	Since clock.Day
	At    time.Time
}

// toldUntil returns up to which day exports, the oldest first, told everything
// from first on.
func toldUntil(first clock.Day, exports []told) clock.Day {
	for _, e := range exports {
		if until := clock.DayOf(e.At); !e.Since.After(first) && until.After(first) {
			first = until
		}
	}
	return first
}
