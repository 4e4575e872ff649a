package people

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// wrong is what every refused sign-in says: it does not tell whether there is
// such an account.
func wrong() errs.Problems { return errs.One("password", "account.problem.sign_in") }

// SignIn checks a user name and password from an address and returns the
// account and the epoch that its session must have. Problems stand at
// password; after too many failures they say how many minutes to wait.
//
// Every attempt is kept although the request fails, and counts as failed from
// its beginning, so attempts at the same time cannot slip past the limit. Ask
// it outside a transaction.
func (s *Store) SignIn(ctx context.Context, username, password, address string) (account int64, epoch int, err error) {
	defer errs.Wrap(&err, "people.SignIn")
	ctx = postgres.Outside(ctx)
	username = normalName(username)
	if username == "" || len(username) > longestName || len(password) > 4*longestPassword {
		return 0, 0, wrong()
	}
	attempt, err := s.attempt(ctx, username, address)
	if err != nil {
		return 0, 0, err
	}
	found, err := s.verify(ctx, username, password)
	if err != nil {
		return 0, 0, err
	}
	return found.ID, found.Epoch, s.signedIn(ctx, found.ID, attempt)
}

const longestName = 64

// attempt records an attempt as failed for now, unless there were too many.
// Attempts during the wait are not counted: waiting is enough.
func (s *Store) attempt(ctx context.Context, username, address string) (id int64, err error) {
	now := s.Now.Now()
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		if _, err := s.DB.Exec(ctx, lockAttempts, pgx.StrictNamedArgs{"username": username}); err != nil {
			return err
		}
		t, err := postgres.One[tally](ctx, s.DB, countFailures, pgx.StrictNamedArgs{
			"username": username, "address": address, "since": now.Add(-window)})
		if err != nil {
			return err
		}
		if wait := t.wait(now); wait > 0 {
			return errs.One("password", "account.problem.wait", minutes(wait))
		}
		if _, err := s.DB.Exec(ctx, forgetAttempts, pgx.StrictNamedArgs{
			"username": username, "address": address, "before": now.Add(-keepAttempts)}); err != nil {
			return err
		}
		id, err = postgres.Value[int64](ctx, s.DB, insertAttempt, pgx.StrictNamedArgs{
			"username": username, "address": address, "at": now})
		return err
	})
	return id, err
}

// keepAttempts is how long attempts are kept for whoever looks into an attack.
const keepAttempts = 30 * 24 * time.Hour

// credentials is what signing in is checked against.
type credentials struct {
	ID           int64
	Username     string
	PasswordHash string
	Active       bool
	Epoch        int
	EndsOn       clock.Day
}

// verify returns the active account with the name and password. It does the
// same work whether or not there is one.
func (s *Store) verify(ctx context.Context, username, password string) (credentials, error) {
	fallback, err := decoy()
	if err != nil {
		return credentials{}, err
	}
	found, err := postgres.One[credentials](ctx, s.DB, selectCredentials+`username = @username`,
		pgx.StrictNamedArgs{"username": username})
	switch {
	case errors.Is(err, errs.NotFound):
		found = credentials{PasswordHash: fallback}
	case err != nil:
		return credentials{}, err
	}
	same, err := matches(ctx, password, found.PasswordHash)
	if err != nil {
		return credentials{}, err
	}
	if !same || !found.Active || ended(found.EndsOn, s.Now.Today()) {
		return credentials{}, wrong()
	}
	return found, nil
}

// signedIn marks the attempt as a success.
func (s *Store) signedIn(ctx context.Context, account, attempt int64) error {
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		_, err := s.DB.Exec(ctx, `UPDATE sign_in_attempts SET ok = true WHERE id = @id`, pgx.StrictNamedArgs{"id": attempt})
		if err != nil {
			return err
		}
		_, err = s.DB.Exec(ctx, `UPDATE accounts SET signed_in_at = @at WHERE id = @id`,
			pgx.StrictNamedArgs{"id": account, "at": s.Now.Now()})
		return err
	})
}
