package postgres

import (
	"context"
	"errors"
	"io/fs"

	"github.com/golang-migrate/migrate/v4"
	driver "github.com/golang-migrate/migrate/v4/database/pgx/v5"
	"github.com/golang-migrate/migrate/v4/source"
	"github.com/golang-migrate/migrate/v4/source/iofs"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"

	"cauviec/internal/errs"
	"cauviec/migrations"
)

// Migrate brings the schema, and after it the tables of the queue of work, to
// the newest version, under a lock so that two processes may start at once.
func Migrate(pool *pgxpool.Pool) (err error) {
	defer errs.Wrap(&err, "postgres.Migrate")
	m, err := migrator(pool)
	if err != nil {
		return err
	}
	defer m.Close()
	if err := m.Up(); err != nil && !errors.Is(err, migrate.ErrNoChange) {
		return err
	}
	return migrateQueue(pool)
}

// Rollback takes every migration back: the schema is empty after it.
func Rollback(pool *pgxpool.Pool) (err error) {
	defer errs.Wrap(&err, "postgres.Rollback")
	if err := rollbackQueue(pool); err != nil {
		return err
	}
	m, err := migrator(pool)
	if err != nil {
		return err
	}
	defer m.Close()
	return m.Down()
}

func migrator(pool *pgxpool.Pool) (*migrate.Migrate, error) {
	files, err := iofs.New(migrations.FS, ".")
	if err != nil {
		return nil, err
	}
	db := stdlib.OpenDBFromPool(pool)
	target, err := driver.WithInstance(db, &driver.Config{})
	if err != nil {
		return nil, err
	}
	return migrate.NewWithInstance("iofs", files, "pgx5", target)
}

// Newest returns the number of the newest migration.
func Newest() (uint, error) {
	files, err := iofs.New(migrations.FS, ".")
	if err != nil {
		return 0, err
	}
	return newest(files)
}

func newest(files source.Driver) (uint, error) {
	version, err := files.First()
	for err == nil {
		var next uint
		if next, err = files.Next(version); err == nil {
			version = next
		}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return version, nil
	}
	return 0, err
}

// Ready reports whether the database answers with the newest schema.
func (db *DB) Ready(ctx context.Context) error {
	version, err := Value[int64](ctx, db, `SELECT version FROM schema_migrations WHERE NOT dirty LIMIT 1`)
	if err != nil {
		return err
	}
	want, err := Newest()
	if err != nil {
		return err
	}
	if uint(version) != want {
		return errs.Conflict
	}
	return nil
}
