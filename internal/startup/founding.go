package startup

import (
	"context"
	_ "embed" // the founding notice
	"errors"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/directive"
	"cauviec/internal/errs"
	"cauviec/internal/notice"
	"cauviec/internal/postgres"
)

// foundingNotice is the text of the notice of March 2024 on the conclusions of
// Lạng Sơn's meeting with Bắc Giang's delegation, a public document of the
// People's Committee of Lạng Sơn (…/TB-UBND, its number left blank). It is
// kept word for word; no fixture holds what it asks for.
//
//go:embed founding-notice.txt
var foundingNotice string

// foundingSource is what the journal says of where the text came from.
const foundingSource = "founding-notice.txt"

// issuer is the body that the paper comes from.
const issuer = "ls-ubnd"

// readFoundingNotice enters and confirms the founding notice as a clerk would,
// each step in its own transaction. It does nothing once any paper was
// entered, but for finishing what it began itself.
func readFoundingNotice(ctx context.Context, db *postgres.DB, now clock.Clock) (err error) {
	defer errs.Wrap(&err, "reading the founding notice")
	store := &directive.Store{DB: db, Now: now}
	begun, err := store.Begun(ctx, access.Everything())
	if err != nil || begun.Any && begun.Unfinished == 0 {
		return err
	}
	actor, err := office(ctx, db, now)
	if err != nil {
		return err
	}
	id := begun.Unfinished
	if id == 0 {
		if id, err = enterFoundingNotice(ctx, store, actor); err != nil {
			return err
		}
	}
	d, err := store.Get(ctx, actor.Scope(access.EnterDirectives), id)
	if err != nil {
		return err
	}
	_, err = store.Confirm(ctx, actor, id, d.Version)
	return err
}

func enterFoundingNotice(ctx context.Context, store *directive.Store, actor access.Actor) (int64, error) {
	n, err := notice.Read(foundingNotice)
	if err != nil {
		return 0, err
	}
	return store.Enter(ctx, actor, foundingSource, n)
}

// office is the program acting for the body that issued the notice.
func office(ctx context.Context, db *postgres.DB, now clock.Clock) (access.Actor, error) {
	b, err := (&body.Store{DB: db, Now: now}).BySlug(ctx, issuer)
	if errors.Is(err, errs.NotFound) {
		return access.Actor{}, errors.New("the reference data has no body " + issuer)
	}
	return access.Program(b.ID, b.Slug, b.Seat()), err
}
