package reference

import (
	"slices"
	"testing"

	"cauviec/internal/fold"
)

// TestZonesHoldTogether checks each zone's communes of 2025 against its
// districts of 2024 through the successors of areas.
func TestZonesHoldTogether(t *testing.T) {
	t.Parallel()
	s := set(t)
	for _, z := range s.Zones {
		if fold.Slug(z.Name) != z.Slug && "kcn-"+z.Slug != fold.Slug(z.Name) {
			t.Errorf("%s: slug %s", z.Name, z.Slug)
		}
		if d, _ := s.Area(z.District()); !d.IsDistrict() {
			t.Errorf("%s: its first area is %v", z.Name, d)
		}
		for _, key := range z.Areas {
			if _, ok := s.Area(key); !ok || s.Province(key) != "24" {
				t.Errorf("%s: no area %v in Bắc Giang", z.Name, key)
			}
			if key.ValidFrom == map2025 && !sharesDistrict(s, z, key) {
				t.Errorf("%s: %v was in none of its districts", z.Name, key)
			}
		}
		if seat, _ := s.Area(z.District()); z.Point.IsZero() || lineKM(z.Point, seat.Point) > 25 {
			t.Errorf("%s lies at %v, far from %s", z.Name, z.Point, seat.Name)
		}
	}
}

// sharesDistrict reports whether the commune was made of communes of one of
// the zone's districts.
func sharesDistrict(s *Set, z Zone, commune AreaKey) bool {
	return slices.ContainsFunc(s.parents(s.PredecessorsOf(commune)), func(d AreaKey) bool {
		return slices.Contains(z.Areas, d)
	})
}

func TestRoadKM(t *testing.T) {
	t.Parallel()
	s := set(t)
	i := slices.IndexFunc(s.Zones, func(z Zone) bool { return z.Slug == "quang-chau" })
	zone := s.Zones[i].Point
	tests := []struct {
		district string
		min, max int
	}{
		{"186", 40, 60},   // Hữu Lũng, the nearest
		{"178", 110, 140}, // the city of Lạng Sơn
		{"180", 150, 180}, // Tràng Định, the farthest
	}
	for _, tt := range tests {
		d, _ := s.Area(AreaKey{tt.district, map2024})
		km := RoadKM(d.Point, zone)
		if km < tt.min || km > tt.max || km != RoadKM(zone, d.Point) {
			t.Errorf("%s to Quang Châu: %d km, want %d to %d", d.Name, km, tt.min, tt.max)
		}
	}
	if km := RoadKM(Point{}, zone); km != 0 {
		t.Errorf("from nowhere: %d km", km)
	}
	if got := RoadMinutes(100); got != 120 {
		t.Errorf("100 km take %d minutes, want 120", got)
	}
}
