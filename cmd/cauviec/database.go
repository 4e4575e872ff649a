package main

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"

	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/clock"
	"cauviec/internal/localpg"
	"cauviec/internal/postgres"
	"cauviec/internal/reference"
	"cauviec/internal/search"
)

// databaseFlags say where data are kept.
type databaseFlags struct {
	Data string `help:"Folder of the embedded PostgreSQL's data." env:"CAUVIEC_DATA" default:".data" placeholder:"FOLDER"`
	URL  string `name:"database-url" help:"PostgreSQL to use instead of the embedded one." env:"DATABASE_URL" placeholder:"URL"`
}

// database is an open database and, if we run it ourselves, its server.
type database struct {
	*postgres.DB
	pool   *pgxpool.Pool
	server *localpg.Server
}

// open connects, starting the embedded PostgreSQL if there is no other, and
// brings schema and reference data up to date. Processes that start together
// wait for one another.
func (f databaseFlags) open(ctx context.Context, log *slog.Logger, now clock.Clock) (*database, error) {
	d := &database{}
	url := f.URL
	if url == "" {
		server, err := localpg.Start(ctx, localpg.Options{Dir: filepath.Join(f.Data, "postgres"), Log: log})
		if err != nil {
			return nil, err
		}
		d.server, url = server, server.URL()
	}
	db, pool, err := postgres.Open(ctx, url)
	if err != nil {
		return nil, errors.Join(err, d.Close())
	}
	d.DB, d.pool = db, pool
	err = postgres.Alone(ctx, pool, "cauviec.open", func(ctx context.Context) error {
		if err := postgres.Migrate(pool); err != nil {
			return err
		}
		if err := reference.Load(ctx, db, now.Now()); err != nil {
			return err
		}
		return search.Renew(ctx, db)
	})
	if err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}

// Close lets go of the database; the last process to do so stops the embedded
// server.
func (d *database) Close() error {
	if d.pool != nil {
		d.pool.Close()
	}
	if d.server != nil {
		return d.server.Close()
	}
	return nil
}
