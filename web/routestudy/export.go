package routestudy

import (
	"context"
	"net/http"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/routestudy"
	"cauviec/web/export"
	"cauviec/web/locale"
)

// export hands the dossier over: what is to be settled, with both sides' state.
func (s *Screens) export(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	lines, err := s.Study.Lines(ctx, access.From(ctx).Scope(access.ReadRouteStudy))
	if err != nil {
		return err
	}
	columns := []export.Column[routestudy.Line]{
		export.Text(locale.T(ctx, "route_study.item"), func(l routestudy.Line) string { return locale.T(ctx, "route_study.item."+string(l.Item)) }),
	}
	columns = append(columns, sideColumns(ctx, "source", func(l routestudy.Line) routestudy.Part { return l.Source })...)
	columns = append(columns, sideColumns(ctx, "destination", func(l routestudy.Line) routestudy.Part { return l.Destination })...)
	return export.Send(w, r, s.Study.Now, export.List[routestudy.Line]{
		Name: "tuyen-xe", Title: locale.T(ctx, "route_study.title"), Columns: columns, Rows: export.All(lines),
	})
}

// sideColumns are a side's state of an item, its note and when it was stated.
func sideColumns(ctx context.Context, side string, part func(routestudy.Line) routestudy.Part) []export.Column[routestudy.Line] {
	name := locale.T(ctx, "route_study.side."+side)
	titled := func(key string) string { return name + ": " + locale.T(ctx, key) }
	return []export.Column[routestudy.Line]{
		export.Text(titled("route_study.state"), func(l routestudy.Line) string {
			return locale.T(ctx, "route_study.state."+string(part(l).State))
		}),
		export.Text(titled("route_study.note"), func(l routestudy.Line) string { return part(l).Note }),
		export.Instant(titled("sheet.stated_at"), func(l routestudy.Line) *time.Time { return part(l).StatedAt }),
	}
}
