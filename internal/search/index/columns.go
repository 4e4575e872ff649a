package index

import "cauviec/internal/search"

// names gives numbers to values, in the order in which they come.
type names[V comparable, N uint16 | uint32] struct {
	number map[V]N
	values []V
}

func (n *names[V, N]) of(value V) N {
	number, known := n.number[value]
	if !known {
		if n.number == nil {
			n.number = map[V]N{}
		}
		number = N(len(n.values))
		n.number[value] = number
		n.values = append(n.values, value)
	}
	return number
}

// column holds one value of each vacancy as a number, side by side, so that
// vacancies are counted by going through them.
type column[V comparable, N uint16 | uint32] struct {
	names[V, N]
	all []N // by the vacancy's number
}

// set writes the value of a vacancy at its number.
func (c *column[V, N]) set(n uint32, value V) {
	for int(n) >= len(c.all) {
		c.all = append(c.all, 0)
	}
	c.all[n] = c.of(value)
}

// columns are what is counted of vacancies.
type columns struct {
	zones  column[string, uint16]
	traits column[trait, uint16]
	perks  column[string, uint32] // combinations of benefits
	offers offers
	trades names[string, uint16]
	shifts names[string, uint16]
}

// trait is what few values are known of, counted together: there are some
// thousand combinations.
type trait struct {
	trade, shift uint16 // numbers of names
	bands        int    // how many the income reaches
}

// set writes the values of a vacancy at its number.
func (c *columns) set(d *doc, n uint32) {
	c.zones.set(n, d.zone)
	c.traits.set(n, trait{trade: c.trades.of(group(d.occupation)), shift: c.shifts.of(d.shift), bands: bandOf(d.reach)})
	c.perks.set(n, joined(d.benefits))
	if len(c.offers.combined) < len(c.perks.values) {
		c.offers.add(d.benefits)
	}
}

// group is what an occupation is counted under, or less of a code too short.
func group(code string) string { return code[:min(len(code), search.GroupSigns)] }

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
