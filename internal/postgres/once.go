package postgres

import (
	"bytes"
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
)

// Sending is a form as it was sent.
type Sending struct {
	Key     string // of the form: the same in all sendings of it
	Path    string
	Account int64  // 0: a visitor
	Words   []byte // a digest of what the form said
	At      time.Time
}

// ErrRepeated means that a form with this key was sent before.
type ErrRepeated struct {
	Location string // where the first sending led
	Changed  bool   // it said something else then
}

// Error says where the first sending led.
func (e ErrRepeated) Error() string { return "sent before: " + e.Location }

// Once runs do in one transaction together with the record that a form was
// sent, and where do led. A second sending does nothing and returns
// ErrRepeated; one that arrives while the first is still at work waits for it.
func (db *DB) Once(ctx context.Context, s Sending, do func(ctx context.Context) (location string, err error)) (location string, err error) {
	err = db.InTx(ctx, func(ctx context.Context) error {
		fresh, err := db.Exec(ctx, `
			INSERT INTO form_keys (key, path, account_id, words, location, at)
			VALUES (@key, @path, NULLIF(@account, 0), @words, '', @at)
			ON CONFLICT (key) DO NOTHING`,
			pgx.StrictNamedArgs{"key": s.Key, "path": s.Path, "account": s.Account, "words": s.Words, "at": s.At})
		if err != nil {
			return err
		}
		if fresh == 0 {
			return db.repeated(ctx, s)
		}
		if location, err = do(ctx); err != nil {
			return err
		}
		_, err = db.Exec(ctx, `UPDATE form_keys SET location = @location WHERE key = @key`,
			pgx.StrictNamedArgs{"key": s.Key, "location": location})
		return err
	})
	return location, err
}

// repeated says where the first sending of the same form by the same account
// led. Anything else with its key is a conflict.
func (db *DB) repeated(ctx context.Context, s Sending) error {
	first, err := One[struct {
		Location string
		Words    []byte
	}](ctx, db, `
		SELECT location, words FROM form_keys
		WHERE key = @key AND path = @path AND COALESCE(account_id, 0) = @account`,
		pgx.StrictNamedArgs{"key": s.Key, "path": s.Path, "account": s.Account})
	if errors.Is(err, errs.NotFound) {
		return errs.Conflict
	}
	if err != nil {
		return err
	}
	known := len(first.Words) > 0 // not of forms that were sent before digests were kept
	return ErrRepeated{Location: first.Location, Changed: known && !bytes.Equal(first.Words, s.Words)}
}
