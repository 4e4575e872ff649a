package staffvacancies

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"

	"github.com/go-chi/chi/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
)

// Names of the buttons and unseen fields of a step.
const (
	goField   = "go" // which button: goLater, else on to the next step
	goLater   = "later"
	stepField = "step" // of the form that makes a new draft
	toField   = "ve"   // where one came from: reviewSlug, or nowhere
)

// draft reads a draft that the actor may write. What is no draft any more
// sends the reader to its page.
func (s *Screens) draft(w http.ResponseWriter, r *http.Request) (v vacancy.Vacancy, done bool, err error) {
	id, err := route.ID(r, "id")
	if err != nil {
		return v, false, err
	}
	if v, err = s.Vacancies.Get(r.Context(), access.From(r.Context()), id); err != nil {
		return v, false, err
	}
	if v.Status != vacancy.Draft {
		return v, true, route.SeeOther(w, r, address(id))
	}
	return v, false, nil
}

// goOn leads to the first step of a draft that still wants something.
func (s *Screens) goOn(w http.ResponseWriter, r *http.Request) error {
	v, done, err := s.draft(w, r)
	if err != nil || done {
		return err
	}
	missing, err := s.missing(r.Context(), v)
	if err != nil {
		return err
	}
	for _, step := range steps {
		if slices.ContainsFunc(step.Asks, func(field string) bool { _, is := missing[field]; return is }) {
			return route.SeeOther(w, r, stepAddress(v.ID, step.Slug))
		}
	}
	return route.SeeOther(w, r, stepAddress(v.ID, reviewSlug))
}

// missing is what submitting a draft would still ask for.
func (s *Screens) missing(ctx context.Context, v vacancy.Vacancy) (errs.Problems, error) {
	minimum, err := s.Vacancies.Minimum(ctx, access.From(ctx).Scope(access.WriteVacancies), v.Details)
	return v.CheckSubmit(s.Now.Today(), minimum), err
}

// step shows one step of a draft, or the review.
func (s *Screens) step(w http.ResponseWriter, r *http.Request) error {
	v, done, err := s.draft(w, r)
	if err != nil || done {
		return err
	}
	if chi.URLParam(r, "step") == reviewSlug {
		return s.review(w, r, http.StatusOK, v)
	}
	here := stepBySlug(chi.URLParam(r, "step"))
	if here < 0 {
		return errs.NotFound
	}
	offered, err := s.offered(r.Context())
	if err != nil {
		return err
	}
	return s.showStep(w, r, http.StatusOK, v, here, paper{Form: formOf(r.Context(), v.Details, offered), Choices: offered, To: r.URL.Query().Get(toField)})
}

// showStep shows a step of a draft as typed. A draft without a number is new.
func (s *Screens) showStep(w http.ResponseWriter, r *http.Request, status int, v vacancy.Vacancy, here int, page paper) error {
	ctx := r.Context()
	minimum, err := s.Vacancies.Minimum(ctx, access.From(ctx).Scope(access.WriteVacancies), v.Details)
	if err != nil {
		return err
	}
	page.Minimum, page.Day, page.Here, page.First = minimum, v.WageDay(s.Now.Today()), here, page.first(here)
	page.Place, page.Wage = place(v), v.BasicWage
	page.Marks = marks(ctx, v, here, v.CheckSubmit(s.Now.Today(), minimum))
	found, _, err := s.findings(ctx, v, minimum)
	if err != nil {
		return err
	}
	for _, f := range found {
		if f.Open() && slices.Contains(steps[here].Asks, f.Field) && f.Words != "" {
			page.Findings = append(page.Findings, f)
		}
	}
	page.Title, page.Action, page.Back, page.Version = v.Title, stepAddress(v.ID, steps[here].Slug), address(v.ID), max(page.Version, v.Version)
	if v.ID == 0 {
		page.Title, page.Action, page.Back, page.Version = locale.T(ctx, "vacancy.new.title"), path, path, 0
	}
	return route.Page(w, r, status, stepPage(page))
}

// saveStep keeps one step of a draft. On to the next its own fields must be
// complete; left for later they need only make sense.
func (s *Screens) saveStep(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	v, offered, err := s.editable(r)
	if err != nil {
		return err
	}
	here := stepBySlug(chi.URLParam(r, "step"))
	if here < 0 {
		return errs.NotFound
	}
	f := form{r.PostForm}
	page := paper{Form: f, Choices: offered, To: f.Get(toField)}
	if f.Has(addRows) {
		return s.showSeen(w, r, http.StatusOK, v, here, page)
	}
	typed, problems := f.details(offered)
	d := v.Details.With(typed, steps[here].Asks...)
	if err = problems.OrNil(); err == nil {
		err = s.keepStep(ctx, v, route.Version(r), d, here, f.Get(goField) != goLater)
	}
	if problems, refused := errs.ProblemsOf(err); refused {
		page.Problems = problems
		return s.showSeen(w, r, http.StatusUnprocessableEntity, v, here, page)
	}
	if errors.Is(err, errs.Conflict) && v.Status != vacancy.Draft {
		page.Moved = true
		return s.showStep(w, r, http.StatusConflict, v, here, page)
	}
	if errors.Is(err, errs.Conflict) && v.Version != route.Version(r) {
		page.Conflict, page.Differs = true, differences(ctx, v, d, offered)
		return s.showStep(w, r, http.StatusConflict, v, here, page)
	}
	if err != nil {
		return err
	}
	sayRead(ctx, here, f)
	return s.onward(w, r, v.ID, here, f)
}

// showSeen shows a step as typed over the version that its writer saw.
func (s *Screens) showSeen(w http.ResponseWriter, r *http.Request, status int, v vacancy.Vacancy, here int, page paper) error {
	v.Version = route.Version(r)
	return s.showStep(w, r, status, v, here, page)
}

// keepStep saves a draft with one step changed. What did not change is no edit.
func (s *Screens) keepStep(ctx context.Context, v vacancy.Vacancy, seen int, d vacancy.Details, here int, whole bool) error {
	if v.Status != vacancy.Draft {
		return errs.Conflict
	}
	if whole {
		if err := s.checkStep(ctx, d, here); err != nil {
			return err
		}
	}
	if v.Version == seen && len(vacancy.Changed(v.Details, d)) == 0 {
		return nil
	}
	return s.Vacancies.Update(ctx, access.From(ctx), v.ID, seen, d)
}

// checkStep judges the fields of one step.
func (s *Screens) checkStep(ctx context.Context, d vacancy.Details, here int) error {
	d = d.Normal()
	minimum, err := s.Vacancies.Minimum(ctx, access.From(ctx).Scope(access.WriteVacancies), d)
	if err != nil {
		return err
	}
	return d.CheckPart(s.Now.Today(), minimum, steps[here].Asks...).OrNil()
}

// onward leads from a saved step to where its writer wants to go.
func (s *Screens) onward(w http.ResponseWriter, r *http.Request, id int64, here int, f form) error {
	switch {
	case f.Get(goField) == goLater:
		signin.Flash(r.Context(), locale.T(r.Context(), "posting.done.later"))
		return route.SeeOther(w, r, address(id))
	case f.Get(toField) == reviewSlug:
		return route.SeeOther(w, r, stepAddress(id, reviewSlug))
	}
	return route.SeeOther(w, r, stepAddress(id, following(here)))
}

// progress says which step this is.
func (s paper) progress(ctx context.Context) string {
	return locale.T(ctx, "posting.progress", strconv.Itoa(s.Here+1), strconv.Itoa(len(steps)))
}

// inRows are the fields of several lines: no one box stands for them.
var inRows = []string{"batches", "turns", "allowances"}

// first is the field of a step that the reader is put at: the first to mend,
// else the first to fill in. It is none when rows are to be mended, and when
// what another wrote is to be read first.
func (s paper) first(here int) string {
	for _, name := range steps[here].Asks {
		if _, wrong := s.Problems[name]; wrong && slices.Contains(inRows, name) {
			return ""
		} else if wrong {
			return name
		}
	}
	if len(s.Problems) > 0 || s.Conflict || s.Moved {
		return ""
	}
	if name := steps[here].Asks[0]; name != "employer_id" || s.Choices.Own == 0 && s.Form.Get(name) == "" {
		return name
	}
	return steps[here].Asks[1]
}

// beside reports whether something stands beside the form.
func (s paper) beside() bool {
	return s.Start != nil || len(s.Findings) > 0 || steps[s.Here].Name == "pay"
}
