package exchange

import (
	"context"
	"iter"
	"net/http"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/exchange"
	"cauviec/web/export"
	"cauviec/web/locale"
)

// sheet hands the list of exports over.
func (s *Screens) sheet(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	return export.Send(w, r, s.Exports.Now, export.List[exchange.Export]{
		Name: "xuat-san-quoc-gia", Title: locale.T(ctx, "exchange.past"),
		Columns: sheetColumns(ctx), Rows: s.sheetRows(ctx, access.From(ctx).Scope(access.PublishVacancies)),
	})
}

func (s *Screens) sheetRows(ctx context.Context, scope access.Scope) iter.Seq2[exchange.Export, error] {
	return export.Batches(func(before int64) ([]exchange.Export, bool, error) {
		return s.Exports.List(ctx, scope, before, export.Batch)
	}, func(e exchange.Export) int64 { return e.ID })
}

func sheetColumns(ctx context.Context) []export.Column[exchange.Export] {
	t := func(key string) string { return locale.T(ctx, key) }
	type made = exchange.Export
	return []export.Column[made]{
		export.Instant(t("sheet.at"), func(e made) *time.Time { return &e.At }),
		export.Date(t("exchange.range"), func(e made) clock.Day { return e.Since }),
		export.Whole(t("sheet.new"), func(e made) int { return e.Appeared }),
		export.Whole(t("sheet.changed"), func(e made) int { return e.Changed }),
		export.Whole(t("sheet.closed"), func(e made) int { return e.Closed }),
		export.Text(t("exchange.by"), func(e made) string { return who(ctx, e) }),
	}
}
