package accounts

import (
	"context"
	"net/http"

	"cauviec/internal/errs"
	"cauviec/internal/people"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

const invitationPath = "/loi-moi"

// accepting is the form of an invited person, as typed; passwords are never
// shown again. Without an invitation it asks for the code.
type accepting struct {
	Code       string
	FullName   string
	Username   string
	Invitation people.Invitation
	Problems   errs.Problems
}

// invitation asks for the code (ma), then for what the person chooses.
func (s *Screens) invitation(w http.ResponseWriter, r *http.Request) error {
	f := accepting{Code: r.URL.Query().Get("ma")}
	if f.Code == "" {
		return s.showInvitation(w, r, http.StatusOK, f)
	}
	return s.known(w, r, f, http.StatusOK)
}

// known shows the form of a code that can be accepted, else asks for the code.
func (s *Screens) known(w http.ResponseWriter, r *http.Request, f accepting, status int) (err error) {
	f.Invitation, err = s.People.Invitation(r.Context(), f.Code, signin.AddressOf(r))
	if problems, refused := errs.ProblemsOf(err); refused {
		f.Problems, status = problems, http.StatusUnprocessableEntity
	} else if err != nil {
		return err
	}
	if f.FullName == "" {
		f.FullName = f.Invitation.FullName
	}
	return s.showInvitation(w, r, status, f)
}

func (s *Screens) showInvitation(w http.ResponseWriter, r *http.Request, status int, f accepting) error {
	route.Private(w)
	w.Header().Set("Referrer-Policy", "no-referrer") // the address carries the code
	return route.Page(w, r, status, invitationPage(f))
}

// accept makes the account. Its tries are counted although it fails, so it has
// no transaction around it.
func (s *Screens) accept(w http.ResponseWriter, r *http.Request) error {
	f := accepting{Code: r.PostFormValue("code"), FullName: r.PostFormValue("full_name"), Username: r.PostFormValue("username")}
	username, err := s.make(r, f)
	if problems, refused := errs.ProblemsOf(err); refused {
		f.Problems = problems
		if _, code := problems["code"]; code {
			return s.showInvitation(w, r, http.StatusUnprocessableEntity, f)
		}
		return s.known(w, r, f, http.StatusUnprocessableEntity)
	}
	if err != nil {
		return err
	}
	route.Private(w)
	return route.Page(w, r, http.StatusOK, acceptedPage(username))
}

func (s *Screens) make(r *http.Request, f accepting) (string, error) {
	password := r.PostFormValue("password")
	if password != r.PostFormValue("again") {
		return "", errs.One("again", "account.problem.password_again")
	}
	return s.People.Accept(r.Context(), people.Acceptance{Code: f.Code, FullName: f.FullName, Username: f.Username, Password: password,
		Address: signin.AddressOf(r)})
}

// codeField asks for the code. It is "ma" in an address and "code" in a form.
func (f accepting) codeField(ctx context.Context, name string) ui.Field {
	return ui.Field{Name: name, Label: locale.T(ctx, "account.invitation.code"), Help: locale.T(ctx, "account.invitation.code.help"),
		Value: f.Code, Autocomplete: "off", MaxLength: 20, Width: ui.Medium, Problem: ui.ProblemOf(f.Problems, "code")}
}

func (f accepting) fields(ctx context.Context) []ui.Field {
	fields := []ui.Field{
		{Name: "full_name", Label: locale.T(ctx, "account.field.full_name"), Value: f.FullName, Autocomplete: "name", MaxLength: 120},
		{Name: "username", Label: locale.T(ctx, "account.field.username"), Help: locale.T(ctx, "account.field.username.help"),
			Value: f.Username, Autocomplete: "username", MaxLength: 64},
		{Name: "password", Label: locale.T(ctx, "account.field.new"), Help: locale.T(ctx, "account.password.help"), Type: "password", Autocomplete: "new-password"},
		{Name: "again", Label: locale.T(ctx, "account.field.again"), Type: "password", Autocomplete: "new-password"},
	}
	for i := range fields {
		fields[i].Problem = ui.ProblemOf(f.Problems, fields[i].Name)
	}
	return fields
}
