package obligations

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/fold"
	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// The list's query parameters.
const (
	paramState     = "tinh-trang"
	paramStatus    = "buoc"
	paramKind      = "loai"
	paramBody      = "co-quan"
	paramBeside    = "doi-tac"
	paramStand     = "y-kien"
	paramDirective = "van-ban"
	paramWords     = "q"
	paramPage      = "trang"
)

// listing is what the list shows.
type listing struct {
	actor    access.Actor
	filter   obligation.Filter
	query    url.Values
	lines    []obligation.Line
	counts   []obligation.Count
	leads    []obligation.Name
	sources  []obligation.Source
	today    clock.Day
	calendar clock.Calendar
}

func (s *Screens) list(w http.ResponseWriter, r *http.Request) error {
	ctx, actor := r.Context(), access.From(r.Context())
	scope := actor.Scope(access.ReadObligations)
	l := listing{actor: actor, query: r.URL.Query(), filter: filterOf(r.URL.Query()), today: s.Obligations.Now.Today()}
	holidays, err := s.Obligations.Calendar(ctx)
	if err != nil {
		return err
	}
	l.calendar = holidays.Calendar
	if l.lines, err = s.Obligations.List(ctx, scope, l.filter); err != nil {
		return err
	}
	if l.counts, err = s.Obligations.Counts(ctx, scope, l.filter); err != nil {
		return err
	}
	if l.leads, err = s.Obligations.Leads(ctx, scope); err != nil {
		return err
	}
	if l.sources, err = s.Obligations.Directives(ctx, scope); err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, listPage(l))
}

// filterOf reads the address; what cannot be read does not narrow the list.
func filterOf(q url.Values) obligation.Filter {
	return obligation.Filter{
		State: obligation.State(q.Get(paramState)), Status: obligation.Status(q.Get(paramStatus)), Kind: obligation.Kind(q.Get(paramKind)),
		Body: route.Number(q.Get(paramBody)), Beside: route.Number(q.Get(paramBeside)), Stand: obligation.Stand(q.Get(paramStand)), Directive: route.Number(q.Get(paramDirective)), Q: q.Get(paramWords),
		Page: int(min(route.Number(q.Get(paramPage)), mostPages)),
	}
}

// mostPages is more than any list has.
const mostPages = 1_000_000

// with returns the list's address with one parameter changed, on its first page.
func (l listing) with(name, value string) string {
	u := url.URL{Path: home, RawQuery: l.query.Encode()}
	return ui.WithQuery(ui.WithQuery(u.String(), paramPage, ""), name, value)
}

// filtered reports whether anything narrows the list.
func (l listing) filtered() bool {
	f := l.filter
	f.Page = 0
	return f != obligation.Filter{}
}

// total is how many the filter finds in the chosen state.
func (l listing) total() int {
	n := 0
	for _, c := range l.counts {
		if l.filter.State == "" || l.filter.State == c.State {
			n += c.N
		}
	}
	return n
}

// pressing are the states that always have tabs, few enough for one line; the
// others are chosen among the filters and have theirs while they are.
var pressing = []obligation.State{obligation.Overdue, obligation.Silent, obligation.DueSoon, obligation.AwaitingAnswer, obligation.OnTime}

// tabs leads to the list by state, with how many each holds.
func (l listing) tabs(ctx context.Context) []ui.Tab {
	all := 0
	var tabs []ui.Tab
	for _, c := range l.counts {
		all += c.N
		if !slices.Contains(pressing, c.State) && l.filter.State != c.State {
			continue
		}
		tabs = append(tabs, ui.Tab{Label: stateWords(ctx, c.State), Count: locale.Number(ctx, int64(c.N)),
			Href: l.with(paramState, string(c.State)), Current: l.filter.State == c.State})
	}
	first := ui.Tab{Label: locale.T(ctx, "obligation.state.all"), Count: locale.Number(ctx, int64(all)),
		Href: l.with(paramState, ""), Current: l.filter.State == ""}
	return append([]ui.Tab{first}, tabs...)
}

// pager leads through the pages of the list.
func (l listing) pager(ctx context.Context) ui.Pager {
	page, total := max(l.filter.Page, 1), l.total()
	from := (page-1)*obligation.PageSize + 1
	p := ui.Pager{Summary: locale.T(ctx, "obligation.page", from, from+len(l.lines)-1, total)}
	if page > 1 {
		p.Prev = ui.WithQuery(l.with("", ""), paramPage, strconv.Itoa(page-1))
	}
	if page*obligation.PageSize < total {
		p.Next = ui.WithQuery(l.with("", ""), paramPage, strconv.Itoa(page+1))
	}
	return p
}

// brief cuts a task for a title; it begins with a capital, as a task is often
// the middle of a sentence.
func brief(task string) string { return fold.Capital(fold.Brief(task, 80)) }
