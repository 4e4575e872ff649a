// Package upkeep is what the program does by itself while it serves: it erases
// personal data whose day has come, forgets what has served its purpose, and
// publishes what is to be published at a set time. Each task looks at what is due and not at when it ran last, so a day that
// the program was stopped is made up for at the next round.
package upkeep

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/access"
	"cauviec/internal/candidate"
	"cauviec/internal/clock"
	"cauviec/internal/complaint"
	"cauviec/internal/errs"
	"cauviec/internal/intake"
	"cauviec/internal/limit"
	"cauviec/internal/opendata"
	"cauviec/internal/postgres"
	"cauviec/internal/search"
	"cauviec/internal/vacancy"
)

// every is how long the program rests between rounds, and minutely between two
// looks at what is due to the minute. A look is one question of an index and
// sees what any process set, so nothing need be woken.
const (
	every    = time.Hour
	minutely = time.Minute
)

// keys and attempts are kept this long: a form is not resent after a month,
// nor is an attempt to sign in counted.
const kept = 30 * 24 * time.Hour

// Run does a round at once and then every hour, and what is due to the minute
// every minute, until ctx is done. Failures are logged and tried again the next
// time.
func Run(ctx context.Context, db *postgres.DB, pool *pgxpool.Pool, now clock.Clock, log *slog.Logger) {
	var both sync.WaitGroup
	both.Go(func() {
		repeat(ctx, every, log, func() error { return Round(ctx, db, pool, now) })
	})
	both.Go(func() {
		repeat(ctx, minutely, log, func() error { return Punctual(ctx, db, now) })
	})
	both.Wait()
}

func repeat(ctx context.Context, rest time.Duration, log *slog.Logger, do func() error) {
	ticks := time.NewTicker(rest)
	defer ticks.Stop()
	for {
		if err := do(); err != nil && ctx.Err() == nil {
			log.ErrorContext(ctx, "upkeep", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticks.C:
		}
	}
}

// Punctual publishes what is to be published by now. Several processes may do
// it at once.
func Punctual(ctx context.Context, db *postgres.DB, now clock.Clock) (err error) {
	defer errs.Wrap(&err, "upkeep.Punctual")
	_, err = (&vacancy.Store{DB: db, Now: now}).PublishDue(ctx, access.Everything())
	return err
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
		if err := (&intake.Store{DB: db, Now: now}).Forget(ctx, access.Everything()); err != nil {
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
