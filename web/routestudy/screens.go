// Package routestudy shows the dossier of the coach line: what is to be
// settled, and how far each side has come.
package routestudy

import (
	"context"
	"errors"
	"net/http"
	"strconv"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/routestudy"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// Screens shows the dossier.
type Screens struct {
	Study *routestudy.Store
}

const home = "/quan-ly/tuyen-xe"

// Routes lists the pages.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get(home, access.ReadRouteStudy, s.show),
		route.Get(home+".xlsx", access.ReadRouteStudy, s.export),
		route.Post(home+"/{id}", access.WriteRouteStudy, s.state),
	}
}

// typed is what was typed for one item and refused.
type typed struct {
	ID       int64
	State    string
	Note     string
	Problems errs.Problems
	Stale    bool // a colleague has changed the item meanwhile
}

// view is what the page shows.
type view struct {
	lines   []routestudy.Line
	history []journal.Entry
	side    string // the reader's own side, "" when it may not write
	typed   typed
}

func (s *Screens) show(w http.ResponseWriter, r *http.Request) error {
	return s.page(w, r, http.StatusOK, typed{})
}

func (s *Screens) page(w http.ResponseWriter, r *http.Request, status int, t typed) error {
	actor := access.From(r.Context())
	scope := actor.Scope(access.ReadRouteStudy)
	lines, err := s.Study.Lines(r.Context(), scope)
	if err != nil {
		return err
	}
	history, err := s.Study.History(r.Context(), scope)
	if err != nil {
		return err
	}
	v := view{lines: lines, history: history, typed: t}
	if actor.May(access.WriteRouteStudy) {
		v.side = string(actor.Seat.Side)
	}
	return route.Page(w, r, status, studyPage(v))
}

// state writes one item of the reader's own side. Where a colleague was
// faster, the page shows the present state with what was typed beside it.
func (s *Screens) state(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	t := typed{ID: id, State: r.PostFormValue("state"), Note: r.PostFormValue("note")}
	err = s.Study.SetState(r.Context(), access.From(r.Context()), id, route.Version(r), routestudy.State(t.State), t.Note)
	if problems, ok := errs.ProblemsOf(err); ok {
		t.Problems = problems
		return s.page(w, r, http.StatusUnprocessableEntity, t)
	}
	if errors.Is(err, errs.Conflict) {
		t.Stale = true
		return s.page(w, r, http.StatusConflict, t)
	}
	if err != nil {
		return err
	}
	return route.SeeOther(w, r, home)
}

// progress counts the items that both sides have settled.
func (v view) progress() (done, total int) {
	for _, line := range v.lines {
		if line.Settled() {
			done++
		}
	}
	return done, len(v.lines)
}

func (v view) own(line routestudy.Line) (routestudy.Part, bool) {
	switch v.side {
	case string(access.Source):
		return line.Source, true
	case string(access.Destination):
		return line.Destination, true
	}
	return routestudy.Part{}, false
}

// editing is the form of the reader's own side of an item: what stands, or
// what was typed and refused.
func (v view) editing(ctx context.Context, part routestudy.Part) (state, note ui.Field, open bool) {
	values := typed{State: string(part.State), Note: part.Note}
	if v.typed.ID == part.ID {
		values, open = v.typed, true
	}
	prefix := strconv.FormatInt(part.ID, 10) + "-"
	state = ui.Field{Name: "state", Prefix: prefix, Label: locale.T(ctx, "route_study.state"), Value: values.State,
		Options: stateOptions(ctx), Problem: ui.ProblemOf(values.Problems, "state")}
	note = ui.Field{Name: "note", Prefix: prefix, Label: locale.T(ctx, "route_study.note"), Help: locale.T(ctx, "route_study.note.help"),
		Value: values.Note, Rows: 3, Optional: true, Problem: ui.ProblemOf(values.Problems, "note")}
	return state, note, open
}

func stateOptions(ctx context.Context) []ui.Option {
	var options []ui.Option
	for _, state := range routestudy.States() {
		options = append(options, ui.Option{Value: string(state), Label: locale.T(ctx, "route_study.state."+string(state))})
	}
	return options
}

func tone(state routestudy.State) ui.Tone {
	switch state {
	case routestudy.Settled:
		return ui.Good
	case routestudy.Underway:
		return ui.Info
	}
	return ui.Calm
}
