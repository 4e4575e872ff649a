package clock

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Day is a calendar day in Zone. The zero Day is no day; it is stored as NULL.
type Day struct{ t time.Time }

// ErrDay means that words could not be read as a day.
var ErrDay = errors.New("not a day")

// NewDay returns the day of a year, month and day of the month.
func NewDay(y int, m time.Month, d int) Day {
	return Day{time.Date(y, m, d, 0, 0, 0, 0, time.UTC)}
}

// DayOf returns the day in Zone on which t falls.
func DayOf(t time.Time) Day {
	y, m, d := t.In(Zone).Date()
	return NewDay(y, m, d)
}

// ParseDay reads dd/mm/yyyy as people type it (5/4/2024 too) and yyyy-mm-dd as
// browsers send it. Empty words are the zero Day.
func ParseDay(s string) (Day, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return Day{}, nil
	}
	for _, layout := range []string{"2/1/2006", "2006-01-02", "2-1-2006", "2.1.2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return Day{t}, nil
		}
	}
	return Day{}, fmt.Errorf("%w: %q", ErrDay, s)
}

// MustDay is ParseDay for days written in the source.
func MustDay(s string) Day {
	d, err := ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// IsZero reports whether d is no day.
func (d Day) IsZero() bool { return d.t.IsZero() }

// String returns dd/mm/yyyy, or nothing for no day.
func (d Day) String() string { return d.format("02/01/2006") }

// ISO returns yyyy-mm-dd, or nothing for no day.
func (d Day) ISO() string { return d.format("2006-01-02") }

func (d Day) format(layout string) string {
	if d.IsZero() {
		return ""
	}
	return d.t.Format(layout)
}

// Date returns the year, month and day of the month.
func (d Day) Date() (int, time.Month, int) { return d.t.Date() }

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return d.t.Weekday() }

// Add returns the day n days later.
func (d Day) Add(n int) Day { return Day{d.t.AddDate(0, 0, n)} }

// Sub returns how many days lie from other to d.
func (d Day) Sub(other Day) int { return int(d.t.Sub(other.t).Hours() / 24) }

// Before reports whether d comes before other.
func (d Day) Before(other Day) bool { return d.t.Before(other.t) }

// After reports whether d comes after other.
func (d Day) After(other Day) bool { return d.t.After(other.t) }

// Start returns the instant at which the day begins in Zone.
func (d Day) Start() time.Time {
	y, m, day := d.t.Date()
	return time.Date(y, m, day, 0, 0, 0, 0, Zone).UTC()
}

// End returns the instant at which the day is over in Zone: local midnight.
func (d Day) End() time.Time { return d.Add(1).Start() }

// At returns the instant of an hour and minute of the day in Zone.
func (d Day) At(hour, minute int) time.Time {
	y, m, day := d.t.Date()
	return time.Date(y, m, day, hour, minute, 0, 0, Zone).UTC()
}

// MonthEnd returns the last day of d's month.
func (d Day) MonthEnd() Day {
	y, m, _ := d.t.Date()
	return NewDay(y, m+1, 0)
}

// Scan reads a date column; NULL is the zero Day.
func (d *Day) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*d = Day{}
		return nil
	case time.Time:
		y, m, day := v.Date()
		*d = NewDay(y, m, day)
		return nil
	case string:
		parsed, err := ParseDay(v)
		*d = parsed
		return err
	}
	return fmt.Errorf("%w: %T", ErrDay, src)
}

// Value writes a date column.
func (d Day) Value() (driver.Value, error) {
	if d.IsZero() {
		return nil, nil
	}
	return d.t, nil
}

// MarshalText writes yyyy-mm-dd.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.ISO()), nil }

// UnmarshalText reads what ParseDay reads.
func (d *Day) UnmarshalText(b []byte) error {
	parsed, err := ParseDay(string(b))
	*d = parsed
	return err
}
