package index

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"

	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/clock"
	"cauviec/internal/reference"
	"cauviec/internal/search"
)

// The kinds of conditions of which one value is enough. Facets look at what is
// found without one of them.
const (
	byZone = iota
	byTrade
	byIncome
	byShift
	kinds
	noKind = -1
)

// conditions are the vacancies that meet the parts of a query, and the names of
// those parts: equal names are of equal conditions.
type conditions struct {
	restKey string
	rest    func() *roaring.Bitmap // what is open and meets words, benefits, employer
	kind    [kinds]*roaring.Bitmap // nil: not asked
	kindKey [kinds]string
	base    *roaring.Bitmap            // that of rest, once it was asked for
	met     [kinds + 1]*roaring.Bitmap // what is found without a kind, and at last with all
}

// conditions reads a query.
func (s *shelf) conditions(q search.Query, asked search.Asked, today clock.Day) *conditions {
	c := &conditions{restKey: fmt.Sprintf("%s %q %t %q %d ", today, q.Text, q.AsTyped, q.Benefits, q.EmployerID)}
	c.rest = func() *roaring.Bitmap {
		return s.memo.set(c.restKey, func() *roaring.Bitmap { return intersection(s.rest(q, asked, today)) })
	}
	if len(q.Zones) > 0 {
		c.set(byZone, q.Zones, s.zones.any(search.Keys(q.Zones)))
	}
	if len(q.Occupations) > 0 {
		c.set(byTrade, q.Occupations, s.trades.any(search.Codes(q.Occupations)))
	}
	if q.MinIncome > 0 {
		c.set(byIncome, []string{strconv.FormatInt(q.MinIncome, 10)}, s.incomes.atLeast(q.MinIncome, s.reached))
	}
	if len(q.Shifts) > 0 {
		c.set(byShift, q.Shifts, s.shifts.any(search.Keys(q.Shifts)))
	}
	return c
}

// rest returns the vacancies that are open and those that meet each condition
// that is of no kind.
func (s *shelf) rest(q search.Query, asked search.Asked, today clock.Day) []*roaring.Bitmap {
	rest := append(s.words.groups(asked.Found), s.openOn(today))
	for _, benefit := range q.Benefits {
		rest = append(rest, s.benefits.of(benefit))
	}
	if q.EmployerID != 0 {
		rest = append(rest, s.employers.of(q.EmployerID))
	}
	return rest
}

// set notes the vacancies with one of the values of a kind.
func (c *conditions) set(kind int, values []string, set *roaring.Bitmap) {
	c.kind[kind], c.kindKey[kind] = set, fmt.Sprintf("%q", values)
}

// without returns what meets all conditions but those of a kind. It is not to
// be changed.
func (c *conditions) without(kind int) *roaring.Bitmap {
	if kind == noKind || c.kind[kind] == nil {
		kind = kinds
	}
	if c.base == nil {
		c.base = c.rest()
	}
	if c.met[kind] == nil {
		all := []*roaring.Bitmap{c.base}
		for k, set := range c.kind {
			if k != kind && set != nil {
				all = append(all, set)
			}
		}
		c.met[kind] = intersection(all)
	}
	return c.met[kind]
}

// all returns what meets all conditions. It is not to be changed.
func (c *conditions) all() *roaring.Bitmap { return c.without(noKind) }

// intersection begins with the smallest sets, so that the rest is quick.
func intersection(sets []*roaring.Bitmap) *roaring.Bitmap {
	switch len(sets) {
	case 0:
		return nobody
	case 1:
		return sets[0]
	}
	slices.SortFunc(sets, func(a, b *roaring.Bitmap) int { return cmp.Compare(a.GetCardinality(), b.GetCardinality()) })
	return roaring.FastAnd(sets...)
}

// ask reads the text of a query.
func (s *shelf) ask(q search.Query, today clock.Day) (search.Asked, error) {
	if q.AsTyped {
		return search.Ask(q.Text, nil)
	}
	return search.Ask(q.Text, s.words.live(s.openOn(today)))
}

// find answers a query.
func (s *shelf) find(q search.Query, today clock.Day) (search.Result, error) {
	asked, err := s.ask(q, today)
	if err != nil {
		return search.Result{}, err
	}
	q = q.Read(asked)
	c := s.conditions(q, asked, today)
	found := c.all()
	result := s.page(q, q.Order(asked), s.ranked(q, asked, found))
	result.Reading = asked.Reading
	if !q.Uncounted || q.Faceted {
		result.Total = int(found.GetCardinality())
	}
	if q.Faceted {
		result.Facets = s.facets(c)
	}
	return result, nil
}

// count returns how many vacancies a query finds.
func (s *shelf) count(q search.Query, today clock.Day) (int, error) {
	asked, err := s.ask(q, today)
	if err != nil {
		return 0, err
	}
	return int(s.conditions(q.Read(asked), asked, today).all().GetCardinality()), nil
}

// page reads a page from what was found, the best rank first and in a rank the
// newest.
func (s *shelf) page(q search.Query, order search.Sort, ranked iter.Seq2[int64, *roaring.Bitmap]) (result search.Result) {
	size := q.PageSize()
	from, resumed := search.ParsePlace(q.After, order)
	if order == search.Newest {
		from.Rank = 0
	}
	var last search.Place
	for rank, set := range ranked {
		if resumed && rank < from.Rank {
			continue
		}
		left := set.GetCardinality()
		if resumed && rank == from.Rank {
			left = s.olderThan(set, from)
		}
		for ; left > 0; left-- {
			if len(result.IDs) == size {
				result.Next = last.Cursor(order)
				return result
			}
			n, _ := set.Select(uint32(left - 1)) // there are as many
			d := s.slots.all[n].doc
			result.IDs = append(result.IDs, d.id)
			last = search.Place{Rank: rank, PublishedAt: instant(d.at), VacancyID: d.id}
		}
	}
	return result
}

// olderThan counts those of a set that come after a place.
func (s *shelf) olderThan(set *roaring.Bitmap, p search.Place) uint64 {
	n := s.slots.from(key{at: p.PublishedAt.UnixMicro(), id: p.VacancyID})
	if n == 0 {
		return 0
	}
	return set.Rank(uint32(n - 1))
}

// ranked parts what was found by rank, the best first.
func (s *shelf) ranked(q search.Query, asked search.Asked, found *roaring.Bitmap) iter.Seq2[int64, *roaring.Bitmap] {
	switch q.Order(asked) {
	case search.Income:
		return s.byIncome(found)
	case search.Nearest:
		return s.byDistance(q.Home, found)
	case search.Fit:
		return s.byFit(fmt.Sprint(q.AsTyped, q.Text), asked, found)
	}
	return func(yield func(int64, *roaring.Bitmap) bool) { yield(0, found) }
}

func (s *shelf) byIncome(found *roaring.Bitmap) iter.Seq2[int64, *roaring.Bitmap] {
	return func(yield func(int64, *roaring.Bitmap) bool) {
		incomes := slices.Sorted(maps.Keys(s.from))
		for _, income := range slices.Backward(incomes) {
			if !yield(-income, roaring.And(found, s.from[income])) {
				return
			}
		}
	}
}

// byFit parts by the tiers of what was asked.
func (s *shelf) byFit(text string, asked search.Asked, found *roaring.Bitmap) iter.Seq2[int64, *roaring.Bitmap] {
	return func(yield func(int64, *roaring.Bitmap) bool) {
		rest := found
		for tier, match := range asked.Tiers {
			in := rest
			if len(match) > 0 {
				in = roaring.And(rest, s.memo.set(fmt.Sprintf("tier %d %q", tier, text), func() *roaring.Bitmap {
					return intersection(s.words.groups(match))
				}))
			}
			if !yield(int64(tier), in) {
				return
			}
			rest = roaring.AndNot(rest, in)
		}
		yield(search.Tiers, rest)
	}
}

// unknownKM ranks a place that is not known behind all that are.
const unknownKM = 100_000

func (s *shelf) byDistance(home reference.Point, found *roaring.Bitmap) iter.Seq2[int64, *roaring.Bitmap] {
	return func(yield func(int64, *roaring.Bitmap) bool) {
		at, ways := map[int64][]*roaring.Bitmap{}, search.WaysFrom(home)
		for place, set := range s.spots {
			km := int64(unknownKM)
			if place.known {
				km = int64(ways.KM(reference.Point{Lat: place.lat, Lon: place.lon}))
			}
			at[km] = append(at[km], set)
		}
		for _, km := range slices.Sorted(maps.Keys(at)) {
			if !yield(km, roaring.And(found, roaring.FastOr(at[km]...))) {
				return
			}
		}
	}
}
