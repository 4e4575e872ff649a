package index

import (
	"cauviec/internal/search"
)

// tag is what is counted of a vacancy, as numbers: what was found is counted by
// going through its tags, which lie side by side.
type tag struct{ zone, trade, shift, band, perks uint32 }

// codes number values in the order in which they come.
type codes struct {
	number map[string]uint32
	values []string
}

func newCodes() codes { return codes{number: map[string]uint32{}} }

func (c *codes) of(value string) uint32 {
	n, known := c.number[value]
	if !known {
		n = uint32(len(c.values))
		c.number[value] = n
		c.values = append(c.values, value)
	}
	return n
}

// tags are the tags of all vacancies by their numbers, and what the numbers in
// them mean.
type tags struct {
	all                  []tag
	zones, trades, shift codes
	perks                codes      // combinations of benefits
	combined             [][]string // the benefits of each combination
}

func newTags() tags {
	return tags{zones: newCodes(), trades: newCodes(), shift: newCodes(), perks: newCodes()}
}

// set writes the tag of a vacancy at its number.
func (t *tags) set(d *doc, n uint32) {
	for int(n) >= len(t.all) {
		t.all = append(t.all, tag{})
	}
	t.all[n] = tag{zone: t.zones.of(d.zone), trade: t.trades.of(group(d.occupation)), shift: t.shift.of(d.shift),
		band: bandOf(d.reach), perks: t.combination(d.benefits)}
}

func (t *tags) combination(benefits []string) uint32 {
	n := t.perks.of(joined(benefits))
	if int(n) == len(t.combined) {
		t.combined = append(t.combined, benefits)
	}
	return n
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
func bandOf(reach int64) (n uint32) {
	for _, low := range bands {
		if reach >= low {
			n++
		}
	}
	return n
}
