package employers

import (
	"context"
	"errors"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/attachment"
	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// judging is the form of a verifier's statement; its words are as typed.
type judging struct {
	E        employer.Employer
	Action   string // verify, suspend
	Where    string
	Why      string
	Looked   []string
	Key      string
	Problems errs.Problems
}

// statement is how a verifier's statement is kept.
type statement func(ctx context.Context, actor access.Actor, id int64, version int, why string, looked ...employer.Look) error

func (s *Screens) askVerify(w http.ResponseWriter, r *http.Request) error {
	return s.ask(w, r, "verify", "xac-minh", employer.Verified)
}

func (s *Screens) askSuspend(w http.ResponseWriter, r *http.Request) error {
	return s.ask(w, r, "suspend", "tam-dung", employer.Suspended)
}

// ask shows the form, or the employer when there is nothing to state.
func (s *Screens) ask(w http.ResponseWriter, r *http.Request, action, where string, to employer.State) error {
	e, err := s.employer(r)
	if err != nil {
		return err
	}
	if !e.State.May(to) {
		return route.SeeOther(w, r, address(e.ID))
	}
	return route.Page(w, r, http.StatusOK, judgePage(judging{E: e, Action: action, Where: where}))
}

func (s *Screens) verify(w http.ResponseWriter, r *http.Request) error {
	return s.judge(w, r, "verify", "xac-minh", s.Employers.Verify)
}

func (s *Screens) suspend(w http.ResponseWriter, r *http.Request) error {
	return s.judge(w, r, "suspend", "tam-dung", s.Vacancies.SuspendEmployer)
}

// judge keeps a statement with its files and shows the employer again: changed,
// or with what is in the way.
func (s *Screens) judge(w http.ResponseWriter, r *http.Request, action, where string, state statement) error {
	ctx, actor := r.Context(), access.From(r.Context())
	e, err := s.employer(r)
	if err != nil {
		return err
	}
	f := judging{E: e, Action: action, Where: where, Why: r.PostFormValue("why"), Looked: r.PostForm["looked"], Key: r.PostFormValue(route.KeyField)}
	files, err := route.Files(r, employer.EvidenceFiles)
	if err != nil {
		return err
	}
	problems := employer.EvidenceFiles.Check(files)
	err = state(ctx, actor, e.ID, route.Version(r), f.Why, f.looks()...)
	if refused, is := errs.ProblemsOf(err); is {
		problems.Merge(refused)
		err = nil
	}
	switch {
	case len(problems) > 0:
		f.Problems = problems
		return route.Page(w, r, http.StatusUnprocessableEntity, judgePage(f))
	case errors.Is(err, errs.Conflict):
		return s.showPage(w, r, http.StatusConflict, true)
	case err != nil:
		return err
	}
	if err := s.Employers.Attach(ctx, actor, e.ID, files); err != nil {
		return err
	}
	signin.Flash(ctx, locale.T(ctx, "employer.done."+action))
	return route.SeeOther(w, r, address(e.ID))
}

func (f judging) looks() []employer.Look {
	looks := make([]employer.Look, len(f.Looked))
	for i, word := range f.Looked {
		looks[i] = employer.Look(word)
	}
	return looks
}

// download sends a file of evidence to be saved, never to be shown within the
// site.
func (s *Screens) download(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	file, err := s.Employers.Content(r.Context(), access.From(r.Context()).Scope(access.VerifyEmployers), id)
	if err != nil {
		return err
	}
	return route.Download(w, file)
}

func (f judging) field(ctx context.Context, name string) ui.Field {
	return ui.Field{Name: name, Label: locale.T(ctx, "employer.judge."+name), Problem: ui.ProblemOf(f.Problems, name)}
}

func (f judging) why(ctx context.Context) ui.Field {
	q := f.field(ctx, "why")
	q.Label, q.Value, q.Rows = locale.T(ctx, "employer.why."+f.Action), f.Why, 3
	if key := "employer.why." + f.Action + ".help"; locale.Has(key) {
		q.Help = locale.T(ctx, key)
	}
	return q
}

func (f judging) looked(ctx context.Context) ui.Field {
	q := f.field(ctx, "looked")
	q.Optional = f.Action == "suspend"
	for _, look := range employer.Looks() {
		q.Options = append(q.Options, ui.Option{Value: string(look), Label: coded(ctx, "look", string(look))})
	}
	return q
}

func (f judging) files(ctx context.Context) ui.Field {
	q := f.field(ctx, attachment.Field)
	q.Help = locale.T(ctx, "employer.judge.files.help", employer.EvidenceFiles.Files, employer.EvidenceFiles.Megabytes())
	q.Accept, q.Multiple, q.Optional = employer.EvidenceFiles.Accept(), true, true
	return q
}
