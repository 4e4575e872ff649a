package obligations

import (
	"errors"
	"io"
	"mime/multipart"
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
		files, err := readFiles(r, "files")
		if err != nil {
			return err
		}
		_, err = s.Obligations.Report(r.Context(), actor, id, r.PostFormValue("words"), files)
		return err
	})
}

// readFiles reads the files of a field, each up to a byte more than is
// allowed, and one file more than is allowed: the domain says what is too much.
func readFiles(r *http.Request, field string) ([]obligation.File, error) {
	if r.MultipartForm == nil {
		return nil, nil
	}
	var files []obligation.File
	for _, header := range r.MultipartForm.File[field] {
		if header.Filename == "" || len(files) > obligation.MaxFiles {
			continue
		}
		content, err := readFile(header)
		if err != nil {
			return nil, err
		}
		files = append(files, obligation.File{Name: header.Filename, Bytes: content})
	}
	return files, nil
}

func readFile(header *multipart.FileHeader) ([]byte, error) {
	f, err := header.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, obligation.MaxFileSize+1))
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
