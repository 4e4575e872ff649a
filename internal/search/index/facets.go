package index

import "cauviec/internal/search"

// facets counts what further conditions would find, and returns how many meet
// those that there are.
func (s *shelf) facets(c *conditions) (total int, f search.Facets) {
	counted := s.tally(c)
	return counted.total, search.Facets{
		Zones:       named(counted.counts[byZone], s.columns.zones.values, func(zone string) bool { return zone != "" }),
		Occupations: named(counted.counts[byTrade], s.columns.trades.values, func(code string) bool { return len(code) == search.GroupSigns }),
		Shifts:      named(counted.counts[byShift], s.columns.shifts.values, func(shift string) bool { return shift != "" }),
		Incomes:     reached(counted.counts[byIncome]),
		Benefits:    named(counted.offers, s.columns.offers.names.values, func(string) bool { return true }),
	}
}

// tally counts by cubes where there are any.
func (s *shelf) tally(c *conditions) tally {
	whole := c.cube(noKind)
	if whole == nil {
		return s.countOver(c)
	}
	wanted := s.columns.wanted(c)
	counted := s.columns.tally(whole, wanted)
	for kind, k := range c.kind {
		if !k.asked || k.told {
			continue
		}
		if other := c.cube(kind); other != nil {
			counted.counts[kind] = s.columns.tally(other, wanted).counts[kind]
		} else {
			clear(counted.counts[kind])
			s.countKind(c.without(kind), kind, counted.counts[kind])
		}
	}
	return counted
}

// named returns counts by name; what has none, or no name, is left out.
func named(counts []int, names []string, fits func(name string) bool) map[string]int {
	by := make(map[string]int, len(counts))
	for n, count := range counts {
		if count > 0 && fits(names[n]) {
			by[names[n]] = count
		}
	}
	return by
}

// reached returns how many reach each band: those who reach a higher one do.
func reached(counts []int) map[int64]int {
	by, higher := make(map[int64]int, len(bands)), 0
	for n := len(bands); n > 0; n-- {
		if higher += counts[n]; higher > 0 {
			by[bands[n-1]] = higher
		}
	}
	return by
}
