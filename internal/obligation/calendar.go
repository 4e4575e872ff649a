package obligation

import (
	"context"
	"sync"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/reference"
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

func newHolidays(list []reference.Holiday) Holidays {
	calendar, english := reference.Calendar(list), map[clock.Day]string{}
	for _, h := range list {
		if _, off := calendar.Holiday(h.Day); off {
			english[h.Day] = h.NameEn
		}
	}
	return Holidays{Calendar: calendar, english: english}
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
	list, err := reference.StoredHolidays(ctx, s.DB)
	if err != nil {
		return Holidays{}, err
	}
	s.calendar.holidays, s.calendar.read = newHolidays(list), now
	return s.calendar.holidays, nil
}
