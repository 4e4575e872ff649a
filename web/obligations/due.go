package obligations

import (
	"context"
	"strings"

	"cauviec/internal/clock"
	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// dueFacts let the day explain itself: what the paper says, how the day
// follows, whether offices work on it, and who gave more time.
func (v view) dueFacts(ctx context.Context) []ui.Fact {
	fact := func(key, value string) ui.Fact {
		return ui.Fact{Label: locale.T(ctx, key), Value: value}
	}
	facts := []ui.Fact{v.dayFact(ctx)}
	if v.Due.Phrase != "" {
		facts = append(facts, ui.Fact{Label: locale.T(ctx, "obligation.due.phrase"), Value: locale.T(ctx, "obligation.due.quoted", v.Due.Phrase),
			Help: ruleWords(ctx, v.Due.Rule)})
	}
	if v.Recurrence != "" {
		facts = append(facts, fact("obligation.recurrence", locale.T(ctx, "obligation.recurrence."+v.Recurrence)))
	}
	if v.Due.Off {
		facts = append(facts, ui.Fact{Label: locale.T(ctx, "obligation.due.holiday"), Value: offWords(ctx, v.Due), Wide: true, DataTest: "due-off"})
	}
	if v.Due.First != v.Due.Day {
		facts = append(facts, fact("obligation.due.first", v.Due.First.String()))
	}
	for _, e := range v.Due.Extensions {
		facts = append(facts, ui.Fact{Label: locale.T(ctx, "obligation.due.extended"), Value: extendedWords(ctx, e), Help: e.Why, Wide: true,
			DataTest: "due-extended"})
	}
	return facts
}

// dayFact is the day that counts and what it means today.
func (v view) dayFact(ctx context.Context) ui.Fact {
	fact := ui.Fact{Label: locale.T(ctx, "obligation.due"), DataTest: "due"}
	switch {
	case v.Kind == obligation.Request:
		fact.Value, fact.Help = locale.T(ctx, "obligation.due.none"), locale.T(ctx, "obligation.due.request", v.Age(v.today))
	case v.Due.Day.IsZero():
		fact.Value, fact.Help = locale.T(ctx, "obligation.due.silent"), locale.T(ctx, "obligation.due.heartbeat", v.HeartbeatDays)
	default:
		fact.Value = v.Due.Day.String()
		fact.Help = strings.Join(v.dayMeaning(ctx), " · ")
	}
	return fact
}

func (v view) dayMeaning(ctx context.Context) []string {
	means := dueMeans(ctx, v.Obligation, v.today)
	if means == "" {
		return nil
	}
	said := []string{means}
	if n := v.Due.WorkingDaysTo; n > 0 && n < obligation.MaxCounted {
		said = append(said, locale.N(ctx, "obligation.due.working", n))
	}
	return append(said, locale.T(ctx, "obligation.due.midnight"))
}

// offWords name the day off on which the deadline falls, and the last working
// day before it.
func offWords(ctx context.Context, due obligation.Due) string {
	name := locale.Pick(ctx, due.HolidayVi, due.HolidayEn)
	if name == "" {
		name = locale.T(ctx, "obligation.due.weekend")
	}
	return locale.T(ctx, "obligation.due.off", due.Day, name, locale.Weekday(ctx, due.LastWorking), due.LastWorking)
}

func extendedWords(ctx context.Context, e obligation.Extension) string {
	decided := ""
	if e.DecidedAt != nil {
		decided = clock.DayOf(*e.DecidedAt).String()
	}
	return locale.T(ctx, "obligation.due.extended.by", e.FromDay, e.ToDay, e.DecidedBy,
		locale.Pick(ctx, e.DecidedBodyVi, e.DecidedBodyEn), decided)
}
