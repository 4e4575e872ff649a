// Package postgres keeps the product's data: it opens the pool, runs
// migrations, and runs operations in transactions. It knows no table but the
// one of form keys.
package postgres

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/errs"
)

// Conn is what a pool and a transaction have in common.
type Conn interface {
	Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error)
	Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
	Begin(ctx context.Context) (pgx.Tx, error)
	CopyFrom(ctx context.Context, table pgx.Identifier, columns []string, rows pgx.CopyFromSource) (int64, error)
	SendBatch(ctx context.Context, b *pgx.Batch) pgx.BatchResults
}

// DB is where stores keep things. Inside a transaction begun by InTx, every
// call with that transaction's context joins it, so that operations compose.
type DB struct{ conn Conn }

// New returns a DB over a pool or a transaction.
func New(conn Conn) *DB { return &DB{conn: conn} }

// Open connects to the database at url and checks that it answers.
func Open(ctx context.Context, url string) (db *DB, pool *pgxpool.Pool, err error) {
	defer errs.Wrap(&err, "postgres.Open")
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, nil, err
	}
	pool, err = pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, nil, err
	}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, nil, err
	}
	return New(pool), pool, nil
}

type txKey struct{}

func (db *DB) in(ctx context.Context) Conn {
	if tx, ok := ctx.Value(txKey{}).(pgx.Tx); ok {
		return tx
	}
	return db.conn
}

// InTx runs do in a transaction (a savepoint when ctx is in one already). What
// do returns as an error undoes everything it did.
func (db *DB) InTx(ctx context.Context, do func(ctx context.Context) error) error {
	return pgx.BeginFunc(ctx, db.in(ctx), func(tx pgx.Tx) error {
		return do(context.WithValue(ctx, txKey{}, tx))
	})
}

// Outside returns a context whose calls do not join ctx's transaction: for
// records that must stay although the operation failed.
func Outside(ctx context.Context) context.Context {
	return context.WithValue(ctx, txKey{}, nil)
}

// Exec runs a statement and returns how many rows it touched.
func (db *DB) Exec(ctx context.Context, sql string, args ...any) (int64, error) {
	tag, err := db.in(ctx).Exec(ctx, sql, args...)
	return tag.RowsAffected(), translate(err)
}

// Query runs a query; the caller collects its rows.
func (db *DB) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) {
	return db.in(ctx).Query(ctx, sql, args...)
}

// CopyFrom writes many rows at once.
func (db *DB) CopyFrom(ctx context.Context, table string, columns []string, rows pgx.CopyFromSource) (int64, error) {
	n, err := db.in(ctx).CopyFrom(ctx, pgx.Identifier{table}, columns, rows)
	return n, translate(err)
}

// Batch sends many statements in one round trip and returns the first error.
func (db *DB) Batch(ctx context.Context, b *pgx.Batch) error {
	return translate(db.in(ctx).SendBatch(ctx, b).Close())
}

// All collects the rows of a query into structs by column name.
func All[T any](ctx context.Context, db *DB, sql string, args ...any) ([]T, error) {
	rows, err := db.Query(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowToStructByName[T])
}

// One collects the single row of a query; no row is NotFound.
func One[T any](ctx context.Context, db *DB, sql string, args ...any) (T, error) {
	rows, err := db.Query(ctx, sql, args...)
	if err != nil {
		var none T
		return none, err
	}
	row, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[T])
	return row, translate(err)
}

// Value returns the single value of a query; no row is NotFound.
func Value[T any](ctx context.Context, db *DB, sql string, args ...any) (T, error) {
	rows, err := db.Query(ctx, sql, args...)
	if err != nil {
		var none T
		return none, err
	}
	value, err := pgx.CollectExactlyOneRow(rows, pgx.RowTo[T])
	return value, translate(err)
}

// Values returns the single column of a query.
func Values[T any](ctx context.Context, db *DB, sql string, args ...any) ([]T, error) {
	rows, err := db.Query(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[T])
}

const uniqueViolation = "23505"

// translate turns what the database says into the kinds of errs.
func translate(err error) error {
	var pgErr *pgconn.PgError
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		return errs.NotFound
	case errors.As(err, &pgErr) && pgErr.Code == uniqueViolation:
		return errors.Join(errs.Conflict, err)
	}
	return err
}
