package reference

import (
	"math"
	"slices"

	"cauviec/internal/clock"
)

// Point is a place in degrees, WGS 84. The zero Point is not known.
type Point struct{ Lat, Lon float64 }

// IsZero reports whether the place is not known.
func (p Point) IsZero() bool { return p == Point{} }

// Zone is an industrial zone (kcn) or cluster (ccn) of the destination.
type Zone struct {
	Slug    string
	Name    string
	Kind    string // kcn, ccn
	Status  string // operating, starting, planned, in 2024
	Areas   []AreaKey
	Point   Point
	Sectors string
	Note    string
	Source  string
}

var zoneColumns = []string{"slug", "name", "kind", "status", "district_code", "other_district_codes",
	"commune_codes_2025", "lat", "lon", "sectors", "note", "source"}

// Days from which the two maps that zones are given on are valid.
var (
	map2024 = clock.NewDay(2024, 3, 13)
	map2025 = clock.NewDay(2025, 7, 1)
)

func readZone(r *row) Zone {
	return Zone{
		Slug: r.must("slug"), Name: r.must("name"),
		Kind:   r.one("kind", "kcn", "ccn"),
		Status: r.one("status", "operating", "starting", "planned"),
		Areas: slices.Concat(
			keysOn(map2024, r.must("district_code")),
			keysOn(map2024, r.words("other_district_codes")...),
			keysOn(map2025, r.words("commune_codes_2025")...)),
		Point:   r.point(),
		Sectors: r.text("sectors"), Note: r.text("note"), Source: r.must("source"),
	}
}

// keysOn returns the keys of codes of one map.
func keysOn(from clock.Day, codes ...string) []AreaKey {
	keys := make([]AreaKey, len(codes))
	for i, code := range codes {
		keys[i] = AreaKey{Code: code, ValidFrom: from}
	}
	return keys
}

// District returns the district that the zone mainly lies in on the map of
// 13 March 2024.
func (z Zone) District() AreaKey { return z.Areas[0] }

const (
	earthKM     = 6371.0 // mean radius
	roadPerLine = 1.3    // roads of the region are about 1.3 times the straight line
	roadKMH     = 50     // average speed of a coach, stops left out
)

// RoadKM estimates the road distance between two places in whole kilometres:
// the great circle times 1.3. It is 0 where a place is not known.
func RoadKM(a, b Point) int {
	if a.IsZero() || b.IsZero() {
		return 0
	}
	return int(math.Round(lineKM(a, b) * roadPerLine))
}

// RoadMinutes estimates the time on the road in minutes, at 50 km/h.
func RoadMinutes(km int) int { return km * 60 / roadKMH }

// lineKM returns the great-circle distance in kilometres (haversine).
func lineKM(a, b Point) float64 {
	lat1, lat2 := radians(a.Lat), radians(b.Lat)
	dLat, dLon := math.Sin((lat2-lat1)/2), math.Sin(radians(b.Lon-a.Lon)/2)
	h := dLat*dLat + math.Cos(lat1)*math.Cos(lat2)*dLon*dLon
	return 2 * earthKM * math.Asin(math.Sqrt(min(1, h)))
}

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }
