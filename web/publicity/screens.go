// Package publicity shows the joint media plan: its calendar, planning a piece,
// and what became of it.
package publicity

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/publicity"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// Screens shows publicity items.
type Screens struct {
	Items *publicity.Store
}

const home = "/quan-ly/truyen-thong"

func address(id int64) string { return home + "/" + strconv.FormatInt(id, 10) }

// Routes lists the pages.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get(home, access.ReadPublicity, s.list),
		route.Get(home+".xlsx", access.ReadPublicity, s.export),
		route.Get(home+"/moi", access.WritePublicity, s.blank),
		route.Post(home+"/moi", access.WritePublicity, s.plan),
		route.Get(home+"/{id}", access.ReadPublicity, s.show),
		route.Post(home+"/{id}/da-dang", access.WritePublicity, s.publish),
		route.Post(home+"/{id}/dinh-chinh", access.WritePublicity, s.correct),
		route.Post(home+"/{id}/huy", access.WritePublicity, s.cancel),
	}
}

// span is how far the plan looks back and ahead at first.
const span = 45

// pageSize is how many pieces a page of the list has.
const pageSize = 40

func (s *Screens) list(w http.ResponseWriter, r *http.Request) error {
	actor := access.From(r.Context())
	l := listing{may: actor.May(access.WritePublicity), today: s.Items.Now.Today()}
	l.filter = s.filter(r.URL.Query(), actor)
	after := publicity.ParseCursor(r.URL.Query().Get("sau"))
	items, more, err := s.Items.Page(r.Context(), actor.Scope(access.ReadPublicity), l.filter, after, pageSize)
	if err != nil {
		return err
	}
	l.items = items
	if after.ID != 0 {
		l.first = ui.WithQuery(r.URL.RequestURI(), "sau", "")
	}
	if more {
		l.next = ui.WithQuery(r.URL.RequestURI(), "sau", items[len(items)-1].Cursor(l.today).String())
	}
	return route.Page(w, r, http.StatusOK, listPage(l))
}

// filter reads the address: tu, den, co-quan, cua-toi and tinh-trang.
func (s *Screens) filter(q url.Values, actor access.Actor) publicity.Filter {
	today := s.Items.Now.Today()
	f := publicity.Filter{From: dayOr(q.Get("tu"), today.Add(-span)), Until: dayOr(q.Get("den"), today.Add(span)),
		Standing: publicity.Standing(q.Get("tinh-trang")), Body: route.Number(q.Get("co-quan"))}
	if q.Get("cua-toi") == "1" && f.Body == 0 {
		f.Body = actor.Body
	}
	return f
}

func dayOr(words string, otherwise clock.Day) clock.Day {
	day, err := clock.ParseDay(words)
	if err != nil || day.IsZero() {
		return otherwise
	}
	return day
}

func (s *Screens) blank(w http.ResponseWriter, r *http.Request) error {
	f := form{Vacancy: r.URL.Query().Get("tin"), Form: string(publicity.Article)}
	return s.ask(w, r, http.StatusOK, f, nil)
}

func (s *Screens) ask(w http.ResponseWriter, r *http.Request, status int, f form, problems errs.Problems) error {
	actor := access.From(r.Context())
	choices, err := s.Items.Choices(r.Context(), actor.Scope(access.WritePublicity))
	if err != nil {
		return err
	}
	return route.Page(w, r, status, planPage(f, choices, problems))
}

func (s *Screens) plan(w http.ResponseWriter, r *http.Request) error {
	f := readForm(r)
	plan, err := f.details()
	if err == nil {
		var id int64
		if id, err = s.Items.Plan(r.Context(), access.From(r.Context()), plan); err == nil {
			return route.SeeOther(w, r, address(id))
		}
	}
	if problems, ok := errs.ProblemsOf(err); ok {
		return s.ask(w, r, http.StatusUnprocessableEntity, f, problems)
	}
	return err
}

func (s *Screens) show(w http.ResponseWriter, r *http.Request) error {
	return s.page(w, r, http.StatusOK, route.Typed{})
}

func (s *Screens) page(w http.ResponseWriter, r *http.Request, status int, t route.Typed) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	actor := access.From(r.Context())
	item, err := s.Items.Get(r.Context(), actor.Scope(access.ReadPublicity), id)
	if err != nil {
		return err
	}
	history, err := journal.Of(r.Context(), s.Items.DB, journal.PublicityItem, id)
	if err != nil {
		return err
	}
	mine := actor.May(access.WritePublicity) && item.BodyID == actor.Body
	return route.Page(w, r, status, itemPage(view{item, history, mine, s.Items.Now.Today(), t}))
}

func (s *Screens) publish(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "publish", "link", s.Items.Publish)
}

func (s *Screens) correct(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "correct", "why", s.Items.Correct)
}

func (s *Screens) cancel(w http.ResponseWriter, r *http.Request) error {
	return s.act(w, r, "cancel", "why", s.Items.Cancel)
}

// act runs an action with the words of its field and shows the item again:
// changed, or with what is wrong beside them.
func (s *Screens) act(w http.ResponseWriter, r *http.Request, action, field string,
	do func(ctx context.Context, actor access.Actor, id int64, version int, words string) error) error {
	words := r.PostFormValue(field)
	return route.Act(w, r, route.Typed{Action: action, Words: words}, route.Saying(words, do), s.page, address)
}
