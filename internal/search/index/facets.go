package index

import (
	"slices"
	"strconv"

	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/search"
)

// The kinds of counts: those of conditions of which one value is enough, and
// that of benefits.
const byBenefit = kinds

// mostGroups is about how many groups of occupations there are.
const mostGroups = 43

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
	return [...]int{byZone: len(s.zones), byTrade: mostGroups, byIncome: len(bands), byShift: len(s.shifts), byBenefit: len(s.benefits)}[kind]
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
		f.Zones = s.zones.counted(set, func(zone string) bool { return zone != "" })
	case byTrade:
		f.Occupations = s.trades.counted(set, func(code string) bool { return len(code) == search.GroupSigns })
	case byShift:
		f.Shifts = s.shifts.counted(set, func(shift string) bool { return shift != "" })
	case byIncome:
		f.Incomes = map[int64]int{}
		for _, low := range bands {
			tally(f.Incomes, low, set, s.incomes.atLeast(low, s.reached))
		}
	case byBenefit:
		f.Benefits = s.benefits.counted(set, func(string) bool { return true })
	}
}

// counted counts how many of a set have each of the values that are wanted.
func (s sets[K]) counted(set *roaring.Bitmap, wanted func(K) bool) map[K]int {
	counts := map[K]int{}
	for value, own := range s {
		if wanted(value) {
			tally(counts, value, set, own)
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
	zones, traits, perks := s.columns.zones.tallies(), s.columns.traits.tallies(), s.columns.perks.tallies()
	var who []counting
	if slices.Contains(of, byZone) {
		who = append(who, zones)
	}
	if slices.Contains(of, byBenefit) {
		who = append(who, perks)
	}
	if slices.ContainsFunc(of, func(kind int) bool { return kind != byZone && kind != byBenefit }) {
		who = append(who, traits)
	}
	through(set, who)
	for _, kind := range of {
		switch kind {
		case byZone:
			f.Zones = summed(zones, func(zone string) string { return zone })
		case byTrade:
			f.Occupations = summed(traits, func(t trait) string { return t.trade })
		case byShift:
			f.Shifts = summed(traits, func(t trait) string { return t.shift })
		case byIncome:
			f.Incomes = reached(traits)
		case byBenefit:
			f.Benefits = s.columns.offered(perks)
		}
	}
}

// summed returns the counts by a name of the values; what has none is left out.
func summed[V comparable, N uint16 | uint32](t tallies[V, N], name func(V) string) map[string]int {
	counts := map[string]int{}
	for n, count := range t.counts {
		if count == 0 {
			continue
		}
		if called := name(t.column.values[n]); called != "" {
			counts[called] += count
		}
	}
	return counts
}

// reached returns how many reach each band: those who reach a higher one do.
func reached(t tallies[trait, uint16]) map[int64]int {
	counts := map[int64]int{}
	for n, count := range t.counts {
		for _, low := range bands[:t.column.values[n].bands] {
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
