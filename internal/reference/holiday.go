package reference

import "cauviec/internal/clock"

// Holiday is a day on which the calendar differs from the week: a public
// holiday (kind holiday), a weekday off swapped for a Saturday
// (day_off_swapped), or that Saturday (working_swapped).
type Holiday struct {
	Day       clock.Day
	Kind      string
	NameVi    string
	NameEn    string
	Source    string // law or announcement
	Certainty string // announced; computed from the law where nothing was announced yet
}

var holidayColumns = []string{"day", "kind", "name_vi", "name_en", "source", "certainty"}

func readHoliday(r *row) Holiday {
	return Holiday{
		Day:    r.mustDay("day"),
		Kind:   r.one("kind", "holiday", "day_off_swapped", "working_swapped"),
		NameVi: r.must("name_vi"), NameEn: r.must("name_en"), Source: r.must("source"),
		Certainty: r.one("certainty", "announced", "computed"),
	}
}

// Calendar returns the working calendar of offices with these holidays, their
// names in Vietnamese.
func Calendar(holidays []Holiday) clock.Calendar {
	off, worked := map[clock.Day]string{}, map[clock.Day]bool{}
	for _, h := range holidays {
		if h.Kind == "working_swapped" {
			worked[h.Day] = true
			continue
		}
		off[h.Day] = h.NameVi
	}
	return clock.NewCalendar(off, worked)
}
