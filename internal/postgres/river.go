package postgres

import (
	"context"
	"io"
	"log/slog"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"

	"cauviec/internal/errs"
)

// migrateQueue brings the tables of the queue of work to the version that its
// library brings along. The lock makes processes that start together wait.
func migrateQueue(pool *pgxpool.Pool) (err error) {
	defer errs.Wrap(&err, "postgres.migrateQueue")
	return Alone(context.Background(), pool, "cauviec.queue", func(ctx context.Context) error {
		m, err := queueMigrator(pool)
		if err != nil {
			return err
		}
		_, err = m.Migrate(ctx, rivermigrate.DirectionUp, nil)
		return err
	})
}

// rollbackQueue takes the tables of the queue away.
func rollbackQueue(pool *pgxpool.Pool) (err error) {
	defer errs.Wrap(&err, "postgres.rollbackQueue")
	m, err := queueMigrator(pool)
	if err != nil {
		return err
	}
	_, err = m.Migrate(context.Background(), rivermigrate.DirectionDown, &rivermigrate.MigrateOpts{TargetVersion: -1})
	return err
}

func queueMigrator(pool *pgxpool.Pool) (*rivermigrate.Migrator[pgx.Tx], error) {
	return rivermigrate.New(riverpgxv5.New(pool), &rivermigrate.Config{Logger: slog.New(slog.NewTextHandler(io.Discard, nil))})
}

// QueueVersion returns the number of the newest migration of the queue.
func QueueVersion() (version int, err error) {
	m, err := queueMigrator(nil)
	if err != nil {
		return 0, err
	}
	for _, migration := range m.AllVersions() {
		version = max(version, migration.Version)
	}
	return version, nil
}

// Tx returns the transaction that InTx put into ctx, for a library that wants
// it in its own hands.
func Tx(ctx context.Context) (tx pgx.Tx, ok bool) {
	tx, ok = ctx.Value(txKey{}).(pgx.Tx)
	return tx, ok
}
