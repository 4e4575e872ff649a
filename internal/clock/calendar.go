package clock

import "time"

// Calendar knows which days are worked: Monday to Friday without public
// holidays and days off swapped for them, and the Saturdays worked instead
// (Labour Code 2019, Art. 112, and the yearly announcements).
type Calendar struct {
	off    map[Day]string
	worked map[Day]bool
}

// NewCalendar makes a calendar of days off with their names, and of days
// worked although they fall on a weekend.
func NewCalendar(off map[Day]string, worked map[Day]bool) Calendar {
	return Calendar{off: off, worked: worked}
}

// Holiday returns the name of the holiday or swapped day off on d, if it is one.
func (c Calendar) Holiday(d Day) (name string, ok bool) {
	name, ok = c.off[d]
	return name, ok
}

// Working reports whether offices work on d.
func (c Calendar) Working(d Day) bool {
	if c.worked[d] {
		return true
	}
	if _, off := c.off[d]; off {
		return false
	}
	return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
}

// LastWorking returns the last working day on or before d.
func (c Calendar) LastWorking(d Day) Day {
	for !c.Working(d) {
		d = d.Add(-1)
	}
	return d
}

// AddWorking returns the nth working day after d; day one is the first working
// day that follows.
func (c Calendar) AddWorking(d Day, n int) Day {
	for n > 0 {
		d = d.Add(1)
		if c.Working(d) {
			n--
		}
	}
	return d
}
