package people

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// ChangePassword sets the actor's own password after the old one was given
// from an address, and signs every other session out. It returns the epoch
// that the present session must now have. Problems name old or new. Wrong old
// passwords count as failed sign-ins, so ask it outside a transaction.
func (s *Store) ChangePassword(ctx context.Context, actor access.Actor, old, new, address string) (epoch int, err error) {
	defer errs.Wrap(&err, "people.ChangePassword(%d)", actor.Account)
	if !actor.May(access.SignedIn) {
		return 0, errs.SignedOut
	}
	if err := checkPassword("new", new, actor.Username).OrNil(); err != nil {
		return 0, err
	}
	if err := s.prove(ctx, actor, old, address); err != nil {
		return 0, err
	}
	if old == new {
		return 0, errs.One("new", "account.problem.password_same")
	}
	hash, err := Hash(ctx, new)
	if err != nil {
		return 0, err
	}
	return s.bump(ctx, actor, "password", `password_hash = @hash, must_change = false,`, pgx.StrictNamedArgs{"hash": hash})
}

// prove checks the actor's present password under the limits of signing in.
func (s *Store) prove(ctx context.Context, actor access.Actor, password, address string) error {
	_, _, err := s.SignIn(ctx, actor.Username, password, address)
	problems, refused := errs.ProblemsOf(err)
	if !refused {
		return err
	}
	if problem := problems["password"]; problem.Key != wrong()["password"].Key {
		return errs.One("old", problem.Key, problem.Args...)
	}
	return errs.One("old", "account.problem.old_password")
}

// SignOutEverywhere ends every session of the actor's account, the present one
// too.
func (s *Store) SignOutEverywhere(ctx context.Context, actor access.Actor) (err error) {
	defer errs.Wrap(&err, "people.SignOutEverywhere(%d)", actor.Account)
	if !actor.May(access.SignedIn) {
		return errs.SignedOut
	}
	_, err = s.bump(ctx, actor, "sign_out_everywhere", ``, pgx.StrictNamedArgs{})
	return err
}

// bump begins a new epoch of the actor's account with other changes (constant
// SQL), and records it.
func (s *Store) bump(ctx context.Context, actor access.Actor, action, changes string, args pgx.StrictNamedArgs) (epoch int, err error) {
	args["id"] = actor.Account
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		epoch, err = postgres.Value[int](ctx, s.DB, `
			UPDATE accounts
			SET `+changes+` epoch = epoch + 1, version = version + 1
			WHERE id = @id
			RETURNING epoch`, args)
		if err != nil {
			return err
		}
		return s.record(ctx, actor, actor.Account, action, "", "", "")
	})
	return epoch, err
}
