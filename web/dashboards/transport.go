package dashboards

import (
	"cmp"
	"slices"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/dashboard"
	"cauviec/internal/obligation"
	"cauviec/internal/reference"
	"cauviec/internal/routestudy"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

const studyPath = "/quan-ly/tuyen-xe"

// transport answers: can the line open, and by when do we report?
func (v *view) transport() {
	people, zones := v.carried()
	settled, apart := v.settled()
	order, dated := v.order()
	clock := v.t("clause.no_order")
	if dated {
		clock = v.t("clause.order", v.left(order))
	}
	v.say(clock, v.t("clause.settled", settled, len(v.Study)), v.t("clause.carried", dashboard.Nearest(people), zones))
	v.dutyTodos(3)
	v.jointTodos()
	v.studyTodos()
	if dated {
		v.orderStat(order)
	}
	v.stat("settled", locale.T(v.ctx, "ui.of", settled, len(v.Study)), v.t("change.both_sides"), ui.Calm, v.link(access.ReadRouteStudy, studyPath))
	v.stat("apart", v.number(apart), v.t("change.apart"), alarm(apart, ui.Soon), v.link(access.ReadRouteStudy, studyPath))
	v.stat("carried", v.t("about", dashboard.Nearest(people)), v.t("change.carried", zones), ui.Calm, "#nhu-cau")
	v.Charts = append(v.Charts, ui.BarChart(v.zoneDemand()))
	v.studyTable()
	v.matrix()
	v.wayTable()
	v.dutyTable()
	v.jointTable()
}

// order is the dated obligation that the body works or stands beside, the
// most urgent first.
func (v *view) order() (line obligation.Line, ok bool) {
	for _, duty := range v.Duties.Lines {
		if duty.Kind == obligation.Order && !duty.DueOn.IsZero() {
			return duty, true
		}
	}
	for _, joint := range v.Joint {
		if joint.Kind == obligation.Order && !joint.DueOn.IsZero() {
			return joint.Line, true
		}
	}
	return line, false
}

// left says what the day of an order means today, or how it ended.
func (v *view) left(line obligation.Line) string {
	if line.Status == obligation.Accepted || line.Status == obligation.Reported || line.Status == obligation.Suspended {
		return locale.T(v.ctx, "obligation.status."+string(line.Status))
	}
	return locale.Left(v.ctx, line.DueOn, v.Today)
}

// orderStat is the clock of the order: days left, days late, or how it ended.
func (v *view) orderStat(line obligation.Line) {
	tone, href := stateTone(line.State(v.Today, v.Calendar)), v.link(access.ReadObligations, dutyHref(line.ID))
	due := v.t("change.due", line.DueOn)
	days := line.DueOn.Sub(v.Today)
	switch {
	case line.Status == obligation.Accepted || line.Status == obligation.Reported || line.Status == obligation.Suspended:
		v.stat("order", v.left(line), due, tone, href)
	case days < 0:
		v.stat("order_late", v.t("days", -days), due, tone, href)
	default:
		v.stat("order_left", v.t("days", days), due, tone, href)
	}
}

// settled counts the items that both sides have settled, and those on which
// they are apart.
func (v *view) settled() (settled, apart int) {
	for _, line := range v.Study {
		if line.Settled() {
			settled++
		}
		if line.Apart() {
			apart++
		}
	}
	return settled, apart
}

// carried counts the people whom a line would carry, and their zones.
func (v *view) carried() (people, zones int) {
	seen := map[int64]bool{}
	for _, c := range v.Cells {
		people += c.N
		if c.Zone != 0 && !seen[c.Zone] {
			seen[c.Zone] = true
			zones++
		}
	}
	return people, zones
}

// studyTodos asks for the own side of items that the other side has begun.
func (v *view) studyTodos() {
	for _, line := range v.Study {
		ours, theirs := line.Source, line.Destination
		if v.Body.Side == access.Destination {
			ours, theirs = theirs, ours
		}
		if ours.State == routestudy.Open && theirs.State != routestudy.Open {
			v.todo(ui.Soon, "study", v.t("todo.study", locale.T(v.ctx, "route_study.item."+string(line.Item))), v.t("detail.study"), "state", studyPath)
		}
	}
}

// studyTable shows both sides' state of each item.
func (v *view) studyTable() {
	t := table{ID: "ho-so", Title: v.t("part.study"), Heads: v.heads("item", "side_source", "side_destination"), Href: v.link(access.ReadRouteStudy, studyPath), More: v.t("more.study")}
	for _, line := range v.Study {
		t.Rows = append(t.Rows, []cell{{Text: locale.T(v.ctx, "route_study.item."+string(line.Item))}, v.partCell(line.Source), v.partCell(line.Destination)})
	}
	v.table(t)
}

func (v *view) partCell(p routestudy.Part) cell {
	tone := map[routestudy.State]ui.Tone{routestudy.Settled: ui.Good, routestudy.Underway: ui.Info}[p.State]
	words := locale.T(v.ctx, "route_study.status."+string(p.State))
	return cell{Text: words, Badge: ui.Badge(tone, "", words)}
}

// people writes a number of people so that nobody can be known by it.
func (v *view) people(n int) string {
	if n > 0 && n < dashboard.Few {
		return v.t("less.cell", dashboard.Few)
	}
	return v.number(n)
}

// zoneDemand compares the zones by the people at work there.
func (v *view) zoneDemand() ui.Chart {
	c := ui.Chart{Title: v.t("chart.carried"), Summary: v.t("chart.carried.says"), Labels: v.t("head.zone"), DataTest: "chart-carried",
		Series: []ui.Series{{Name: v.t("head.people")}}}
	for _, z := range v.busiest(10) {
		c.Series[0].Points = append(c.Series[0].Points, ui.Point{Label: z.Name, Value: float64(dashboard.Nearest(z.Working)), Text: v.nearest(z.Working)})
	}
	return c
}

// nearest writes a sum of people to the nearest five.
func (v *view) nearest(n int) string {
	if n > 0 && n < dashboard.Few {
		return v.t("less.cell", dashboard.Few)
	}
	return v.number(dashboard.Nearest(n))
}

// busiest are the zones where most people work.
func (v *view) busiest(most int) []dashboard.Zone {
	zones := slices.Clone(v.Zones)
	slices.SortStableFunc(zones, func(one, other dashboard.Zone) int { return cmp.Compare(other.Working, one.Working) })
	return zones[:min(len(zones), most)]
}

// matrix shows people by home district and zone; small cells are not told.
func (v *view) matrix() {
	zones := v.busiest(5)
	t := table{ID: "nhu-cau", Title: v.t("part.matrix"), Lead: v.t("part.matrix.says", dashboard.Few), Heads: v.heads("district"), Empty: v.t("empty.matrix"), Grid: true}
	for _, z := range zones {
		t.Heads = append(t.Heads, strings.TrimPrefix(z.Name, "KCN "))
	}
	t.Heads = append(t.Heads, v.t("head.elsewhere"), v.t("head.all_zones"))
	for start := 0; start < len(v.Cells); {
		end := start
		for end < len(v.Cells) && v.Cells[end].DistrictID == v.Cells[start].DistrictID {
			end++
		}
		t.Rows = append(t.Rows, v.matrixRow(v.Cells[start:end], zones))
		start = end
	}
	v.table(t)
}

// matrixRow is one district's row of cells.
func (v *view) matrixRow(cells []dashboard.Cell, zones []dashboard.Zone) []cell {
	row := []cell{{Text: v.place(cells[0].DistrictVi, cells[0].DistrictEn)}}
	all, named := 0, 0
	for _, c := range cells {
		all += c.N
	}
	for _, z := range zones {
		n := 0
		for _, c := range cells {
			if c.Zone == z.ID {
				n += c.N
			}
		}
		named += n
		row = append(row, cell{Text: v.people(n), Num: true})
	}
	return append(row, cell{Text: v.people(all - named), Num: true}, cell{Text: v.nearest(all), Num: true})
}

// wayTable shows how far the zones are.
func (v *view) wayTable() {
	t := table{ID: "cu-ly", Grid: true, Title: v.t("part.way"), Lead: v.t("part.way.says"), Heads: v.heads("zone", "km", "time", "wanted"), Empty: v.t("empty.matrix")}
	for _, z := range v.busiest(10) {
		minutes := reference.RoadMinutes(z.KM)
		t.Rows = append(t.Rows, []cell{{Text: z.Name}, {Text: v.t("km", z.KM), Num: true, Value: z.KM}, {Text: v.t("hours", minutes/60, minutes%60), Num: true}, v.count(z.Wanted)})
	}
	v.table(t)
}
