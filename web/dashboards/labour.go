package dashboards

import (
	"strconv"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// labour answers: is demand reaching people, are contents agreed?
func (v *view) labour() {
	d := v.Delays
	v.say(
		v.t("clause.delays", v.days(d.Published), v.days(d.Brought)),
		v.t("clause.reached", d.Reached, d.Orders),
		v.contents())
	v.dutyTodos(4)
	if v.Orders.Unbrought > 0 {
		v.todo(ui.Soon, "unbrought", locale.N(v.ctx, "dashboard.todo.unbrought", v.Orders.Unbrought), "", "look",
			v.link(access.ReadVacancies, "/quan-ly/tin-tuyen-dung?xem=chua-ve-huyen"))
	}
	v.owingTodo()
	v.stat("published_after", v.days(d.Published), v.t("change.median"), ui.Calm, v.link(access.ReadVacancies, "/quan-ly/tin-tuyen-dung?trang-thai=published"))
	v.stat("brought_after", v.days(d.Brought), v.t("change.brought", d.Reached, d.Orders), ui.Calm,
		v.link(access.ReadDrives, "/quan-ly/dot-tuyen-dung?xem=da-qua"))
	v.stat("unbrought", v.number(v.Orders.Unbrought), v.t("change.of_open", v.Orders.Published), alarm(v.Orders.Unbrought, ui.Soon),
		v.link(access.ReadVacancies, "/quan-ly/tin-tuyen-dung?xem=chua-ve-huyen"))
	v.driveStat()
	v.dutyStat()
	v.Charts = append(v.Charts, ui.BarChart(v.aheadChart()), ui.BarChart(v.demandChart()))
	v.dutyTable()
	v.workload()
	v.table(v.districtTable())
}

// contents says how the department's own standing duty goes: to agree, as the
// single focal point, what is told to people (clause 2.1.b of the founding
// notice). It is the one that no body under it executes.
func (v *view) contents() string {
	for _, line := range v.Duties.Lines {
		if line.Kind == obligation.Standing && line.ExecutingBodyID == 0 && line.LeadBodyID == v.Body.ID {
			state := line.State(v.Today, v.Calendar)
			if state == obligation.Silent {
				return v.t("clause.contents_silent", line.ClausePath, line.SilentFor(v.Today))
			}
			return v.t("clause.contents", line.ClausePath, locale.T(v.ctx, "obligation.state."+string(state)))
		}
	}
	return ""
}

// days writes a median in days.
func (v *view) days(n *float64) string {
	if n == nil {
		return v.t("days.none")
	}
	if *n < 1 {
		return v.t("days.under_one")
	}
	words := strconv.FormatFloat(*n, 'f', 0, 64)
	return v.t("days", strings.TrimSuffix(words, ".0"))
}

// driveStat is how many drives lie ahead.
func (v *view) driveStat() {
	announced := 0
	for _, d := range v.Ahead {
		if d.Status.Public() {
			announced++
		}
	}
	v.stat("drives", v.number(len(v.Ahead)), v.t("change.announced", announced), ui.Calm, v.drivesHref("sap-toi"))
}

// drivesHref is the list of drives in the board's reach. The list knows no
// commune or employer but the reader's own.
func (v *view) drivesHref(show string) string {
	href := "/quan-ly/dot-tuyen-dung?xem=" + show
	switch {
	case v.Is(access.District):
		href += "&huyen=" + strconv.FormatInt(v.Body.ID, 10)
	case (v.Is(access.Commune) || v.Is(access.Employer)) && !v.own():
		return ""
	}
	return v.link(access.ReadDrives, href)
}

// owingTodo asks for the reports of drives that are over.
func (v *view) owingTodo() {
	if len(v.Owing) == 1 {
		d := v.Owing[0]
		v.todo(ui.Soon, "owing", v.t("todo.owing_one", d.Title), v.t("detail.drive", d.Day(), v.pick(d.CommuneVi, d.CommuneEn)), "record",
			v.link(access.RecordDrives, driveHref(d.ID)))
		return
	}
	if len(v.Owing) > 1 {
		v.todo(ui.Soon, "owing", locale.N(v.ctx, "dashboard.todo.owing", len(v.Owing)), v.t("detail.oldest", locale.Ago(v.ctx, v.Owing[0].Day(), v.Today)),
			"look", v.drivesHref("cho-ket-qua"))
	}
}

func driveHref(id int64) string { return "/quan-ly/dot-tuyen-dung/" + strconv.FormatInt(id, 10) }

// aheadChart shows where the next drives are.
func (v *view) aheadChart() ui.Chart {
	var points []ui.Point
	without := 0
	for _, d := range v.Districts {
		if d.Ahead == 0 {
			without++
		}
		points = append(points, ui.Point{Label: v.place(d.ShortVi, d.ShortEn), Value: float64(d.Ahead)})
	}
	return ui.Chart{Title: v.t("chart.ahead"), Summary: v.many(without, "chart.ahead.without", "chart.ahead.all"), Labels: v.t("head.district"),
		Series: []ui.Series{{Name: v.t("head.ahead"), Points: points}}, DataTest: "chart-ahead"}
}

// workload says what lies on the employment centre's desk.
func (v *view) workload() {
	p, o := v.People, v.Orders
	t := table{ID: "trung-tam", Own: true, Title: v.t("part.workload"), Heads: v.heads("work", "count"), Behind: []string{locale.T(v.ctx, "sheet.remarks")},
		Href: home + "/ls-ttdvvl", More: v.t("more.centre"),
		Rows: [][]cell{
			{{Text: v.t("work.submitted"), Note: v.oldest(o.OldestWait), Href: v.link(access.ReadDrafts, "/quan-ly/tin-tuyen-dung?trang-thai=submitted")}, v.count(o.Submitted), v.words(v.oldest(o.OldestWait))},
			{{Text: v.t("work.short"), Href: v.link(access.ReadVacancies, "/quan-ly/tin-tuyen-dung?xem=thieu-nguoi")}, v.count(o.Short), {}},
			{{Text: v.t("work.to_introduce")}, v.count(p.ToIntroduce), {}},
			{{Text: v.t("work.due")}, v.count(p.Due()), {}},
			{{Text: v.t("work.owing"), Href: v.drivesHref("cho-ket-qua")}, v.count(len(v.Owing)), {}},
		}}
	v.table(t)
}
