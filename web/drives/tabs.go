package drives

import (
	"context"

	"cauviec/web/locale"
	"cauviec/web/ui"
)

// staffTabs part the drives in reach by what is to be done.
func (l listing) staffTabs(ctx context.Context) []ui.Tab {
	return []ui.Tab{
		{Label: locale.T(ctx, "drive.ahead"), Href: staff, Current: l.view == "" || l.view == "sap-toi"},
		{Label: locale.T(ctx, "drive.unreported"), Href: staff + "?xem=cho-ket-qua", Current: l.view == "cho-ket-qua"},
		{Label: locale.T(ctx, "drive.over"), Href: staff + "?xem=da-qua", Current: l.view == "da-qua"},
		{Label: locale.T(ctx, "drive.all"), Href: staff + "?xem=tat-ca", Current: l.view == "tat-ca"},
	}
}

// publicTabs look ahead and back.
func (l listing) publicTabs(ctx context.Context) []ui.Tab {
	here := ui.WithQuery(ui.Path(ctx), "sau", "")
	return []ui.Tab{
		{Label: locale.T(ctx, "drive.ahead"), Href: ui.WithQuery(here, "xem", ""), Current: !l.past},
		{Label: locale.T(ctx, "drive.over"), Href: ui.WithQuery(here, "xem", "da-qua"), Current: l.past},
	}
}

// pager leads through the pages of the list.
func (l listing) pager(ctx context.Context) ui.Pager {
	return ui.Pager{Summary: locale.N(ctx, "drive.list.count", len(l.drives)), First: l.first, Next: l.next}
}
