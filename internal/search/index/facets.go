package index

import (
	"maps"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/search"
)

// facets counts what further conditions would find.
func (s *shelf) facets(c *conditions) search.Facets {
	return search.Facets{
		Zones:       s.countZones(c.without(byZone)),
		Occupations: s.countTrades(c.without(byTrade)),
		Incomes:     s.countIncomes(c.without(byIncome)),
		Shifts:      s.countShifts(c.without(byShift)),
		Benefits:    s.countBenefits(c.all()),
	}
}

func (s *shelf) countZones(set *roaring.Bitmap) map[string]int {
	if f := s.front.of(s, set); f != nil {
		return maps.Clone(f.Zones)
	}
	return named(set, &s.columns.zones, s.zones)
}

func (s *shelf) countTrades(set *roaring.Bitmap) map[string]int {
	if f := s.front.of(s, set); f != nil {
		return maps.Clone(f.Occupations)
	}
	return named(set, &s.columns.trades, s.trades)
}

func (s *shelf) countShifts(set *roaring.Bitmap) map[string]int {
	if f := s.front.of(s, set); f != nil {
		return maps.Clone(f.Shifts)
	}
	return named(set, &s.columns.shifts, s.shifts)
}

func (s *shelf) countIncomes(set *roaring.Bitmap) map[int64]int {
	if f := s.front.of(s, set); f != nil {
		return maps.Clone(f.Incomes)
	}
	return s.reaching(set)
}

func (s *shelf) countBenefits(set *roaring.Bitmap) map[string]int {
	if f := s.front.of(s, set); f != nil {
		return maps.Clone(f.Benefits)
	}
	return s.offering(set)
}

// many reports whether a set is so large that intersecting it with those of all
// values costs less than going through it. Bitmaps are kept in blocks of 65,536:
// the sets of few values are quick to intersect with a block that is well
// filled; those of many are lists, which takes as long as half a block.
func many(set *roaring.Bitmap, values int) bool {
	const block, few = 1 << 16, 16
	perBlock := block / 2
	if values <= few {
		perBlock = block / 8
	}
	blocks := int(set.Maximum())/block + 1
	return int(set.GetCardinality()) > blocks*perBlock
}

// named counts how many of a set have each value of a column, whose own sets
// are given too.
func named(set *roaring.Bitmap, c *column[string], own sets[string]) map[string]int {
	counts := map[string]int{}
	if set.IsEmpty() {
		return counts
	}
	if many(set, len(c.values)) {
		for _, value := range c.values {
			if value != "" {
				tally(counts, value, set, own.of(value))
			}
		}
		return counts
	}
	for n, count := range c.count(set) {
		if value := c.values[n]; count > 0 && value != "" {
			counts[value] = count
		}
	}
	return counts
}

// reaching counts how many of a set reach each band: those who reach a higher
// one do.
func (s *shelf) reaching(set *roaring.Bitmap) map[int64]int {
	counts := map[int64]int{}
	if set.IsEmpty() {
		return counts
	}
	if many(set, len(bands)) {
		for _, low := range bands {
			tally(counts, low, set, s.incomes.atLeast(low, s.reached))
		}
		return counts
	}
	for n, count := range s.columns.bands.count(set) {
		for _, low := range bands[:s.columns.bands.values[n]] {
			if count > 0 {
				counts[low] += count
			}
		}
	}
	return counts
}

// offering counts how many of a set offer each benefit.
func (s *shelf) offering(set *roaring.Bitmap) map[string]int {
	counts := map[string]int{}
	if set.IsEmpty() {
		return counts
	}
	if many(set, len(s.benefits)) {
		for benefit, own := range s.benefits {
			tally(counts, benefit, set, own)
		}
		return counts
	}
	for n, count := range s.columns.perks.count(set) {
		for _, benefit := range s.columns.combined[n] {
			if count > 0 {
				counts[benefit] += count
			}
		}
	}
	return counts
}

func tally[K comparable](counts map[K]int, value K, found, set *roaring.Bitmap) {
	if n := found.AndCardinality(set); n > 0 {
		counts[value] = int(n)
	}
}

// front keeps the counts of everything that is open, which are asked for most.
type front struct{ kept atomic.Pointer[frontOf] }

// frontOf are the counts of a set.
type frontOf struct {
	set    *roaring.Bitmap
	facets search.Facets
}

// of returns the counts of a set if it is all that is open.
func (f *front) of(s *shelf, set *roaring.Bitmap) *search.Facets {
	if !s.open.is(set) {
		return nil
	}
	if kept := f.kept.Load(); kept != nil && kept.set == set {
		return &kept.facets
	}
	fresh := &frontOf{set: set, facets: search.Facets{
		Zones: named(set, &s.columns.zones, s.zones), Occupations: named(set, &s.columns.trades, s.trades),
		Shifts: named(set, &s.columns.shifts, s.shifts), Incomes: s.reaching(set), Benefits: s.offering(set)}}
	f.kept.Store(fresh)
	return &fresh.facets
}

// forget drops the counts, because something changed.
func (f *front) forget() { f.kept.Store(nil) }
