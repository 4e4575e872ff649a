package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/startup"
)

// demoCommand fills a database with the sample world without serving.
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
