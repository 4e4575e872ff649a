package search

import (
	"slices"
	"strings"
	"sync"

	"cauviec/internal/fold"
	"cauviec/internal/reference"
)

// Home is a commune that people come from, as it was on the map of 2024.
type Home struct {
	Code  string
	Name  string          // with its kind: "xã Tân Thanh"
	Point reference.Point // of the communes that it became; else of its district
}

// Homes returns the communes of a district by its code, in the order of their
// names.
func Homes(district string) []Home { return homes()[district] }

// DistrictOf returns the code of the district of a commune; nothing for what is
// no commune.
func DistrictOf(commune string) string {
	for district, list := range homes() {
		if slices.ContainsFunc(list, func(h Home) bool { return h.Code == commune }) {
			return district
		}
	}
	return ""
}

// homes are the communes by district. They are the same as long as the program
// runs: the reference data is part of it.
var homes = sync.OnceValue(func() map[string][]Home {
	set := referenceSet()
	found := map[string][]Home{}
	for _, a := range set.Areas {
		district, ok := set.Area(a.Parent())
		if !ok || !a.IsCommune() || !district.IsDistrict() {
			continue
		}
		h := Home{Code: a.Code, Name: a.KindVi() + " " + a.Name, Point: middle(set, a.AreaKey)}
		if h.Point.IsZero() {
			h.Point = district.Point
		}
		found[district.Code] = insertHome(found[district.Code], h)
	}
	return found
})

// insertHome keeps the list in the order of names without marks or kind.
func insertHome(list []Home, h Home) []Home {
	i := len(list)
	for i > 0 && sortName(h) < sortName(list[i-1]) {
		i--
	}
	list = append(list, Home{})
	copy(list[i+1:], list[i:])
	list[i] = h
	return list
}

func sortName(h Home) string {
	return fold.Fold(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(h.Name, "xã "), "phường "), "thị trấn "))
}

// middle returns the middle of what an area became; zero if that is not known.
func middle(set *reference.Set, key reference.AreaKey) reference.Point {
	var sum reference.Point
	n := 0.0
	for _, next := range set.SuccessorsOf(key) {
		if a, ok := set.Area(next); ok && !a.Point.IsZero() {
			sum.Lat, sum.Lon, n = sum.Lat+a.Point.Lat, sum.Lon+a.Point.Lon, n+1
		}
	}
	if n == 0 {
		return reference.Point{}
	}
	return reference.Point{Lat: sum.Lat / n, Lon: sum.Lon / n}
}

// referenceSet is the reference data that the program carries.
var referenceSet = sync.OnceValue(func() *reference.Set {
	set, err := reference.Read()
	if err != nil {
		panic(err) // a damaged file would have failed every test
	}
	return set
})
