package staffvacancies

import (
	"context"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/vacancies"
)

// reviewed is a draft as its writer looks it over before sending it.
type reviewed struct {
	V        vacancy.Vacancy
	Missing  errs.Problems
	Findings []vacancy.Finding
	Twins    []vacancy.Twin
	Marks    []mark
	Offers   []vacancy.Action
}

func (s *Screens) review(w http.ResponseWriter, r *http.Request, status int, v vacancy.Vacancy) error {
	ctx := r.Context()
	actor := access.From(ctx)
	minimum, err := s.Vacancies.Minimum(ctx, actor.Scope(access.WriteVacancies), v.Details)
	if err != nil {
		return err
	}
	p := reviewed{V: v, Missing: v.CheckSubmit(s.Now.Today(), minimum), Offers: v.Offers(actor, s.Now.Today())}
	if p.Findings, _, err = s.findings(ctx, v, minimum); err != nil {
		return err
	}
	if p.Twins, err = s.Vacancies.Twins(ctx, actor, v.ID); err != nil {
		return err
	}
	p.Marks = marks(ctx, v, len(steps), p.Missing)
	return route.Page(w, r, status, reviewPage(p))
}

// looked is a fact of the review, with what is wrong with it.
type looked struct {
	Field    string
	Label    string
	Words    string
	Href     string // where it is changed
	Problem  *errs.Problem
	Findings []vacancy.Finding
}

// unsaid reports whether nothing is said of a fact, nor need be.
func (l looked) unsaid() bool { return l.Words == "" && l.Problem == nil && optional[l.Field] }

// rows are the facts of a step, and those of which nothing is said: they can be
// added from here.
func (p reviewed) rows(ctx context.Context, step step) (said, unsaid []looked) {
	n := namesOf(ctx, p.V)
	for _, field := range step.Asks {
		r := looked{Field: field, Label: factLabel(ctx, field), Words: say(ctx, p.V.Details, n, field),
			Href: stepAddress(p.V.ID, step.Slug) + "?" + toField + "=" + reviewSlug + "#field-" + field}
		if problem, is := p.Missing[field]; is {
			r.Problem = &problem
		}
		for _, f := range p.Findings {
			if f.Field == field && f.Words != "" {
				r.Findings = append(r.Findings, f)
			}
		}
		if r.unsaid() {
			unsaid = append(unsaid, r)
		} else {
			said = append(said, r)
		}
	}
	return said, unsaid
}

// submitLabel is the button's words: a request is not a vacancy.
func (p reviewed) submitLabel(ctx context.Context) string {
	if p.V.Amends != 0 {
		return locale.T(ctx, "posting.submit_amend")
	}
	return locale.T(ctx, "vacancy.action.submit")
}

// preview shows a vacancy as the public would see it.
func (s *Screens) preview(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v, err := s.Vacancies.Get(r.Context(), access.From(r.Context()), id)
	if err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, vacancies.Preview(v, s.Now.Today()))
}
