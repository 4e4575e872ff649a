// Package startup brings a new database to the state from which the product
// is used: the founding notice read, its obligations assigned and, where it is
// asked for, the sample world around them.
package startup

import (
	"context"

	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Fill does what a new database lacks and nothing else: it may run at every
// start, and in several processes at once.
func Fill(ctx context.Context, db *postgres.DB, pool *pgxpool.Pool, now clock.Clock, demo bool) (err error) {
	defer errs.Wrap(&err, "startup.Fill")
	return postgres.Alone(ctx, pool, "cauviec.startup", func(ctx context.Context) error {
		return readFoundingNotice(ctx, db, now)
	})
}
