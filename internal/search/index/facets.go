package index

import (
	"strconv"

	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/search"
)

// The kinds of counts: those of conditions of which one value is enough, and
// that of benefits.
const byBenefit = kinds

// facets counts what further conditions would find. What is known of a set of
// conditions is not counted again until something changes.
func (s *shelf) facets(c *conditions) search.Facets {
	f := search.Facets{}
	var rest []int // kinds that are counted over the same set
	for kind := range kinds + 1 {
		asked := kind != byBenefit && c.kind[kind] != nil
		switch key := c.keyWithout(kind); {
		case s.memo.read(key, kind, &f):
		case asked:
			s.countOver(c.without(kind), []int{kind}, &f)
			s.memo.write(key, kind, f)
		default:
			rest = append(rest, kind)
		}
	}
	if len(rest) > 0 {
		s.countOver(c.all(), rest, &f)
		for _, kind := range rest {
			s.memo.write(c.keyWithout(kind), kind, f)
		}
	}
	return f
}

// keyWithout names the conditions without those of a kind.
func (c *conditions) keyWithout(without int) string {
	key := c.restKey
	for kind := range kinds {
		if kind != without && c.kind[kind] != nil {
			key += strconv.Itoa(kind) + c.kindKey[kind]
		}
	}
	return key
}

// countOver counts the values of kinds in a set: of a large one by intersecting it
// with the sets of the values, of a small one by going through it.
func (s *shelf) countOver(set *roaring.Bitmap, of []int, f *search.Facets) {
	var through []int
	for _, kind := range of {
		if many(set, s.values(kind)) {
			s.intersect(set, kind, f)
		} else {
			through = append(through, kind)
		}
	}
	if len(through) > 0 {
		s.goThrough(set, through, f)
	}
}

// values is how many values a kind has.
func (s *shelf) values(kind int) int {
	return [...]int{byZone: len(s.columns.zones.values), byTrade: len(s.columns.trades.values), byIncome: len(bands),
		byShift: len(s.columns.shifts.values), byBenefit: len(s.benefits)}[kind]
}

// many reports whether a set is so large that intersecting it with those of all
// values costs less than going through it. Bitmaps are kept in blocks of 65,536:
// the sets of few values are quick to intersect with a block that is well
// filled; those of many are lists, which takes as long as half a block.
func many(set *roaring.Bitmap, values int) bool {
	if set.IsEmpty() {
		return false
	}
	const block, few = 1 << 16, 16
	perBlock := block / 2
	if values <= few {
		perBlock = block / 8
	}
	blocks := int(set.Maximum())/block + 1
	return int(set.GetCardinality()) > blocks*perBlock
}

// intersect counts the values of a kind in a large set.
func (s *shelf) intersect(set *roaring.Bitmap, kind int, f *search.Facets) {
	switch kind {
	case byZone:
		f.Zones = named(set, s.columns.zones.values, s.zones)
	case byTrade:
		f.Occupations = named(set, s.columns.trades.values, s.trades)
	case byShift:
		f.Shifts = named(set, s.columns.shifts.values, s.shifts)
	case byIncome:
		f.Incomes = map[int64]int{}
		for _, low := range bands {
			tally(f.Incomes, low, set, s.incomes.atLeast(low, s.reached))
		}
	case byBenefit:
		f.Benefits = map[string]int{}
		for benefit, own := range s.benefits {
			tally(f.Benefits, benefit, set, own)
		}
	}
}

// named counts how many of a set have each value, whose own sets are given.
func named(set *roaring.Bitmap, values []string, own sets[string]) map[string]int {
	counts := map[string]int{}
	for _, value := range values {
		if value != "" {
			tally(counts, value, set, own.of(value))
		}
	}
	return counts
}

func tally[K comparable](counts map[K]int, value K, found, set *roaring.Bitmap) {
	if n := found.AndCardinality(set); n > 0 {
		counts[value] = int(n)
	}
}

// goThrough counts the values of kinds in a small set, all at once.
func (s *shelf) goThrough(set *roaring.Bitmap, of []int, f *search.Facets) {
	var who []counting
	var done []func()
	for _, kind := range of {
		c, written := s.counter(kind, f)
		who, done = append(who, c), append(done, written)
	}
	through(set, who)
	for _, written := range done {
		written()
	}
}

// counter returns what counts a kind, and what writes its counts down.
func (s *shelf) counter(kind int, f *search.Facets) (c counting, written func()) {
	switch kind {
	case byZone:
		t := s.columns.zones.tallies()
		return t, func() { f.Zones = t.byName() }
	case byTrade:
		t := s.columns.trades.tallies()
		return t, func() { f.Occupations = t.byName() }
	case byShift:
		t := s.columns.shifts.tallies()
		return t, func() { f.Shifts = t.byName() }
	case byIncome:
		t := s.columns.bands.tallies()
		return t, func() { f.Incomes = reached(t) }
	}
	t := s.columns.perks.tallies()
	return t, func() { f.Benefits = s.columns.offered(t) }
}

// byName returns the counts by value; no value is left out.
func (t tallies[V, N]) byName() map[V]int {
	counts := map[V]int{}
	var none V
	for n, count := range t.counts {
		if value := t.column.values[n]; count > 0 && value != none {
			counts[value] = count
		}
	}
	return counts
}

// reached returns how many reach each band: those who reach a higher one do.
func reached(t tallies[int, uint16]) map[int64]int {
	counts := map[int64]int{}
	for n, count := range t.counts {
		for _, low := range bands[:t.column.values[n]] {
			if count > 0 {
				counts[low] += count
			}
		}
	}
	return counts
}

// offered returns how many offer each benefit.
func (c *columns) offered(t tallies[string, uint32]) map[string]int {
	counts := map[string]int{}
	for n, count := range t.counts {
		for _, benefit := range c.combined[n] {
			if count > 0 {
				counts[benefit] += count
			}
		}
	}
	return counts
}
