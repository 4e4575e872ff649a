package dashboards

import (
	"strconv"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/dashboard"
	"cauviec/internal/drive"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

const (
	vacanciesPath = "/quan-ly/tin-tuyen-dung"
	peoplePath    = "/quan-ly/nguoi-tim-viec"
)

// centre answers: what do I process next?
func (v *view) centre() {
	o, p := v.Orders, v.People
	v.say(
		v.many(o.Submitted, "clause.submitted", "clause.none_submitted"),
		v.many(p.ToIntroduce, "clause.to_introduce", "clause.none_to_introduce"),
		v.many(len(v.todaysDrives()), "clause.drives_today", "clause.no_drive_today"))
	v.centreTodos()
	v.stat("submitted", v.number(o.Submitted), v.waiting(), alarm(o.Submitted, ui.Soon), v.inboxHref("trang-thai=submitted"))
	v.stat("to_introduce", v.number(p.ToIntroduce), v.oldest(p.OldestRegistered), alarm(p.ToIntroduce, ui.Soon),
		v.link(access.ReadCandidates, peoplePath+"?giai-doan=registered"))
	v.stat("to_interview", v.number(p.ToInterview), v.oldest(p.OldestIntroduced), ui.Calm, v.link(access.ReadCandidates, peoplePath+"?giai-doan=introduced"))
	v.stat("expiring", v.number(o.Expiring), v.t("change.of_open", o.Published), ui.Calm, v.link(access.ReadVacancies, vacanciesPath+"?xem=sap-het-han"))
	v.stat("short", v.number(o.Short), v.t("change.short"), alarm(o.Short, ui.Soon), v.link(access.ReadVacancies, vacanciesPath+"?xem=thieu-nguoi"))
	v.Charts = append(v.Charts, ui.LineChart(v.weekChart()), ui.Funnel(v.funnel()))
	v.driveTable()
	v.inboxTable()
	v.shortTable()
	v.dutyTable()
}

func (v *view) centreTodos() {
	o, p := v.Orders, v.People
	for _, d := range v.todaysDrives() {
		v.todo(ui.Info, "drive", v.t("todo.drive_today", d.Title), v.t("detail.drive_at", locale.Time(d.StartsAt), d.Venue), "open", driveHref(d.ID))
	}
	v.complaintTodo()
	v.postedTodos()
	if o.Submitted > 0 {
		v.todo(ui.Soon, "submitted", locale.N(v.ctx, "dashboard.todo.submitted", o.Submitted), v.waiting(), "judge", v.inboxHref("trang-thai=submitted"))
	}
	if o.Doubled > 0 {
		v.todo(ui.Soon, "doubled", locale.N(v.ctx, "dashboard.todo.doubled", o.Doubled), v.t("detail.doubled"), "compare", v.inboxHref("xem=trung-lap"))
	}
	if p.ToIntroduce > 0 {
		v.todo(ui.Soon, "introduce", locale.N(v.ctx, "dashboard.todo.introduce", p.ToIntroduce), v.oldest(p.OldestRegistered), "call",
			v.link(access.ReadCandidates, peoplePath+"?giai-doan=registered"))
	}
	if p.ToInterview > 0 {
		v.todo(ui.Soon, "due", locale.N(v.ctx, "dashboard.todo.due", p.ToInterview), v.oldest(p.OldestIntroduced), "ask",
			v.link(access.ReadCandidates, peoplePath+"?giai-doan=introduced"))
	}
	v.owingTodo()
	if o.Expiring > 0 {
		v.todo(ui.Info, "expiring", locale.N(v.ctx, "dashboard.todo.expiring", o.Expiring), "", "look", vacanciesPath+"?xem=sap-het-han")
	}
	v.dutyTodos(2)
}

// inboxHref is a list of what is not published yet, which only those who write
// vacancies find there.
func (v *view) inboxHref(query string) string {
	return v.link(access.WriteVacancies, vacanciesPath+"?"+query)
}

// waiting says since when the oldest submitted vacancy waits.
func (v *view) waiting() string { return v.oldest(v.Orders.OldestWait) }

// oldest says since when the oldest of several waits.
func (v *view) oldest(since *time.Time) string {
	if since == nil {
		return ""
	}
	return v.t("detail.oldest", locale.Ago(v.ctx, clock.DayOf(*since), v.Today))
}

func (v *view) todaysDrives() []drive.Drive {
	var today []drive.Drive
	for _, d := range v.Ahead {
		if d.Day() == v.Today {
			today = append(today, d)
		}
	}
	return today
}

// weekChart shows people registered and started by week.
func (v *view) weekChart() ui.Chart {
	series := []ui.Series{{Name: v.t("head.registered")}, {Name: v.t("head.started")}}
	for _, w := range v.Weeks {
		label := clock.DayOf(w.Day).String()[:5]
		series[0].Points = append(series[0].Points, ui.Point{Label: label, Value: float64(w.Registered)})
		series[1].Points = append(series[1].Points, ui.Point{Label: label, Value: float64(w.Started)})
	}
	return ui.Chart{Title: v.t("chart.weeks"), Summary: v.t("chart.weeks.says", v.People.Lately, v.People.Before), Labels: v.t("head.week"),
		Unit: v.t("head.people"), Series: series, DataTest: "chart-weeks"}
}

// driveTable lists the next drives.
func (v *view) driveTable() {
	t := table{ID: "dot-tuyen-dung", Title: v.t("part.drives"), Heads: v.heads("drive", "when", "where", "brings", "state"), Empty: v.t("empty.drives"),
		Href: v.drivesHref("sap-toi"), More: v.t("more.drives")}
	for _, d := range v.Ahead[:min(len(v.Ahead), 6)] {
		t.Rows = append(t.Rows, []cell{
			{Text: d.Title, Href: v.link(access.ReadDrives, driveHref(d.ID))},
			v.words(locale.Weekday(v.ctx, d.Day()) + " " + locale.DayTime(d.StartsAt)),
			v.words(v.place(d.CommuneVi, d.CommuneEn) + ", " + v.pick(d.DistrictVi, d.DistrictEn)),
			v.words(v.t("brings", d.Employers, d.Vacancies)),
			{Badge: ui.Badge(driveTone(d.Status), "", locale.T(v.ctx, "drive.status."+string(d.Status)))},
		})
	}
	v.table(t)
}

func driveTone(s drive.Status) ui.Tone {
	switch s {
	case drive.Planned, drive.Agreed:
		return ui.Soon
	case drive.Announced:
		return ui.Info
	case drive.Postponed, drive.Cancelled:
		return ui.Calm
	}
	return ui.Good
}

func vacancyHref(id int64) string { return vacanciesPath + "/" + strconv.FormatInt(id, 10) }

func (v *view) orderCell(o dashboard.Order) cell {
	return cell{Text: o.Title, Note: o.Employer, Href: v.link(access.ReadVacancies, vacancyHref(o.ID))}
}

// closes says how long an order stays open; a spreadsheet has the day.
func (v *view) closes(o dashboard.Order) cell {
	return cell{Text: locale.Left(v.ctx, o.ClosesOn, v.Today), Value: o.ClosesOn}
}

func (v *view) inboxTable() {
	t := table{ID: "cho-duyet", Title: v.t("part.inbox"), Heads: v.heads("order", "zone", "wanted", "sent"), Empty: v.t("empty.inbox"),
		Href: v.inboxHref("trang-thai=submitted"), More: v.t("more.inbox")}
	for _, o := range v.Inbox {
		sent := cell{}
		if o.SubmittedAt != nil {
			sent.Text = locale.Ago(v.ctx, clock.DayOf(*o.SubmittedAt), v.Today)
		}
		t.Rows = append(t.Rows, []cell{v.orderCell(o), v.words(o.ZoneName), v.count(o.Headcount), sent})
	}
	v.table(t)
}

// shortTable lists the open orders that most lack people.
func (v *view) shortTable() {
	t := table{ID: "thieu-nguoi", Own: true, Title: v.t("part.short"), Lead: v.t("part.short.says"),
		Heads: v.heads("order", "zone", "wanted", "going", "left", "closes"), Behind: v.heads("employer"), Empty: v.t("empty.short"),
		Href: v.link(access.ReadVacancies, vacanciesPath+"?trang-thai=published"), More: v.t("more.open")}
	for _, o := range v.Short {
		t.Rows = append(t.Rows, []cell{v.orderCell(o), v.words(o.ZoneName), v.count(o.Headcount), v.count(o.Going),
			v.count(max(o.Headcount-o.Going, 0)), v.closes(o), v.words(o.Employer)})
	}
	v.table(t)
}
