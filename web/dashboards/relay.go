package dashboards

import (
	"fmt"

	"cauviec/internal/access"
	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

const employersPath = "/quan-ly/doanh-nghiep"

// relay answers for the bodies of the other province: are our orders being
// filled, what does the workers' province ask of us?
func (v *view) relay() {
	o := v.Orders
	asks := v.Duties.States[obligation.AwaitingAnswer]
	v.say(
		v.t("clause.orders", o.Published, o.Wanted, o.Started, locale.Percent(v.ctx, int64(o.Started), int64(o.Wanted))),
		v.many(v.Unknown, "clause.unverified", ""),
		v.many(asks+v.unstated(), "clause.asks", "clause.no_asks"))
	v.dutyTodos(3)
	v.jointTodos()
	v.postedTodos()
	if v.Unknown > 0 {
		v.todo(ui.Soon, "verify", locale.N(v.ctx, "dashboard.todo.verify", v.Unknown), v.t("detail.verify"), "verify",
			v.link(access.VerifyEmployers, employersPath+"?trang-thai=unverified"))
	}
	v.suspendTodo()
	if o.Returned > 0 {
		v.todo(ui.Soon, "returned", locale.N(v.ctx, "dashboard.todo.returned", o.Returned), "", "mend", v.link(access.WriteVacancies, vacanciesPath+"?trang-thai=draft"))
	}
	if o.Expiring > 0 {
		v.todo(ui.Info, "expiring", locale.N(v.ctx, "dashboard.todo.expiring", o.Expiring), v.t("detail.extend"), "look",
			v.link(access.WriteVacancies, vacanciesPath+"?xem=sap-het-han"))
	}
	v.endingTodo()
	v.stat("open", v.number(o.Published), v.many(o.Submitted, "change.submitted", "change.none_submitted"), ui.Calm, v.link(access.ReadVacancies, vacanciesPath+"?trang-thai=published"))
	v.stat("filled", locale.Percent(v.ctx, int64(o.Started), int64(o.Wanted)), v.t("change.filled", o.Started, o.Wanted), ui.Calm, "#khu")
	v.stat("unverified", v.number(v.Unknown), v.t("change.unverified"), alarm(v.Unknown, ui.Soon), v.link(access.ReadEmployers, employersPath+"?trang-thai=unverified"))
	v.stat("asked", v.number(asks), v.t("change.asked"), alarm(asks, ui.Soon), v.dutiesHref(obligation.AwaitingAnswer))
	v.stat("coming", v.number(len(v.Ahead)), v.t("change.coming"), ui.Calm, v.drivesHref("sap-toi"))
	v.Charts = append(v.Charts, ui.BarChart(v.zoneChart()), ui.BarChart(v.makerChart()))
	v.zoneTable()
	v.makerTable()
	v.driveTable()
	v.dutyTable()
	v.jointTable()
}

// unstated counts the joint obligations of which the body has not said its side.
func (v *view) unstated() int {
	n := 0
	for _, joint := range v.Joint {
		if joint.Stand == obligation.Unanswered {
			n++
		}
	}
	return n
}

const bars = 8

// zoneChart compares what the zones want with who came.
func (v *view) zoneChart() ui.Chart {
	c := ui.Chart{Title: v.t("chart.zones"), Summary: v.t("chart.zones.says"), Labels: v.t("head.zone"), DataTest: "chart-zones",
		Series: []ui.Series{{Name: v.t("head.wanted")}, {Name: v.t("head.started")}}}
	for _, z := range v.Zones[:min(len(v.Zones), bars)] {
		c.Series[0].Points = append(c.Series[0].Points, ui.Point{Label: z.Name, Value: float64(z.Wanted)})
		c.Series[1].Points = append(c.Series[1].Points, ui.Point{Label: z.Name, Value: float64(z.Started)})
	}
	return c
}

// makerChart does the same for the employers that lack most people.
func (v *view) makerChart() ui.Chart {
	c := ui.Chart{Title: v.t("chart.makers"), Summary: v.t("chart.makers.says"), Labels: v.t("head.employer"), DataTest: "chart-makers",
		Series: []ui.Series{{Name: v.t("head.wanted")}, {Name: v.t("head.started")}}}
	for _, m := range v.Makers {
		c.Series[0].Points = append(c.Series[0].Points, ui.Point{Label: m.Name, Value: float64(m.Wanted)})
		c.Series[1].Points = append(c.Series[1].Points, ui.Point{Label: m.Name, Value: float64(m.Started)})
	}
	return c
}

func (v *view) zoneTable() {
	t := table{ID: "khu", Grid: true, Title: v.t("part.zones"), Heads: v.heads("zone", "orders", "wanted", "started", "filled"), Empty: v.t("empty.zones")}
	for _, z := range v.Zones {
		if z.Orders > 0 {
			t.Rows = append(t.Rows, []cell{
				{Text: z.Name, Href: v.link(access.ReadVacancies, fmt.Sprintf("%s?trang-thai=published&khu=%d", vacanciesPath, z.ID))},
				v.count(z.Orders), v.count(z.Wanted), v.count(z.Started), v.share(z.Started, z.Wanted),
			})
		}
	}
	v.table(t)
}

func (v *view) makerTable() {
	t := table{ID: "doanh-nghiep", Own: true, Grid: true, Title: v.t("part.makers"), Heads: v.heads("employer", "orders", "wanted", "started", "filled"), Empty: v.t("empty.zones"),
		Href: v.link(access.ReadEmployers, employersPath), More: v.t("more.employers")}
	for _, m := range v.Makers {
		t.Rows = append(t.Rows, []cell{
			{Text: m.Name, Href: v.link(access.ReadVacancies, fmt.Sprintf("%s?trang-thai=published&doanh-nghiep=%d", vacanciesPath, m.ID))},
			v.count(m.Orders), v.count(m.Wanted), v.count(m.Started), v.share(m.Started, m.Wanted),
		})
	}
	v.table(t)
}

// maker answers for an employer: how is my order filling?
func (v *view) maker() {
	o, p := v.Orders, v.People
	v.say(v.t("clause.own_orders", o.Wanted, o.Introduced, o.Started, o.Left()), v.many(p.Due(), "clause.results_due", "clause.no_results_due"))
	v.postedTodos()
	if o.Returned > 0 {
		v.todo(ui.Late, "returned", locale.N(v.ctx, "dashboard.todo.returned", o.Returned), "", "mend", v.link(access.WriteVacancies, vacanciesPath+"?trang-thai=draft"))
	}
	if p.ToInterview > 0 {
		v.todo(ui.Soon, "interview", locale.N(v.ctx, "dashboard.todo.interview", p.ToInterview), v.oldest(p.OldestIntroduced), "record",
			v.makerHref(peoplePath, "giai-doan=introduced"))
	}
	if p.ToDecide > 0 {
		v.todo(ui.Soon, "decide", locale.N(v.ctx, "dashboard.todo.decide", p.ToDecide), "", "record", v.makerHref(peoplePath, "giai-doan=interviewed"))
	}
	if p.ToStart > 0 {
		v.todo(ui.Info, "start", locale.N(v.ctx, "dashboard.todo.start", p.ToStart), "", "record", v.makerHref(peoplePath, "giai-doan=hired"))
	}
	if o.Expiring > 0 {
		v.todo(ui.Info, "expiring", locale.N(v.ctx, "dashboard.todo.expiring", o.Expiring), v.t("detail.extend"), "look", v.makerHref(vacanciesPath, "xem=sap-het-han"))
	}
	v.stat("open", v.number(o.Published), v.many(o.Submitted, "change.submitted", "change.none_submitted"), ui.Calm, v.makerHref(vacanciesPath, "trang-thai=published"))
	v.stat("referred", v.number(p.Kept), v.t("change.referred"), ui.Calm, v.makerHref(peoplePath, ""))
	v.stat("interviews", v.number(p.ToInterview), v.oldest(p.OldestIntroduced), ui.Calm, v.makerHref(peoplePath, "giai-doan=introduced"))
	v.stat("results", v.number(p.ToDecide), v.t("change.results"), alarm(p.ToDecide, ui.Soon), v.makerHref(peoplePath, "giai-doan=interviewed"))
	v.stat("at_work", v.number(p.Started), v.t("change.lately", p.Lately), ui.Calm, "#don-hang")
	v.Charts = append(v.Charts, ui.BarChart(v.orderChart()), ui.Funnel(v.makerFunnel()))
	v.orderTable()
	v.driveTable()
}

// makerHref is a list of what is the employer's own. Its people only the
// employer itself finds so: others' lists hold more.
func (v *view) makerHref(path, query string) string {
	switch {
	case path == vacanciesPath:
		return v.link(access.ReadVacancies, fmt.Sprintf("%s?doanh-nghiep=%d&%s", path, v.Employer, query))
	case !v.own():
		return ""
	}
	return v.link(access.ReadCandidates, path+"?"+query)
}

func (v *view) orderChart() ui.Chart {
	c := ui.Chart{Title: v.t("chart.orders"), Summary: v.t("chart.orders.says"), Labels: v.t("head.order"), DataTest: "chart-orders",
		Series: []ui.Series{{Name: v.t("head.wanted")}, {Name: v.t("head.introduced")}, {Name: v.t("head.started")}}}
	for _, o := range v.Short {
		for i, n := range []int{o.Headcount, o.Introduced, o.Started} {
			c.Series[i].Points = append(c.Series[i].Points, ui.Point{Label: o.Title, Value: float64(n)})
		}
	}
	return c
}

// makerFunnel begins with those introduced: an employer knows no others.
func (v *view) makerFunnel() ui.Chart {
	p := v.People
	return v.steps("referred", v.t("chart.referred.says"), []reached{{"introduced", p.Introduced}, {"interviewed", p.Interviewed}, {"hired", p.Hired}, {"started", p.Started},
		{"stayed_1", p.Stayed1}, {"stayed_3", p.Stayed3}})
}

// orderTable lists the employer's open orders and how they fill.
func (v *view) orderTable() {
	t := table{ID: "don-hang", Own: true, Title: v.t("part.own_orders"), Heads: v.heads("order", "wanted", "introduced", "started", "filled", "closes"),
		Behind: v.heads("zone"), Empty: v.t("empty.own_orders"),
		Href: v.makerHref(vacanciesPath, ""), More: v.t("more.own_orders")}
	for _, o := range v.Short {
		t.Rows = append(t.Rows, []cell{
			{Text: o.Title, Note: o.ZoneName, Href: v.link(access.ReadVacancies, vacancyHref(o.ID))},
			v.count(o.Headcount), v.count(o.Introduced), v.count(o.Started), v.share(o.Started, o.Headcount),
			v.closes(o), v.words(o.ZoneName),
		})
	}
	v.table(t)
}
