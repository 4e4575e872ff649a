package dashboards

import (
	"fmt"

	"cauviec/internal/access"
	"cauviec/internal/fold"
	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// dutiesHref is the list of the board's obligations, of one state if given.
// What was passed on to a commune only the commune itself has in its list.
func (v *view) dutiesHref(state obligation.State) string {
	if v.Is(access.Commune) && !v.own() {
		return ""
	}
	href := fmt.Sprintf("/nhiem-vu?co-quan=%d", v.Body.ID)
	if state != "" {
		href += "&tinh-trang=" + string(state)
	}
	return v.link(access.ReadObligations, href)
}

func dutyHref(id int64) string { return fmt.Sprintf("/nhiem-vu/%d", id) }

// dutyClause says in a headline how the body's obligations stand.
func (v *view) dutyClause() string {
	overdue, silent := v.Duties.States[obligation.Overdue], v.Duties.States[obligation.Silent]
	switch {
	case overdue > 0 && silent > 0:
		return v.t("clause.late_and_silent", overdue, silent)
	case overdue > 0:
		return locale.N(v.ctx, "dashboard.clause.late", overdue)
	case silent > 0:
		return locale.N(v.ctx, "dashboard.clause.silent", silent)
	case v.Duties.Running() > 0:
		return locale.N(v.ctx, "dashboard.clause.fine", v.Duties.Running())
	}
	return v.t("clause.no_duty")
}

// dutyTodos asks for what the obligations of the board need now, the most
// urgent first.
func (v *view) dutyTodos(most int) {
	for _, line := range v.Duties.Lines {
		if most == 0 {
			return
		}
		if v.dutyTodo(line) {
			most--
		}
	}
}

func (v *view) dutyTodo(line obligation.Line) bool {
	state := line.State(v.Today, v.Calendar)
	task := fold.Capital(fold.Brief(line.Task, 90))
	tone, action := ui.Soon, "update"
	detail := ""
	switch {
	case state == obligation.Overdue && line.Status != obligation.Reported:
		tone, action, detail = ui.Late, "report", fold.Capital(locale.Left(v.ctx, line.DueOn, v.Today))
	case state == obligation.DueSoon:
		action, detail = "report", fold.Capital(locale.Left(v.ctx, line.DueOn, v.Today))
	case state == obligation.Silent:
		detail = v.t("detail.silent", line.SilentFor(v.Today))
	case state == obligation.AwaitingAnswer:
		action, detail = "answer", v.t("detail.asked", line.Age(v.Today))
	case line.Status == obligation.Assigned:
		tone, action, detail = ui.Info, "receive", v.t("detail.assigned", line.Age(v.Today))
	default:
		return false
	}
	v.todo(tone, "duty", task, detail, action, dutyHref(line.ID))
	return true
}

// jointTodos asks a counterpart for its side.
func (v *view) jointTodos() {
	for _, joint := range v.Joint {
		if joint.Stand == obligation.Unanswered {
			v.todo(ui.Soon, "joint", fold.Capital(fold.Brief(joint.Task, 90)), v.t("detail.joint", v.pick(joint.LeadVi, joint.LeadEn)), "state", dutyHref(joint.ID))
		}
	}
}

// dutyStat is how many obligations run, with what is wrong among them.
func (v *view) dutyStat() {
	overdue, silent := v.Duties.States[obligation.Overdue], v.Duties.States[obligation.Silent]
	change, tone := v.t("change.duties_fine"), ui.Good
	switch {
	case overdue > 0:
		change, tone = v.t("change.duties_late", overdue), ui.Late
	case silent > 0:
		change, tone = v.t("change.duties_silent", silent), ui.Soon
	case v.Duties.Total() == 0:
		change, tone = "", ui.Calm
	}
	v.stat("duties", v.number(v.Duties.Total()), change, tone, v.dutiesHref(""))
}

// dutyTable lists the board's obligations with their states. Few bodies of the
// other province have any of their own.
func (v *view) dutyTable() {
	if v.Duties.Total() == 0 && v.Body.Side == access.Destination {
		return
	}
	t := table{ID: "nhiem-vu", Title: v.t("part.duties"), Heads: v.heads("task", "clause", "state", "means"), Empty: v.t("empty.duties"),
		Href: v.dutiesHref(""), More: v.t("more.duties")}
	for _, line := range v.Duties.Lines[:min(len(v.Duties.Lines), 8)] {
		t.Rows = append(t.Rows, v.dutyRow(line))
	}
	v.table(t)
}

func (v *view) dutyRow(line obligation.Line) []cell {
	return []cell{
		{Text: fold.Capital(fold.Brief(line.Task, 100)), Href: v.link(access.ReadObligations, dutyHref(line.ID))},
		v.words(line.ClausePath),
		v.stateCell(line.State(v.Today, v.Calendar)),
		v.words(v.means(line)),
	}
}

// means says what the state's days mean today.
func (v *view) means(line obligation.Line) string {
	switch line.State(v.Today, v.Calendar) {
	case obligation.AwaitingAnswer:
		return v.t("detail.asked", line.Age(v.Today))
	case obligation.Overdue, obligation.DueSoon, obligation.OnTime:
		return line.DueOn.String() + " · " + locale.Left(v.ctx, line.DueOn, v.Today)
	case obligation.Silent:
		return v.t("detail.silent", line.SilentFor(v.Today))
	}
	return v.t("detail.heard", locale.Ago(v.ctx, line.Heard(), v.Today))
}

func (v *view) stateCell(state obligation.State) cell {
	words := locale.T(v.ctx, "obligation.state."+string(state))
	return cell{Text: words, Badge: ui.Badge(stateTone(state), "", words)}
}

func stateTone(state obligation.State) ui.Tone {
	switch state {
	case obligation.Overdue:
		return ui.Late
	case obligation.Silent, obligation.DueSoon:
		return ui.Soon
	case obligation.AwaitingAnswer, obligation.OnTime, obligation.Ongoing, obligation.Undated:
		return ui.Info
	case obligation.Paused, obligation.DoneLate:
		return ui.Calm
	}
	return ui.Good
}

// jointTable lists what the body stands beside, with both sides' states.
func (v *view) jointTable() {
	if len(v.Joint) == 0 {
		return
	}
	t := table{ID: "phoi-hop", Title: v.t("part.joint"), Heads: v.heads("task", "lead", "their_state", "our_state"),
		Href: v.link(access.ReadObligations, fmt.Sprintf("/nhiem-vu?doi-tac=%d", v.Body.ID)), More: v.t("more.duties")}
	for _, joint := range v.Joint[:min(len(v.Joint), 8)] {
		t.Rows = append(t.Rows, []cell{
			{Text: fold.Capital(fold.Brief(joint.Task, 100)), Href: v.link(access.ReadObligations, dutyHref(joint.ID))},
			v.words(v.pick(joint.LeadVi, joint.LeadEn)),
			v.stateCell(joint.State(v.Today, v.Calendar)),
			v.standCell(joint.Stand),
		})
	}
	v.table(t)
}

func (v *view) standCell(stand obligation.Stand) cell {
	tone := ui.Info
	switch stand {
	case obligation.Unanswered:
		tone = ui.Soon
	case obligation.Disputed:
		tone = ui.Late
	case obligation.Agreed, obligation.DoneThere:
		tone = ui.Good
	}
	words := locale.T(v.ctx, "obligation.status."+string(stand))
	return cell{Text: words, Badge: ui.Badge(tone, "", words)}
}
