package search

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
	"cauviec/internal/opendata"
	"cauviec/internal/postgres"
)

// rules names the way in which entries are written. Whoever changes it so that
// the same vacancy is kept by other words counts it up.
const rules = "3"

// edition names the rules and the meanings that entries are written by, and
// what mirrors outside are told.
func edition() string {
	sum := sha256.Sum256([]byte(meaningsText))
	return rules + "." + hex.EncodeToString(sum[:8]) + "." + opendata.Edition()
}

// Renew writes the narrow table anew if that was done by other rules or
// meanings than this program's, and tells mirrors everything anew then, or when
// they are told more of a vacancy than before. A program calls it when it
// starts, alone.
func Renew(ctx context.Context, db *postgres.DB) (err error) {
	defer errs.Wrap(&err, "search.Renew")
	return db.InTx(ctx, func(ctx context.Context) error {
		args := pgx.StrictNamedArgs{"edition": edition()}
		written, err := db.Exec(ctx, `
			INSERT INTO live_edition (edition) VALUES (@edition)
			ON CONFLICT (only_row) DO UPDATE SET edition = EXCLUDED.edition WHERE live_edition.edition <> EXCLUDED.edition`, args)
		if err != nil || written == 0 {
			return err
		}
		return Rebuild(ctx, db)
	})
}
