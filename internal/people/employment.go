package people

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
)

// The access of an employer's user ends with the person's employment. Verifiers
// set the last day; the employer tells them.

// User is an account of an employer.
type User struct {
	Account
	EmployerID   int64
	EmployerName string
}

const selectUsers = `
	SELECT ` + columns + `, e.id AS employer_id, e.name AS employer_name` + fromAccounts + `
	JOIN employers e ON e.body_id = a.body_id
	WHERE @all AND `

// Users returns the accounts of an employer, those in use first.
func (s *Store) Users(ctx context.Context, scope access.Scope, employer int64) (users []User, err error) {
	defer errs.Wrap(&err, "people.Users(%d)", employer)
	return postgres.All[User](ctx, s.DB, selectUsers+`e.id = @employer
		ORDER BY a.active DESC, a.username
		LIMIT 200`, pgx.StrictNamedArgs{"all": scope.All, "employer": employer})
}

// EndingDays is how far ahead the list of users looks whose last day comes.
const EndingDays = 7

// Ending returns the users of employers whose last day is today or within
// EndingDays, the soonest first.
func (s *Store) Ending(ctx context.Context, scope access.Scope) (users []User, err error) {
	defer errs.Wrap(&err, "people.Ending")
	today := s.Now.Today()
	return postgres.All[User](ctx, s.DB, selectUsers+`a.active AND a.ends_on BETWEEN @today::date AND @until::date
		ORDER BY a.ends_on, e.folded, a.username
		LIMIT 500`, pgx.StrictNamedArgs{"all": scope.All, "today": today, "until": today.Add(EndingDays)})
}

// SetEnd sets the last day of an employer's user, or takes it away (the zero
// Day). A day that is over is a problem of "ends_on".
func (s *Store) SetEnd(ctx context.Context, actor access.Actor, id int64, version int, last clock.Day) (err error) {
	defer errs.Wrap(&err, "people.SetEnd(%d)", id)
	if ended(last, s.Now.Today()) {
		return errs.One("ends_on", "account.problem.ends_on")
	}
	return s.ofUser(ctx, actor, id, version, func(ctx context.Context, u User) error {
		_, err := s.DB.Exec(ctx, `UPDATE accounts SET ends_on = @last, version = version + 1 WHERE id = @id`,
			pgx.StrictNamedArgs{"last": last, "id": id})
		if err != nil {
			return err
		}
		return s.record(ctx, actor, id, "ends_on", dayOrNone(u.EndsOn), dayOrNone(last), "")
	})
}

// EndNow ends the access of an employer's user at once, for a reason: every
// session dies.
func (s *Store) EndNow(ctx context.Context, actor access.Actor, id int64, version int, why string) (err error) {
	defer errs.Wrap(&err, "people.EndNow(%d)", id)
	why = fold.Tidy(why)
	if why == "" {
		return errs.One("why", "problem.required")
	}
	return s.ofUser(ctx, actor, id, version, func(ctx context.Context, u User) error {
		if !u.Active {
			return errs.Conflict
		}
		_, err := s.DB.Exec(ctx, `
			UPDATE accounts
			SET active = false, ends_on = @today, epoch = epoch + 1, version = version + 1
			WHERE id = @id`, pgx.StrictNamedArgs{"today": s.Now.Today(), "id": id})
		if err != nil {
			return err
		}
		return s.record(ctx, actor, id, "deactivate", "", "", why)
	})
}

// ofUser changes an employer's user who is still as the verifier saw it.
func (s *Store) ofUser(ctx context.Context, actor access.Actor, id int64, version int, change func(ctx context.Context, u User) error) error {
	if !actor.May(access.VerifyEmployers) {
		return errs.Forbidden
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		u, err := postgres.One[User](ctx, s.DB, selectUsers+`a.id = @id FOR UPDATE OF a`,
			pgx.StrictNamedArgs{"all": actor.Scope(access.VerifyEmployers).All, "id": id})
		switch {
		case err != nil:
			return err
		case u.Version != version:
			return errs.Conflict
		}
		return change(ctx, u)
	})
}

func dayOrNone(d clock.Day) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}
