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

// ranks are the ranks of an order, the best first, each with its number.
type ranks = iter.Seq2[int64, rank]

// ranks returns those of the order of a query.
func (s *shelf) ranks(q search.Query, asked search.Asked) ranks {
	switch q.Order(asked) {
	case search.Income:
		return s.byIncome
	case search.Nearest:
		return s.byDistance(q.Home)
	case search.Fit:
		return byFit(s.tiers(q, asked))
	case search.FitIncome:
		return within(byFit(s.classes(q, asked)), s.byIncome)
	case search.FitNearest:
		return within(byFit(s.classes(q, asked)), s.byDistance(q.Home))
	}
	return func(yield func(int64, rank) bool) { yield(0, everybody) }
}

func everybody(of *roaring.Bitmap) *roaring.Bitmap { return of }

func (s *shelf) byIncome(yield func(int64, rank) bool) {
	for _, income := range slices.Backward(slices.Sorted(maps.Keys(s.from))) {
		if !yield(-income, among(s.from[income])) {
			return
		}
	}
}

// tiers returns the sets of the tiers of what was asked; nil for a tier of all.
func (s *shelf) tiers(q search.Query, asked search.Asked) []*roaring.Bitmap {
	sets := make([]*roaring.Bitmap, search.Tiers)
	for tier, match := range asked.Tiers {
		if len(match) > 0 {
			name := fmt.Sprintf("tier %d %t %q", tier, q.AsTyped, q.Text)
			sets[tier] = s.memo.set(name, func() *roaring.Bitmap { return intersection(s.words.groups(match)) })
		}
	}
	return sets
}

// classes returns the sets of the classes but the last; nil for a class of all.
func (s *shelf) classes(q search.Query, asked search.Asked) []*roaring.Bitmap {
	sets := make([]*roaring.Bitmap, search.Classes-1)
	for tier, set := range s.tiers(q, asked) {
		switch class := search.Class(tier); {
		case set == nil:
			return sets
		case sets[class] == nil:
			sets[class] = set
		default:
			sets[class] = roaring.Or(sets[class], set)
		}
	}
	return sets
}

// byFit ranks by the first of some sets that a vacancy is in; nil is a set of all.
func byFit(sets []*roaring.Bitmap) ranks {
	return func(yield func(int64, rank) bool) {
		for n, set := range sets {
			left := without(sets[:n])
			if set == nil {
				yield(int64(n), left)
				return
			}
			if !set.IsEmpty() && !yield(int64(n), func(of *roaring.Bitmap) *roaring.Bitmap { return left(roaring.And(of, set)) }) {
				return
			}
		}
		yield(int64(len(sets)), without(sets))
	}
}

// within ranks by classes, and in each by another order.
func within(classes, order ranks) ranks {
	return func(yield func(int64, rank) bool) {
		for class, of := range classes {
			for number, in := range order {
				if !yield(class*search.PerClass+number, func(set *roaring.Bitmap) *roaring.Bitmap { return in(of(set)) }) {
					return
				}
			}
		}
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

func (s *shelf) byDistance(home reference.Point) ranks {
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
