package obligation

import (
	"strings"

	"cauviec/internal/clock"
)

// Draft is a reminder yet to be written out: the key of its sentence and what
// fills it. The words stand with all others, outside the domain.
type Draft struct {
	Key    string    // "obligation.draft." and the occasion
	To     string    // the lead body's full name
	From   string    // the issuer's short name
	Clause string    // the clause's path
	Title  string    // the directive's kind and title
	Task   string    // what was asked
	Due    clock.Day // zero when the paper gave no day
	Days   int       // late, left or silent, by the occasion
}

// DraftReminder returns the reminder that fits what the obligation is today: a
// polite follow-up to a request, else what its lateness or silence asks for.
func (l Line) DraftReminder(today clock.Day, calendar clock.Calendar) Draft {
	d := Draft{To: l.LeadFullVi, From: l.IssuerVi, Clause: l.ClausePath, Title: l.Paper(), Task: l.Task, Due: l.DueOn}
	switch state := l.State(today, calendar); {
	case l.Kind == Request:
		d.Key, d.Days = "obligation.draft.request", l.Age(today)
	case state == Overdue:
		d.Key, d.Days = "obligation.draft.overdue", today.Sub(l.DueOn)
	case l.Kind == Order && !l.DueOn.IsZero():
		d.Key, d.Days = "obligation.draft.dated", l.DueOn.Sub(today)
	default:
		d.Key, d.Days = "obligation.draft.undated", l.SilentFor(today)
	}
	return d
}

// Paper names the directive by its kind and title; words in which the kind ends
// and the title begins are said once.
func (l Line) Paper() string {
	words := strings.Fields(l.DirectiveKind)
	for i := range words {
		tail := strings.Join(words[i:], " ")
		if strings.HasPrefix(strings.ToLower(l.DirectiveTitle), strings.ToLower(tail)) {
			return strings.TrimSpace(strings.Join(words[:i], " ") + " " + l.DirectiveTitle)
		}
	}
	return l.DirectiveKind + " " + l.DirectiveTitle
}
