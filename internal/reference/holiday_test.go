package reference

import (
	"slices"
	"strings"
	"testing"
	"time"

	"cauviec/internal/clock"
)

// TestWorkingDays compares each year with the weekdays off and the Saturdays
// worked that its announcements give.
func TestWorkingDays(t *testing.T) {
	t.Parallel()
	calendar := Calendar(set(t).Holidays)
	tests := []struct {
		year        int
		off, worked string
	}{
		{2024, "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03", "05-04"},
		{2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02", "04-26"},
		{2026, "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24", "01-10 08-22"},
		{2027, "01-01 02-05 02-08 02-09 02-10 02-11 04-16 04-30 05-03 09-02 09-03 11-24", ""},
	}
	for _, tt := range tests {
		var off, worked []string
		for d := clock.NewDay(tt.year, time.January, 1); d.Before(clock.NewDay(tt.year+1, time.January, 1)); d = d.Add(1) {
			weekend := d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
			switch {
			case calendar.Working(d) && weekend:
				worked = append(worked, d.ISO()[5:])
			case !calendar.Working(d) && !weekend:
				off = append(off, d.ISO()[5:])
			}
		}
		if !slices.Equal(off, strings.Fields(tt.off)) || !slices.Equal(worked, strings.Fields(tt.worked)) {
			t.Errorf("%d: off %v, worked %v", tt.year, off, worked)
		}
	}
}

// The founding notice's "in April 2024" ends on a public holiday.
func TestLastWorkingDayOfApril2024(t *testing.T) {
	t.Parallel()
	got := Calendar(set(t).Holidays).LastWorking(clock.MustDay("2024-04-30"))
	if got != clock.MustDay("2024-04-26") {
		t.Errorf("got %s, want 26/04/2024", got)
	}
}

func TestHolidaysHoldTogether(t *testing.T) {
	t.Parallel()
	seen := map[clock.Day]bool{}
	for _, h := range set(t).Holidays {
		if seen[h.Day] {
			t.Errorf("%s twice", h.Day)
		}
		seen[h.Day] = true
		weekend := h.Day.Weekday() == time.Saturday || h.Day.Weekday() == time.Sunday
		if h.Kind != "holiday" && weekend != (h.Kind == "working_swapped") {
			t.Errorf("%s, a %s, is %s", h.Day, h.Day.Weekday(), h.Kind)
		}
		if computed := strings.Contains(h.Source, "(computed)"); computed != (h.Certainty == "computed") {
			t.Errorf("%s: %s, but %s", h.Day, h.Source, h.Certainty)
		}
	}
	s := set(t)
	if count(s.Holidays, func(h Holiday) bool { return h.Kind == "day_off_swapped" }) !=
		count(s.Holidays, func(h Holiday) bool { return h.Kind == "working_swapped" }) {
		t.Error("days off swapped and Saturdays worked do not match")
	}
}
