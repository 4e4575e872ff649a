package dashboards

import (
	"context"

	"cauviec/internal/dashboard"
	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// clause is what a clause asks, with the bodies it asks and their states.
type clause struct {
	dashboard.Asked
	Leads  []string
	States []stateCount
}

type stateCount struct {
	State obligation.State
	N     int
}

// paper is a directive with its clauses.
type paper struct {
	dashboard.Asked
	Clauses []clause
}

// papers groups what is asked by directive and clause; what one clause asks of
// several bodies in the same words is one line.
func papers(ctx context.Context, p dashboard.Progress) []paper {
	var list []paper
	for _, asked := range p.Asked {
		if len(list) == 0 || list[len(list)-1].DirectiveID != asked.DirectiveID {
			list = append(list, paper{Asked: asked})
		}
		on := &list[len(list)-1]
		last := len(on.Clauses) - 1
		if last < 0 || on.Clauses[last].ClauseID != asked.ClauseID || on.Clauses[last].Task != asked.Task {
			on.Clauses = append(on.Clauses, clause{Asked: asked})
			last++
		}
		c := &on.Clauses[last]
		c.Leads = append(c.Leads, locale.Pick(ctx, asked.LeadVi, asked.LeadEn))
		c.count(asked.State)
	}
	return list
}

func (c *clause) count(state obligation.State) {
	for i := range c.States {
		if c.States[i].State == state {
			c.States[i].N++
			return
		}
	}
	c.States = append(c.States, stateCount{state, 1})
}

// issued says of when a paper is, as far as it says so itself.
func issued(ctx context.Context, p paper) string {
	switch {
	case !p.IssuedOn.IsZero():
		return locale.T(ctx, "progress.issued", p.IssuedOn)
	case len(p.IssuedMonth) == len("2006-01"):
		return locale.T(ctx, "progress.issued_month", p.IssuedMonth[5:]+"/"+p.IssuedMonth[:4])
	}
	return ""
}

// publicState is a state as the public is told it: calmly.
func publicState(ctx context.Context, state obligation.State) (ui.Tone, string) {
	tone := stateTone(state)
	if tone == ui.Late {
		tone = ui.Soon
	}
	return tone, locale.T(ctx, "progress.state."+string(state))
}

// leads names up to three bodies, or says how many there are.
func (c clause) leads(ctx context.Context) string {
	if len(c.Leads) > 3 {
		return locale.T(ctx, "progress.leads", len(c.Leads))
	}
	return few(c.Leads, 3)
}

// due says until when, and what that means today.
func (c clause) due(ctx context.Context, p dashboard.Progress) string {
	if c.DueOn.IsZero() {
		return ""
	}
	for _, s := range c.States {
		if s.State == obligation.Overdue || s.State == obligation.DueSoon || s.State == obligation.OnTime {
			return locale.T(ctx, "progress.due", c.DueOn, locale.Left(ctx, c.DueOn, p.Today))
		}
	}
	return locale.T(ctx, "progress.due_only", c.DueOn)
}

// about writes a number of people as the public is told it.
func about(ctx context.Context, n int) string {
	rounded, few := dashboard.Round(n)
	switch {
	case few:
		return locale.T(ctx, "dashboard.less", dashboard.Few)
	case rounded == 0:
		return "0"
	}
	return locale.T(ctx, "dashboard.about", rounded)
}

// figures are the public's key figures.
func figures(ctx context.Context, p dashboard.Progress) []ui.Stat {
	stat := func(key, value, href string) ui.Stat {
		return ui.Stat{Label: locale.T(ctx, "progress.stat."+key), Value: value, Change: locale.T(ctx, "progress.means."+key), Href: href, DataTest: "public-" + key}
	}
	return []ui.Stat{
		stat("held", locale.Number(ctx, int64(p.Held)), "/dot-tuyen-dung?xem=da-qua"),
		stat("attended", locale.Number(ctx, int64(p.Attended)), "#huyen"),
		stat("wanted", locale.Number(ctx, int64(p.Wanted)), "/viec-lam"),
		stat("started", about(ctx, p.Started), "#huyen"),
	}
}

// headline says in one sentence how far it has come.
func headline(ctx context.Context, p dashboard.Progress) string {
	going, late := 0, 0
	for _, asked := range p.Asked {
		switch asked.State {
		case obligation.Overdue, obligation.Silent:
			late++
		default:
			going++
		}
	}
	return sentence([]string{
		locale.T(ctx, "progress.clause.duties", len(p.Asked), going, late),
		locale.T(ctx, "progress.clause.people", about(ctx, p.Started), p.Held),
	})
}

func districtsTable(ctx context.Context, p dashboard.Progress) table {
	head := func(key string) string { return locale.T(ctx, "dashboard.head."+key) }
	number := func(n int) cell { return cell{Text: locale.Number(ctx, int64(n)), Num: true, Value: n} }
	t := table{ID: "huyen", Own: true, Sheet: "/tien-do/huyen", Grid: true, Title: locale.T(ctx, "progress.districts"), Lead: locale.T(ctx, "progress.districts.says", dashboard.Few),
		Heads: []string{head("district"), head("held"), head("attended"), head("ahead"), head("started")}}
	for _, d := range p.Districts {
		t.Rows = append(t.Rows, []cell{{Text: placeOf(ctx, d.ShortVi, d.ShortEn)},
			number(d.Held), number(d.Attended), number(d.Ahead), {Text: about(ctx, d.Started), Num: true}})
	}
	return t
}
