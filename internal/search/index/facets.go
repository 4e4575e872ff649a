package index

import (
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/search"
)

// counts are how many vacancies have each number of a tag.
type counts struct{ zones, trades, shifts, bands, perks []int }

// facets counts what further conditions would find.
func (s *shelf) facets(c *conditions) search.Facets {
	counted := map[*roaring.Bitmap]*counts{}
	of := func(set *roaring.Bitmap) *counts {
		if counted[set] == nil {
			counted[set] = s.count(set)
		}
		return counted[set]
	}
	f := search.NewFacets()
	named(f.Zones, s.tags.zones, of(c.without(byZone)).zones)
	named(f.Occupations, s.tags.trades, of(c.without(byTrade)).trades)
	named(f.Shifts, s.tags.shift, of(c.without(byShift)).shifts)
	reaching(f.Incomes, of(c.without(byIncome)).bands)
	for n, count := range of(c.all()).perks {
		for _, benefit := range s.tags.combined[n] {
			if count > 0 {
				f.Benefits[benefit] += count
			}
		}
	}
	return f
}

// count goes through the tags of a set. Those of everything that is open are
// asked for most, and are kept until something changes.
func (s *shelf) count(set *roaring.Bitmap) *counts {
	open := s.open.is(set)
	if kept := s.front.Load(); open && kept != nil && kept.set == set {
		return kept.counts
	}
	t := &s.tags
	c := &counts{zones: make([]int, len(t.zones.values)), trades: make([]int, len(t.trades.values)),
		shifts: make([]int, len(t.shift.values)), bands: make([]int, len(bands)+1), perks: make([]int, len(t.perks.values))}
	var numbers [512]uint32
	for some := set.ManyIterator(); ; {
		n := some.NextMany(numbers[:])
		for _, number := range numbers[:n] {
			tag := &t.all[number]
			c.zones[tag.zone]++
			c.trades[tag.trade]++
			c.shifts[tag.shift]++
			c.bands[tag.band]++
			c.perks[tag.perks]++
		}
		if n < len(numbers) {
			break
		}
	}
	if open {
		s.front.Store(&front{set: set, counts: c})
	}
	return c
}

// front are the counts of everything that is open.
type front struct {
	set    *roaring.Bitmap
	counts *counts
}

// kept is where they are; who changes the shelf takes them away.
type kept = atomic.Pointer[front]

// named writes counts under the values that they are of.
func named(facet map[string]int, values codes, counts []int) {
	for n, count := range counts {
		if value := values.values[n]; count > 0 && value != "" {
			facet[value] = count
		}
	}
}

// reaching writes how many reach each band: those who reach a higher one do.
func reaching(facet map[int64]int, counts []int) {
	total := 0
	for n := len(bands); n > 0; n-- {
		total += counts[n]
		if total > 0 {
			facet[bands[n-1]] = total
		}
	}
}
