package directives

import (
	"errors"
	"net/http"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/directive"
	"cauviec/internal/errs"
	"cauviec/internal/notice"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
)

// entry is what the page of entering a text shows.
type entry struct {
	words    string
	known    int64 // the paper that has this text already, or 0
	problems errs.Problems
}

func (s *Screens) blank(w http.ResponseWriter, r *http.Request) error {
	return route.Page(w, r, http.StatusOK, entryPage(entry{}))
}

// enter reads a pasted text or a file; a file goes before a text.
func (s *Screens) enter(w http.ResponseWriter, r *http.Request) error {
	e := entry{words: r.PostFormValue("words")}
	source, n, field, err := s.readEntry(r, e.words)
	if err == nil {
		var id int64
		if id, err = s.Directives.Enter(r.Context(), access.From(r.Context()), source, n); err == nil {
			signin.Flash(r.Context(), locale.N(r.Context(), "directive.entered", len(n.Proposals)))
			return route.SeeOther(w, r, reviewPath(id))
		}
	}
	var problem notice.Problem
	var known directive.Known
	switch {
	case errors.As(err, &problem):
		e.problems = errs.Problems{field: {Key: problem.Error()}}
		return route.Page(w, r, http.StatusUnprocessableEntity, entryPage(e))
	case errors.As(err, &known):
		e.known = known.ID
		return route.Page(w, r, http.StatusConflict, entryPage(e))
	}
	return err
}

// readEntry reads what was sent and says from which field it came. Deadlines
// in working days are counted by the calendar that is kept.
func (s *Screens) readEntry(r *http.Request, words string) (source string, n *notice.Notice, field string, err error) {
	holidays, err := s.Obligations.Calendar(r.Context())
	if err != nil {
		return "", nil, "", err
	}
	options := notice.Options{WorkingDay: holidays.Working}
	file, err := route.File(r, "file", notice.MaxFile)
	if err != nil {
		return "", nil, "", err
	}
	if file.Name == "" {
		n, err = notice.ReadWith(strings.ReplaceAll(words, "\r\n", "\n"), options)
		return locale.T(r.Context(), "directive.pasted"), n, "words", err
	}
	n, err = notice.ReadFileWith(file.Name, file.Bytes, options)
	return file.Name, n, "file", err
}
