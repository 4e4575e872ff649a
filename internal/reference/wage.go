package reference

import (
	"slices"

	"cauviec/internal/clock"
)

// Region is a minimum-wage region, I (highest) to IV. The zero Region is none.
type Region string

// regions from the lowest wage to the highest.
var regions = []Region{"", "IV", "III", "II", "I"}

// Above reports whether r has a higher minimum wage than other.
func (r Region) Above(other Region) bool {
	return slices.Index(regions, r) > slices.Index(regions, other)
}

// Highest returns the region with the highest wage, none of none. Where a
// unit works in areas of several regions the highest applies (Decree
// 293/2025/NĐ-CP Art. 3, as in the decrees before it).
func Highest(rs ...Region) Region {
	var highest Region
	for _, r := range rs {
		if r.Above(highest) {
			highest = r
		}
	}
	return highest
}

// Wage is the minimum wage of a region from EffectiveFrom until the day
// before EffectiveTo (zero: no end), in đồng for a month and an hour of normal
// working hours.
type Wage struct {
	EffectiveFrom, EffectiveTo clock.Day
	Region                     Region
	MonthlyVND, HourlyVND      int
	LegalBasis                 string // the decree, in Vietnamese
}

// WageRegion says which region an area lies in from EffectiveFrom until the
// day before EffectiveTo (zero: no end).
type WageRegion struct {
	Area                       AreaKey
	EffectiveFrom, EffectiveTo clock.Day
	Region                     Region
	Source                     string
}

var wageColumns = []string{"effective_from", "effective_to", "region", "monthly_vnd", "hourly_vnd", "legal_basis"}

func readWage(r *row) Wage {
	return Wage{
		EffectiveFrom: r.mustDay("effective_from"), EffectiveTo: r.day("effective_to"),
		Region:     readRegion(r),
		MonthlyVND: r.number("monthly_vnd"), HourlyVND: r.number("hourly_vnd"),
		LegalBasis: r.must("legal_basis"),
	}
}

var wageRegionColumns = []string{"area_code", "area_valid_from", "effective_from", "effective_to", "region", "source"}

func readWageRegion(r *row) WageRegion {
	return WageRegion{
		Area:          AreaKey{Code: r.must("area_code"), ValidFrom: r.mustDay("area_valid_from")},
		EffectiveFrom: r.mustDay("effective_from"), EffectiveTo: r.day("effective_to"),
		Region: readRegion(r),
		Source: r.must("source"),
	}
}

func readRegion(r *row) Region { return Region(r.one("region", "I", "II", "III", "IV")) }

// MinimumWage returns the minimum wage of a region on a day, false before
// 1 July 2022 or without a region.
func (s *Set) MinimumWage(region Region, day clock.Day) (Wage, bool) {
	for _, w := range s.Wages {
		if w.Region == region && alive(w.EffectiveFrom, w.EffectiveTo, day) {
			return w, true
		}
	}
	return Wage{}, false
}

// Region returns the wage region of an area on a day, whichever of the two
// maps the area is on: the region given for the area itself, else for its
// district, else the highest of its successors, else the highest of its
// predecessors. False means that none is known.
func (s *Set) Region(key AreaKey, day clock.Day) (Region, bool) {
	for _, places := range [][]AreaKey{
		{key},
		{s.areas[key].Parent()},
		s.SuccessorsOf(key),
		s.parents(s.PredecessorsOf(key)),
	} {
		if r := s.highestGiven(places, day); r != "" {
			return r, true
		}
	}
	return "", false
}

// RegionOf returns the highest wage region of several areas on a day, as of a
// zone that spans them. False means that none is known.
func (s *Set) RegionOf(keys []AreaKey, day clock.Day) (Region, bool) {
	if r := s.highestGiven(keys, day); r != "" {
		return r, true
	}
	var highest Region
	for _, key := range keys {
		r, _ := s.Region(key, day)
		highest = Highest(highest, r)
	}
	return highest, highest != ""
}

// highestGiven returns the highest region given for the areas themselves.
func (s *Set) highestGiven(keys []AreaKey, day clock.Day) Region {
	var highest Region
	for _, w := range s.WageRegions {
		if slices.Contains(keys, w.Area) && alive(w.EffectiveFrom, w.EffectiveTo, day) {
			highest = Highest(highest, w.Region)
		}
	}
	return highest
}

// parents returns the units above the given ones, each once.
func (s *Set) parents(keys []AreaKey) []AreaKey {
	var out []AreaKey
	for _, key := range keys {
		out = appendNew(out, s.areas[key].Parent())
	}
	return out
}

// appendNew appends a key that is not there yet.
func appendNew(keys []AreaKey, key AreaKey) []AreaKey {
	if slices.Contains(keys, key) {
		return keys
	}
	return append(keys, key)
}
