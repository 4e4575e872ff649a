package employers

import (
	"context"
	"net/http"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/people"
	"cauviec/web/export"
	"cauviec/web/locale"
)

// user is a row of an employer's users: an account, or an invitation that
// nobody has taken up.
type user struct {
	people.User
	invited *people.Invitation
}

// exportUsers hands an employer's users over, and behind them the invitations.
func (s *Screens) exportUsers(w http.ResponseWriter, r *http.Request) error {
	ctx, scope := r.Context(), access.From(r.Context()).Scope(access.VerifyEmployers)
	e, err := s.employer(r)
	if err != nil {
		return err
	}
	users, err := s.People.Users(ctx, scope, e.ID)
	if err != nil {
		return err
	}
	invitations, err := s.People.Invitations(ctx, scope, e.ID)
	if err != nil {
		return err
	}
	var rows []user
	for _, u := range users {
		rows = append(rows, user{User: u})
	}
	for _, i := range invitations {
		u := user{invited: &i}
		u.FullName, u.EndsOn = i.FullName, i.EndsOn
		rows = append(rows, u)
	}
	return export.Send(w, r, s.Now, export.List[user]{
		Name: "nguoi-dung", Title: locale.T(ctx, "sheet.users_of", e.Name),
		Columns: userColumns(ctx, s.Now.Today()), Rows: export.All(rows),
	})
}

func userColumns(ctx context.Context, today clock.Day) []export.Column[user] {
	t := func(key string) string { return locale.T(ctx, key) }
	return []export.Column[user]{
		export.Text(t("account.field.full_name"), func(u user) string { return u.FullName }),
		export.Text(t("account.field.username"), func(u user) string { return u.Username }),
		export.Text(t("account.field.status"), func(u user) string { return t(u.standing(today)) }),
		export.Date(t("employer.users.ends_on"), func(u user) clock.Day { return u.EndsOn }),
		export.Instant(t("sheet.invited_until"), func(u user) *time.Time {
			if u.invited == nil {
				return nil
			}
			return &u.invited.ExpiresAt
		}),
		export.Instant(t("account.field.signed_in_at"), func(u user) *time.Time { return u.SignedInAt }),
	}
}

// standing is the key of what the page says of a user.
func (u user) standing(today clock.Day) string {
	switch {
	case u.invited != nil:
		return "employer.users.invitations"
	case gone(u.User, today):
		return "employer.users.ended"
	}
	return "account.status.active"
}

// exportEnding hands over the users of all employers whose last day comes.
func (s *Screens) exportEnding(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	list, err := s.People.Ending(ctx, access.From(ctx).Scope(access.VerifyEmployers))
	if err != nil {
		return err
	}
	t := func(key string) string { return locale.T(ctx, key) }
	return export.Send(w, r, s.Now, export.List[people.User]{
		Name: "nguoi-dung-sap-het-han", Title: t("employer.ending.title"), Rows: export.All(list),
		Columns: []export.Column[people.User]{
			export.Text(t("account.field.full_name"), func(u people.User) string { return u.FullName }),
			export.Text(t("account.field.username"), func(u people.User) string { return u.Username }),
			export.Text(t("employer.column.name"), func(u people.User) string { return u.EmployerName }),
			export.Date(t("employer.users.ends_on"), func(u people.User) clock.Day { return u.EndsOn }),
		},
	})
}
