package obligations

import (
	"context"
	"iter"
	"net/http"
	"strings"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/fold"
	"cauviec/internal/obligation"
	"cauviec/internal/sheet"
	"cauviec/web/export"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// export hands the list over with the page's filters, in the page's order.
func (s *Screens) export(w http.ResponseWriter, r *http.Request) error {
	ctx, actor := r.Context(), access.From(r.Context())
	scope := actor.Scope(access.ReadObligations)
	l := listing{actor: actor, query: r.URL.Query(), filter: filterOf(r.URL.Query()), today: s.Obligations.Now.Today()}
	holidays, err := s.Obligations.Calendar(ctx)
	if err != nil {
		return err
	}
	l.calendar = holidays.Calendar
	filters, err := s.exportFilters(ctx, scope, l)
	if err != nil {
		return err
	}
	ids, err := s.Obligations.IDs(ctx, scope, l.filter)
	if err != nil {
		return err
	}
	return export.Send(w, r, s.Obligations.Now, export.List[obligation.Line]{
		Name: "nhiem-vu", Title: locale.T(ctx, "obligation.title"), Filters: filters,
		Columns: exportColumns(ctx, l), Rows: s.exportRows(ctx, scope, ids),
	})
}

// exportPassed hands over what an obligation's page lists of the communes that
// it was passed on to.
func (s *Screens) exportPassed(w http.ResponseWriter, r *http.Request) error {
	ctx, actor := r.Context(), access.From(r.Context())
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	d, err := s.Obligations.Get(ctx, actor.Scope(access.ReadObligations), id)
	if err != nil {
		return err
	}
	holidays, err := s.Obligations.Calendar(ctx)
	if err != nil {
		return err
	}
	l := listing{today: s.Obligations.Now.Today(), calendar: holidays.Calendar}
	return export.Send(w, r, s.Obligations.Now, export.List[obligation.Line]{
		Name: "xa", Title: locale.T(ctx, "obligation.children"), Columns: exportColumns(ctx, l), Rows: export.All(d.Passed),
	})
}

func (s *Screens) exportRows(ctx context.Context, scope access.Scope, ids []int64) iter.Seq2[obligation.Line, error] {
	return export.Parts(ids, func(ids []int64) ([]obligation.Line, []int64, bool, error) {
		n := min(len(ids), export.Batch)
		lines, err := s.Obligations.Lines(ctx, scope, ids[:n])
		return lines, ids[n:], n < len(ids), err
	})
}

// exportFilters says in words what narrows the list.
func (s *Screens) exportFilters(ctx context.Context, scope access.Scope, l listing) (filters []sheet.Fact, err error) {
	if l.leads, err = s.Obligations.Leads(ctx, scope); err != nil {
		return nil, err
	}
	if l.sources, err = s.Obligations.Directives(ctx, scope); err != nil {
		return nil, err
	}
	coded := func(label, prefix, code string) {
		if key := prefix + code; code != "" && locale.Has(key) {
			filters = append(filters, sheet.Fact{Label: locale.T(ctx, label), Value: locale.T(ctx, key)})
		}
	}
	coded("obligation.state", "obligation.state.", string(l.filter.State))
	coded("directive.counterparts", "obligation.status.", string(l.filter.Stand))
	if l.filter.Beside != 0 {
		bodies := &body.Store{DB: s.Obligations.DB, Now: s.Obligations.Now}
		found, err := bodies.Some(ctx, []int64{l.filter.Beside})
		if err != nil {
			return nil, err
		}
		beside := found[l.filter.Beside]
		filters = append(filters, sheet.Fact{Label: locale.T(ctx, "directive.counterparts"), Value: locale.Pick(ctx, beside.NameVi, beside.NameEn)})
	}
	search := ui.Field{Label: locale.T(ctx, "obligation.filter.q"), Value: l.filter.Q}
	return append(filters, export.Chosen(search, l.statusField(ctx), l.kindField(ctx), l.bodyField(ctx), l.directiveField(ctx))...), nil
}

func exportColumns(ctx context.Context, l listing) []export.Column[obligation.Line] {
	t := func(key string) string { return locale.T(ctx, key) }
	type line = obligation.Line
	return []export.Column[line]{
		export.Text(t("directive.paper"), func(o line) string { return o.DirectiveTitle }),
		export.Text(t("obligation.clause"), func(o line) string { return o.ClausePath }),
		export.Text(t("obligation.task"), func(o line) string { return fold.Capital(o.Task) }),
		export.Text(t("obligation.kind"), func(o line) string { return locale.T(ctx, "obligation.kind."+string(o.Kind)) }),
		export.Text(t("directive.issuer"), func(o line) string { return locale.Pick(ctx, o.IssuerVi, o.IssuerEn) }),
		export.Text(t("obligation.lead"), func(o line) string { return locale.Pick(ctx, o.LeadFullVi, o.LeadFullEn) }),
		export.Text(t("obligation.executing"), func(o line) string { return locale.Pick(ctx, o.ExecutingVi, o.ExecutingEn) }),
		export.Date(t("obligation.due"), func(o line) clock.Day { return o.DueOn }),
		export.Text(t("obligation.state"), func(o line) string { return stateWords(ctx, o.State(l.today, l.calendar)) }),
		export.Text(t("sheet.remarks"), func(o line) string {
			return strings.Join(notes(ctx, o, l.today, o.State(l.today, l.calendar)), "; ")
		}),
		export.Text(t("obligation.status"), func(o line) string { return locale.T(ctx, "obligation.status."+string(o.Status)) }),
		export.Instant(t("sheet.assigned_at"), func(o line) *time.Time { return &o.AssignedAt }),
		export.Instant(t("sheet.received_at"), func(o line) *time.Time { return o.ReceivedAt }),
		export.Instant(t("obligation.heard"), func(o line) *time.Time { return o.LastHeardAt }),
		export.Instant(t("sheet.finished_at"), func(o line) *time.Time { return o.FinishedAt }),
	}
}
