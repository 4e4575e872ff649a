package main

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"cauviec/internal/clock"
)

// migrateCommand brings a database up to date without serving.
type migrateCommand struct {
	databaseFlags
}

// Run migrates, loads the reference data and says so.
func (c *migrateCommand) Run(ctx context.Context, s streams) error {
	db, err := c.open(ctx, slog.New(slog.NewJSONHandler(s.err, nil)), clock.Clock(time.Now))
	if err != nil {
		return err
	}
	fmt.Fprintln(s.out, "The schema and the reference data are up to date.")
	return db.Close()
}
