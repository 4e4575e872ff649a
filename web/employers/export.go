package employers

import (
	"context"
	"iter"
	"net/http"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/employer"
	"cauviec/web/export"
	"cauviec/web/locale"
)

// export hands the list over with the page's filters, all of its rows.
func (s *Screens) export(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l := listed{Query: r.URL.Query()}
	f := filter(l.Query)
	l.State, f.Limit = f.State, export.Batch
	var err error
	if l.Zones, err = s.Vacancies.Zones(ctx); err != nil {
		return err
	}
	filters := export.Chosen(l.search(ctx), l.zones(ctx))
	if l.State != "" {
		filters = append(export.Tab(locale.T(ctx, "employer.column.state"), l.tabs(ctx)), filters...)
	}
	return export.Send(w, r, s.Now, export.List[employer.Employer]{
		Name: "doanh-nghiep", Title: locale.T(ctx, "employer.list.title"), Filters: filters,
		Columns: exportColumns(ctx), Rows: s.exportRows(ctx, access.From(ctx).Scope(access.ReadEmployers), f),
	})
}

func (s *Screens) exportRows(ctx context.Context, scope access.Scope, f employer.Filter) iter.Seq2[employer.Employer, error] {
	return export.Batches(func(after employer.Cursor) ([]employer.Employer, bool, error) {
		f.After = after
		return s.Employers.List(ctx, scope, f)
	}, employer.Employer.Cursor)
}

func exportColumns(ctx context.Context) []export.Column[employer.Employer] {
	told := func(field string, of func(employer.Employer) string) export.Column[employer.Employer] {
		return export.Text(locale.T(ctx, "employer.field."+field), of)
	}
	return []export.Column[employer.Employer]{
		told("name", func(e employer.Employer) string { return e.Name }),
		told("tax_code", func(e employer.Employer) string { return e.TaxCode }),
		export.Text(locale.T(ctx, "employer.column.state"), func(e employer.Employer) string { return stateWords(ctx, e.State) }),
		told("type", func(e employer.Employer) string { return coded(ctx, "type", e.Type) }),
		told("industry_code", func(e employer.Employer) string { return coded(ctx, "industry", e.IndustryCode) }),
		told("products", func(e employer.Employer) string { return e.Products }),
		told("size_band", func(e employer.Employer) string { return coded(ctx, "size", e.SizeBand) }),
		told("zone_id", func(e employer.Employer) string { return e.ZoneName }),
		told("address", func(e employer.Employer) string { return e.Address }),
		told("contact_name", func(e employer.Employer) string { return e.ContactName }),
		told("contact_phone", func(e employer.Employer) string { return locale.Phone(e.ContactPhone) }),
		export.Instant(locale.T(ctx, "sheet.entered_at"), func(e employer.Employer) *time.Time { return &e.CreatedAt }),
	}
}
