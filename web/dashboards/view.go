package dashboards

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"cauviec/internal/access"
	"cauviec/internal/dashboard"
	"cauviec/internal/fold"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// view is what a dashboard's page shows, in words.
type view struct {
	*dashboard.Board
	ctx    context.Context
	viewer access.Actor

	Headline string
	Todos    []ui.Todo
	Stats    []ui.Stat
	Charts   []templ.Component
	Parts    []templ.Component
	Latest   table // what changed, as it is handed over

	tables []table // those among the parts, and what else is handed over
}

// composers write the page of each kind of body.
var composers = map[access.Seat]func(*view){
	{Side: access.Source, Kind: access.Office}:      (*view).office,
	{Side: access.Source, Kind: access.Labour}:      (*view).labour,
	{Side: access.Source, Kind: access.Centre}:      (*view).centre,
	{Side: access.Source, Kind: access.Transport}:   (*view).transport,
	{Side: access.Source, Kind: access.Paper}:       (*view).media,
	{Side: access.Source, Kind: access.Broadcaster}: (*view).media,
	{Side: access.Source, Kind: access.District}:    (*view).district,
	{Side: access.Source, Kind: access.Commune}:     (*view).commune,

	{Side: access.Destination, Kind: access.Office}:      (*view).relay,
	{Side: access.Destination, Kind: access.Labour}:      (*view).relay,
	{Side: access.Destination, Kind: access.Centre}:      (*view).relay,
	{Side: access.Destination, Kind: access.ZoneBoard}:   (*view).relay,
	{Side: access.Destination, Kind: access.Transport}:   (*view).transport,
	{Side: access.Destination, Kind: access.Paper}:       (*view).media,
	{Side: access.Destination, Kind: access.Broadcaster}: (*view).media,
	{Side: access.Destination, Kind: access.Employer}:    (*view).maker,
}

// mostTodos is how many things a dashboard asks for at once.
const mostTodos = 7

// compose puts a board into the words of ctx.
func compose(ctx context.Context, b *dashboard.Board) *view {
	v := &view{Board: b, ctx: ctx, viewer: access.From(ctx)}
	if write, ok := composers[b.Body.Seat()]; ok {
		write(v)
	}
	v.Todos = v.Todos[:min(len(v.Todos), mostTodos)]
	v.Latest = v.kept(v.changeTable())
	return v
}

// own reports whether the reader looks at its own dashboard.
func (v *view) own() bool { return v.viewer.Body == v.Body.ID }

func (v *view) t(key string, args ...any) string { return locale.T(v.ctx, "dashboard."+key, args...) }

func (v *view) number(n int) string { return locale.Number(v.ctx, int64(n)) }

func (v *view) pick(vi, en string) string { return locale.Pick(v.ctx, vi, en) }

// place names the ground of a district's or commune's body.
func (v *view) place(vi, en string) string { return placeOf(v.ctx, vi, en) }

func placeOf(ctx context.Context, vi, en string) string {
	return fold.Capital(strings.TrimSuffix(strings.TrimPrefix(locale.Pick(ctx, vi, en), "UBND "), " People's Committee"))
}

// say makes one sentence of clauses and leaves the empty ones out.
func (v *view) say(clauses ...string) {
	var said []string
	for _, clause := range clauses {
		if clause != "" {
			said = append(said, clause)
		}
	}
	v.Headline = sentence(said)
}

func sentence(clauses []string) string {
	return fold.Capital(strings.Join(clauses, "; ")) + "."
}

// many is a clause for a count, or the words of none.
func (v *view) many(n int, key, none string) string {
	switch {
	case n > 0:
		return locale.N(v.ctx, "dashboard."+key, n)
	case none != "":
		return v.t(none)
	}
	return ""
}

// link is an address that the reader may open, or none.
func (v *view) link(need access.Need, href string) string {
	if !v.viewer.May(need) {
		return ""
	}
	return href
}

// stat adds a key figure; its label is at dashboard.stat.<key>.
func (v *view) stat(key, value, change string, tone ui.Tone, href string) {
	v.Stats = append(v.Stats, ui.Stat{Label: v.t("stat." + key), Value: value, Change: change, Tone: tone, Href: href, DataTest: "stat-" + key})
}

// todo adds a thing to do, when there is something; a reader who looks at
// another body's dashboard is offered to look.
func (v *view) todo(tone ui.Tone, key, text, detail, action, href string) {
	if href == "" {
		return
	}
	if !v.own() {
		action = "look"
	}
	v.Todos = append(v.Todos, ui.Todo{Text: text, Detail: detail, Href: href, Action: v.t("do." + action), Tone: tone, DataTest: "todo-" + key})
}

// alarm is a tone for a number that should be zero.
func alarm(n int, tone ui.Tone) ui.Tone {
	if n > 0 {
		return tone
	}
	return ui.Good
}
