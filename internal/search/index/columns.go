package index

import (
	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/search"
)

// column holds one value of each vacancy as a number, side by side, so that
// few vacancies are counted by going through them.
type column[V comparable] struct {
	number map[V]uint32
	values []V
	all    []uint32 // by the vacancy's number
}

func newColumn[V comparable]() column[V] { return column[V]{number: map[V]uint32{}} }

// set writes the value of a vacancy at its number.
func (c *column[V]) set(n uint32, value V) {
	code, known := c.number[value]
	if !known {
		code = uint32(len(c.values))
		c.number[value] = code
		c.values = append(c.values, value)
	}
	for int(n) >= len(c.all) {
		c.all = append(c.all, 0)
	}
	c.all[n] = code
}

// count returns how many of a set have each value, by its number.
func (c *column[V]) count(set *roaring.Bitmap) []int {
	counts := make([]int, len(c.values))
	var numbers [512]uint32
	for some := set.ManyIterator(); ; {
		n := some.NextMany(numbers[:])
		for _, number := range numbers[:n] {
			counts[c.all[number]]++
		}
		if n < len(numbers) {
			return counts
		}
	}
}

// columns are what is counted of vacancies.
type columns struct {
	zones, trades, shifts column[string]
	bands                 column[int]    // how many bands the income reaches
	perks                 column[string] // combinations of benefits
	combined              [][]string     // the benefits of each combination
}

func newColumns() columns {
	return columns{zones: newColumn[string](), trades: newColumn[string](), shifts: newColumn[string](),
		bands: newColumn[int](), perks: newColumn[string]()}
}

// set writes the values of a vacancy at its number.
func (c *columns) set(d *doc, n uint32) {
	c.zones.set(n, d.zone)
	c.trades.set(n, group(d.occupation))
	c.shifts.set(n, d.shift)
	c.bands.set(n, bandOf(d.reach))
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
