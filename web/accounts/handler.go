package accounts

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/people"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// pageSize is how many accounts a page of the list has.
const pageSize = 30

// listed is a page of the list.
type listed struct {
	Text     string
	Accounts []people.Account
	First    string // address of the first page, empty on it
	Next     string // address of the next page, empty on the last
}

// lead says what the list is; an employer's administrator makes no accounts.
func (l listed) lead(ctx context.Context) string {
	if access.From(ctx).May(access.CreateAccounts) {
		return locale.T(ctx, "account.list.lead")
	}
	return locale.T(ctx, "account.list.lead.invited")
}

func (s *Screens) list(w http.ResponseWriter, r *http.Request) error {
	query := r.URL.Query()
	l := listed{Text: query.Get("q")}
	found, err := s.People.List(r.Context(), access.From(r.Context()).Scope(access.ManageAccounts),
		people.Filter{Text: l.Text, After: query.Get("sau"), Limit: pageSize + 1})
	if err != nil {
		return err
	}
	if l.Accounts = found; len(found) > pageSize {
		l.Accounts = found[:pageSize]
		l.Next = listAddress(l.Text, l.Accounts[pageSize-1].Username)
	}
	if query.Get("sau") != "" {
		l.First = listAddress(l.Text, "")
	}
	return route.Page(w, r, http.StatusOK, listPage(l))
}

func searchField(ctx context.Context, text string) ui.Field {
	return ui.Field{Name: "q", Label: locale.T(ctx, "account.field.search"), Type: "search", Value: text}
}

func listAddress(text, after string) string {
	query := url.Values{}
	if text != "" {
		query.Set("q", text)
	}
	if after != "" {
		query.Set("sau", after)
	}
	return accountsPath + "?" + query.Encode()
}

func addressOf(id int64) string { return fmt.Sprintf("%s/%d", accountsPath, id) }

func (s *Screens) blank(w http.ResponseWriter, r *http.Request) error {
	return s.showForm(w, r, http.StatusOK, newForm{Role: string(access.Staff), Body: r.URL.Query().Get("co-quan")}, nil)
}

func (s *Screens) showForm(w http.ResponseWriter, r *http.Request, status int, f newForm, problems errs.Problems) error {
	bodies, err := s.choices(r.Context(), f.Body)
	if err != nil {
		return err
	}
	return route.Page(w, r, status, newPage(f, bodies, problems))
}

// create answers with the page of the one-time password itself: a redirect
// would have to keep the password somewhere.
func (s *Screens) create(w http.ResponseWriter, r *http.Request) error {
	ctx, actor := r.Context(), access.From(r.Context())
	f := readNew(r)
	n, err := s.details(ctx, actor, f)
	if err == nil {
		var id int64
		var password string
		if id, password, err = s.People.Create(ctx, actor, n); err == nil {
			return s.handOver(w, r, id, password)
		}
	}
	if problems, refused := errs.ProblemsOf(err); refused {
		return s.showForm(w, r, http.StatusUnprocessableEntity, f, problems)
	}
	return err
}

func (s *Screens) handOver(w http.ResponseWriter, r *http.Request, id int64, password string) error {
	a, err := s.People.Get(r.Context(), access.From(r.Context()).Scope(access.ManageAccounts), id)
	if err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, handedPage(a, password))
}

func (s *Screens) show(w http.ResponseWriter, r *http.Request) error {
	a, err := s.account(r)
	if err != nil {
		return err
	}
	return s.showAccount(w, r, http.StatusOK, a, edited(a), nil)
}

// account reads the account of the address in the actor's reach.
func (s *Screens) account(r *http.Request) (people.Account, error) {
	id, err := route.ID(r, "id")
	if err != nil {
		return people.Account{}, err
	}
	return s.People.Get(r.Context(), access.From(r.Context()).Scope(access.ManageAccounts), id)
}

func (s *Screens) showAccount(w http.ResponseWriter, r *http.Request, status int, a people.Account, f editForm, problems errs.Problems) error {
	history, err := journal.Of(r.Context(), s.DB, journal.Account, a.ID)
	if err != nil {
		return err
	}
	return route.Page(w, r, status, accountPage(accountView{
		Account: a, Form: f, Problems: problems, History: history, Actor: access.From(r.Context()), Today: s.Now.Today(),
	}))
}

// update shows both versions when somebody else was quicker: the newest on top,
// what was typed in the boxes.
func (s *Screens) update(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	a, err := s.account(r)
	if err != nil {
		return err
	}
	f := readEdit(r)
	err = s.People.Update(ctx, access.From(ctx), a.ID, people.Details{FullName: f.FullName, Role: access.Role(f.Role)}, f.Version)
	problems, refused := errs.ProblemsOf(err)
	switch {
	case refused:
		return s.showAccount(w, r, http.StatusUnprocessableEntity, a, f, problems)
	case errors.Is(err, errs.Conflict):
		f.Version, f.Stale = a.Version, true
		return s.showAccount(w, r, http.StatusConflict, a, f, nil)
	case err != nil:
		return err
	}
	signin.Flash(ctx, locale.T(ctx, "account.edit.saved"))
	return route.SeeOther(w, r, addressOf(a.ID))
}

func (s *Screens) reset(w http.ResponseWriter, r *http.Request) error {
	a, err := s.account(r)
	if err != nil {
		return err
	}
	password, err := s.People.Reset(r.Context(), access.From(r.Context()), a.Username)
	if err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, handedPage(a, password))
}

func (s *Screens) deactivate(w http.ResponseWriter, r *http.Request) error {
	return s.setActive(w, r, false, "account.deactivate.done")
}

func (s *Screens) activate(w http.ResponseWriter, r *http.Request) error {
	return s.setActive(w, r, true, "account.activate.done")
}

func (s *Screens) setActive(w http.ResponseWriter, r *http.Request, active bool, done string) error {
	ctx := r.Context()
	a, err := s.account(r)
	if err != nil {
		return err
	}
	err = s.People.SetActive(ctx, access.From(ctx), a.ID, active, r.PostFormValue("why"), route.Version(r))
	if problems, refused := errs.ProblemsOf(err); refused {
		return s.showAccount(w, r, http.StatusUnprocessableEntity, a, edited(a), problems)
	}
	if err != nil {
		return err
	}
	signin.Flash(ctx, locale.T(ctx, done))
	return route.SeeOther(w, r, addressOf(a.ID))
}
