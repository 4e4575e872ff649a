// Package clock knows what day it is where the product works, and which days
// are working days. Instants are UTC; days are those of Asia/Ho_Chi_Minh.
package clock

import (
	"time"
	_ "time/tzdata" // the zone must exist on machines without one
)

// Zone is Asia/Ho_Chi_Minh.
var Zone = mustZone("Asia/Ho_Chi_Minh")

func mustZone(name string) *time.Location {
	zone, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return zone
}

// Clock tells the present instant. Programs inject time.Now, tests a fixed one.
type Clock func() time.Time

// Now returns the present instant in UTC, to the microsecond that the
// database keeps.
func (c Clock) Now() time.Time { return c().UTC().Truncate(time.Microsecond) }

// Today returns the present day in Zone.
func (c Clock) Today() Day { return DayOf(c()) }

// Fixed returns a clock that stands still.
func Fixed(t time.Time) Clock { return func() time.Time { return t } }
