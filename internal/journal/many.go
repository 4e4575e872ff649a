package journal

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// WriteMany is Write for many changes of one operation at once.
func WriteMany(ctx context.Context, db *postgres.DB, actor access.Actor, at time.Time, changes []Change) (err error) {
	defer errs.Wrap(&err, "journal.WriteMany(%d)", len(changes))
	columns := []string{"at", "account_id", "body_id", "thing", "thing_id", "action", "from_value", "to_value", "why"}
	_, err = db.CopyFrom(ctx, "journal", columns, pgx.CopyFromSlice(len(changes), func(i int) ([]any, error) {
		c := changes[i]
		return []any{at, known(actor.Account), known(actor.Body), string(c.Thing), c.ID, c.Action, c.From, c.To, c.Why}, nil
	}))
	return err
}

// known is a number, or NULL for 0.
func known(id int64) *int64 {
	if id == 0 {
		return nil
	}
	return &id
}
