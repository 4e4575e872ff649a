package obligations

import (
	"errors"
	"net/http"
	"net/url"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
)

// stating is the one form that is no obligation.Action: the counterpart's.
const stating = "state"

// typed is a form that could not be accepted, as it was sent.
type typed struct {
	form     string
	values   url.Values
	problems errs.Problems
	conflict bool
}

// of returns what was typed in a field of a form, or else the default.
func (t typed) of(form, field, otherwise string) string {
	if t.form != form || !t.values.Has(field) {
		return otherwise
	}
	return t.values.Get(field)
}

// change runs an operation on the obligation of the path and leads back to its
// page. What is wrong is shown there beside what was typed; so is a conflict.
func (s *Screens) change(w http.ResponseWriter, r *http.Request, form string, do func(actor access.Actor, id int64) error) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	err = do(access.From(r.Context()), id)
	t := typed{form: form, values: r.PostForm}
	if problems, ok := errs.ProblemsOf(err); ok {
		t.problems = problems
		return s.page(w, r, http.StatusUnprocessableEntity, t)
	}
	if errors.Is(err, errs.Conflict) {
		t.conflict = true
		return s.page(w, r, http.StatusConflict, t)
	}
	if err != nil {
		return err
	}
	if form != string(obligation.PassOn) {
		signin.Flash(r.Context(), locale.T(r.Context(), "obligation.done."+form))
	}
	return route.SeeOther(w, r, address(id))
}

func (s *Screens) receive(w http.ResponseWriter, r *http.Request) error {
	return s.change(w, r, string(obligation.Receive), func(actor access.Actor, id int64) error {
		return s.Obligations.Receive(r.Context(), actor, id)
	})
}

func (s *Screens) progress(w http.ResponseWriter, r *http.Request) error {
	return s.change(w, r, string(obligation.Progress), func(actor access.Actor, id int64) error {
		return s.Obligations.Progress(r.Context(), actor, id, r.PostFormValue("words"))
	})
}

func (s *Screens) answer(w http.ResponseWriter, r *http.Request) error {
	return s.change(w, r, string(obligation.Answer), func(actor access.Actor, id int64) error {
		return s.Obligations.Answer(r.Context(), actor, id, r.PostFormValue("words"))
	})
}

func (s *Screens) report(w http.ResponseWriter, r *http.Request) error {
	return s.change(w, r, string(obligation.Report), func(actor access.Actor, id int64) error {
		files, err := route.Files(r, obligation.ReportFiles)
		if err != nil {
			return err
		}
		_, err = s.Obligations.Report(r.Context(), actor, id, r.PostFormValue("words"), files)
		return err
	})
}

func (s *Screens) askExtension(w http.ResponseWriter, r *http.Request) error {
	return s.change(w, r, string(obligation.AskExtension), func(actor access.Actor, id int64) error {
		to, err := clock.ParseDay(r.PostFormValue("to"))
		if err != nil {
			return errs.One("to", "problem.date")
		}
		return s.Obligations.AskExtension(r.Context(), actor, id, to, r.PostFormValue("reason"))
	})
}

func (s *Screens) passOn(w http.ResponseWriter, r *http.Request) error {
	given := 0
	err := s.change(w, r, string(obligation.PassOn), func(actor access.Actor, id int64) (err error) {
		given, err = s.Obligations.PassOn(r.Context(), actor, id)
		return err
	})
	if err == nil && w.Header().Get("Location") != "" {
		signin.Flash(r.Context(), locale.N(r.Context(), "obligation.done.pass_on", given))
	}
	return err
}

func (s *Screens) stateCounterpart(w http.ResponseWriter, r *http.Request) error {
	return s.change(w, r, stating, func(actor access.Actor, id int64) error {
		return s.Obligations.StateCounterpart(r.Context(), actor, id, obligation.Stand(r.PostFormValue("state")), r.PostFormValue("note"))
	})
}
