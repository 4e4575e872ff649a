package index

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// cube is how many vacancies of a set there are of each trait in each zone, and
// how many of those offer each benefit. Whatever is chosen of zones,
// occupations, incomes and shifts, everything is counted by it in a time that
// does not grow with the vacancies.
type cube struct{ rows []cells }

// cells are the vacancies of a trait.
type cells struct {
	trait
	all    int
	offers []uint32 // by the number of the benefit
	zones  []uint32 // by the number of the zone
	inZone []uint32 // offers of each zone, one zone after the other
}

// cube counts a set.
func (c *columns) cube(set *roaring.Bitmap) *cube {
	traits, zones, perks := c.traits.all, c.zones.all, c.perks.all
	rows := make([]cells, len(c.traits.values))
	through(set, func(numbers []uint32) {
		for _, n := range numbers {
			r, zone := &rows[traits[n]], int(zones[n])
			if r.zones == nil {
				*r = c.newCells(int(traits[n]))
			}
			r.all++
			r.zones[zone]++
			offers := r.in(zone)
			for _, benefit := range c.combined[perks[n]] {
				offers[benefit]++
			}
		}
	})
	for i := range rows {
		rows[i].addUp()
	}
	return &cube{rows: slices.Clone(slices.DeleteFunc(rows, func(r cells) bool { return r.all == 0 }))}
}

// newCells are those of a trait by its number, in which nobody is.
func (c *columns) newCells(number int) cells {
	width, depth := len(c.zones.values), len(c.benefits.values)
	return cells{trait: c.traits.values[number], offers: make([]uint32, depth), zones: make([]uint32, width), inZone: make([]uint32, width*depth)}
}

// addUp adds the offers of the zones.
func (r *cells) addUp() {
	for zone := range r.zones {
		for benefit, n := range r.in(zone) {
			r.offers[benefit] += n
		}
	}
}

// in returns how many offer each benefit in a zone.
func (r *cells) in(zone int) []uint32 {
	return r.inZone[zone*len(r.offers):][:len(r.offers)]
}

// through goes through a set, some numbers at a time.
func through(set *roaring.Bitmap, count func(numbers []uint32)) {
	var numbers [1024]uint32
	for some := set.ManyIterator(); ; {
		n := some.NextMany(numbers[:])
		count(numbers[:n])
		if n < len(numbers) {
			return
		}
	}
}

// tally counts what meets all conditions, and of each kind, by the numbers of
// its values, what meets those of all others.
type tally struct {
	total  int
	counts [kinds][]int // incomes by how many bands they reach
	offers []int        // by the number of the benefit
}

func (c *columns) newTally() tally {
	return tally{offers: make([]int, len(c.benefits.values)), counts: [kinds][]int{byZone: make([]int, len(c.zones.values)),
		byTrade: make([]int, len(c.trades.values)), byIncome: make([]int, len(bands)+1), byShift: make([]int, len(c.shifts.values))}}
}

// tally counts a cube.
func (c *columns) tally(of *cube, w wanted) tally {
	t := c.newTally()
	for _, r := range of.rows {
		switch unmet, kind := w.unmet(r.trait); unmet {
		case 0:
			t.add(r, w)
		case 1:
			t.counts[kind][r.number(kind)] += r.count(w)
		}
	}
	return t
}

// add counts a row whose trait is wanted.
func (t *tally) add(r cells, w wanted) {
	n := r.count(w)
	t.total += n
	for kind := byTrade; kind < kinds; kind++ {
		t.counts[kind][r.number(kind)] += n
	}
	for zone, n := range r.zones {
		t.counts[byZone][zone] += int(n)
	}
	if w.anyZone {
		t.offer(r.offers)
		return
	}
	for _, zone := range w.zones {
		t.offer(r.in(int(zone)))
	}
}

func (t *tally) offer(counts []uint32) {
	for benefit, n := range counts {
		t.offers[benefit] += int(n)
	}
}

// count returns how many of a row are in the zones that are wanted.
func (r cells) count(w wanted) (n int) {
	if w.anyZone {
		return r.all
	}
	for _, zone := range w.zones {
		n += int(r.zones[zone])
	}
	return n
}

// number returns the number of the trait's value of a kind.
func (t trait) number(kind int) int {
	switch kind {
	case byTrade:
		return int(t.trade)
	case byShift:
		return int(t.shift)
	}
	return t.bands
}

// wanted is what conditions ask for, in the numbers of the columns.
type wanted struct {
	anyZone bool
	zones   []uint16
	trades  []bool // by number
	shifts  []bool
	bands   int // at least
}

// unmet returns how many conditions a trait does not meet, and one of them.
func (w *wanted) unmet(t trait) (n, kind int) {
	if !w.trades[t.trade] {
		n, kind = n+1, byTrade
	}
	if !w.shifts[t.shift] {
		n, kind = n+1, byShift
	}
	if t.bands < w.bands {
		n, kind = n+1, byIncome
	}
	return n, kind
}
