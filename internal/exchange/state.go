package exchange

import (
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/vacancy"
)

// StateCode is whether a vacancy is open and, if not, how it was closed.
type StateCode string

// The states.
const (
	Open        StateCode = "open"
	Paused      StateCode = "paused"       // it may come back
	Closed      StateCode = "closed"       // its last day is over
	ClosedEarly StateCode = "closed_early" // ended before its last day
)

// The reasons for which vacancies are closed.
const (
	filled    = "filled"    // enough people were found
	withdrawn = "withdrawn" // for good
	merged    = "merged"    // another vacancy took it up
	untrusted = "employer"  // the employer is suspended
	lastDay   = "last_day"
)

// stateOf says where a vacancy stands at an instant. What ended it first
// counts: one that was marked filled after its last day was closed by its date.
func stateOf(f Facts, at time.Time, words Words) State {
	state := State{Code: Open, On: clock.DayOf(f.FirstAt)}
	reason, on := ended(f, at)
	switch {
	case reason != "" && !on.After(f.ClosesOn):
		state.Code, state.On = ClosedEarly, on
		if on == f.ClosesOn {
			state.Code = Closed
		}
		state.Reason = chosen("exchange.reason.", reason, words)
	case f.ClosesOn.Before(clock.DayOf(at)):
		state.Code, state.On, state.Reason = Closed, f.ClosesOn, chosen("exchange.reason.", lastDay, words)
	case f.Status == vacancy.Paused:
		state.Code, state.On = Paused, dayOf(f.PausedAt, f.RevisedAt)
	}
	state.Name = words("exchange.state." + string(state.Code))
	return state
}

// ended says what ended a vacancy first, and on which day; nothing, if only
// its date can.
func ended(f Facts, at time.Time) (reason string, on clock.Day) {
	switch {
	case f.Status == vacancy.Filled:
		reason, on = filled, dayOf(f.EndedAt, at)
	case f.Status == vacancy.Withdrawn && f.MergedInto != "":
		reason, on = merged, dayOf(f.EndedAt, at)
	case f.Status == vacancy.Withdrawn:
		reason, on = withdrawn, dayOf(f.EndedAt, at)
	}
	if f.EmployerState == employer.Verified {
		return reason, on
	}
	if since := dayOf(f.EmployerStateAt, at); reason == "" || since.Before(on) {
		return untrusted, since
	}
	return reason, on
}

// dayOf is the day of an instant, or of another one where it is not known.
func dayOf(at *time.Time, otherwise time.Time) clock.Day {
	if at == nil {
		return clock.DayOf(otherwise)
	}
	return clock.DayOf(*at)
}
