package dashboards

import (
	"strings"

	"cauviec/internal/fold"
	"cauviec/internal/obligation"
	"cauviec/web/locale"
)

// matter is an overdue or silent task with the bodies that owe it and for how
// many days.
type matter struct {
	State string
	Leads string
	Task  string
}

// attention puts the bodies that owe the same words in the same state on one
// line, the overdue first.
func (v *view) attention() []matter {
	var matters []matter
	for _, state := range []obligation.State{obligation.Overdue, obligation.Silent} {
		row := map[string]int{}
		for _, line := range v.Duties.Lines {
			if line.State(v.Today, v.Calendar) != state {
				continue
			}
			i, known := row[line.Task]
			if !known {
				i = len(matters)
				row[line.Task] = i
				matters = append(matters, matter{State: fold.Capital(locale.T(v.ctx, "obligation.state."+string(state))), Task: fold.Brief(line.Task, 100)})
			}
			matters[i].Leads = strings.TrimPrefix(matters[i].Leads+", "+v.owes(line, state), ", ")
		}
	}
	return matters
}

// owes names a body and the days for which it is late or silent.
func (v *view) owes(line obligation.Line, state obligation.State) string {
	days := line.SilentFor(v.Today)
	if state == obligation.Overdue {
		days = v.Today.Sub(line.DueOn)
	}
	return v.t("brief.days", v.pick(line.LeadVi, line.LeadEn), days)
}
