package search_test

import (
	"testing"

	"cauviec/internal/reference"
	"cauviec/internal/search"
)

// TestHomes wants every commune of Lạng Sơn to have a place near its district.
func TestHomes(t *testing.T) {
	t.Parallel()
	n := 0
	for district, seat := range map[string]reference.Point{
		"178": {Lat: 21.853, Lon: 106.761}, "180": {Lat: 22.253, Lon: 106.474}, "181": {Lat: 21.948, Lon: 106.366},
		"182": {Lat: 22.054, Lon: 106.616}, "183": {Lat: 21.867, Lon: 106.767}, "184": {Lat: 21.866, Lon: 106.54},
		"185": {}, "186": {}, "187": {}, "188": {}, "189": {},
	} {
		communes := search.Homes(district)
		n += len(communes)
		for _, c := range communes {
			km := reference.RoadKM(seat, c.Point)
			if c.Point.IsZero() || !seat.IsZero() && km > 70 {
				t.Errorf("%s in %s lies %d km from its seat, at %+v", c.Name, district, km, c.Point)
			}
		}
	}
	if n != 200 {
		t.Errorf("%d communes, want 200", n)
	}
	if len(search.Homes("nowhere")) > 0 {
		t.Error("there are communes of no district")
	}
}

func TestWaysAreThoseOfTheReference(t *testing.T) {
	t.Parallel()
	home := search.Homes("180")[0].Point
	for _, place := range []reference.Point{{Lat: 21.215, Lon: 106.110}, {Lat: 21.1, Lon: 106.3}, {}} {
		for range 2 {
			if got, want := search.WaysFrom(home).KM(place), reference.RoadKM(home, place); got != want {
				t.Errorf("%+v lies %d km away, want %d", place, got, want)
			}
		}
	}
}

// BenchmarkWays looks up the ways to a page of places.
func BenchmarkWays(b *testing.B) {
	home := search.Homes("180")[0].Point
	for b.Loop() {
		w := search.WaysFrom(home)
		for range 20 {
			w.KM(reference.Point{Lat: 21.215, Lon: 106.110})
		}
	}
}
