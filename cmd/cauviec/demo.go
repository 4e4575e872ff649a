package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/demo"
	"cauviec/internal/postgres"
	"cauviec/internal/startup"
	"cauviec/web/alerts"
	"cauviec/web/exchange"
	"cauviec/web/imports"
)

// demoCommand fills a database with the sample world without serving. What the
// desks did is added when it is first served: messages say where the site is.
type demoCommand struct {
	databaseFlags
}

// Run fills the database; one that is filled already stays as it is.
func (c *demoCommand) Run(ctx context.Context, s streams) (err error) {
	now := clock.Clock(time.Now)
	db, err := c.open(ctx, slog.New(slog.NewJSONHandler(s.err, nil)), now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := startup.Fill(ctx, db.DB, db.pool, now, true); err != nil {
		return err
	}
	fmt.Fprintln(s.out, "The sample world is in place.")
	return nil
}

// sampleWords are what the desks of the sample world say on a site.
func sampleWords(db *postgres.DB, now clock.Clock, site string) demo.Words {
	return demo.Words{Imports: imports.Store(db, now).Words, Exports: exchange.Store(db, now).Words, Letters: alerts.Letters{Site: site}}
}
