package notice

import (
	"fmt"
	"time"

	"cauviec/internal/clock"
)

// PartialDate is a day, a month whose day is blank, or nothing.
type PartialDate struct {
	year  int
	month time.Month
	day   int
}

// Year returns the year, 0 for nothing.
func (p PartialDate) Year() int { return p.year }

// Month returns the month, 0 for nothing.
func (p PartialDate) Month() time.Month { return p.month }

// Day returns the day; ok is false when only the month is known, or nothing.
func (p PartialDate) Day() (d clock.Day, ok bool) {
	if p.day == 0 {
		return clock.Day{}, false
	}
	return clock.NewDay(p.year, p.month, p.day), true
}

// String returns "2024-03-13", "2024-03" or nothing.
func (p PartialDate) String() string {
	switch {
	case p.day > 0:
		return fmt.Sprintf("%04d-%02d-%02d", p.year, p.month, p.day)
	case p.year > 0:
		return fmt.Sprintf("%04d-%02d", p.year, p.month)
	}
	return ""
}

// MarshalJSON writes String, or null for nothing.
func (p PartialDate) MarshalJSON() ([]byte, error) {
	if p.year == 0 {
		return []byte("null"), nil
	}
	return []byte(`"` + p.String() + `"`), nil
}

// reference is the day from which years that are not printed are worked out.
func (p PartialDate) reference() clock.Day {
	if p.year == 0 {
		return clock.Day{}
	}
	return clock.NewDay(p.year, p.month, max(p.day, 1))
}

// dayOf returns the day of three numbers, ok being false when there is none.
func dayOf(year, month, day int) (clock.Day, bool) {
	if year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 {
		return clock.Day{}, false
	}
	d := clock.NewDay(year, time.Month(month), day)
	_, m, _ := d.Date()
	return d, int(m) == month
}

// monthEnd returns the last day of a month.
func monthEnd(year, month int) clock.Day {
	return clock.NewDay(year, time.Month(month), 1).MonthEnd()
}

func monthOf(n int) time.Month { return time.Month(n) }
