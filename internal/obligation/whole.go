package obligation

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// MostWhole is how many obligations a whole list names.
const MostWhole = 100_000

// IDs returns the whole list that a filter finds in scope, in the order of
// List and whatever the filter's page, by number. Reading it is one query; the
// lines themselves are read with Lines, some at a time.
func (s *Store) IDs(ctx context.Context, scope access.Scope, f Filter) (ids []int64, err error) {
	defer errs.Wrap(&err, "obligation.IDs")
	args, err := s.filterArgs(ctx, scope, f)
	if err != nil {
		return nil, err
	}
	args["state"], args["order"], args["limit"] = f.State, States(), MostWhole
	return postgres.Values[int64](ctx, s.DB, `
		SELECT o.id
		FROM `+lineTables+`
		WHERE `+matches+` AND (@state = '' OR `+StateSQL+` = @state)
		ORDER BY `+inOrder+`
		LIMIT @limit`, args)
}

// Lines returns the obligations of these numbers that are in scope, in the
// order of the numbers.
func (s *Store) Lines(ctx context.Context, scope access.Scope, ids []int64) (lines []Line, err error) {
	defer errs.Wrap(&err, "obligation.Lines")
	return postgres.All[Line](ctx, s.DB, `
		SELECT `+lineColumns+`
		FROM unnest(@ids::bigint[]) WITH ORDINALITY AS asked (id, place)
		JOIN (`+lineTables+`) ON o.id = asked.id
		WHERE `+inScope+`
		ORDER BY asked.place
		LIMIT @limit`,
		scopeArgs(scope, pgx.StrictNamedArgs{"ids": ids, "limit": len(ids)}))
}
