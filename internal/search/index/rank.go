package index

import (
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/reference"
	"cauviec/internal/search"
)

// rank returns those of a set that are of one rank. Neither is to be changed.
type rank func(of *roaring.Bitmap) *roaring.Bitmap

// among is the rank of those who are in a set.
func among(set *roaring.Bitmap) rank {
	return func(of *roaring.Bitmap) *roaring.Bitmap { return roaring.And(of, set) }
}

// ranks returns the ranks of an order, the best first.
func (s *shelf) ranks(q search.Query, asked search.Asked) iter.Seq2[int64, rank] {
	switch q.Order(asked) {
	case search.Income:
		return s.byIncome
	case search.Nearest:
		return s.byDistance(q.Home)
	case search.Fit:
		return s.byFit(fmt.Sprint(q.AsTyped, q.Text), asked)
	}
	return func(yield func(int64, rank) bool) { yield(0, func(of *roaring.Bitmap) *roaring.Bitmap { return of }) }
}

func (s *shelf) byIncome(yield func(int64, rank) bool) {
	for _, income := range slices.Backward(slices.Sorted(maps.Keys(s.from))) {
		if !yield(-income, among(s.from[income])) {
			return
		}
	}
}

// byFit ranks by the tiers of what was asked.
func (s *shelf) byFit(text string, asked search.Asked) iter.Seq2[int64, rank] {
	return func(yield func(int64, rank) bool) {
		var better []*roaring.Bitmap
		for tier, match := range asked.Tiers {
			if len(match) == 0 { // all that are left
				yield(int64(tier), without(better))
				return
			}
			set := s.memo.set(fmt.Sprintf("tier %d %q", tier, text), func() *roaring.Bitmap { return intersection(s.words.groups(match)) })
			left := without(better)
			if !set.IsEmpty() && !yield(int64(tier), func(of *roaring.Bitmap) *roaring.Bitmap { return left(roaring.And(of, set)) }) {
				return
			}
			better = append(better, set)
		}
		yield(search.Tiers, without(better))
	}
}

// without is the rank of those who are in none of some sets.
func without(sets []*roaring.Bitmap) rank {
	return func(of *roaring.Bitmap) *roaring.Bitmap {
		for _, set := range sets {
			of = roaring.AndNot(of, set)
		}
		return of
	}
}

// unknownKM ranks a place that is not known behind all that are.
const unknownKM = 100_000

func (s *shelf) byDistance(home reference.Point) iter.Seq2[int64, rank] {
	return func(yield func(int64, rank) bool) {
		at, ways := map[int64][]*roaring.Bitmap{}, search.WaysFrom(home)
		for place, set := range s.spots {
			km := int64(unknownKM)
			if place.known {
				km = int64(ways.KM(reference.Point{Lat: place.lat, Lon: place.lon}))
			}
			at[km] = append(at[km], set)
		}
		for _, km := range slices.Sorted(maps.Keys(at)) {
			if !yield(km, among(union(at[km]))) {
				return
			}
		}
	}
}
