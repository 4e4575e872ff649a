package employers

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/internal/people"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// users is the page of an employer's users. Typed is what was refused, At the
// form that it was typed into: an account, or 0 for the invitation.
type users struct {
	E           employer.Employer
	Users       []people.User
	Invitations []people.Invitation
	Today       clock.Day
	Now         time.Time
	Typed       url.Values
	At          int64
	Problems    errs.Problems
	Conflict    bool
}

func usersAddress(id int64) string { return address(id) + "/nguoi-dung" }

func (s *Screens) users(w http.ResponseWriter, r *http.Request) error {
	return s.showUsers(w, r, http.StatusOK, users{})
}

func (s *Screens) showUsers(w http.ResponseWriter, r *http.Request, status int, p users) (err error) {
	ctx, scope := r.Context(), access.From(r.Context()).Scope(access.VerifyEmployers)
	if p.E, err = s.employer(r); err != nil {
		return err
	}
	if p.Users, err = s.People.Users(ctx, scope, p.E.ID); err != nil {
		return err
	}
	if p.Invitations, err = s.People.Invitations(ctx, scope, p.E.ID); err != nil {
		return err
	}
	p.Today, p.Now = s.Now.Today(), s.Now.Now()
	return route.Page(w, r, status, usersPage(p))
}

// invite answers with the page of the code itself: a redirect would have to
// keep the code somewhere.
func (s *Screens) invite(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	e, err := s.employer(r)
	if err != nil {
		return err
	}
	last, err := dayOf(r)
	if err == nil {
		var code string
		who := people.Invited{FullName: r.PostFormValue("full_name"), EndsOn: last}
		if code, err = s.People.Invite(ctx, access.From(ctx), e.ID, who); err == nil {
			route.Private(w)
			return route.Page(w, r, http.StatusOK, invitedPage(e, who, code, s.Now.Today().Add(people.InvitationDays)))
		}
	}
	return s.usersAgain(w, r, 0, err)
}

// dayOf reads the last day; an empty box is none.
func dayOf(r *http.Request) (clock.Day, error) {
	words := r.PostFormValue("ends_on")
	if words == "" {
		return clock.Day{}, nil
	}
	day, err := clock.ParseDay(words)
	if err != nil {
		return clock.Day{}, errs.One("ends_on", "problem.date")
	}
	return day, nil
}

// usersAgain shows the page with what was refused.
func (s *Screens) usersAgain(w http.ResponseWriter, r *http.Request, at int64, err error) error {
	p := users{Typed: r.PostForm, At: at}
	problems, refused := errs.ProblemsOf(err)
	switch {
	case refused:
		p.Problems = problems
		return s.showUsers(w, r, http.StatusUnprocessableEntity, p)
	case errors.Is(err, errs.Conflict):
		p.Conflict = true
		return s.showUsers(w, r, http.StatusConflict, p)
	}
	return err
}

func (s *Screens) revoke(w http.ResponseWriter, r *http.Request) error {
	e, err := s.employer(r)
	if err != nil {
		return err
	}
	err = s.People.Revoke(r.Context(), access.From(r.Context()), e.ID, route.Number(r.PostFormValue("invitation")))
	return s.usersDone(w, r, e, 0, "revoke", err)
}

func (s *Screens) setEnd(w http.ResponseWriter, r *http.Request) error {
	e, err := s.employer(r)
	if err != nil {
		return err
	}
	account := route.Number(r.PostFormValue("account"))
	last, err := dayOf(r)
	if err == nil {
		err = s.People.SetEnd(r.Context(), access.From(r.Context()), account, route.Version(r), last)
	}
	return s.usersDone(w, r, e, account, "ends_on", err)
}

func (s *Screens) endNow(w http.ResponseWriter, r *http.Request) error {
	e, err := s.employer(r)
	if err != nil {
		return err
	}
	account := route.Number(r.PostFormValue("account"))
	err = s.People.EndNow(r.Context(), access.From(r.Context()), account, route.Version(r), r.PostFormValue("why"))
	return s.usersDone(w, r, e, account, "end", err)
}

func (s *Screens) usersDone(w http.ResponseWriter, r *http.Request, e employer.Employer, at int64, done string, err error) error {
	if err != nil {
		return s.usersAgain(w, r, at, err)
	}
	signin.Flash(r.Context(), locale.T(r.Context(), "employer.users.done."+done))
	return route.SeeOther(w, r, usersAddress(e.ID))
}

// ending lists the users of all employers whose last day comes.
func (s *Screens) ending(w http.ResponseWriter, r *http.Request) error {
	list, err := s.People.Ending(r.Context(), access.From(r.Context()).Scope(access.VerifyEmployers))
	if err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, endingPage(list, s.Now.Today()))
}

func (p users) field(ctx context.Context, at int64, name string) ui.Field {
	f := ui.Field{Name: name, Label: locale.T(ctx, "employer.users."+name), Autocomplete: "off"}
	if at != 0 {
		f.Prefix = fmt.Sprintf("u%d-", at)
	}
	if p.At == at && p.Typed != nil {
		f.Value, f.Problem = p.Typed.Get(name), ui.ProblemOf(p.Problems, name)
	}
	return f
}

// endsOn asks for the last day of an account, or of an invitation (0).
func (p users) endsOn(ctx context.Context, at int64, now clock.Day) ui.Field {
	f := p.field(ctx, at, "ends_on")
	f.Help, f.Placeholder, f.Width, f.Optional = locale.T(ctx, "employer.users.ends_on.help"), "31/12/2026", ui.Short, true
	if f.Value == "" && f.Problem == nil && !now.IsZero() {
		f.Value = now.String()
	}
	return f
}

// setEndButton sets the last day of a user.
func (p users) setEndButton(ctx context.Context, u people.User) ui.ActionForm {
	f := p.endsOn(ctx, u.ID, u.EndsOn)
	return ui.ActionForm{Href: usersAddress(p.E.ID) + "/ngay-cuoi", Label: locale.T(ctx, "employer.users.set_end"), Kind: ui.Secondary,
		Version: u.Version, Hidden: []ui.Hidden{{Name: "account", Value: number(u.ID)}}, Fields: ui.Input(f), Open: f.Problem != nil,
		DataTest: "set-end-" + u.Username}
}

// endButton ends a user's access at once.
func (p users) endButton(ctx context.Context, u people.User) ui.ActionForm {
	why := p.field(ctx, u.ID, "why")
	why.Rows = 2
	return ui.ActionForm{Href: usersAddress(p.E.ID) + "/ket-thuc", Label: locale.T(ctx, "employer.users.end"), Kind: ui.Danger, Version: u.Version,
		Hidden: []ui.Hidden{{Name: "account", Value: number(u.ID)}}, Confirm: locale.T(ctx, "employer.users.end.confirm", u.FullName),
		Reason: &why, Open: why.Problem != nil, DataTest: "end-" + u.Username}
}

func (p users) revokeButton(ctx context.Context, i people.Invitation) ui.ActionForm {
	return ui.ActionForm{Href: usersAddress(p.E.ID) + "/thu-hoi", Label: locale.T(ctx, "employer.users.revoke"), Kind: ui.Quiet,
		Hidden: []ui.Hidden{{Name: "invitation", Value: number(i.ID)}}, Confirm: locale.T(ctx, "employer.users.revoke.confirm", i.FullName),
		DataTest: "revoke"}
}

// gone reports whether a user has no access any more.
func gone(u people.User, today clock.Day) bool { return !u.Active || u.Ended(today) }

// lastDay says until when a user has access.
func lastDay(ctx context.Context, u people.User, today clock.Day) string {
	if u.EndsOn.IsZero() {
		return locale.T(ctx, "employer.users.no_end")
	}
	if gone(u, today) {
		return u.EndsOn.String()
	}
	return u.EndsOn.String() + " (" + locale.Left(ctx, u.EndsOn, today) + ")"
}
