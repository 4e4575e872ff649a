package dashboards

import (
	"context"
	"net/http"

	"cauviec/internal/clock"
	"cauviec/internal/dashboard"
	"cauviec/internal/fold"
	"cauviec/web/export"
	"cauviec/web/locale"
)

// exportProgress hands over what the public page tells: a row for each body
// that a clause asks.
func (s *Screens) exportProgress(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	p, err := s.Boards.Public(ctx)
	if err != nil {
		return err
	}
	return export.Send(w, r, s.Now, export.List[dashboard.Asked]{
		Name: "tien-do", Title: locale.T(ctx, "progress.title"), Columns: progressColumns(ctx), Rows: export.All(p.Asked),
	})
}

func progressColumns(ctx context.Context) []export.Column[dashboard.Asked] {
	t := func(key string) string { return locale.T(ctx, key) }
	type asked = dashboard.Asked
	return []export.Column[asked]{
		export.Text(t("directive.paper"), func(a asked) string { return a.DirectiveTitle }),
		export.Text(t("dashboard.head.clause"), func(a asked) string { return a.Path }),
		export.Text(t("dashboard.head.task"), func(a asked) string { return fold.Capital(a.Task) }),
		export.Text(t("progress.by"), func(a asked) string { return locale.Pick(ctx, a.LeadVi, a.LeadEn) }),
		export.Date(t("obligation.due"), func(a asked) clock.Day { return a.DueOn }),
		export.Text(t("dashboard.head.state"), func(a asked) string {
			_, words := publicState(ctx, a.State)
			return words
		}),
	}
}
