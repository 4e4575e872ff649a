package index

import "github.com/RoaringBitmap/roaring/v2"

// countOver counts without cubes, each kind in the set of what meets the
// conditions of all others.
func (s *shelf) countOver(c *conditions) tally {
	t, all := s.columns.newTally(), c.all()
	t.total = int(all.GetCardinality())
	for kind := range kinds {
		set := all
		if c.kind[kind].asked {
			set = c.without(kind)
		}
		s.countKind(set, kind, t.counts[kind])
	}
	s.offered(all, t.offers)
	return t
}

// countKind counts a kind: in a large set by intersecting it with those of the
// values, in a small one by going through it.
func (s *shelf) countKind(set *roaring.Bitmap, kind int, counts []int) {
	switch {
	case large(set, len(counts)):
		s.intersect(set, kind, counts)
	case kind == byZone:
		tallyOf(set, s.columns.zones, func(zone uint16, n int) { counts[zone] += n })
	default:
		tallyOf(set, s.columns.traits, func(number uint16, n int) { counts[s.columns.traits.values[number].number(kind)] += n })
	}
}

// intersect counts a kind in a large set.
func (s *shelf) intersect(set *roaring.Bitmap, kind int, counts []int) {
	switch kind {
	case byZone:
		inSets(set, s.zones, s.columns.zones.values, counts)
	case byTrade:
		inSets(set, s.trades, s.columns.trades.values, counts)
	case byShift:
		inSets(set, s.shifts, s.columns.shifts.values, counts)
	case byIncome:
		counts[0] += int(set.GetCardinality())
		for i, low := range bands {
			n := int(set.AndCardinality(s.incomes.atLeast(low, s.reached)))
			counts[i] -= n
			counts[i+1] += n
		}
	}
}

// inSets counts how many of a set are in each of the sets of some names.
func inSets(set *roaring.Bitmap, sets sets[string], names []string, counts []int) {
	for n, name := range names {
		counts[n] = int(set.AndCardinality(sets.of(name)))
	}
}

// offered counts who offers each benefit.
func (s *shelf) offered(set *roaring.Bitmap, counts []int) {
	if large(set, len(counts)) {
		inSets(set, s.benefits, s.columns.offers.names.values, counts)
		return
	}
	tallyOf(set, s.columns.perks, func(combination uint32, n int) {
		for _, benefit := range s.columns.offers.combined[combination] {
			counts[benefit] += n
		}
	})
}

// tallyOf tells how many of a set have each value of a column that one of them
// has.
func tallyOf[V comparable, N uint16 | uint32](set *roaring.Bitmap, c column[V, N], tell func(value N, n int)) {
	counts := make([]int, len(c.values))
	through(set, func(numbers []uint32) {
		for _, n := range numbers {
			counts[c.all[n]]++
		}
	})
	for value, n := range counts {
		if n > 0 {
			tell(N(value), n)
		}
	}
}

// large reports whether a set has so many that intersecting it with those of
// some values takes less than going through it. Sets are kept in blocks: those
// of few values as bits, which are quick to intersect with a block that is kept
// so, too; those of many as lists, which takes as long as half a block.
func large(set *roaring.Bitmap, values int) bool {
	const block, few = 1 << blockBits, 16
	perBlock := block / 2
	if values <= few {
		perBlock = block / 12
	}
	return !set.IsEmpty() && int(set.GetCardinality()) > (int(set.Maximum())/block+1)*perBlock
}
