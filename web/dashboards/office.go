package dashboards

import (
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/dashboard"
	"cauviec/internal/fold"
	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// office answers: who is late, who is silent, is it working?
func (v *view) office() {
	f, states := v.Follow, v.Duties.States
	v.say(
		v.many(states[obligation.Overdue], "clause.late", "clause.none_late"),
		v.officeSilent(),
		v.many(f.Reported, "clause.reported", ""),
		v.t("clause.started_lately", v.People.Lately))
	v.officeTodos()
	v.stat("overdue", v.number(states[obligation.Overdue]), v.many(f.NewlyLate, "change.newly_late", "change.none_newly"),
		alarm(states[obligation.Overdue], ui.Late), v.link(access.ReadObligations, "/nhiem-vu?tinh-trang=overdue"))
	v.stat("silent", v.number(states[obligation.Silent]), v.t("change.quietest", f.Quietest),
		alarm(states[obligation.Silent], ui.Soon), v.link(access.ReadObligations, "/nhiem-vu?tinh-trang=silent"))
	v.stat("reported", v.number(f.Reported), v.t("change.returned", f.Returned), ui.Calm,
		v.link(access.ReadObligations, "/nhiem-vu?buoc=reported"))
	v.stat("disputed", v.number(f.Disputed), v.apartWords(), alarm(f.Disputed, ui.Soon),
		v.link(access.ReadObligations, "/nhiem-vu?y-kien=disputed"))
	v.stat("awaiting", v.number(states[obligation.AwaitingAnswer]), v.t("change.oldest_ask", f.OldestAsk),
		alarm(states[obligation.AwaitingAnswer], ui.Soon), v.link(access.ReadObligations, "/nhiem-vu?tinh-trang=awaiting_answer"))
	v.Charts = append(v.Charts, ui.StackedBar(v.standingChart()), ui.BarChart(v.demandChart()))
	v.table(v.districtTable())
	v.requestTable()
}

// apartWords says on how much of the coach line's dossier the sides are apart.
func (v *view) apartWords() string {
	_, apart := v.settled()
	return v.many(apart, "change.study_apart", "change.disputed")
}

func (v *view) officeSilent() string {
	if v.Follow.Districts == v.Duties.States[obligation.Silent] {
		return v.many(v.Follow.Districts, "clause.districts_silent", "clause.none_silent")
	}
	return v.t("clause.silent_of_districts", v.Duties.States[obligation.Silent], v.Follow.Districts)
}

// officeTodos puts what waits for the office itself before what waits for
// others.
func (v *view) officeTodos() {
	if n := v.Follow.Reported; n > 0 {
		v.todo(ui.Info, "reported", locale.N(v.ctx, "dashboard.todo.reported", n), "", "judge", "/nhiem-vu?buoc=reported")
	}
	var silent []string
	for _, line := range v.Duties.Lines {
		switch state := line.State(v.Today, v.Calendar); {
		case !line.AskedTo.IsZero():
			v.officeTodo(ui.Info, line, "todo.extension", "decide", line.AskedTo)
		case state == obligation.Overdue:
			v.officeTodo(ui.Late, line, "todo.late", "remind", v.Today.Sub(line.DueOn))
		case line.Disputed:
			v.officeTodo(ui.Soon, line, "todo.disputed", "both")
		case state == obligation.Silent:
			silent = append(silent, v.pick(line.LeadVi, line.LeadEn))
		}
	}
	v.Todos = v.Todos[:min(len(v.Todos), mostTodos-2)]
	if len(silent) > 0 {
		v.todo(ui.Soon, "silent", locale.N(v.ctx, "dashboard.todo.silent", len(silent)), few(silent, 4), "remind", "/nhiem-vu?tinh-trang=silent")
	}
	if n := v.Duties.States[obligation.AwaitingAnswer]; n > 0 {
		v.todo(ui.Soon, "awaiting", locale.N(v.ctx, "dashboard.todo.awaiting", n), v.t("change.oldest_ask", v.Follow.OldestAsk), "remind",
			"/nhiem-vu?tinh-trang=awaiting_answer")
	}
}

func (v *view) officeTodo(tone ui.Tone, line obligation.Line, key, action string, args ...any) {
	v.todo(tone, "duty", v.t(key, append([]any{v.pick(line.LeadVi, line.LeadEn)}, args...)...), fold.Capital(fold.Brief(line.Task, 90)), action, dutyHref(line.ID))
}

// few names the first of many.
func few(names []string, most int) string {
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:most], ", ") + "…"
}

// standingChart shows the obligations of each body by group of states, the
// bodies with most to worry about first.
func (v *view) standingChart() ui.Chart {
	series := []ui.Series{
		{Name: v.t("group.overdue"), Tone: ui.Late}, {Name: v.t("group.silent"), Tone: ui.Soon},
		{Name: v.t("group.waiting"), Tone: ui.Info}, {Name: v.t("group.running"), Tone: ui.Calm}, {Name: v.t("group.done"), Tone: ui.Good},
	}
	troubled := 0
	for _, b := range v.Standing {
		if b.Overdue+b.Silent > 0 {
			troubled++
		}
		for i, n := range []int{b.Overdue, b.Silent, b.Waiting, b.Running, b.Done} {
			series[i].Points = append(series[i].Points, ui.Point{Label: v.pick(b.ShortVi, b.ShortEn), Value: float64(n)})
		}
	}
	return ui.Chart{Title: v.t("chart.standing"), Summary: v.t("chart.standing.says", troubled, len(v.Standing)), Labels: v.t("head.body"),
		Series: series, DataTest: "chart-standing"}
}

// demandChart sets what employers want beside who came, registered, started
// and stayed. The steps are of different things, so no step is a percentage of
// the one before.
func (v *view) demandChart() ui.Chart {
	p := v.People
	return v.steps("demand", v.t("chart.demand.says", p.Lately, p.Before), []reached{{"wanted", p.Wanted}, {"attended", p.Attended},
		{"registered", p.Registered}, {"started", p.Started}, {"stayed_1", p.Stayed1}, {"stayed_3", p.Stayed3}})
}

// funnel shows how far people came of those who registered.
func (v *view) funnel() ui.Chart {
	p := v.People
	return v.steps("people", v.t("chart.people.says", p.Lately, p.Before), []reached{{"registered", p.Registered}, {"introduced", p.Introduced},
		{"started", p.Started}, {"stayed_1", p.Stayed1}, {"stayed_3", p.Stayed3}})
}

// reached is how many came to a step, whose word is at dashboard.step.<Step>.
type reached struct {
	Step string
	N    int
}

func (v *view) steps(name, says string, all []reached) ui.Chart {
	var points []ui.Point
	for _, r := range all {
		points = append(points, ui.Point{Label: v.t("step." + r.Step), Value: float64(r.N)})
	}
	return ui.Chart{Title: v.t("chart." + name), Summary: says, Labels: v.t("head.step"),
		Series: []ui.Series{{Name: v.t("head.people"), Points: points}}, DataTest: "chart-" + name}
}

// districtTable ranks the districts by people at work per person registered.
func (v *view) districtTable() table {
	t := table{ID: "huyen", Own: true, Grid: true, Title: v.t("part.districts"), Lead: v.t("part.districts.says"),
		Heads: v.heads("district", "held", "attended", "registered", "started", "lately", "rate")}
	for _, d := range v.Districts {
		t.Rows = append(t.Rows, []cell{{Text: v.place(d.ShortVi, d.ShortEn), Href: v.boardHref(d)}, v.count(d.Held), v.count(d.Attended),
			v.count(d.Registered), v.count(d.Started), v.count(d.Lately), v.share(d.Started, d.Registered)})
	}
	return t
}

// boardHref is a district's dashboard, for those who may open it.
func (v *view) boardHref(d dashboard.District) string {
	if v.viewer.Seat != (access.Seat{Side: access.Source, Kind: access.Office}) {
		return ""
	}
	return home + "/" + d.Slug
}

// requestTable lists what was asked of the other province.
func (v *view) requestTable() {
	t := table{ID: "kien-nghi", Title: v.t("part.requests"), Heads: v.heads("task", "to", "state", "means"), Empty: v.t("empty.requests"),
		Href: v.link(access.ReadObligations, "/nhiem-vu?loai=request"), More: v.t("more.requests")}
	for _, line := range v.Requests[:min(len(v.Requests), 8)] {
		row := v.dutyRow(line)
		row[1] = v.words(v.pick(line.LeadVi, line.LeadEn))
		t.Rows = append(t.Rows, row)
	}
	v.table(t)
}
