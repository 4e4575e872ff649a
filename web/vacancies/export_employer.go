package vacancies

import (
	"net/http"

	"cauviec/internal/reference"
	"cauviec/internal/search"
	"cauviec/internal/sheet"
	"cauviec/web/export"
	"cauviec/web/locale"
	"cauviec/web/route"
)

// exportEmployer hands over the open vacancies of an employer's page.
func (s *Screens) exportEmployer(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	e, err := s.Board.Employer(ctx, id)
	if err != nil {
		return err
	}
	q := search.Query{EmployerID: e.ID, Limit: export.Batch, Uncounted: true}
	return export.Send(w, r, s.Now, export.List[card]{
		Name: "viec-lam", Title: locale.T(ctx, "jobs.title"), Filters: []sheet.Fact{{Label: locale.T(ctx, "sheet.employer"), Value: e.Name}},
		Columns: exportColumns(ctx, route.Base(r), reference.Point{}), Rows: s.exportRows(r, q),
	})
}
