package opendata

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

const noteAgain = ` ON CONFLICT (vacancy_id) DO UPDATE SET tx = EXCLUDED.tx`

// Note writes down that what the public knows of vacancies may have changed.
// It joins the transaction of the change.
func Note(ctx context.Context, db *postgres.DB, vacancyIDs ...int64) (err error) {
	defer errs.Wrap(&err, "opendata.Note")
	_, err = db.Exec(ctx, `INSERT INTO public_changes (vacancy_id) SELECT DISTINCT unnest(@ids::bigint[]) ORDER BY 1`+noteAgain,
		pgx.StrictNamedArgs{"ids": vacancyIDs})
	return err
}

// NoteEmployer writes that down of all vacancies that an employer has published.
func NoteEmployer(ctx context.Context, db *postgres.DB, employerID int64) (err error) {
	defer errs.Wrap(&err, "opendata.NoteEmployer(%d)", employerID)
	_, err = db.Exec(ctx, `
		INSERT INTO public_changes (vacancy_id)
		SELECT id FROM vacancies WHERE employer_id = @employer AND revision > 0 ORDER BY id`+noteAgain,
		pgx.StrictNamedArgs{"employer": employerID})
	return err
}

// NoteAll writes that down of everything that was ever published.
func NoteAll(ctx context.Context, db *postgres.DB) (err error) {
	defer errs.Wrap(&err, "opendata.NoteAll")
	_, err = db.Exec(ctx, `
		INSERT INTO public_changes (vacancy_id)
		SELECT id FROM vacancies WHERE revision > 0
		UNION SELECT vacancy_id FROM public_changes
		ORDER BY 1`+noteAgain)
	return err
}

const (
	// cursorDays is how long a mirror can stay away and go on where it was.
	cursorDays = 90
	// keptDays is how long a vacancy that is over is told. Who has not heard of
	// its end began to read at most cursorDays after it, and then may stay away
	// once more in the middle of reading.
	keptDays = 2 * cursorDays
)

// Keep forgets vacancies that have been over for long. When the database was
// carried to a server that counts transactions from lower numbers, it renumbers
// the changes, and every mirror begins anew.
func Keep(ctx context.Context, db *postgres.DB, today clock.Day) (err error) {
	defer errs.Wrap(&err, "opendata.Keep")
	return db.InTx(ctx, func(ctx context.Context) error {
		carried, err := db.Exec(ctx, `
			UPDATE public_feed SET epoch = (random() * 1e12)::bigint, forgotten = 0
			WHERE GREATEST(forgotten, (SELECT max(tx) FROM public_changes)) >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint`)
		if err != nil {
			return err
		}
		if carried > 0 {
			return NoteAll(ctx, db)
		}
		_, err = db.Exec(ctx, `
			WITH gone AS (
				DELETE FROM public_changes c
				WHERE NOT EXISTS (SELECT FROM vacancies v WHERE v.id = c.vacancy_id AND v.closes_on >= @since)
				RETURNING c.tx)
			UPDATE public_feed SET forgotten = GREATEST(forgotten, (SELECT max(tx) FROM gone))`,
			pgx.StrictNamedArgs{"since": today.Add(-keptDays)})
		return err
	})
}
