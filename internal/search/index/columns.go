package index

import (
	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/search"
)

// column holds one value of each vacancy as a number, side by side, so that
// few vacancies are counted by going through them.
type column[V comparable, N uint16 | uint32] struct {
	number map[V]N
	values []V
	all    []N // by the vacancy's number
}

func newColumn[V comparable, N uint16 | uint32]() column[V, N] {
	return column[V, N]{number: map[V]N{}}
}

// set writes the value of a vacancy at its number.
func (c *column[V, N]) set(n uint32, value V) {
	code, known := c.number[value]
	if !known {
		code = N(len(c.values))
		c.number[value] = code
		c.values = append(c.values, value)
	}
	for int(n) >= len(c.all) {
		c.all = append(c.all, 0)
	}
	c.all[n] = code
}

// tallies counts the values of a column.
type tallies[V comparable, N uint16 | uint32] struct {
	column *column[V, N]
	counts []int // by the number of the value
}

func (c *column[V, N]) tallies() tallies[V, N] {
	return tallies[V, N]{column: c, counts: make([]int, len(c.values))}
}

// count adds vacancies.
func (t tallies[V, N]) count(numbers []uint32) {
	all, counts := t.column.all, t.counts
	for _, n := range numbers {
		counts[all[n]]++
	}
}

// counting is what goes along when a set is gone through.
type counting interface{ count(numbers []uint32) }

// through goes through a set once for all who count.
func through(set *roaring.Bitmap, who []counting) {
	var numbers [1024]uint32
	for some := set.ManyIterator(); ; {
		n := some.NextMany(numbers[:])
		for _, c := range who {
			c.count(numbers[:n])
		}
		if n < len(numbers) {
			return
		}
	}
}

// columns are what is counted of vacancies.
type columns struct {
	zones    column[string, uint16]
	traits   column[trait, uint16]
	perks    column[string, uint32] // combinations of benefits
	combined [][]string             // the benefits of each combination
}

// trait is what few values are known of, counted together: there are some
// thousand combinations.
type trait struct {
	trade, shift string
	bands        int // how many the income reaches
}

func newColumns() columns {
	return columns{zones: newColumn[string, uint16](), traits: newColumn[trait, uint16](), perks: newColumn[string, uint32]()}
}

// set writes the values of a vacancy at its number.
func (c *columns) set(d *doc, n uint32) {
	c.zones.set(n, d.zone)
	c.traits.set(n, trait{trade: group(d.occupation), shift: d.shift, bands: bandOf(d.reach)})
	c.perks.set(n, joined(d.benefits))
	if len(c.combined) < len(c.perks.values) {
		c.combined = append(c.combined, d.benefits)
	}
}

// group is what an occupation is counted under; nothing for a code too short.
func group(code string) string {
	if len(code) < search.GroupSigns {
		return ""
	}
	return code[:search.GroupSigns]
}

// bands are copied once: they are looked at for every vacancy.
var bands = search.IncomeBands()

// bandOf is how many bands an income reaches.
func bandOf(reach int64) (n int) {
	for _, low := range bands {
		if reach >= low {
			n++
		}
	}
	return n
}
