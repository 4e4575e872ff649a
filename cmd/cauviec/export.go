package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/exchange"
	pages "cauviec/web/exchange"
	"cauviec/web/locale"
)

// exportCommand groups what is written for other systems.
type exportCommand struct {
	Vieclam exportVieclamCommand `cmd:"" name:"vieclam" help:"Write vacancies for the national job exchange, after its forms; its own interface is not public."`
}

type exportVieclamCommand struct {
	databaseFlags
	Since string `help:"Changes from the beginning of this day; from the last export's if it is not said." placeholder:"DD/MM/YYYY" xor:"which"`
	Again int64  `help:"Write an export that was made once more, by its number." placeholder:"NUMBER" xor:"which"`
	Body  string `help:"Slug of the body for which the export is made." default:"ls-ttdvvl" placeholder:"SLUG"`
	Out   string `help:"File to write; the standard output if it is not said." placeholder:"FILE" type:"path"`
}

// Run makes the export, which stays listed on the staff's page, and writes it.
func (c *exportVieclamCommand) Run(ctx context.Context, s streams) (err error) {
	now := clock.Clock(time.Now)
	db, err := c.open(ctx, slog.New(slog.NewJSONHandler(s.err, nil)), now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	b, err := (&body.Store{DB: db.DB, Now: now}).BySlug(ctx, c.Body)
	if err != nil {
		return fmt.Errorf("there is no body %q: %w", c.Body, err)
	}
	actor := access.Program(b.ID, b.Slug, access.Seat{Side: b.Side, Kind: b.Kind})
	file, err := c.file(ctx, pages.Store(db.DB, now), actor)
	if err != nil {
		return err
	}
	if err := c.write(s, file); err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.err, "export %d\n", file.ID)
	return err
}

// file returns the export that is asked for, made now unless it was before.
func (c *exportVieclamCommand) file(ctx context.Context, store *exchange.Store, actor access.Actor) (f exchange.File, err error) {
	scope, id := actor.Scope(access.PublishVacancies), c.Again
	if id == 0 {
		since, err := clock.ParseDay(c.Since)
		if err != nil {
			return f, fmt.Errorf("--since %q: %w", c.Since, err)
		}
		if since.IsZero() {
			if since, err = store.Next(ctx, scope); err != nil {
				return f, err
			}
		}
		if id, err = store.Make(ctx, actor, since); err != nil {
			return f, sinceInWords(err)
		}
	}
	return store.File(ctx, scope, id)
}

// sinceInWords turns what the store has against the day into a sentence.
func sinceInWords(err error) error {
	problems, ok := errs.ProblemsOf(err)
	if !ok {
		return err
	}
	english := locale.With(context.Background(), locale.En)
	return fmt.Errorf("--since: %s", locale.T(english, problems["since"].Key, problems["since"].Args...))
}

func (c *exportVieclamCommand) write(s streams, f exchange.File) error {
	if c.Out == "" {
		_, err := f.WriteTo(s.out)
		return err
	}
	out, err := os.Create(c.Out)
	if err != nil {
		return err
	}
	_, err = f.WriteTo(out)
	return errors.Join(err, out.Close())
}
