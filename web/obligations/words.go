package obligations

import (
	"context"
	"strconv"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

func stateWords(ctx context.Context, s obligation.State) string {
	return locale.T(ctx, "obligation.state."+string(s))
}

// badgeOf is how a state looks.
func badgeOf(s obligation.State) (tone ui.Tone, icon string) {
	switch s {
	case obligation.Overdue:
		return ui.Late, "circle-alert"
	case obligation.Silent:
		return ui.Soon, "message-circle"
	case obligation.DueSoon:
		return ui.Soon, "clock"
	case obligation.AwaitingAnswer:
		return ui.Info, "hourglass"
	case obligation.OnTime, obligation.Ongoing, obligation.Undated:
		return ui.Info, "play"
	case obligation.Paused:
		return ui.Calm, "pause"
	case obligation.DoneLate:
		return ui.Calm, "circle-check"
	}
	return ui.Good, "circle-check"
}

// notes say what a line's state does not: for how long, what waits, who
// disagrees.
func notes(ctx context.Context, l obligation.Line, today clock.Day, state obligation.State) []string {
	var said []string
	add := func(when bool, key string, args ...any) {
		if when {
			said = append(said, locale.T(ctx, key, args...))
		}
	}
	add(state == obligation.Silent, "obligation.note.silent", l.SilentFor(today))
	add(state == obligation.AwaitingAnswer, "obligation.note.waiting", l.Age(today))
	add(l.Status == obligation.Reported && l.Kind != obligation.Request, "obligation.note.reported")
	add(l.Disputed, "obligation.note.disputed")
	add(!l.AskedTo.IsZero(), "obligation.note.extension", l.AskedTo)
	add(l.Children > 0, "obligation.note.children", l.ChildrenHeard, l.Children)
	return said
}

// dueMeans says what the day of an order means today, while its clock runs.
func dueMeans(ctx context.Context, o obligation.Obligation, today clock.Day) string {
	runs := o.Status == obligation.Assigned || o.Status == obligation.Received || o.Status == obligation.InProgress
	if o.DueOn.IsZero() || o.Kind != obligation.Order || !runs {
		return ""
	}
	return locale.Left(ctx, o.DueOn, today)
}

// heardWords says when the body was last heard of.
func heardWords(ctx context.Context, o obligation.Obligation, today clock.Day) string {
	if o.LastHeardAt == nil && o.ReceivedAt == nil {
		return locale.T(ctx, "obligation.heard.never")
	}
	return locale.Ago(ctx, o.Heard(), today)
}

// draftWords writes out a reminder in the language of ctx.
func draftWords(ctx context.Context, d obligation.Draft) string {
	return locale.T(ctx, d.Key, d.To, d.Title, d.Clause, d.Task, d.Due, d.Days, d.From)
}

// ruleWords explains a rule by its name; a rule in words stands as it is.
func ruleWords(ctx context.Context, rule string) string {
	if key := "obligation.rule." + rule; locale.Has(key) {
		return locale.T(ctx, key)
	}
	return rule
}

// who says when something was done, and by whom.
func who(at time.Time, person, body string) string {
	said := locale.DayTime(at) + " · " + person
	if body != "" {
		said += ", " + body
	}
	return said
}

// size writes bytes as people read them.
func size(ctx context.Context, bytes int64) string {
	const kilo = 1 << 10
	if bytes < kilo*kilo {
		return locale.Number(ctx, (bytes+kilo-1)/kilo) + " kB"
	}
	return locale.Number(ctx, bytes/kilo/kilo) + " MB"
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
