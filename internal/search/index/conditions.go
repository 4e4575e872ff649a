package index

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/clock"
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

// conditions are what a query asks for.
type conditions struct {
	shelf  *shelf
	name   string          // of what is of no kind
	rest   *roaring.Bitmap // what is open and meets words, benefits, employer
	kind   [kinds]condition
	zones  []string
	trades []string
	shifts []string
	income int64
}

// condition is that of a kind.
type condition struct {
	asked bool
	told  bool   // cubes tell who meets it
	name  string // equal names are of equal conditions
	meet  func() *roaring.Bitmap
}

// conditions reads a query.
func (s *shelf) conditions(q search.Query, asked search.Asked, today clock.Day) *conditions {
	c := &conditions{shelf: s, zones: search.Keys(q.Zones), trades: search.Codes(q.Occupations), shifts: search.Keys(q.Shifts), income: q.MinIncome,
		name: fmt.Sprintf("%s %q %t %q %d", today, q.Text, q.AsTyped, q.Benefits, q.EmployerID)}
	c.rest = s.memo.set(c.name, func() *roaring.Bitmap { return intersection(s.rest(q, asked, today)) })
	if len(q.Zones) > 0 {
		c.kind[byZone] = condition{asked: true, told: true, name: fmt.Sprintf("zone %q", c.zones), meet: func() *roaring.Bitmap { return s.zones.any(c.zones) }}
	}
	if len(q.Occupations) > 0 {
		short := !slices.ContainsFunc(c.trades, func(code string) bool { return len(code) > search.GroupSigns })
		c.kind[byTrade] = condition{asked: true, told: short, name: fmt.Sprintf("trade %q", c.trades), meet: func() *roaring.Bitmap { return s.trades.any(c.trades) }}
	}
	if q.MinIncome > 0 {
		c.kind[byIncome] = condition{asked: true, told: slices.Contains(bands, q.MinIncome), name: fmt.Sprintf("income %d", q.MinIncome),
			meet: func() *roaring.Bitmap { return s.incomes.atLeast(q.MinIncome, s.reached) }}
	}
	if len(q.Shifts) > 0 {
		c.kind[byShift] = condition{asked: true, told: true, name: fmt.Sprintf("shift %q", c.shifts), meet: func() *roaring.Bitmap { return s.shifts.any(c.shifts) }}
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

// all returns what meets all conditions. It is not to be changed.
func (c *conditions) all() *roaring.Bitmap { return c.without(noKind) }

// without returns what meets all conditions but those of a kind.
func (c *conditions) without(kind int) *roaring.Bitmap { return intersection(c.sets(kind)) }

// sets are those that what meets the conditions, but for those of a kind, has
// to be in.
func (c *conditions) sets(without int) []*roaring.Bitmap {
	sets := []*roaring.Bitmap{c.rest}
	for i, k := range c.kind {
		if k.asked && i != without {
			sets = append(sets, c.shelf.memo.set(k.name, k.meet))
		}
	}
	return sets
}

// quicklyCounted is the part of all vacancies, as 1 of so many, of which a cube
// is made in about the time that it takes to count once without.
const quicklyCounted = 8

// cube returns the cube of what meets the conditions that cubes do not tell,
// but for those of a kind.
func (c *conditions) cube(without int) *cube {
	name, sets := c.name, []*roaring.Bitmap{c.rest}
	for i, k := range c.kind {
		if k.asked && !k.told && i != without {
			name += " " + k.name
			sets = append(sets, c.shelf.memo.set(k.name, k.meet))
		}
	}
	large := int(c.rest.GetCardinality()) > len(c.shelf.slots.all)/quicklyCounted
	return c.shelf.memo.cube(name, large, func() *cube { return c.shelf.columns.cube(intersection(sets)) })
}

// wanted reads what cubes tell of the conditions.
func (c *columns) wanted(of *conditions) wanted {
	told := func(kind int) bool { return of.kind[kind].asked && of.kind[kind].told }
	w := wanted{anyZone: !told(byZone), trades: make([]bool, len(c.trades.values)), shifts: make([]bool, len(c.shifts.values))}
	for _, zone := range slices.Compact(slices.Sorted(slices.Values(of.zones))) {
		if number, known := c.zones.number[zone]; known {
			w.zones = append(w.zones, number)
		}
	}
	for n, trade := range c.trades.values {
		begins := func(code string) bool { return strings.HasPrefix(trade, code) }
		w.trades[n] = !told(byTrade) || slices.ContainsFunc(of.trades, begins)
	}
	for n, shift := range c.shifts.values {
		w.shifts[n] = !told(byShift) || slices.Contains(of.shifts, shift)
	}
	if told(byIncome) {
		w.bands = 1 + slices.Index(bands, of.income)
	}
	return w
}

// intersection begins with the smallest sets, so that the rest is quick.
func intersection(sets []*roaring.Bitmap) *roaring.Bitmap {
	switch len(sets) {
	case 0:
		return nobody
	case 1:
		return sets[0]
	}
	sortBySize(sets)
	return roaring.FastAnd(sets...)
}

// sortBySize puts the smallest sets first.
func sortBySize(sets []*roaring.Bitmap) {
	slices.SortFunc(sets, func(a, b *roaring.Bitmap) int { return cmp.Compare(a.GetCardinality(), b.GetCardinality()) })
}
