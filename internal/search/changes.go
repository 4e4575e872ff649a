package search

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
	"cauviec/internal/opendata"
	"cauviec/internal/postgres"
)

// Channel is where readers are woken when a change is committed.
const Channel = "live_changes"

// keptChanges is how many changes stay readable. Who is further behind reads
// everything anew.
const keptChanges = 100_000

// changed runs a statement that changes what is known of a vacancy and, if it
// did, notes that in the same transaction, for the read indexes and for mirrors
// outside.
func changed(ctx context.Context, db *postgres.DB, vacancyID int64, sql string, args pgx.StrictNamedArgs) error {
	return db.InTx(ctx, func(ctx context.Context) error {
		n, err := db.Exec(ctx, sql, args)
		if err != nil || n == 0 {
			return err
		}
		if err := opendata.Note(ctx, db, vacancyID); err != nil {
			return err
		}
		return noted(ctx, db, `INSERT INTO live_changes (vacancy_id) VALUES (@id)`, pgx.StrictNamedArgs{"id": vacancyID})
	})
}

// noteAll writes down that everything changed.
func noteAll(ctx context.Context, db *postgres.DB) error {
	if err := opendata.NoteAll(ctx, db); err != nil {
		return err
	}
	return noted(ctx, db, `INSERT INTO live_changes (vacancy_id) VALUES (NULL)`, nil)
}

// EmployerChanged tells readers that whether an employer's vacancies may be
// shown has changed. Who changes the state of an employer calls it in the same
// transaction.
func EmployerChanged(ctx context.Context, db *postgres.DB, employerID int64) (err error) {
	defer errs.Wrap(&err, "search.EmployerChanged(%d)", employerID)
	if err := opendata.NoteEmployer(ctx, db, employerID); err != nil {
		return err
	}
	return noted(ctx, db, `
		INSERT INTO live_changes (vacancy_id)
		SELECT vacancy_id FROM live_vacancies WHERE employer_id = @employer ORDER BY vacancy_id`,
		pgx.StrictNamedArgs{"employer": employerID})
}

func noted(ctx context.Context, db *postgres.DB, sql string, args pgx.StrictNamedArgs) error {
	if _, err := db.Exec(ctx, sql, args); err != nil {
		return err
	}
	_, err := db.Exec(ctx, `SELECT pg_notify(@channel, '')`, pgx.StrictNamedArgs{"channel": Channel})
	return err
}

// ForgetChanges deletes changes that no reader needs any more.
func ForgetChanges(ctx context.Context, db *postgres.DB) (err error) {
	defer errs.Wrap(&err, "search.ForgetChanges")
	_, err = db.Exec(ctx, `DELETE FROM live_changes WHERE seq <= (SELECT max(seq) FROM live_changes) - @kept`,
		pgx.StrictNamedArgs{"kept": keptChanges})
	return err
}
