package vacancies

import (
	"context"
	"net/http"

	"cauviec/internal/board"
	"cauviec/internal/search"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

func (s *Screens) employer(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	e, err := s.Board.Employer(r.Context(), id)
	if err != nil {
		return err
	}
	path := employerHref(e.ID, e.Slug)
	if moved(w, r, path) {
		return nil
	}
	g, err := s.gather(r, search.Query{EmployerID: e.ID}, path)
	if err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, employerPage(e, g))
}

// employerFacts is what there is to know of an employer. It names no person.
func employerFacts(ctx context.Context, e board.Employer) []ui.Fact {
	facts := []ui.Fact{
		{Label: locale.T(ctx, "jobs.employer.products"), Value: e.Products, Wide: true},
		{Label: locale.T(ctx, "jobs.employer.address"), Value: e.Address},
		{Label: locale.T(ctx, "jobs.employer.type"), Value: locale.T(ctx, "employer.type."+e.Type)},
		{Label: locale.T(ctx, "jobs.employer.living"), Value: e.Living, Wide: true},
	}
	if e.ZoneSlug != "" {
		facts = append(facts, ui.Fact{Label: locale.T(ctx, "jobs.offer.place"), Body: allLink(e.ZoneName, "/khu-cong-nghiep/"+e.ZoneSlug)})
	}
	if e.SizeBand != "" {
		facts = append(facts, ui.Fact{Label: locale.T(ctx, "jobs.employer.size"), Value: locale.T(ctx, "employer.size."+e.SizeBand)})
	}
	kept := facts[:0]
	for _, f := range facts {
		if f.Value != "" || f.Body != nil {
			kept = append(kept, f)
		}
	}
	return kept
}
