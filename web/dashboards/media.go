package dashboards

import (
	"fmt"

	"cauviec/internal/access"
	"cauviec/internal/publicity"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

const publicityPath = "/quan-ly/truyen-thong"

func itemHref(id int64) string { return fmt.Sprintf("%s/%d", publicityPath, id) }

// itemsHref is the plan's list of the board's pieces with a standing.
func (v *view) itemsHref(standing publicity.Standing) string {
	return v.link(access.ReadPublicity, fmt.Sprintf("%s?co-quan=%d&tinh-trang=%s", publicityPath, v.Body.ID, standing))
}

// media answers: what do we run next, and what must be corrected?
func (v *view) media() {
	ahead := v.Media.Ahead(v.Board)
	stale, closed := v.Media.Of(v.Board, publicity.Stale), v.Media.Of(v.Board, publicity.Closed)
	late, planned := v.Media.Of(v.Board, publicity.Overdue), v.Media.Of(v.Board, publicity.OnPlan)
	next := v.t("clause.nothing_planned")
	if len(planned) > 0 {
		next = v.t("clause.next_piece", planned[0].Title, planned[0].PlannedOn)
	}
	v.say(next, v.many(len(stale)+len(closed), "clause.to_correct", "clause.none_to_correct"),
		v.many(v.Orders.Unpublicised, "clause.unpublicised", "clause.none_unpublicised"))
	v.pieceTodos(stale, "stale", "correct", ui.Late)
	v.pieceTodos(closed, "closed", "change", ui.Late)
	v.pieceTodos(late, "late_piece", "confirm", ui.Soon)
	v.dutyTodos(2)
	v.jointTodos()
	v.uncoveredTodos()
	v.stat("planned", v.number(len(planned)), v.t("change.joint_plan", len(ahead)), ui.Calm, v.itemsHref(publicity.OnPlan))
	v.stat("stale", v.number(len(stale)), v.t("change.stale"), alarm(len(stale), ui.Late), v.itemsHref(publicity.Stale))
	v.stat("closed", v.number(len(closed)), v.t("change.closed"), alarm(len(closed), ui.Late), v.itemsHref(publicity.Closed))
	run := v.Media.Of(v.Board, publicity.Run)
	v.stat("run", v.number(len(run)), v.t("change.run"), ui.Calm, v.itemsHref(publicity.Run))
	v.stat("unpublicised", v.number(v.Orders.Unpublicised), v.t("change.of_open", v.Orders.Published), alarm(v.Orders.Unpublicised, ui.Soon),
		v.link(access.ReadVacancies, vacanciesPath+"?xem=chua-truyen-thong"))
	v.Charts = append(v.Charts, ui.StackedBar(v.mediaChart()))
	v.planTable(ahead)
	v.uncoveredTable()
	v.dutyTable()
	v.jointTable()
}

func (v *view) pieceTodos(items []publicity.Item, key, action string, tone ui.Tone) {
	for _, item := range items[:min(len(items), 2)] {
		v.todo(tone, key, v.t("todo."+key, item.Title), v.t("detail.planned_on", item.PlannedOn), action, v.link(access.ReadPublicity, itemHref(item.ID)))
	}
}

// uncoveredTodos proposes the newest open vacancies that nobody publicised.
func (v *view) uncoveredTodos() {
	for _, choice := range v.Media.Uncovered[:min(len(v.Media.Uncovered), 2)] {
		v.todo(ui.Info, "uncovered", v.t("todo.uncovered", choice.Title), choice.Employer, "plan",
			v.link(access.WritePublicity, fmt.Sprintf("%s/moi?tin=%d", publicityPath, choice.ID)))
	}
}

// mediaChart shows the pieces of all four media bodies by what they mean.
func (v *view) mediaChart() ui.Chart {
	groups := [][]publicity.Standing{{publicity.Run}, {publicity.OnPlan}, {publicity.Overdue}, {publicity.Stale, publicity.Closed}}
	series := []ui.Series{
		{Name: v.t("group.run"), Tone: ui.Good}, {Name: v.t("group.planned"), Tone: ui.Info},
		{Name: v.t("group.late_piece"), Tone: ui.Soon}, {Name: v.t("group.to_correct"), Tone: ui.Late},
	}
	rows := map[int64]int{}
	for _, item := range v.Media.Items {
		if _, known := rows[item.BodyID]; !known {
			rows[item.BodyID] = len(rows)
			for i := range series {
				series[i].Points = append(series[i].Points, ui.Point{Label: v.pick(item.BodyVi, item.BodyEn)})
			}
		}
		for i, group := range groups {
			for _, standing := range group {
				if item.Standing(v.Today) == standing {
					series[i].Points[rows[item.BodyID]].Value++
				}
			}
		}
	}
	return ui.Chart{Title: v.t("chart.media"), Summary: v.t("chart.media.says"), Labels: v.t("head.body"), Series: series, DataTest: "chart-media"}
}

// planTable is the joint plan's calendar of the next days.
func (v *view) planTable(ahead []publicity.Item) {
	t := table{ID: "ke-hoach", Own: true, Most: 8, Title: v.t("part.plan"), Heads: v.heads("piece", "planned_on", "form", "body", "state"), Empty: v.t("empty.plan"),
		Href: v.link(access.ReadPublicity, publicityPath), More: v.t("more.plan")}
	for _, item := range ahead {
		standing := item.Standing(v.Today)
		words := locale.T(v.ctx, "publicity.standing."+string(standing))
		t.Rows = append(t.Rows, []cell{
			{Text: item.Title, Href: v.link(access.ReadPublicity, itemHref(item.ID))},
			{Text: locale.Weekday(v.ctx, item.PlannedOn) + " " + item.PlannedOn.String(), Value: item.PlannedOn},
			v.words(locale.T(v.ctx, "publicity.form."+string(item.Form))),
			v.words(v.pick(item.BodyVi, item.BodyEn)),
			{Text: words, Badge: ui.Badge(pieceTone(standing), "", words)},
		})
	}
	v.table(t)
}

func pieceTone(s publicity.Standing) ui.Tone {
	switch s {
	case publicity.Stale, publicity.Closed:
		return ui.Late
	case publicity.Overdue:
		return ui.Soon
	case publicity.OnPlan:
		return ui.Info
	case publicity.Run:
		return ui.Good
	}
	return ui.Calm
}

// uncoveredTable lists the open vacancies that nobody publicised.
func (v *view) uncoveredTable() {
	t := table{ID: "chua-dua", Title: v.t("part.uncovered"), Heads: v.heads("order", "zone"), Empty: v.t("empty.uncovered"),
		Href: v.link(access.ReadVacancies, vacanciesPath+"?xem=chua-truyen-thong"), More: v.t("more.uncovered")}
	for _, choice := range v.Media.Uncovered[:min(len(v.Media.Uncovered), 5)] {
		t.Rows = append(t.Rows, []cell{
			{Text: choice.Title, Note: choice.Employer, Href: v.link(access.ReadVacancies, vacancyHref(choice.ID))}, v.words(choice.ZoneName),
		})
	}
	v.table(t)
}
