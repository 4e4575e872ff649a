package index

import (
	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/search"
)

// facets counts what further conditions would find.
func (s *shelf) facets(c *conditions) search.Facets {
	f := search.NewFacets()
	within(c.without(byZone), s.zones, f.Zones)
	within(c.without(byShift), s.shifts, f.Shifts)
	delete(f.Shifts, "")
	within(c.all(), s.benefits, f.Benefits)
	trades := c.without(byTrade)
	for code, set := range s.trades {
		if len(code) == search.GroupSigns {
			tally(f.Occupations, code, trades, set)
		}
	}
	incomes := c.without(byIncome)
	for _, low := range search.IncomeBands() {
		tally(f.Incomes, low, incomes, s.incomes.atLeast(low, s.reached))
	}
	return f
}

// within counts how many of those found have each value.
func within(found *roaring.Bitmap, values sets[string], counts map[string]int) {
	for value, set := range values {
		tally(counts, value, found, set)
	}
}

func tally[K comparable](counts map[K]int, value K, found, set *roaring.Bitmap) {
	if n := found.AndCardinality(set); n > 0 {
		counts[value] = int(n)
	}
}
