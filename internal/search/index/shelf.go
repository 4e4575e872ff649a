package index

import (
	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/clock"
)

// shelf holds the live vacancies in the order of publication, numbered, and
// for every value that can be asked for the numbers of those that have it.
type shelf struct {
	slots     slots
	docs      docs
	words     words
	zones     sets[string]
	trades    sets[string] // occupations by every beginning of their codes
	shifts    sets[string]
	benefits  sets[string]
	employers sets[int64]
	from      sets[int64]
	spots     sets[spot]
	closing   sets[clock.Day] // only of those shown
	incomes   *incomes
	columns   columns
	open      openToday
	memo      memo
}

func newShelf() *shelf {
	return &shelf{slots: newSlots(), words: newWords(), zones: sets[string]{}, trades: sets[string]{}, shifts: sets[string]{},
		benefits: sets[string]{}, employers: sets[int64]{}, from: sets[int64]{}, spots: sets[spot]{}, closing: sets[clock.Day]{},
		incomes: newIncomes()}
}

// put shelves a vacancy, in the place of what was known of it.
func (s *shelf) put(d *doc) {
	s.remove(d.id)
	n := s.slots.make(d.key, s.docs.keep(d), s.move)
	s.mark(true, d, n)
}

// remove takes a vacancy away, if it is there.
func (s *shelf) remove(id int64) {
	if n, held, ok := s.slots.find(id); ok {
		s.mark(false, s.docs.doc(held), n)
		s.slots.empty(n)
		s.docs.drop(held)
	}
}

// move gives a vacancy another number.
func (s *shelf) move(held handle, from, to uint32) {
	d := s.docs.doc(held)
	s.mark(false, d, from)
	s.mark(true, d, to)
}

// mark writes the number of a vacancy to every value that it has, or wipes it.
func (s *shelf) mark(on bool, d *doc, n uint32) {
	s.words.mark(on, d.terms, n)
	if d.zone != "" {
		s.zones.mark(on, d.zone, n)
	}
	for i := range d.occupation {
		s.trades.mark(on, d.occupation[:i+1], n)
	}
	for _, benefit := range d.benefits {
		s.benefits.mark(on, benefit, n)
	}
	s.shifts.mark(on, d.shift, n)
	s.employers.mark(on, d.employer, n)
	s.from.mark(on, d.from, n)
	s.spots.mark(on, d.spot, n)
	s.incomes.mark(on, d.reach, n)
	if on {
		s.columns.set(d, n)
	}
	s.memo.forget()
	if d.shown {
		s.closing.mark(on, d.closes, n)
		s.open.mark(on, d.closes, n)
	}
}

// reached returns the income that a vacancy can reach.
func (s *shelf) reached(n uint32) int64 { return s.docs.at(s.slots.all[n].held).reach }

// openOn returns the vacancies that may be shown on a day. It is not to be
// changed.
func (s *shelf) openOn(today clock.Day) *roaring.Bitmap {
	return s.open.on(today, func() *roaring.Bitmap {
		var open []*roaring.Bitmap
		for day, set := range s.closing {
			if !day.Before(today) {
				open = append(open, set)
			}
		}
		return roaring.FastOr(open...)
	})
}
