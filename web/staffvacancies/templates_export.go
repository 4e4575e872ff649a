package staffvacancies

import (
	"net/http"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/vacancy"
	"cauviec/web/export"
	"cauviec/web/locale"
)

// exportTemplates hands over the templates of all employers in reach.
func (s *Screens) exportTemplates(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	list, err := s.Vacancies.Templates(ctx, access.From(ctx), 0)
	if err != nil {
		return err
	}
	type template = vacancy.Template
	return export.Send(w, r, s.Now, export.List[template]{
		Name: "mau-tin", Title: locale.T(ctx, "posting.templates"), Rows: export.All(list),
		Columns: []export.Column[template]{
			export.Text(label(ctx, "name"), func(t template) string { return t.Name }),
			export.Text(label(ctx, "employer_id"), func(t template) string { return t.EmployerName }),
			export.Text(label(ctx, "title"), func(t template) string { return t.Facts.Title }),
			export.Money(label(ctx, "income_from"), func(t template) int64 { return t.Facts.IncomeFrom }),
			export.Money(label(ctx, "income_to"), func(t template) int64 { return t.Facts.IncomeTo }),
			export.Instant(locale.T(ctx, "posting.template.saved"), func(t template) *time.Time { return &t.At }),
			export.Text(locale.T(ctx, "sheet.saved_by"), func(t template) string { return t.Person }),
		},
	})
}
