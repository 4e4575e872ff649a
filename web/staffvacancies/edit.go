package staffvacancies

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
	"cauviec/internal/wage"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// lead says under the title what the form asks at least.
func lead(ctx context.Context, s paper) string {
	switch {
	case s.Published:
		return locale.T(ctx, "vacancy.edit.published")
	case s.Version == 0:
		return locale.T(ctx, "vacancy.new.lead")
	}
	return ""
}

// offered reads what the form offers to the actor.
func (s *Screens) offered(ctx context.Context) (c choices, err error) {
	scope := access.From(ctx).Scope(access.WriteVacancies)
	if !scope.All {
		c.Own = scope.Employer
	}
	c.Employers, err = s.Employers.Choices(ctx, scope)
	if err != nil {
		return c, err
	}
	c.Choices, err = s.Vacancies.Choices(ctx)
	return c, err
}

// begun is what a vacancy of an employer begins with.
func (s *Screens) begun(ctx context.Context, id int64) (vacancy.Details, error) {
	scope := access.From(ctx).Scope(access.WriteVacancies)
	if id == 0 {
		return vacancy.Details{}, nil
	}
	e, err := s.Employers.Get(ctx, scope, id)
	if errors.Is(err, errs.NotFound) {
		return vacancy.Details{}, nil
	}
	return vacancy.Details{EmployerID: e.ID, ZoneID: e.ZoneID, Workplace: e.Address,
		ContactName: e.ContactName, ContactPhone: e.ContactPhone}, err
}

func (s *Screens) showNew(w http.ResponseWriter, r *http.Request, status int, page paper) error {
	page.Title, page.Action, page.Back = locale.T(r.Context(), "vacancy.new.title"), path, path
	return route.Page(w, r, status, formPage(page))
}

// create keeps a new draft: its first step, or the whole form.
func (s *Screens) create(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	offered, err := s.offered(ctx)
	if err != nil {
		return err
	}
	f := form{r.PostForm}
	show := s.showNew
	if f.Has(stepField) {
		show = s.showFirst
	}
	if f.Has(addRows) {
		return show(w, r, http.StatusOK, paper{Form: f, Choices: offered})
	}
	d, problems := f.details(offered)
	if err = problems.OrNil(); err == nil && f.Has(stepField) {
		d, err = s.firstStep(ctx, d, f.Get(goField) != goLater)
	}
	var id int64
	if err == nil {
		id, err = s.Vacancies.Create(ctx, access.From(ctx), d)
	}
	if problems, refused := errs.ProblemsOf(err); refused {
		return show(w, r, http.StatusUnprocessableEntity, paper{Form: f, Problems: problems, Choices: offered})
	}
	if err != nil {
		return err
	}
	if f.Has(stepField) {
		return s.onward(w, r, id, 0, f)
	}
	signin.Flash(ctx, locale.T(ctx, "vacancy.done.create"))
	return route.SeeOther(w, r, address(id))
}

// firstStep is what the first step makes of a new vacancy: its own fields, and
// the rest as a vacancy of the employer begins.
func (s *Screens) firstStep(ctx context.Context, typed vacancy.Details, whole bool) (vacancy.Details, error) {
	d, err := s.begun(ctx, typed.EmployerID)
	if err != nil {
		return d, err
	}
	d = d.With(typed, steps[0].Asks...)
	if whole {
		err = s.checkStep(ctx, d, 0)
	}
	return d, err
}

// showFirst shows the first step of a new draft as typed.
func (s *Screens) showFirst(w http.ResponseWriter, r *http.Request, status int, page paper) error {
	return s.showStep(w, r, status, vacancy.Vacancy{}, 0, page)
}

// editable reads a vacancy that the actor may change now.
func (s *Screens) editable(r *http.Request) (v vacancy.Vacancy, offered choices, err error) {
	id, err := route.ID(r, "id")
	if err != nil {
		return v, offered, err
	}
	if v, err = s.Vacancies.Get(r.Context(), access.From(r.Context()), id); err != nil {
		return v, offered, err
	}
	offered, err = s.offered(r.Context())
	return v, offered, err
}

func published(v vacancy.Vacancy) bool {
	return v.Status == vacancy.Published || v.Status == vacancy.Paused
}

func (s *Screens) edit(w http.ResponseWriter, r *http.Request) error {
	v, offered, err := s.editable(r)
	if err != nil {
		return err
	}
	if !s.offers(r, v, vacancy.Edit) {
		return errs.Forbidden
	}
	found, _, err := s.findings(r.Context(), v, wage.Finding{})
	if err != nil {
		return err
	}
	found = slices.DeleteFunc(found, func(f vacancy.Finding) bool { return !f.Open() })
	return s.showEdit(w, r, http.StatusOK, v, paper{Form: formOf(r.Context(), v.Details, offered), Choices: offered, Findings: found})
}

func (s *Screens) showEdit(w http.ResponseWriter, r *http.Request, status int, v vacancy.Vacancy, page paper) error {
	page.Title = locale.T(r.Context(), "vacancy.edit.title", v.Title)
	page.Action, page.Back, page.Version, page.Published = address(v.ID)+"/sua", address(v.ID), v.Version, published(v)
	return route.Page(w, r, status, formPage(page))
}

// update changes a draft, or the facts of a published vacancy with a reason.
func (s *Screens) update(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	v, offered, err := s.editable(r)
	if err != nil {
		return err
	}
	f := form{r.PostForm}
	if f.Has(addRows) {
		v.Version = route.Version(r)
		return s.showEdit(w, r, http.StatusOK, v, paper{Form: f, Choices: offered})
	}
	d, problems := f.details(offered)
	done := "form.saved"
	if err = problems.OrNil(); err == nil {
		done, err = s.change(ctx, v, route.Version(r), d, f.Get("why"))
	}
	if problems, refused := errs.ProblemsOf(err); refused {
		v.Version = route.Version(r)
		return s.showEdit(w, r, http.StatusUnprocessableEntity, v, paper{Form: f, Problems: problems, Choices: offered})
	}
	if errors.Is(err, errs.Conflict) && v.Version != route.Version(r) {
		page := paper{Form: f, Choices: offered, Moved: true}
		if s.offers(r, v, vacancy.Edit) {
			page = paper{Form: f, Choices: offered, Conflict: true, Differs: differences(ctx, v, d, offered)}
		}
		return s.showEdit(w, r, http.StatusConflict, v, page)
	}
	if err != nil {
		return err
	}
	signin.Flash(ctx, locale.T(ctx, done))
	return route.SeeOther(w, r, address(v.ID))
}

func (s *Screens) change(ctx context.Context, v vacancy.Vacancy, seen int, d vacancy.Details, why string) (done string, err error) {
	if published(v) {
		return "vacancy.done.revise", s.Vacancies.Revise(ctx, access.From(ctx), v.ID, seen, d, why)
	}
	return "form.saved", s.Vacancies.Update(ctx, access.From(ctx), v.ID, seen, d)
}

// differences are the fields in which the newest version and what was typed
// stand apart, in the order of the page.
func differences(ctx context.Context, newest vacancy.Vacancy, typed vacancy.Details, offered choices) []ui.Difference {
	changed := map[string]bool{}
	for _, field := range vacancy.Changed(newest.Details, typed) {
		changed[field] = true
	}
	var list []ui.Difference
	for _, field := range order {
		if changed[field] {
			list = append(list, ui.Difference{Field: field, Label: label(ctx, field),
				Newest: say(ctx, newest.Details, namesOf(ctx, newest), field),
				Typed:  say(ctx, typed, offered.names(ctx, typed), field)})
		}
	}
	return list
}
