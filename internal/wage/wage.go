// Package wage knows the regional minimum wage at a place of work on a day.
//
// A unit pays at least the minimum of the region it works in; where a zone
// spans areas of several regions the highest applies (Decree 293/2025/NĐ-CP
// Art. 3, as in the decrees before it). What is compared is the contract wage
// for normal hours, never income with overtime and allowances (Art. 4).
//
// Until 30 June 2025 regions are given for districts, afterwards for communes.
// A place is followed from one map to the other by the day that is asked about.
package wage

// Finding is the minimum that applies at a place on a day. The zero Finding
// says that none is known.
type Finding struct {
	Minimum int64  // VND a month for normal hours
	Region  string // I (highest) to IV
	Basis   string // the decree, in Vietnamese
}

// Known reports whether a minimum was found.
func (f Finding) Known() bool { return f.Minimum > 0 }

// Covers reports whether a contract wage for normal hours keeps the minimum;
// where none is known, any does.
func (f Finding) Covers(basic int64) bool { return basic >= f.Minimum }

// given is what a decree gives one of the areas that a place lies in: steps
// counts how often the map had to be changed to reach the area.
type given struct {
	Steps   int
	Minimum int64
	Region  string
	Basis   string
}

// highest returns the highest minimum among the areas nearest to the place as
// it was described: its own areas when the day knows them, else those they
// went into.
func highest(areas []given) Finding {
	var found Finding
	nearest := -1
	for _, a := range areas {
		switch {
		case nearest == -1 || a.Steps < nearest:
			nearest, found = a.Steps, Finding{Minimum: a.Minimum, Region: a.Region, Basis: a.Basis}
		case a.Steps == nearest && a.Minimum > found.Minimum:
			found = Finding{Minimum: a.Minimum, Region: a.Region, Basis: a.Basis}
		}
	}
	return found
}
