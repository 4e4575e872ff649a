package vacancy

import (
	"slices"

	"cauviec/internal/access"
	"cauviec/internal/clock"
)

// Offers returns what the actor may do now, the likeliest first.
func (v Vacancy) Offers(actor access.Actor, today clock.Day) []Action {
	var offers []Action
	for _, a := range actions {
		if a.when(v, today) && actor.May(a.need(v)) && (!a.second || v.SecondPerson(actor.Account)) {
			offers = append(offers, a.action)
		}
	}
	if slices.Contains(offers, Edit) {
		offers = slices.DeleteFunc(offers, func(a Action) bool { return a == Amend })
	}
	return offers
}

// live is true of what the public sees or will see again.
func live(v Vacancy, _ clock.Day) bool { return v.Status == Published || v.Status == Paused }

var actions = []struct {
	action Action
	second bool // by somebody else than the writer
	need   func(v Vacancy) access.Need
	when   func(v Vacancy, today clock.Day) bool
}{
	{Submit, false, writing, func(v Vacancy, _ clock.Day) bool { return v.Status.May(Submitted) }},
	{Publish, true, publishing, func(v Vacancy, _ clock.Day) bool { return v.Status == Submitted }},
	{Schedule, true, publishing, func(v Vacancy, _ clock.Day) bool { return v.Status == Submitted && v.PublishAt == nil }},
	{Unschedule, false, publishing, func(v Vacancy, _ clock.Day) bool { return v.PublishAt != nil }},
	{Return, false, publishing, func(v Vacancy, _ clock.Day) bool { return v.Status == Submitted }},
	{Resume, false, writing, func(v Vacancy, today clock.Day) bool {
		return v.Status != Submitted && v.Status.May(Published) && v.ClosesOn.After(today)
	}},
	{Extend, false, writing, live},
	{Edit, false, editing, func(v Vacancy, _ clock.Day) bool {
		return v.Status == Draft || v.Status == Published || v.Status == Paused
	}},
	{Amend, false, writing, func(v Vacancy, today clock.Day) bool { return live(v, today) && !v.Over(today) }},
	{Pause, false, writing, func(v Vacancy, today clock.Day) bool { return v.Status == Published && !v.Over(today) }},
	{Fill, false, writing, func(v Vacancy, _ clock.Day) bool { return v.Status.May(Filled) }},
	{Relist, false, writing, Vacancy.Ended},
	{Copy, false, writing, func(Vacancy, clock.Day) bool { return true }},
	{Keep, false, writing, func(Vacancy, clock.Day) bool { return true }},
	{Withdraw, false, writing, func(v Vacancy, _ clock.Day) bool { return v.Status.May(Withdrawn) }},
}

func writing(Vacancy) access.Need    { return access.WriteVacancies }
func publishing(Vacancy) access.Need { return access.PublishVacancies }

// editing needs publishers once the facts are public.
func editing(v Vacancy) access.Need {
	if v.Status == Draft {
		return access.WriteVacancies
	}
	return access.PublishVacancies
}

// Ended reports whether nobody can register any more and it was public once.
func (v Vacancy) Ended(today clock.Day) bool {
	state := v.State(today)
	return v.Revision > 0 && (state == Filled || state == Expired || state == Withdrawn)
}
