package index

import "github.com/RoaringBitmap/roaring/v2"

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

// cube counts a set. The offers of a vacancy are added four at a time.
func (c *columns) cube(set *roaring.Bitmap) *cube {
	traits, zones, perks := c.traits.all, c.zones.all, c.perks.all
	rows, width := make([]packedCells, len(c.traits.values)), c.offers.width
	through(set, func(numbers []uint32) {
		for _, n := range numbers {
			r, zone := &rows[traits[n]], int(zones[n])
			if r.zones == nil {
				*r = c.newCells(int(traits[n]))
			}
			r.zones[zone]++
			if r.zones[zone]%mostPacked == 0 {
				r.unpack(zone)
			}
			counts := r.packed[zone*width:][:width]
			for i, four := range c.offers.packed[int(perks[n])*width:][:width] {
				counts[i] += four
			}
		}
	})
	made := &cube{}
	for i := range rows {
		if rows[i].zones != nil {
			rows[i].addUp()
			made.rows = append(made.rows, rows[i].cells)
		}
	}
	return made
}

// packedCells are cells while they are counted.
type packedCells struct {
	cells
	packed []uint64 // the offers of each zone that are not yet among inZone
}

// newCells are those of a trait by its number, in which nobody is.
func (c *columns) newCells(number int) packedCells {
	zones, benefits := len(c.zones.values), len(c.offers.names.values)
	return packedCells{packed: make([]uint64, zones*c.offers.width), cells: cells{trait: c.traits.values[number],
		offers: make([]uint32, benefits), zones: make([]uint32, zones), inZone: make([]uint32, zones*benefits)}}
}

// unpack moves the offers of a zone to where there is room for more.
func (r *packedCells) unpack(zone int) {
	width := len(r.packed) / len(r.zones)
	packed := r.packed[zone*width:][:width]
	for benefit, n := range r.in(zone) {
		word, bit := place(benefit)
		r.inZone[zone*len(r.offers)+benefit] = n + uint32(packed[word]>>bit&mostPacked)
	}
	clear(packed)
}

// addUp adds the zones, and their offers.
func (r *packedCells) addUp() {
	for zone, n := range r.zones {
		if n == 0 {
			continue
		}
		r.all += int(n)
		r.unpack(zone)
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
	return tally{offers: make([]int, len(c.offers.names.values)), counts: [kinds][]int{byZone: make([]int, len(c.zones.values)),
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
