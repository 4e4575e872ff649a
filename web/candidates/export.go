package candidates

import (
	"context"
	"iter"
	"net/http"
	"strconv"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/candidate"
	"cauviec/internal/errs"
	"cauviec/internal/sheet"
	"cauviec/web/export"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// exportList hands the list of people over with the page's filters, for a use
// that is kept with the view of each person.
func (s *Screens) exportList(w http.ResponseWriter, r *http.Request) error {
	ctx, actor := r.Context(), access.From(r.Context())
	l := listing{filter: filterOf(r)}
	l.filter.Before = 0
	if err := s.name(ctx, &l); err != nil {
		return err
	}
	use := candidate.Use(r.PostFormValue("use"))
	filters := append(export.Chosen(l.fields(ctx)...), export.Chips(locale.T(ctx, "sheet.filters"), l.chips(ctx))...)
	route.Private(w)
	err := export.Send(w, r, s.Candidates.Now, export.List[candidate.Row]{
		Name: "nguoi-tim-viec", Title: locale.T(ctx, "nav.candidates"), Filters: filters,
		About:   []sheet.Fact{{Label: locale.T(ctx, "sheet.use"), Value: useWords(ctx, use)}},
		Columns: exportColumns(ctx), Rows: s.exportRows(ctx, actor, l.filter, use),
	})
	if problems, refused := errs.ProblemsOf(err); refused {
		r = r.WithContext(ui.WithPath(ctx, ui.ListAddress(ui.Path(ctx))))
		return s.showList(w, r, http.StatusUnprocessableEntity, problems)
	}
	return err
}

// exportRows reads a batch with one query and keeps its views with another.
func (s *Screens) exportRows(ctx context.Context, actor access.Actor, f candidate.Filter, use candidate.Use) iter.Seq2[candidate.Row, error] {
	return export.Parts(f, func(f candidate.Filter) ([]candidate.Row, candidate.Filter, bool, error) {
		rows, next, err := s.Candidates.Sheet(ctx, actor, f, use, export.Batch)
		f.Before = next
		return rows, f, next != 0, err
	})
}

// use asks what the list is taken out for.
func (l listing) use(ctx context.Context) ui.Field {
	f := ui.Field{Name: "use", Label: locale.T(ctx, "sheet.use"), Help: locale.T(ctx, "sheet.use.help"), Problem: ui.ProblemOf(l.problems, "use")}
	for _, use := range candidate.Uses() {
		f.Options = append(f.Options, ui.Option{Value: string(use), Label: useWords(ctx, use)})
	}
	return f
}

func useWords(ctx context.Context, use candidate.Use) string {
	return locale.T(ctx, "sheet.use."+string(use))
}

func exportColumns(ctx context.Context) []export.Column[candidate.Row] {
	t := func(key string) string { return locale.T(ctx, key) }
	type row = candidate.Row
	return []export.Column[row]{
		export.Text(t("candidate.field.code"), func(p row) string { return candidate.ShowCode(p.Code) }),
		export.Text(t("candidate.field.full_name"), func(p row) string { return p.FullName }),
		export.Text(t("candidate.field.birth_year"), func(p row) string { return bornIn(p.BirthYear) }),
		export.Text(t("candidate.field.phone"), func(p row) string { return exportedPhone(ctx, p) }),
		export.Text(t("candidate.field.area"), func(p row) string { return areaWords(ctx, p.CommuneKind, p.Commune) }),
		export.Text(t("drive.district"), func(p row) string { return areaWords(ctx, p.DistrictKind, p.District) }),
		export.Text(t("candidate.column.stage"), func(p row) string { return stageWords(ctx, p) }),
		export.Text(t("candidate.column.vacancy"), func(p row) string { return p.VacancyTitle }),
		export.Text(t("sheet.employer"), func(p row) string { return p.EmployerName }),
		export.Whole(t("sheet.other_vacancies"), func(p row) int { return p.Others }),
		export.Instant(t("sheet.called_at"), func(p row) *time.Time { return p.CalledAt }),
		export.Instant(t("candidate.column.registered"), func(p row) *time.Time { return &p.CreatedAt }),
	}
}

// bornIn is a year, empty where it is not known.
func bornIn(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// exportedPhone is the number as it is dialled, or that it may not be seen.
func exportedPhone(ctx context.Context, p candidate.Row) string {
	if p.Masked {
		return locale.T(ctx, "candidate.masked")
	}
	return locale.Phone(p.Phone)
}

func stageWords(ctx context.Context, p candidate.Row) string {
	if p.ReferralID == 0 {
		return locale.T(ctx, "candidate.no_referral")
	}
	return statusWords(ctx, p.Status)
}
