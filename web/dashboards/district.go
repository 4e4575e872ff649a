package dashboards

import (
	"cauviec/internal/access"
	"cauviec/internal/dashboard"
	"cauviec/internal/drive"
	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// district answers: what is happening on my ground?
func (v *view) district() {
	replied, asked := v.replies()
	v.say(
		v.dutyClause(),
		v.replyClause(replied, asked),
		v.many(len(v.Ahead), "clause.drives_ahead", "clause.no_drives_ahead"),
		v.t("clause.home_people", v.People.Registered, v.People.Started))
	v.dutyTodos(3)
	if asked > replied {
		v.todo(ui.Soon, "communes", locale.N(v.ctx, "dashboard.todo.communes", asked-replied), few(v.quietCommunes(), 4), "see", "#xa")
	}
	v.owingTodo()
	v.driveTodos()
	v.dutyStat()
	v.stat("communes", locale.T(v.ctx, "ui.of", replied, asked), v.t("change.communes"), ui.Calm, "#xa")
	v.driveStat()
	v.stat("registered", v.number(v.People.Registered), v.t("change.homes"), ui.Calm, "#dien-bien")
	v.stat("started", v.number(v.People.Started), v.t("change.lately", v.People.Lately), ui.Calm, "#dien-bien")
	v.Charts = append(v.Charts, anchored("dien-bien", ui.LineChart(v.weekChart())), ui.Funnel(v.funnel()))
	v.driveTable()
	v.suitedTable()
	v.communeTable()
	v.dutyTable()
}

// replies counts the communes that were asked, and those of them that received.
func (v *view) replies() (replied, asked int) {
	for _, c := range v.Communes {
		if c.ObligationID != 0 {
			asked++
		}
		if c.Received {
			replied++
		}
	}
	return replied, asked
}

func (v *view) replyClause(replied, asked int) string {
	if asked == 0 {
		return v.t("clause.not_passed_on")
	}
	return v.t("clause.communes", replied, asked)
}

func (v *view) quietCommunes() []string {
	var names []string
	for _, c := range v.Communes {
		if c.ObligationID != 0 && !c.Received {
			names = append(names, v.place(c.ShortVi, c.ShortEn))
		}
	}
	return names
}

// nextStep is what the next drives wait for, and from whom.
var nextStep = map[drive.Status]struct {
	need        access.Need
	key, action string
}{
	drive.Planned: {access.AgreeDrives, "agree", "agree"},
	drive.Agreed:  {access.PlanDrives, "announce", "announce"},
}

// driveTodos asks for the next step of drives ahead, from whoever may take it.
func (v *view) driveTodos() {
	for _, d := range v.Ahead {
		if step, ok := nextStep[d.Status]; ok {
			v.todo(ui.Info, "drive", v.t("todo."+step.key, d.Title), v.t("detail.drive", d.Day(), v.pick(d.CommuneVi, d.CommuneEn)), step.action,
				v.link(step.need, driveHref(d.ID)))
		}
	}
}

// communeTable lists the communes, those that have not answered first.
func (v *view) communeTable() {
	t := table{ID: "xa", Grid: true, Title: v.t("part.communes"), Heads: v.heads("commune", "reply", "heard", "held"), Empty: v.t("empty.communes")}
	for _, c := range v.Communes {
		row := []cell{{Text: v.place(c.ShortVi, c.ShortEn), Href: home + "/" + c.Slug}, v.replyCell(c), {}, v.count(c.Drives)}
		if !c.Heard.IsZero() {
			row[2] = cell{Text: locale.Ago(v.ctx, c.Heard, v.Today), Value: c.Heard}
		}
		t.Rows = append(t.Rows, row)
	}
	v.table(t)
}

func (v *view) replyCell(c dashboard.CommuneReply) cell {
	tone, words := ui.Good, v.t("reply.received")
	switch {
	case c.ObligationID == 0:
		tone, words = ui.Calm, v.t("reply.not_asked")
	case !c.Received:
		tone, words = ui.Soon, v.t("reply.waiting")
	case c.State == obligation.Overdue, c.State == obligation.Silent:
		return v.stateCell(c.State)
	}
	return cell{Text: words, Badge: ui.Badge(tone, "", words)}
}

// suitedTable lists the open orders nearest to the district.
func (v *view) suitedTable() {
	t := table{ID: "phu-hop", Own: true, Title: v.t("part.suited"), Lead: v.t("part.suited.says"), Heads: v.heads("order", "zone", "pay", "offers", "wanted"),
		Behind: append(v.heads("employer"), locale.T(v.ctx, "sheet.km"), locale.T(v.ctx, "vacancy.field.income_from"), locale.T(v.ctx, "vacancy.field.income_to")),
		Empty:  v.t("empty.suited"), Href: v.link(access.ReadVacancies, vacanciesPath+"?trang-thai=published"), More: v.t("more.open")}
	for _, s := range v.Suited {
		t.Rows = append(t.Rows, []cell{
			{Text: s.Title, Note: s.Employer, Href: v.link(access.ReadVacancies, vacancyHref(s.ID))},
			{Text: s.ZoneName, Note: v.t("km", s.KM)},
			v.words(locale.MonthlyPay(v.ctx, s.IncomeFrom, s.IncomeTo)),
			v.words(v.living(s)),
			v.count(s.Headcount),
			v.words(s.Employer), {Value: s.KM}, {Value: amount(s.IncomeFrom)}, {Value: amount(s.IncomeTo)},
		})
	}
	v.table(t)
}

func (v *view) living(s dashboard.Suited) string {
	switch {
	case s.Dormitory && s.Bus:
		return v.t("living.both")
	case s.Dormitory:
		return v.t("living.dormitory")
	case s.Bus:
		return v.t("living.bus")
	}
	return "–"
}

// commune answers: what is asked of us, which drives come, whom did we enter?
func (v *view) commune() {
	p := v.People
	v.say(v.dutyClause(), v.many(len(v.Ahead), "clause.drives_ahead", "clause.no_drives_ahead"), v.t("clause.entered", p.Registered, p.Started))
	v.dutyTodos(4)
	v.owingTodo()
	v.driveTodos()
	v.dutyStat()
	v.driveStat()
	v.stat("owing", v.number(len(v.Owing)), v.t("change.owing"), alarm(len(v.Owing), ui.Soon), v.drivesHref("cho-ket-qua"))
	people := ""
	if v.own() {
		people = v.link(access.ReadCandidates, peoplePath)
	}
	v.stat("entered", v.number(p.Kept), v.t("change.entered"), ui.Calm, people)
	if p.Registered > 0 {
		v.Charts = append(v.Charts, ui.LineChart(v.weekChart()), ui.Funnel(v.funnel()))
	}
	v.driveTable()
	v.dutyTable()
}
