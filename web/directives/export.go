package directives

import (
	"context"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/directive"
	"cauviec/web/export"
	"cauviec/web/locale"
)

// export hands the list of papers over.
func (s *Screens) export(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	lines, err := s.Directives.List(ctx, access.From(ctx).Scope(access.ReadDirectives))
	if err != nil {
		return err
	}
	return export.Send(w, r, s.Now, export.List[directive.Line]{
		Name: "van-ban", Title: locale.T(ctx, "directive.title"), Columns: exportColumns(ctx), Rows: export.All(lines),
	})
}

// exportColumns count the obligations of papers that are confirmed; until then
// there are proposals only.
func exportColumns(ctx context.Context) []export.Column[directive.Line] {
	t := func(key string) string { return locale.T(ctx, key) }
	counted := func(title string, of func(directive.Line) int) export.Column[directive.Line] {
		return export.Maybe(title, func(l directive.Line) *int {
			if l.Status == directive.Read {
				return nil
			}
			n := of(l)
			return &n
		})
	}
	return []export.Column[directive.Line]{
		export.Text(t("directive.paper"), func(l directive.Line) string { return l.Title }),
		export.Text(t("directive.kind"), func(l directive.Line) string { return l.Kind }),
		export.Text(t("directive.number"), func(l directive.Line) string { return numberWords(l.Number, l.Symbol) }),
		export.Text(t("directive.issued"), func(l directive.Line) string { return issuedWords(ctx, l.IssuedOn, l.IssuedMonth) }),
		export.Text(t("directive.status"), func(l directive.Line) string { return locale.T(ctx, "directive.status."+string(l.Status)) }),
		counted(t("directive.obligations"), func(l directive.Line) int { return l.Obligations }),
		counted(t("sheet.leading"), func(l directive.Line) int { return l.Bodies }),
		counted(t("directive.finished"), func(l directive.Line) int { return l.Finished }),
		counted(t("directive.overdue"), func(l directive.Line) int { return l.Overdue }),
	}
}
