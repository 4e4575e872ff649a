package people

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Present is who acts, and what the page calls the body.
type Present struct {
	access.Actor
	Body body.Names
}

// present is its row.
type present struct {
	Account    int64
	Username   string
	Name       string
	Role       access.Role
	MustChange bool
	BodyID     int64
	BodySlug   string
	Side       access.Side
	Kind       access.Kind
	Province   string
	Employer   int64
	Suspended  bool
	Bodies     []int64
	NameVi     string
	ShortVi    string
	NameEn     string
	ShortEn    string
}

// Present returns who acts in a session of an account and epoch, in one query.
// SignedOut means that the account is closed, has signed out everywhere, or that
// the person's last day is over. A body that has ended keeps its accounts.
func (s *Store) Present(ctx context.Context, account int64, epoch int) (who Present, err error) {
	defer errs.Wrap(&err, "people.Present(%d)", account)
	row, err := postgres.One[present](ctx, s.DB, selectPresent, pgx.StrictNamedArgs{"id": account, "epoch": epoch, "today": s.Now.Today()})
	if errors.Is(err, errs.NotFound) {
		return Present{}, errs.SignedOut
	}
	if err != nil {
		return Present{}, err
	}
	return Present{
		Actor: access.Actor{
			Account: row.Account, Username: row.Username, Name: row.Name, Role: row.Role, MustChange: row.MustChange,
			Body: row.BodyID, BodySlug: row.BodySlug, Seat: access.Seat{Side: row.Side, Kind: row.Kind},
			Province: row.Province, Employer: row.Employer, Suspended: row.Suspended, Bodies: row.Bodies,
		},
		Body: body.Names{NameVi: row.NameVi, ShortVi: row.ShortVi, NameEn: row.NameEn, ShortEn: row.ShortEn},
	}, nil
}
