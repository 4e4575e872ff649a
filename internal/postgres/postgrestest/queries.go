package postgrestest

import (
	"context"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Queries counts the statements that a pool is asked to run, so that a test
// can bound those of a page.
type Queries struct{ n atomic.Int64 }

// TraceQueryStart counts a statement.
func (q *Queries) TraceQueryStart(ctx context.Context, _ *pgx.Conn, _ pgx.TraceQueryStartData) context.Context {
	q.n.Add(1)
	return ctx
}

// TraceQueryEnd is asked for by pgx and counts nothing.
func (q *Queries) TraceQueryEnd(context.Context, *pgx.Conn, pgx.TraceQueryEndData) {}

// During returns how many statements were begun while do ran.
func (q *Queries) During(do func()) int {
	before := q.n.Load()
	do()
	return int(q.n.Load() - before)
}

// CountedPool is Pool with a count of its statements.
func CountedPool(tb testing.TB) (*pgxpool.Pool, *Queries) {
	tb.Helper()
	return CountedPoolOf(tb, URL(tb))
}

// CountedPoolOf is a pool of the database at url with a count of its
// statements, closed when the test ends.
func CountedPoolOf(tb testing.TB, url string) (*pgxpool.Pool, *Queries) {
	tb.Helper()
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		tb.Fatal(err)
	}
	queries := &Queries{}
	config.ConnConfig.Tracer = queries
	pool, err := pgxpool.NewWithConfig(context.Background(), config)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(pool.Close)
	return pool, queries
}
