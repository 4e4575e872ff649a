package obligation

import (
	"context"
	"sync"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Holidays is the calendar of working days with the English names of its days
// off; the calendar itself holds the Vietnamese ones.
type Holidays struct {
	clock.Calendar
	english map[clock.Day]string
}

// Name returns the names of the holiday or swapped day off on d, if it is one.
func (h Holidays) Name(d clock.Day) (vi, en string) {
	vi, _ = h.Holiday(d)
	return vi, h.english[d]
}

// holiday is a row of the holiday table.
type holiday struct {
	Day    clock.Day
	Kind   string
	NameVi string
	NameEn string
}

func newHolidays(rows []holiday) Holidays {
	off, english, worked := map[clock.Day]string{}, map[clock.Day]string{}, map[clock.Day]bool{}
	for _, h := range rows {
		if h.Kind == "working_swapped" {
			worked[h.Day] = true
			continue
		}
		off[h.Day], english[h.Day] = h.NameVi, h.NameEn
	}
	return Holidays{Calendar: clock.NewCalendar(off, worked), english: english}
}

// calendarAge is how long a loaded calendar is used before it is read again:
// an announcement of days off may be loaded while the program runs.
const calendarAge = time.Hour

// calendarCache keeps the calendar between requests.
type calendarCache struct {
	mu       sync.Mutex
	holidays Holidays
	read     time.Time
}

// Calendar returns the working days and holidays, read from the database at
// most once an hour.
func (s *Store) Calendar(ctx context.Context) (h Holidays, err error) {
	defer errs.Wrap(&err, "obligation.Calendar")
	s.calendar.mu.Lock()
	defer s.calendar.mu.Unlock()
	now := s.Now.Now()
	if !s.calendar.read.IsZero() && now.Sub(s.calendar.read) < calendarAge {
		return s.calendar.holidays, nil
	}
	rows, err := postgres.All[holiday](ctx, s.DB, `
		SELECT day, kind, name_vi, name_en
		FROM holidays
		ORDER BY day
		LIMIT 5000`)
	if err != nil {
		return Holidays{}, err
	}
	s.calendar.holidays, s.calendar.read = newHolidays(rows), now
	return s.calendar.holidays, nil
}
