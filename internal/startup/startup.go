// Package startup brings a new database to the state from which the product
// is used: the founding notice read, its obligations assigned and, where it is
// asked for, the sample world around them.
package startup

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/clock"
	"cauviec/internal/demo"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/routestudy"
)

// history is how long before today the sample world begins.
const history = 180 * 24 * time.Hour

// Fill does what a new database lacks and nothing else: it may run at every
// start, and in several processes at once. The sample world begins half a year
// ago, so there the founding notice was entered then.
func Fill(ctx context.Context, db *postgres.DB, pool *pgxpool.Pool, now clock.Clock, sample bool) (err error) {
	defer errs.Wrap(&err, "startup.Fill")
	entered := now
	if sample {
		entered = clock.Fixed(now.Now().Add(-history))
	}
	return postgres.Alone(ctx, pool, "cauviec.startup", func(ctx context.Context) error {
		if err := readFoundingNotice(ctx, db, entered); err != nil {
			return err
		}
		if err := routestudy.Ensure(ctx, db); err != nil {
			return err
		}
		if !sample {
			return nil
		}
		return demo.Fill(ctx, db, now)
	})
}

// FillDesks adds to the sample world what its desks have done, once: imports,
// an export, alerts. It says what the site says, in its words.
func FillDesks(ctx context.Context, db *postgres.DB, pool *pgxpool.Pool, now clock.Clock, words demo.Words) (err error) {
	defer errs.Wrap(&err, "startup.FillDesks")
	return postgres.Alone(ctx, pool, "cauviec.startup", func(ctx context.Context) error { return demo.FillDesks(ctx, db, now, words) })
}
