package alerts

import (
	"context"
	"iter"
	"net/http"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/alert"
	"cauviec/web/export"
	"cauviec/web/locale"
)

// export hands the outbox over with the page's filters. Addresses are masked
// as on the page; a whole one shows only the page of its message, which is kept.
func (s *Screens) export(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	o := outbox{filter: filterOf(r)}
	o.filter.Limit = export.Batch
	filters := export.Chosen(o.channelField(ctx))
	if o.filter.State != "" {
		filters = append(export.Tab(locale.T(ctx, "outbox.state"), o.tabs(ctx)), filters...)
	}
	return export.Send(w, r, s.Alerts.Now, export.List[alert.Message]{
		Name: "hop-thu-di", Title: locale.T(ctx, "outbox.title"), Filters: filters,
		Columns: exportColumns(ctx), Rows: s.exportRows(ctx, access.From(ctx).Scope(access.ReadOutbox), o.filter),
	})
}

func (s *Screens) exportRows(ctx context.Context, scope access.Scope, f alert.Filter) iter.Seq2[alert.Message, error] {
	return export.Batches(func(before int64) ([]alert.Message, bool, error) {
		f.Before = before
		return s.Alerts.Outbox(ctx, scope, f)
	}, func(m alert.Message) int64 { return m.ID })
}

func exportColumns(ctx context.Context) []export.Column[alert.Message] {
	t := func(key string) string { return locale.T(ctx, "outbox."+key) }
	type message = alert.Message
	return []export.Column[message]{
		export.Text(t("message"), func(m message) string { return m.Subject }),
		export.Text(t("kind"), func(m message) string { return t("kind." + string(m.Kind)) }),
		export.Text(t("to"), func(m message) string { return addressWords(ctx, m) }),
		export.Text(t("channel"), func(m message) string { return channelWords(ctx, m.Channel) }),
		export.Text(t("state"), func(m message) string { return t("state." + string(m.State)) }),
		export.Text(locale.T(ctx, "sheet.remarks"), func(m message) string { return whyWords(ctx, m.Why) }),
		export.Instant(t("made"), func(m message) *time.Time { return &m.CreatedAt }),
		export.Instant(t("changed"), func(m message) *time.Time { return &m.ChangedAt }),
	}
}
