package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/people"
)

// userCommand keeps accounts from the command line: the first administrator
// comes from here.
type userCommand struct {
	Create userCreateCommand `cmd:"" help:"Create an account; prints its one-time password."`
	Reset  userResetCommand  `cmd:"" help:"Give an account a new one-time password and sign it out everywhere."`
}

type userCreateCommand struct {
	databaseFlags
	Username string `arg:"" help:"Sign-in name."`
	Name     string `required:"" help:"The person's full name."`
	Body     string `required:"" help:"Slug of the body, such as ls-ttdvvl." placeholder:"SLUG"`
	Role     string `help:"staff, admin (keeps the body's accounts) or system (keeps bodies and all accounts)." enum:"staff,admin,system" default:"staff"`
}

// Run creates the account.
func (c *userCreateCommand) Run(ctx context.Context, s streams) error {
	return withAccounts(ctx, s, c.databaseFlags, func(db *database, accounts *people.Store) error {
		b, err := (&body.Store{DB: db.DB, Now: accounts.Now}).BySlug(ctx, c.Body)
		if err != nil {
			return fmt.Errorf("there is no body %q: %w", c.Body, err)
		}
		_, password, err := accounts.Create(ctx, people.Program(), people.New{
			Username: c.Username, FullName: c.Name, BodyID: b.ID, Role: access.Role(c.Role)})
		return tellPassword(s, c.Username, password, err)
	})
}

type userResetCommand struct {
	databaseFlags
	Username string `arg:"" help:"Sign-in name."`
}

// Run resets the password.
func (c *userResetCommand) Run(ctx context.Context, s streams) error {
	return withAccounts(ctx, s, c.databaseFlags, func(_ *database, accounts *people.Store) error {
		password, err := accounts.Reset(ctx, people.Program(), c.Username)
		return tellPassword(s, c.Username, password, err)
	})
}

func withAccounts(ctx context.Context, s streams, f databaseFlags, do func(db *database, accounts *people.Store) error) (err error) {
	now := clock.Clock(time.Now)
	db, err := f.open(ctx, slog.New(slog.NewJSONHandler(s.err, nil)), now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return do(db, &people.Store{DB: db.DB, Now: now})
}

func tellPassword(s streams, username, password string, err error) error {
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "%s  %s\nThe password is for the first sign-in only: it must be changed then.\n", username, password)
	return err
}
