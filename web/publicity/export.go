package publicity

import (
	"context"
	"iter"
	"net/http"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/publicity"
	"cauviec/internal/sheet"
	"cauviec/web/export"
	"cauviec/web/locale"
)

// export hands the plan over with the page's filters, in the page's order.
func (s *Screens) export(w http.ResponseWriter, r *http.Request) error {
	ctx, actor := r.Context(), access.From(r.Context())
	l := listing{filter: s.filter(r.URL.Query(), actor), today: s.Items.Now.Today()}
	filters, err := s.exportFilters(ctx, l)
	if err != nil {
		return err
	}
	return export.Send(w, r, s.Items.Now, export.List[publicity.Item]{
		Name: "truyen-thong", Title: locale.T(ctx, "publicity.title"), Filters: filters,
		Columns: exportColumns(ctx, l.today), Rows: s.exportRows(ctx, actor.Scope(access.ReadPublicity), l),
	})
}

func (s *Screens) exportRows(ctx context.Context, scope access.Scope, l listing) iter.Seq2[publicity.Item, error] {
	return export.Batches(func(after publicity.Cursor) ([]publicity.Item, bool, error) {
		return s.Items.Page(ctx, scope, l.filter, after, export.Batch)
	}, func(i publicity.Item) publicity.Cursor { return i.Cursor(l.today) })
}

// exportFilters says in words what narrows the list.
func (s *Screens) exportFilters(ctx context.Context, l listing) ([]sheet.Fact, error) {
	facts := export.Chosen(l.span(ctx)...)
	if key := "publicity.standing." + string(l.filter.Standing); locale.Has(key) {
		facts = append(facts, sheet.Fact{Label: locale.T(ctx, "publicity.state"), Value: locale.T(ctx, key)})
	}
	if l.filter.Body == 0 {
		return facts, nil
	}
	bodies := &body.Store{DB: s.Items.DB, Now: s.Items.Now}
	found, err := bodies.Some(ctx, []int64{l.filter.Body})
	b := found[l.filter.Body]
	return append(facts, sheet.Fact{Label: locale.T(ctx, "publicity.body"), Value: locale.Pick(ctx, b.NameVi, b.NameEn)}), err
}

func exportColumns(ctx context.Context, today clock.Day) []export.Column[publicity.Item] {
	t := func(key string) string { return locale.T(ctx, key) }
	return []export.Column[publicity.Item]{
		export.Date(t("publicity.planned_on"), func(i publicity.Item) clock.Day { return i.PlannedOn }),
		export.Text(t("publicity.piece"), func(i publicity.Item) string { return i.Title }),
		export.Text(t("publicity.form"), func(i publicity.Item) string { return locale.T(ctx, "publicity.form."+string(i.Form)) }),
		export.Text(t("publicity.body"), func(i publicity.Item) string { return locale.Pick(ctx, i.BodyVi, i.BodyEn) }),
		export.Text(t("publicity.state"), func(i publicity.Item) string {
			return locale.T(ctx, "publicity.standing."+string(i.Standing(today)))
		}),
		export.Text(t("publicity.vacancy"), func(i publicity.Item) string { return i.VacancyTitle }),
		export.Instant(t("publicity.published_at"), func(i publicity.Item) *time.Time { return i.PublishedAt }),
		export.Text(t("publicity.link"), func(i publicity.Item) string { return i.Link }),
	}
}
