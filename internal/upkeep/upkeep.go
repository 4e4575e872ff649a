// Package upkeep is what the program does by itself while it serves: it erases
// personal data whose day has come and forgets what has served its purpose.
// Each task looks at what is due and not at when it ran last, so a day that
// the program was stopped is made up for at the next round.
package upkeep

import (
	"context"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/access"
	"cauviec/internal/candidate"
	"cauviec/internal/clock"
	"cauviec/internal/complaint"
	"cauviec/internal/errs"
	"cauviec/internal/limit"
	"cauviec/internal/opendata"
	"cauviec/internal/postgres"
	"cauviec/internal/search"
)

// every is how long the program rests between rounds.
const every = time.Hour

// keys and attempts are kept this long: a form is not resent after a month,
// nor is an attempt to sign in counted.
const kept = 30 * 24 * time.Hour

// Run does a round at once and then every hour until ctx is done. Failures are
// logged and tried again in the next round.
func Run(ctx context.Context, db *postgres.DB, pool *pgxpool.Pool, now clock.Clock, log *slog.Logger) {
	ticks := time.NewTicker(every)
	defer ticks.Stop()
	for {
		if err := Round(ctx, db, pool, now); err != nil && ctx.Err() == nil {
			log.ErrorContext(ctx, "upkeep", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticks.C:
		}
	}
}

// Round does what is due; of several processes one at a time.
func Round(ctx context.Context, db *postgres.DB, pool *pgxpool.Pool, now clock.Clock) (err error) {
	defer errs.Wrap(&err, "upkeep.Round")
	return postgres.Alone(ctx, pool, "cauviec.upkeep", func(ctx context.Context) error {
		if _, err := (&candidate.Store{DB: db, Now: now}).EraseDue(ctx, access.Everything()); err != nil {
			return err
		}
		if _, err := (&complaint.Store{DB: db, Now: now}).EraseDue(ctx, access.Everything()); err != nil {
			return err
		}
		if err := (&limit.Store{DB: db, Now: now}).Forget(ctx, access.Everything()); err != nil {
			return err
		}
		if err := search.ForgetChanges(ctx, db); err != nil {
			return err
		}
		if err := opendata.Keep(ctx, db, now.Today()); err != nil {
			return err
		}
		return forget(ctx, db, now.Now())
	})
}

// forget deletes used form keys, old attempts to sign in, and ended sessions.
func forget(ctx context.Context, db *postgres.DB, at time.Time) error {
	b := &pgx.Batch{}
	b.Queue(`DELETE FROM form_keys WHERE at < $1`, at.Add(-kept))
	b.Queue(`DELETE FROM sign_in_attempts WHERE at < $1`, at.Add(-kept))
	b.Queue(`DELETE FROM sessions WHERE expiry < $1`, at)
	return db.Batch(ctx, b)
}
