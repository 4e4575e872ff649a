// Package startuptest gives tests the sample world, made once for all tests of
// a binary. It is imported by tests only.
package startuptest

import (
	"context"
	"testing"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/startup"
)

// Noon is the present instant of the sample world: noon of Tuesday, 20 May
// 2025, where the product works. Sessions end by the machine's own clock, so it
// lies in the past.
var Noon = time.Date(2025, 5, 20, 5, 0, 0, 0, time.UTC)

// URL returns where a copy of the sample world is that belongs to the test.
func URL(tb testing.TB) string {
	tb.Helper()
	return postgrestest.Filled(tb, "sample", fill)
}

func fill(ctx context.Context, url string) error {
	db, pool, err := postgres.Open(ctx, url)
	if err != nil {
		return err
	}
	defer pool.Close()
	return startup.Fill(ctx, db, pool, clock.Fixed(Noon), true)
}
