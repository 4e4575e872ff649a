package staffvacancies

import (
	"context"
	"iter"
	"net/http"
	"net/url"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/sheet"
	"cauviec/internal/vacancy"
	"cauviec/web/export"
	"cauviec/web/locale"
	"cauviec/web/route"
)

// line is a vacancy of the spreadsheet with how far it is drawn down.
type line struct {
	vacancy.Vacancy
	people vacancy.Counts
}

// export hands the list over with the page's filters, all of its rows.
func (s *Screens) export(w http.ResponseWriter, r *http.Request) error {
	ctx, actor := r.Context(), access.From(r.Context())
	filters, err := s.exportFilters(ctx, r.URL.Query())
	if err != nil {
		return err
	}
	f := s.filter(r.URL.Query(), actor)
	f.Limit = export.Batch
	return export.Send(w, r, s.Now, export.List[line]{
		Name: "tin-tuyen-dung", Title: locale.T(ctx, "vacancy.list.title"), Filters: filters,
		Columns: exportColumns(ctx, s.Now.Today()), Rows: s.exportRows(ctx, actor, f),
	})
}

// exportRows reads two queries a batch.
func (s *Screens) exportRows(ctx context.Context, actor access.Actor, f vacancy.Filter) iter.Seq2[line, error] {
	return export.Batches(func(before int64) ([]line, bool, error) {
		f.Before = before
		list, more, err := s.Vacancies.List(ctx, actor, f)
		if err != nil {
			return nil, false, err
		}
		ids := make([]int64, len(list))
		for i, v := range list {
			ids[i] = v.ID
		}
		people, err := s.Vacancies.Counts(ctx, actor, ids...)
		lines := make([]line, len(list))
		for i, v := range list {
			lines[i] = line{v, people[v.ID]}
		}
		return lines, more, err
	}, func(l line) int64 { return l.ID })
}

// exportFilters says in words what narrows the list.
func (s *Screens) exportFilters(ctx context.Context, q url.Values) (filters []sheet.Fact, err error) {
	l := listed{Query: q}
	if l.Zones, err = s.Vacancies.Zones(ctx); err != nil {
		return nil, err
	}
	for _, status := range vacancy.Statuses() {
		if string(status) == q.Get("trang-thai") {
			filters = append(filters, sheet.Fact{Label: locale.T(ctx, "vacancy.column.state"), Value: statusWords(ctx, status)})
		}
	}
	if id := route.Number(q.Get("doanh-nghiep")); id != 0 {
		employer, err := s.Employers.Get(ctx, access.From(ctx).Scope(access.ReadEmployers), id)
		if err == nil {
			filters = append(filters, sheet.Fact{Label: label(ctx, "employer_id"), Value: employer.Name})
		}
	}
	return append(filters, export.Chosen(l.search(ctx), l.zones(ctx), l.views(ctx))...), nil
}

func exportColumns(ctx context.Context, today clock.Day) []export.Column[line] {
	told := func(field string) export.Column[line] {
		return export.Text(label(ctx, field), func(v line) string { return say(ctx, v.Details, namesOf(ctx, v.Vacancy), field) })
	}
	t := func(key string) string { return locale.T(ctx, key) }
	return []export.Column[line]{
		export.Text(t("vacancy.page.code"), func(v line) string { return v.Code }),
		told("title"), told("employer_id"),
		export.Text(t("vacancy.column.state"), func(v line) string { return statusWords(ctx, v.State(today)) }),
		told("occupation_code"),
		export.Text(t("vacancy.column.place"), func(v line) string { return place(v.Vacancy) }),
		told("workplace"),
		export.Whole(label(ctx, "headcount"), func(v line) int { return v.Headcount }),
		export.Whole(t("sheet.introduced"), func(v line) int { return v.people.Introduced }),
		export.Whole(t("sheet.started"), func(v line) int { return v.people.Started }),
		export.Whole(t("sheet.left"), func(v line) int { return v.people.Left }),
		export.Money(label(ctx, "basic_wage"), func(v line) int64 { return v.BasicWage }),
		export.Money(label(ctx, "income_from"), func(v line) int64 { return v.IncomeFrom }),
		export.Money(label(ctx, "income_to"), func(v line) int64 { return v.IncomeTo }),
		told("shift"), told("benefits"), told("contact_name"), told("contact_phone"),
		export.Date(label(ctx, "starts_on"), func(v line) clock.Day { return v.StartsOn }),
		export.Date(t("vacancy.column.closes"), func(v line) clock.Day { return v.ClosesOn }),
		export.Instant(t("sheet.published_at"), func(v line) *time.Time { return v.PublishedAt }),
	}
}
