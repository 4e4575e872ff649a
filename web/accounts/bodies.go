package accounts

import (
	"context"
	"fmt"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/people"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
	"cauviec/web/ui"
)

// node is a body with those under it.
type node struct {
	body.Body
	Children []node
}

// bodyList is the page of all bodies on a day: a tree for each side, or what a
// search found. Employers, which may be thousands, are found by search only.
type bodyList struct {
	Text   string
	On     clock.Day
	MapOn  clock.Day
	Sides  []sideList
	Found  []body.Body
	Limit  int
	Search bool
}

// sideList is one province's tree.
type sideList struct {
	Side  access.Side
	Roots []node
}

// mostFound is how many bodies a search shows.
const mostFound = 100

func (s *Screens) bodies(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l, err := s.bodyList(r)
	if err != nil {
		return err
	}
	filter := body.Filter{Except: access.Employer}
	if l.Search {
		filter = body.Filter{Text: l.Text, Limit: mostFound}
	}
	list, err := s.Bodies.Alive(ctx, l.On, filter)
	if err != nil {
		return err
	}
	if l.Search {
		l.Found = list
	} else {
		l.Sides = trees(list)
	}
	return route.Page(w, r, http.StatusOK, bodiesPage(l))
}

// bodyList reads the address: q, and the day, which is that of the working map
// unless it is given.
func (s *Screens) bodyList(r *http.Request) (bodyList, error) {
	partnership, err := s.Bodies.Partnership(r.Context())
	if err != nil {
		return bodyList{}, err
	}
	l := bodyList{Text: r.URL.Query().Get("q"), On: partnership.MapOn, MapOn: partnership.MapOn}
	if day, err := clock.ParseDay(r.URL.Query().Get("ngay")); err == nil && !day.IsZero() {
		l.On = day
	}
	l.Search = l.Text != ""
	return l, nil
}

// fields are the filters of the list.
func (l bodyList) fields(ctx context.Context) []ui.Field {
	return []ui.Field{
		{Name: "q", Label: locale.T(ctx, "body.field.search"), Type: "search", Value: l.Text},
		{Name: "ngay", Label: locale.T(ctx, "body.field.on"), Value: l.On.String(), Width: ui.Short},
	}
}

// trees puts the bodies of each side under their parents, in the order given.
// A body whose parent is not in the list stands on top.
func trees(list []body.Body) []sideList {
	here := map[int64]bool{}
	for _, b := range list {
		here[b.ID] = true
	}
	under := map[int64][]body.Body{}
	sides := []sideList{{Side: access.Source}, {Side: access.Destination}}
	for _, b := range list {
		if here[b.ParentID] {
			under[b.ParentID] = append(under[b.ParentID], b)
		}
	}
	for i, side := range sides {
		for _, b := range list {
			if b.Side == side.Side && !here[b.ParentID] {
				sides[i].Roots = append(sides[i].Roots, grow(b, under))
			}
		}
	}
	return sides
}

func grow(b body.Body, under map[int64][]body.Body) node {
	n := node{Body: b}
	for _, child := range under[b.ID] {
		n.Children = append(n.Children, grow(child, under))
	}
	return n
}

func bodyAddress(id int64) string { return fmt.Sprintf("%s/%d", bodiesPath, id) }

// bodyView is what a body's page shows.
type bodyView struct {
	Body       body.Body
	Parent     *body.Body
	Other      *body.Body // the counterpart
	Children   []body.Body
	Successors []body.Successor
	Accounts   []people.Account
	History    []journal.Entry
	Today      clock.Day
	Rename     nameForm
	Close      closeForm
	Problems   errs.Problems
}

func (s *Screens) body(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v, err := s.view(r.Context(), id)
	if err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, bodyPage(v))
}

// view reads what a body's page shows, in seven queries.
func (s *Screens) view(ctx context.Context, id int64) (v bodyView, err error) {
	v.Today = s.Now.Today()
	if v.Body, err = s.Bodies.Get(ctx, id); err != nil {
		return v, err
	}
	v.Rename.Names = v.Body.Names()
	partnership, err := s.Bodies.Partnership(ctx)
	if err != nil {
		return v, err
	}
	if v.Children, err = s.Bodies.Children(ctx, id, partnership.MapOn); err != nil {
		return v, err
	}
	if err := s.relate(ctx, &v); err != nil {
		return v, err
	}
	scope := access.From(ctx).Scope(access.ManageAccounts)
	if v.Accounts, err = s.People.List(ctx, scope, people.Filter{Body: id}); err != nil {
		return v, err
	}
	v.History, err = journal.Of(ctx, s.DB, journal.Body, id)
	return v, err
}

// relate reads the body's parent, counterpart and successors.
func (s *Screens) relate(ctx context.Context, v *bodyView) error {
	related, err := s.Bodies.Some(ctx, []int64{v.Body.ParentID, v.Body.CounterpartID})
	if err != nil {
		return err
	}
	if parent, ok := related[v.Body.ParentID]; ok {
		v.Parent = &parent
	}
	if other, ok := related[v.Body.CounterpartID]; ok {
		v.Other = &other
	}
	successors, err := s.Bodies.Successors(ctx, v.Body.ID)
	v.Successors = successors[v.Body.ID]
	return err
}

func (s *Screens) blankBody(w http.ResponseWriter, r *http.Request) error {
	partnership, err := s.Bodies.Partnership(r.Context())
	if err != nil {
		return err
	}
	f := bodyForm{ValidFrom: s.Now.Today().String()}
	return route.Page(w, r, http.StatusOK, newBodyPage(f, partnership, nil))
}

func (s *Screens) createBody(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	f := readBody(r)
	n, err := f.details()
	var id int64
	if err == nil {
		id, err = s.Bodies.Create(ctx, access.From(ctx), n)
	}
	if problems, refused := errs.ProblemsOf(err); refused {
		partnership, err := s.Bodies.Partnership(ctx)
		if err != nil {
			return err
		}
		return route.Page(w, r, http.StatusUnprocessableEntity, newBodyPage(f, partnership, problems))
	}
	if err != nil {
		return err
	}
	signin.Flash(ctx, locale.T(ctx, "body.new.done"))
	return route.SeeOther(w, r, bodyAddress(id))
}

func (s *Screens) renameBody(w http.ResponseWriter, r *http.Request) error {
	f := readNames(r)
	return s.changeBody(w, r, "body.rename.done",
		func(ctx context.Context, actor access.Actor, id int64) error {
			return s.Bodies.Rename(ctx, actor, id, f.Names, f.Why)
		},
		func(v *bodyView) { v.Rename = f })
}

func (s *Screens) closeBody(w http.ResponseWriter, r *http.Request) error {
	f := readClose(r)
	return s.changeBody(w, r, "body.close.done",
		func(ctx context.Context, actor access.Actor, id int64) error {
			end, err := f.end()
			if err != nil {
				return err
			}
			return s.Bodies.Close(ctx, actor, id, end)
		},
		func(v *bodyView) { v.Close = f })
}

// changeBody changes the body of the address; on problems keep puts the words
// as typed back into its page.
func (s *Screens) changeBody(w http.ResponseWriter, r *http.Request, done string,
	change func(ctx context.Context, actor access.Actor, id int64) error, keep func(*bodyView)) error {
	ctx := r.Context()
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	err = change(ctx, access.From(ctx), id)
	if problems, refused := errs.ProblemsOf(err); refused {
		v, err := s.view(ctx, id)
		if err != nil {
			return err
		}
		v.Problems = problems
		keep(&v)
		return route.Page(w, r, http.StatusUnprocessableEntity, bodyPage(v))
	}
	if err != nil {
		return err
	}
	signin.Flash(ctx, locale.T(ctx, done))
	return route.SeeOther(w, r, bodyAddress(id))
}
