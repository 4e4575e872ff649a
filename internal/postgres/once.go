package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
)

// ErrRepeated means that a form with this key was sent before.
type ErrRepeated struct{ Location string }

// Error says where the first sending led.
func (e ErrRepeated) Error() string { return "sent before: " + e.Location }

// Once runs do in one transaction together with the record that the form key
// was used, and where do led. A second sending does nothing and returns
// ErrRepeated with the first one's location; one that arrives while the first
// is still at work waits for it.
func (db *DB) Once(ctx context.Context, key, path string, account int64, at time.Time,
	do func(ctx context.Context) (location string, err error)) (location string, err error) {
	err = db.InTx(ctx, func(ctx context.Context) error {
		fresh, err := db.Exec(ctx, `
			INSERT INTO form_keys (key, path, account_id, location, at)
			VALUES (@key, @path, NULLIF(@account, 0), '', @at)
			ON CONFLICT (key) DO NOTHING`,
			pgx.StrictNamedArgs{"key": key, "path": path, "account": account, "at": at})
		if err != nil {
			return err
		}
		if fresh == 0 {
			return db.repeated(ctx, key, path, account)
		}
		if location, err = do(ctx); err != nil {
			return err
		}
		_, err = db.Exec(ctx, `UPDATE form_keys SET location = @location WHERE key = @key`,
			pgx.StrictNamedArgs{"key": key, "location": location})
		return err
	})
	return location, err
}

// repeated says where the first sending of the same form by the same account
// led. Anything else with its key is a conflict.
func (db *DB) repeated(ctx context.Context, key, path string, account int64) error {
	location, err := Value[string](ctx, db, `
		SELECT location FROM form_keys
		WHERE key = @key AND path = @path AND COALESCE(account_id, 0) = @account`,
		pgx.StrictNamedArgs{"key": key, "path": path, "account": account})
	if errors.Is(err, errs.NotFound) {
		return errs.Conflict
	}
	if err != nil {
		return err
	}
	return ErrRepeated{Location: location}
}
