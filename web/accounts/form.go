package accounts

import (
	"context"
	"errors"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/people"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// newForm is the form of a new account as typed; Body is a slug.
type newForm struct {
	Username string
	FullName string
	Body     string
	Role     string
	Key      string
}

func readNew(r *http.Request) newForm {
	return newForm{
		Username: r.PostFormValue("username"), FullName: r.PostFormValue("full_name"),
		Body: r.PostFormValue("body"), Role: r.PostFormValue("role"), Key: r.PostFormValue("_key"),
	}
}

// details reads the words as values. Administrators of a body are not asked
// for it.
func (s *Screens) details(ctx context.Context, actor access.Actor, f newForm) (people.New, error) {
	n := people.New{Username: f.Username, FullName: f.FullName, BodyID: actor.Body, Role: access.Role(f.Role)}
	if !actor.Scope(access.ManageAccounts).All {
		return n, nil
	}
	b, err := s.Bodies.BySlug(ctx, f.Body)
	if errors.Is(err, errs.NotFound) {
		return n, errs.One("body", "problem.choice")
	}
	n.BodyID = b.ID
	return n, err
}

// fields are the questions but for the role; the body is asked where there is
// a choice.
func (f newForm) fields(ctx context.Context, bodies []body.Body, problems errs.Problems) []ui.Field {
	fields := []ui.Field{
		{Name: "full_name", Label: locale.T(ctx, "account.field.full_name"), Value: f.FullName, MaxLength: 120, Autocomplete: "off"},
		{Name: "username", Label: locale.T(ctx, "account.field.username"), Help: locale.T(ctx, "account.field.username.help"),
			Value: f.Username, MaxLength: 64, Autocomplete: "off"},
	}
	if len(bodies) > 0 {
		fields = append(fields, bodyField(ctx, bodies, f.Body))
	}
	for i := range fields {
		fields[i].Problem = ui.ProblemOf(problems, fields[i].Name)
	}
	return fields
}

// roleField asks for one of the roles that the actor may give.
func roleField(ctx context.Context, actor access.Actor, value string, problems errs.Problems) ui.Field {
	f := ui.Field{Name: "role", Label: locale.T(ctx, "account.field.role"), Value: value, Problem: ui.ProblemOf(problems, "role")}
	for _, role := range people.RolesFor(actor) {
		f.Options = append(f.Options, ui.Option{Value: string(role), Label: locale.T(ctx, "account.role."+string(role)),
			Help: locale.T(ctx, "account.role."+string(role)+".help")})
	}
	return f
}

// editForm is the form of an account's page as typed. Stale: somebody else
// changed the account meanwhile.
type editForm struct {
	FullName string
	Role     string
	Version  int
	Key      string
	Stale    bool
}

func edited(a people.Account) editForm {
	return editForm{FullName: a.FullName, Role: string(a.Role), Version: a.Version}
}

// readEdit reads the form; a missing version is a stale one.
func readEdit(r *http.Request) editForm {
	return editForm{FullName: r.PostFormValue("full_name"), Role: r.PostFormValue("role"), Version: route.Version(r),
		Key: r.PostFormValue("_key")}
}

func (f editForm) nameField(ctx context.Context, problems errs.Problems) ui.Field {
	return ui.Field{Name: "full_name", Label: locale.T(ctx, "account.field.full_name"), Value: f.FullName, MaxLength: 120,
		Autocomplete: "off", Problem: ui.ProblemOf(problems, "full_name")}
}

// accountView is what an account's page shows.
type accountView struct {
	Account  people.Account
	Form     editForm
	Problems errs.Problems
	History  []journal.Entry
	Actor    access.Actor
	Today    clock.Day
}

// mayKeep reports whether the page offers changes.
func (v accountView) mayKeep() bool { return v.Account.MayKeep(v.Actor) }

// own reports whether the account is the reader's.
func (v accountView) own() bool { return v.Account.ID == v.Actor.Account }

func (v accountView) facts(ctx context.Context) []ui.Fact {
	a := v.Account
	return []ui.Fact{
		{Label: locale.T(ctx, "account.field.username"), Value: a.Username, DataTest: "username"},
		{Label: locale.T(ctx, "account.field.body"), Value: locale.Pick(ctx, a.BodyShortVi, a.BodyShortEn), DataTest: "body"},
		{Label: locale.T(ctx, "account.field.role"), Value: locale.T(ctx, "account.role."+string(a.Role)), DataTest: "role"},
		{Label: locale.T(ctx, "account.field.created_at"), Value: locale.DayTime(a.CreatedAt)},
		{Label: locale.T(ctx, "account.field.signed_in_at"), Value: lastSeen(ctx, a)},
	}
}

func lastSeen(ctx context.Context, a people.Account) string {
	if a.SignedInAt == nil {
		return locale.T(ctx, "account.never")
	}
	return locale.DayTime(*a.SignedInAt)
}

// whyField asks why an account is closed.
func (v accountView) whyField(ctx context.Context) *ui.Field {
	return &ui.Field{Name: "why", Label: locale.T(ctx, "form.why"), Problem: ui.ProblemOf(v.Problems, "why")}
}
