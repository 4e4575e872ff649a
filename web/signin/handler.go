package signin

import (
	"context"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/errs"
	"cauviec/internal/people"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

const (
	signInPath   = "/dang-nhap"
	passwordPath = "/mat-khau"
)

// Screens are the pages of signing in and of the person's own password.
type Screens struct {
	Sessions *Sessions
	People   *people.Store
	Bodies   *body.Store
}

// Routes lists them. Signing out is public: who is out already is out.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get(signInPath, access.Public, s.blank),
		route.Each(signInPath, access.Public, s.signIn),
		route.Each("/dang-xuat", access.Public, s.signOut),
		route.Get(passwordPath, access.SignedIn, s.password),
		route.Each(passwordPath, access.SignedIn, s.changePassword),
		route.Each("/dang-xuat-moi-noi", access.SignedIn, s.signOutEverywhere),
	}
}

// form is the sign-in form as typed; the password is never shown again.
type form struct {
	Username string
	To       string
}

func (s *Screens) blank(w http.ResponseWriter, r *http.Request) error {
	to := localPath(r.URL.Query().Get("toi"))
	if access.From(r.Context()).SignedIn() {
		return route.SeeOther(w, r, to)
	}
	return s.show(w, r, http.StatusOK, form{Username: r.URL.Query().Get("ten"), To: to}, nil)
}

func (s *Screens) show(w http.ResponseWriter, r *http.Request, status int, f form, problems errs.Problems) error {
	samples, err := s.samples(r.Context())
	if err != nil {
		return err
	}
	route.Private(w)
	return route.Page(w, r, status, signInPage(f, problems, samples))
}

// signIn answers every refusal alike: one calm message, and after too many
// how long to wait.
func (s *Screens) signIn(w http.ResponseWriter, r *http.Request) error {
	f := form{Username: r.PostFormValue("username"), To: localPath(r.PostFormValue("toi"))}
	account, epoch, err := s.People.SignIn(r.Context(), f.Username, r.PostFormValue("password"), AddressOf(r))
	if problems, refused := errs.ProblemsOf(err); refused {
		return s.show(w, r, http.StatusUnprocessableEntity, f, problems)
	}
	if err != nil {
		return err
	}
	if err := s.Sessions.begin(r.Context(), account, epoch); err != nil {
		return err
	}
	return route.SeeOther(w, r, f.To)
}

func (s *Screens) signOut(w http.ResponseWriter, r *http.Request) error {
	if err := s.Sessions.plain.Destroy(r.Context()); err != nil {
		return err
	}
	return route.SeeOther(w, r, "/")
}

func (s *Screens) password(w http.ResponseWriter, r *http.Request) error {
	return route.Page(w, r, http.StatusOK, passwordPage(nil))
}

func (s *Screens) changePassword(w http.ResponseWriter, r *http.Request) error {
	ctx, actor := r.Context(), access.From(r.Context())
	epoch, err := s.change(ctx, r, actor)
	if problems, refused := errs.ProblemsOf(err); refused {
		return route.Page(w, r, http.StatusUnprocessableEntity, passwordPage(problems))
	}
	if err != nil {
		return err
	}
	if err := s.Sessions.begin(ctx, actor.Account, epoch); err != nil {
		return err
	}
	Flash(ctx, locale.T(ctx, "account.password.changed"))
	return route.SeeOther(w, r, "/bang-dieu-khien")
}

func (s *Screens) change(ctx context.Context, r *http.Request, actor access.Actor) (epoch int, err error) {
	fresh := r.PostFormValue("new")
	if fresh != r.PostFormValue("again") {
		return 0, errs.One("again", "account.problem.password_again")
	}
	return s.People.ChangePassword(ctx, actor, r.PostFormValue("old"), fresh, AddressOf(r))
}

func (s *Screens) signOutEverywhere(w http.ResponseWriter, r *http.Request) error {
	if err := s.People.SignOutEverywhere(r.Context(), access.From(r.Context())); err != nil {
		return err
	}
	return s.signOut(w, r)
}

// sampleNames are the sign-ins of the sample world that the page offers, one
// of each kind.
var sampleNames = []string{
	"ls-ubnd", "ls-sldtbxh", "ls-ttdvvl", "ls-sgtvt", "ls-bao", "ls-dai", "ls-huu-lung",
	"bg-ubnd", "bg-sldtbxh", "bg-ttdvvl", "bg-bqlkcn", "bg-sgtvt",
}

// samples returns the bodies whose accounts of the same name anybody may try,
// none outside the sample world.
func (s *Screens) samples(ctx context.Context) ([]body.Body, error) {
	if !ui.Sample(ctx) {
		return nil, nil
	}
	return s.Bodies.BySlugs(ctx, sampleNames)
}
