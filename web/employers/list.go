package employers

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"cauviec/internal/access"
	"cauviec/internal/employer"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

const pageSize = 40

// listed is a page of the list.
type listed struct {
	Query     url.Values
	State     employer.State
	Employers []employer.Employer
	States    map[employer.State]int
	Zones     []vacancy.Place
	Next      string
	MayKeep   bool
	MayVerify bool
}

// list shows employers by name: trang-thai, q, khu, and sau and sau-id behind
// which it goes on.
func (s *Screens) list(w http.ResponseWriter, r *http.Request) error {
	ctx, actor := r.Context(), access.From(r.Context())
	l := listed{Query: r.URL.Query(), MayKeep: employer.MayKeep(actor), MayVerify: actor.May(access.VerifyEmployers)}
	f := filter(l.Query)
	l.State = f.State
	var more bool
	var err error
	if l.Employers, more, err = s.Employers.List(ctx, actor.Scope(access.ReadEmployers), f); err != nil {
		return err
	}
	if l.States, err = s.Employers.CountStates(ctx, actor.Scope(access.ReadEmployers)); err != nil {
		return err
	}
	if l.Zones, err = s.Vacancies.Zones(ctx); err != nil {
		return err
	}
	if more {
		l.Next = l.behind(l.Employers[len(l.Employers)-1].Cursor())
	}
	return route.Page(w, r, http.StatusOK, listPage(l))
}

func filter(q url.Values) employer.Filter {
	f := employer.Filter{
		Text: q.Get("q"), Zone: route.Number(q.Get("khu")), Limit: pageSize,
		After: employer.Cursor{Folded: q.Get("sau"), ID: route.Number(q.Get("sau-id"))},
	}
	if state := employer.State(q.Get("trang-thai")); slices.Contains(employer.States(), state) {
		f.State = state
	}
	return f
}

func number(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

// first is the address of the list's first page.
func (l listed) first() string {
	return ui.WithQuery(ui.WithQuery(path+"?"+l.Query.Encode(), "sau", ""), "sau-id", "")
}

func (l listed) behind(c employer.Cursor) string {
	return ui.WithQuery(ui.WithQuery(l.first(), "sau", c.Folded), "sau-id", number(c.ID))
}

// tabs are the states with how many are in each.
func (l listed) tabs(ctx context.Context) []ui.Tab {
	total := 0
	for _, n := range l.States {
		total += n
	}
	tabs := []ui.Tab{{
		Label: locale.T(ctx, "employer.list.all"), Count: locale.Number(ctx, int64(total)),
		Href: ui.WithQuery(l.first(), "trang-thai", ""), Current: l.State == "",
	}}
	for _, state := range employer.States() {
		tabs = append(tabs, ui.Tab{
			Label: stateWords(ctx, state), Count: locale.Number(ctx, int64(l.States[state])),
			Href: ui.WithQuery(l.first(), "trang-thai", string(state)), Current: l.State == state,
		})
	}
	return tabs
}

func (l listed) search(ctx context.Context) ui.Field {
	return ui.Field{Name: "q", Label: locale.T(ctx, "employer.list.search"), Type: "search", Value: l.Query.Get("q")}
}

func (l listed) zones(ctx context.Context) ui.Field {
	return zoneField(ui.Field{Name: "khu", Label: locale.T(ctx, "employer.field.zone_id"), Value: l.Query.Get("khu"),
		Blank: locale.T(ctx, "employer.list.any_zone")}, l.Zones)
}

// zoneField is a question answered with a zone.
func zoneField(f ui.Field, zones []vacancy.Place) ui.Field {
	for _, z := range zones {
		f.Options = append(f.Options, ui.Option{Value: number(z.ID), Label: z.Name})
	}
	return f
}

func (l listed) pager(ctx context.Context) ui.Pager {
	p := ui.Pager{Summary: locale.T(ctx, "employer.list.count", len(l.Employers)), Next: l.Next}
	if l.Query.Get("sau") != "" {
		p.First = l.first()
	}
	return p
}

func stateWords(ctx context.Context, state employer.State) string {
	return locale.T(ctx, "employer.status."+string(state))
}

// tone is how a state looks.
func tone(state employer.State) ui.Tone {
	switch state {
	case employer.Verified:
		return ui.Good
	case employer.Suspended:
		return ui.Late
	}
	return ui.Soon
}

// coded writes a code of a list in words; none is empty.
func coded(ctx context.Context, list, code string) string {
	key := "employer." + list + "." + code
	if !locale.Has(key) {
		return code
	}
	return locale.T(ctx, key)
}
