package search

import (
	"sync"
	"sync/atomic"

	"cauviec/internal/reference"
)

// Ways are the distances by road from one home. Those to the zones and to the
// seats of districts, where nearly all work is, are computed once for each home
// and kept.
type Ways struct {
	home reference.Point
	km   map[reference.Point]int
}

// mostHomes bounds the homes that are kept. There are some two hundred to choose
// from.
const mostHomes = 2000

var (
	ways      sync.Map // reference.Point → *Ways
	waysCount atomic.Int64
)

// WaysFrom returns the distances from a home.
func WaysFrom(home reference.Point) *Ways {
	if kept, ok := ways.Load(home); ok {
		if w, ok := kept.(*Ways); ok {
			return w
		}
	}
	w := &Ways{home: home, km: map[reference.Point]int{}}
	set := referenceSet()
	for _, z := range set.Zones {
		w.km[z.Point] = reference.RoadKM(home, z.Point)
	}
	for _, a := range set.Areas {
		if a.IsDistrict() {
			w.km[a.Point] = reference.RoadKM(home, a.Point)
		}
	}
	if waysCount.Add(1) <= mostHomes {
		ways.Store(home, w)
	}
	return w
}

// KM returns the distance by road in whole kilometres; 0 where the home or the
// place is not known.
func (w *Ways) KM(place reference.Point) int {
	if km, ok := w.km[place]; ok {
		return km
	}
	return reference.RoadKM(w.home, place)
}
