package body

import "cauviec/internal/clock"

// Successor says by what name a body goes on from a day. NewBodyID is 0 when
// the new organisation is not kept here. Certainty is verified or general
// (general knowledge).
type Successor struct {
	OldBodyID int64
	NewBodyID int64
	NewName   string
	StartsOn  clock.Day
	Certainty string
}

// NowCalled returns how a body goes on as of a day, for the words "(nay là
// …)": the successors that began last, none while the body itself goes on. A
// district has one for each commune that took over from it.
func NowCalled(successors []Successor, day clock.Day) []Successor {
	var last clock.Day
	for _, s := range successors {
		if !s.StartsOn.After(day) && s.StartsOn.After(last) {
			last = s.StartsOn
		}
	}
	var now []Successor
	for _, s := range successors {
		if !last.IsZero() && s.StartsOn == last {
			now = append(now, s)
		}
	}
	return now
}
