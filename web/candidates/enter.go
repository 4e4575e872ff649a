package candidates

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"cauviec/internal/access"
	"cauviec/internal/candidate"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// entering is what the form to enter a person shows.
type entering struct {
	communes []candidate.Commune
	openings []candidate.Opening
	drive    string
	form     form
	problems errs.Problems
	key      string
}

// blankEntry is a form to be filled: ?dot= is the drive, ?tin= the vacancy and
// ?xa= the commune that the person before came from.
func (s *Screens) blankEntry(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	f := form{Drive: q.Get("dot"), Vacancy: q.Get("tin"), Area: q.Get("xa"), On: s.Candidates.Now.Today().String()}
	if access.From(r.Context()).Seat.Kind != access.Centre {
		f.Manner = string(candidate.ByOffice)
	}
	return s.showEntry(w, r, http.StatusOK, entering{form: f})
}

func (s *Screens) showEntry(w http.ResponseWriter, r *http.Request, status int, e entering) (err error) {
	ctx := r.Context()
	if e.communes, err = s.Candidates.Communes(ctx); err != nil {
		return err
	}
	if e.openings, err = s.Candidates.Openings(ctx); err != nil {
		return err
	}
	if drive := route.Number(e.form.Drive); drive != 0 {
		if e.drive, err = s.Candidates.DriveTitle(ctx, access.From(ctx), drive); err != nil && !errors.Is(err, errs.NotFound) {
			return err
		}
	}
	route.Private(w)
	return route.Page(w, r, status, enterPage(e))
}

func (s *Screens) enter(w http.ResponseWriter, r *http.Request) error {
	f := readForm(r)
	registration, problems := f.registration()
	receipt, err := s.Candidates.RegisterFor(r.Context(), access.From(r.Context()), registration)
	if problems, err = together(problems, err); err != nil {
		return err
	}
	if len(problems) > 0 {
		return s.showEntry(w, r, http.StatusUnprocessableEntity,
			entering{form: f, problems: problems, key: r.PostFormValue(route.KeyField)})
	}
	signin.Flash(r.Context(), receiptWords(r.Context(), receipt))
	return route.SeeOther(w, r, afterEntry(r, f, receipt))
}

func receiptWords(ctx context.Context, receipt candidate.Receipt) string {
	if receipt.Known {
		return locale.T(ctx, "candidate.enter.known", candidate.ShowCode(receipt.Code))
	}
	return locale.T(ctx, "candidate.enter.done", candidate.ShowCode(receipt.Code))
}

// afterEntry leads to the next slip of the pile, to the person, or, when
// somebody else had entered the same person, to the list.
func afterEntry(r *http.Request, f form, receipt candidate.Receipt) string {
	switch {
	case r.PostFormValue("then") == "next":
		return fmt.Sprintf("%s/moi?dot=%d&tin=%d&xa=%d", staffPath, route.Number(f.Drive), route.Number(f.Vacancy), route.Number(f.Area))
	case receipt.Known && !access.From(r.Context()).Scope(access.ReadCandidates).All:
		return staffPath
	}
	return address(receipt.ID)
}

// more are the questions that only an officer answers.
func (e entering) more(ctx context.Context) (vacancy, on, manner ui.Field) {
	vacancy = field(ctx, e.problems, "vacancy", e.form.Vacancy)
	vacancy.Optional, vacancy.Options, vacancy.Blank = true, openingOptions(e.openings), locale.T(ctx, "candidate.enter.no_vacancy")
	on = field(ctx, e.problems, "on", e.form.On)
	on.Label, on.Width = locale.T(ctx, "candidate.field.registered_on"), ui.Short
	manner = field(ctx, e.problems, "manner", e.form.Manner)
	manner.Options = mannerOptions(ctx)
	return vacancy, on, manner
}

func (s *Screens) facts(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	p, err := s.Candidates.Get(r.Context(), access.From(r.Context()), id, candidate.PageEdit)
	if err != nil {
		return err
	}
	if p.Erased() {
		return errs.NotFound
	}
	return s.showEdit(w, r, http.StatusOK, editing{id: id, form: formOf(p.Candidate)})
}

// editing is the form of a person's facts; newest is set when somebody else
// has changed them since.
type editing struct {
	id       int64
	communes []candidate.Commune
	form     form
	newest   *candidate.Candidate
	problems errs.Problems
}

func formOf(c candidate.Candidate) form {
	return form{FullName: c.FullName, BirthYear: strconv.Itoa(c.BirthYear), Phone: locale.Phone(c.Phone), Gender: string(c.Gender),
		Area: strconv.FormatInt(c.AreaID, 10), Version: strconv.Itoa(c.Version)}
}

func (s *Screens) showEdit(w http.ResponseWriter, r *http.Request, status int, e editing) (err error) {
	if e.communes, err = s.Candidates.Communes(r.Context()); err != nil {
		return err
	}
	route.Private(w)
	return route.Page(w, r, status, editPage(e))
}

func (s *Screens) edit(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	e := editing{id: id, form: readForm(r)}
	facts, problems := e.form.edit()
	if len(problems) == 0 {
		err = s.Candidates.Edit(r.Context(), access.From(r.Context()), id, facts)
	}
	if errors.Is(err, errs.Conflict) {
		return s.stale(w, r, e)
	}
	if e.problems, err = together(problems, err); err != nil {
		return err
	}
	if len(e.problems) > 0 {
		return s.showEdit(w, r, http.StatusUnprocessableEntity, e)
	}
	signin.Flash(r.Context(), locale.T(r.Context(), "form.saved"))
	return route.SeeOther(w, r, address(id))
}

// stale shows the newest facts beside what was typed, ready to be sent again.
func (s *Screens) stale(w http.ResponseWriter, r *http.Request, e editing) error {
	p, err := s.Candidates.Get(r.Context(), access.From(r.Context()), e.id, candidate.PageEdit)
	if err != nil {
		return err
	}
	e.newest, e.form.Version = &p.Candidate, strconv.Itoa(p.Version)
	return s.showEdit(w, r, http.StatusConflict, e)
}

// dayWords writes an instant's day, or nothing.
func dayWords(c candidate.Referral, s candidate.Status) string {
	at, ok := c.Reached(s)
	if !ok {
		return ""
	}
	return clock.DayOf(at).String()
}
