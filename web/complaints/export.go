package complaints

import (
	"context"
	"iter"
	"net/http"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/complaint"
	"cauviec/internal/sheet"
	"cauviec/web/export"
	"cauviec/web/locale"
	"cauviec/web/route"
)

// export hands the list of the page's view over: what is complained of and
// where it stands, without the tellers' words and phones.
func (s *Screens) export(w http.ResponseWriter, r *http.Request) error {
	ctx, actor, q := r.Context(), access.From(r.Context()), r.URL.Query()
	l := listed{View: q.Get("xem")}
	f := complaint.Filter{Vacancy: route.Number(q.Get("tin")), Employer: route.Number(q.Get("doanh-nghiep")), PassedOn: l.View == viewPassedOn}
	rows := s.closedRows(ctx, actor)
	if l.View != viewClosed {
		open, err := s.Complaints.Open(ctx, actor, f)
		if err != nil {
			return err
		}
		rows = export.All(open)
	}
	return export.Send(w, r, s.Now, export.List[complaint.Complaint]{
		Name: "bao-tin-xau", Title: locale.T(ctx, "complaint.list.title"), Filters: l.exportFilters(ctx, f),
		Columns: exportColumns(ctx), Rows: rows,
	})
}

func (s *Screens) closedRows(ctx context.Context, actor access.Actor) iter.Seq2[complaint.Complaint, error] {
	return export.Batches(func(before int64) ([]complaint.Complaint, bool, error) {
		return s.Complaints.Closed(ctx, actor, before, export.Batch)
	}, func(c complaint.Complaint) int64 { return c.ID })
}

// exportFilters says in words what narrows the list.
func (l listed) exportFilters(ctx context.Context, f complaint.Filter) []sheet.Fact {
	facts := export.Tab(locale.T(ctx, "sheet.shown"), l.tabs(ctx))
	if f.Vacancy != 0 {
		facts = append(facts, sheet.Fact{Label: locale.T(ctx, "sheet.filters"), Value: locale.T(ctx, "sheet.one_vacancy")})
	}
	if f.Employer != 0 {
		facts = append(facts, sheet.Fact{Label: locale.T(ctx, "sheet.filters"), Value: locale.T(ctx, "sheet.one_employer")})
	}
	return facts
}

func exportColumns(ctx context.Context) []export.Column[complaint.Complaint] {
	t := func(key string) string { return locale.T(ctx, key) }
	type row = complaint.Complaint
	return []export.Column[row]{
		export.Text(t("complaint.column.about"), titleOf),
		export.Text(t("sheet.offer_code"), func(c row) string { return c.VacancyCode }),
		export.Text(t("sheet.employer"), func(c row) string { return c.EmployerName }),
		export.Text(t("complaint.column.grounds"), func(c row) string { return grounds(ctx, c.Grounds) }),
		export.Text(t("complaint.column.status"), func(c row) string { return statusWords(ctx, c.Status) }),
		export.Whole(t("sheet.repeats"), func(c row) int { return c.Repeats }),
		export.Instant(t("complaint.column.since"), func(c row) *time.Time { return &c.CreatedAt }),
		export.Instant(t("sheet.passed_on_at"), func(c row) *time.Time { return c.PassedOnAt }),
		export.Instant(t("sheet.closed_at"), func(c row) *time.Time { return c.ClosedAt }),
	}
}
