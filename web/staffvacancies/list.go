package staffvacancies

import (
	"context"
	"net/http"
	"net/url"
	"slices"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

const (
	pageSize     = 30
	expiringDays = 7
)

// Values of the list's "xem" parameter.
const (
	showExpiring = "sap-het-han"
	showMine     = "cua-toi"
)

// showViews are its values for the vacancies that somebody has to look at.
var showViews = map[string]vacancy.View{
	"thieu-nguoi": vacancy.Short, "trung-lap": vacancy.Doubled, "chua-ve-huyen": vacancy.Unbrought, "chua-truyen-thong": vacancy.Unpublicised,
	"hoi-ket-qua": vacancy.Unasked, "thieu-lai": vacancy.Thinned, "lo-gio": vacancy.Missed,
}

// listed is a page of the list.
type listed struct {
	Query     url.Values
	Status    vacancy.Status
	Vacancies []vacancy.Vacancy
	People    map[int64]vacancy.Counts
	States    map[vacancy.Status]int
	Zones     []vacancy.Place
	Today     clock.Day
	Next      string // address of the next page, empty on the last
	MayWrite  bool
	MayExport bool // for the national exchange
}

// list shows vacancies by state: trang-thai, q, khu, doanh-nghiep, xem, truoc.
func (s *Screens) list(w http.ResponseWriter, r *http.Request) error {
	ctx, actor := r.Context(), access.From(r.Context())
	l := listed{Query: r.URL.Query(), Today: s.Now.Today(), MayWrite: actor.May(access.WriteVacancies),
		MayExport: actor.May(access.PublishVacancies)}
	f := s.filter(l.Query, actor)
	l.Status = f.Status
	var more bool
	var err error
	if l.Vacancies, more, err = s.Vacancies.List(ctx, actor, f); err != nil {
		return err
	}
	if l.States, err = s.Vacancies.CountStates(ctx, actor, f); err != nil {
		return err
	}
	ids := make([]int64, len(l.Vacancies))
	for i, v := range l.Vacancies {
		ids[i] = v.ID
	}
	if l.People, err = s.Vacancies.Counts(ctx, actor, ids...); err != nil {
		return err
	}
	if l.Zones, err = s.Vacancies.Zones(ctx); err != nil {
		return err
	}
	if more {
		l.Next = l.with("truoc", number(ids[len(ids)-1]))
	}
	return route.Page(w, r, http.StatusOK, listPage(l))
}

// filter reads the address; what makes no sense narrows nothing.
func (s *Screens) filter(q url.Values, actor access.Actor) vacancy.Filter {
	f := vacancy.Filter{
		Text: q.Get("q"), Zone: route.Number(q.Get("khu")), Employer: route.Number(q.Get("doanh-nghiep")),
		View: showViews[q.Get("xem")], Before: route.Number(q.Get("truoc")), Limit: pageSize,
	}
	for _, status := range vacancy.Statuses() {
		if string(status) == q.Get("trang-thai") {
			f.Status = status
		}
	}
	switch q.Get("xem") {
	case showExpiring:
		f.Expiring = s.Now.Today().Add(expiringDays)
	case showMine:
		f.Mine = actor.Account
	}
	return f
}

// with is the address of the list with one parameter changed; any other than
// the page begins it anew.
func (l listed) with(name, value string) string {
	address := path + "?" + l.Query.Encode()
	if name != "truoc" {
		address = ui.WithQuery(address, "truoc", "")
	}
	return ui.WithQuery(address, name, value)
}

// tabs are the states with how many are in each. States in which there is
// nothing to do are left out while they are empty.
func (l listed) tabs(ctx context.Context) []ui.Tab {
	total := 0
	for _, n := range l.States {
		total += n
	}
	tabs := []ui.Tab{{
		Label: locale.T(ctx, "vacancy.list.all"), Count: locale.Number(ctx, int64(total)),
		Href: l.with("trang-thai", ""), Current: l.Status == "",
	}}
	lasting := []vacancy.Status{vacancy.Draft, vacancy.Submitted, vacancy.Published, l.Status}
	for _, status := range vacancy.Statuses() {
		if l.States[status] == 0 && !slices.Contains(lasting, status) {
			continue
		}
		tabs = append(tabs, ui.Tab{
			Label: statusWords(ctx, status), Count: locale.Number(ctx, int64(l.States[status])),
			Href: l.with("trang-thai", string(status)), Current: l.Status == status,
		})
	}
	return tabs
}

func (l listed) search(ctx context.Context) ui.Field {
	return ui.Field{Name: "q", Label: locale.T(ctx, "vacancy.list.search"), Type: "search", Value: l.Query.Get("q")}
}

func (l listed) zones(ctx context.Context) ui.Field {
	f := ui.Field{Name: "khu", Label: label(ctx, "zone_id"), Value: l.Query.Get("khu"), Blank: locale.T(ctx, "vacancy.list.any")}
	for _, z := range l.Zones {
		f.Options = append(f.Options, ui.Option{Value: number(z.ID), Label: z.Name})
	}
	return f
}

func (l listed) views(ctx context.Context) ui.Field {
	return ui.Field{
		Name: "xem", Label: locale.T(ctx, "vacancy.list.show"), Value: l.Query.Get("xem"), Blank: locale.T(ctx, "vacancy.list.any"),
		Options: []ui.Option{
			{Value: showExpiring, Label: locale.T(ctx, "vacancy.list.expiring")},
			{Value: showMine, Label: locale.T(ctx, "vacancy.list.mine")},
			{Value: "thieu-nguoi", Label: locale.T(ctx, "vacancy.list.short")},
			{Value: "trung-lap", Label: locale.T(ctx, "vacancy.list.doubled")},
			{Value: "chua-ve-huyen", Label: locale.T(ctx, "vacancy.list.unbrought")},
			{Value: "chua-truyen-thong", Label: locale.T(ctx, "vacancy.list.unpublicised")},
			{Value: "hoi-ket-qua", Label: locale.T(ctx, "vacancy.list.unasked")},
			{Value: "thieu-lai", Label: locale.T(ctx, "vacancy.list.thinned")},
			{Value: "lo-gio", Label: locale.T(ctx, "vacancy.list.missed")},
		},
	}
}

func (l listed) pager(ctx context.Context) ui.Pager {
	p := ui.Pager{Summary: locale.T(ctx, "vacancy.list.count", len(l.Vacancies)), Next: l.Next}
	if l.Query.Get("truoc") != "" {
		p.First = l.with("truoc", "")
	}
	return p
}

// filled says how many are at work out of those wanted.
func (l listed) filled(ctx context.Context, v vacancy.Vacancy) string {
	if v.Headcount == 0 {
		return ""
	}
	started := v.Headcount - l.People[v.ID].ToFill(v.Headcount)
	return locale.Number(ctx, int64(started)) + " / " + locale.Number(ctx, int64(v.Headcount))
}

// closes is the last day to register, or nothing while it is open.
func closes(v vacancy.Vacancy) string {
	if v.ClosesOn.IsZero() {
		return ""
	}
	return v.ClosesOn.String()
}

// left says how long a published vacancy still takes people.
func (l listed) left(ctx context.Context, v vacancy.Vacancy) string {
	if v.ClosesOn.IsZero() || !published(v) || v.Over(l.Today) {
		return ""
	}
	return locale.Left(ctx, v.ClosesOn, l.Today)
}
