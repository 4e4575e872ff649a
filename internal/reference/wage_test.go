package reference

import (
	"slices"
	"testing"

	"cauviec/internal/clock"
)

func TestRegion(t *testing.T) {
	t.Parallel()
	s := set(t)
	tests := []struct {
		name, code string
		from       clock.Day
		on         string
		want       Region
	}{
		{"Việt Yên at the notice", "222", map2024, "2024-03-13", "III"},
		{"Việt Yên under Decree 74", "222", map2024, "2024-07-01", "II"},
		{"Việt Yên by its successors", "222", map2024, "2026-05-01", "II"},
		{"Lục Ngạn", "219", map2024, "2025-12-31", "IV"},
		{"the city of Lạng Sơn", "178", map2024, "2024-03-13", "III"},
		{"Tràng Định", "180", map2024, "2026-01-01", "IV"},
		{"a ward by its district", "05971", map2024, "2024-03-13", "III"},
		{"a township that became a ward", "06187", map2024, "2025-12-31", "IV"},
		{"the same by its successor", "06187", map2024, "2026-01-01", "III"},
		{"Nếnh by its predecessors", "07795", map2025, "2024-03-13", "III"},
		{"Nếnh under Decree 128", "07795", map2025, "2025-08-01", "II"},
		{"a commune of the former Bắc Ninh", "09193", map2025, "2025-08-01", "II"},
		{"before the decrees held", "222", map2024, "2022-06-30", ""},
		{"no such area", "99999", map2024, "2024-03-13", ""},
	}
	for _, tt := range tests {
		got, ok := s.Region(AreaKey{tt.code, tt.from}, clock.MustDay(tt.on))
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s on %s: got %q, %t, want %q", tt.name, tt.on, got, ok, tt.want)
		}
	}
}

// TestRegionOf asks for the region of zones; where one spans areas the
// highest applies (Decree 293/2025/NĐ-CP Art. 3).
func TestRegionOf(t *testing.T) {
	t.Parallel()
	s := set(t)
	tests := []struct {
		zone, on string
		want     Region
	}{
		{"quang-chau", "2024-03-13", "III"},
		{"quang-chau", "2026-11-23", "II"},
		{"hoa-phu", "2026-11-23", "III"},
		{"thai-dao-tan-an", "2026-11-23", "II"},
		{"yen-son-bac-lung", "2026-11-23", "IV"},
		{"ccn-dong-dinh", "2026-11-23", "III"},
	}
	for _, tt := range tests {
		i := slices.IndexFunc(s.Zones, func(z Zone) bool { return z.Slug == tt.zone })
		if got, _ := s.RegionOf(s.Zones[i].Areas, clock.MustDay(tt.on)); got != tt.want {
			t.Errorf("%s on %s: got %q, want %q", tt.zone, tt.on, got, tt.want)
		}
	}
	if got, ok := s.RegionOf(nil, map2024); got != "" || ok {
		t.Errorf("no areas: %q, %t", got, ok)
	}
}

func TestMinimumWage(t *testing.T) {
	t.Parallel()
	s := set(t)
	tests := []struct {
		region Region
		on     string
		want   int
		basis  string
	}{
		{"III", "2024-03-13", 3640000, "Nghị định 38/2022/NĐ-CP"},
		{"II", "2024-06-30", 4160000, "Nghị định 38/2022/NĐ-CP"},
		{"II", "2024-07-01", 4410000, "Nghị định 74/2024/NĐ-CP"},
		{"II", "2026-01-01", 4730000, "Nghị định 293/2025/NĐ-CP"},
		{"IV", "2030-01-01", 3700000, "Nghị định 293/2025/NĐ-CP"},
		{"I", "2022-06-30", 0, ""},
		{"", "2026-01-01", 0, ""},
	}
	for _, tt := range tests {
		w, ok := s.MinimumWage(tt.region, clock.MustDay(tt.on))
		if w.MonthlyVND != tt.want || w.LegalBasis != tt.basis || ok != (tt.want > 0) {
			t.Errorf("%s on %s: got %+v, %t", tt.region, tt.on, w, ok)
		}
	}
}

func TestHighest(t *testing.T) {
	t.Parallel()
	if got := Highest("IV", "II", "III"); got != "II" {
		t.Errorf("Highest: got %q", got)
	}
	if got := Highest(); got != "" {
		t.Errorf("Highest of none: got %q", got)
	}
}

// TestEveryAreaHasOneRegionADay looks at both ends of every decree.
func TestEveryAreaHasOneRegionADay(t *testing.T) {
	t.Parallel()
	s := set(t)
	for _, day := range []string{"2022-07-01", "2024-06-30", "2024-07-01", "2025-06-30", "2025-07-01",
		"2025-12-31", "2026-01-01", "2027-12-31"} {
		on := clock.MustDay(day)
		given := map[AreaKey]int{}
		for _, w := range s.WageRegions {
			if alive(w.EffectiveFrom, w.EffectiveTo, on) {
				given[w.Area]++
			}
		}
		for _, a := range s.Areas {
			district := a.IsDistrict() && on.Before(clock.MustDay("2026-01-01"))
			commune := a.IsCommune() && a.ValidFrom == map2025 && !on.Before(map2025)
			if want := district || commune; (given[a.AreaKey] == 1) != want || given[a.AreaKey] > 1 {
				t.Errorf("%s %s has %d regions on %s", a.Kind, a.Name, given[a.AreaKey], day)
			}
		}
	}
}

// TestWagesOf2026 counts the annex of Decree 293/2025/NĐ-CP.
func TestWagesOf2026(t *testing.T) {
	t.Parallel()
	s := set(t)
	got := map[string]int{}
	for _, w := range s.WageRegions {
		if w.EffectiveFrom == clock.MustDay("2026-01-01") {
			got[s.Province(w.Area)+" "+string(w.Region)]++
		}
	}
	want := map[string]int{"24 II": 53, "24 III": 14, "24 IV": 32, "20 III": 4, "20 IV": 61}
	for key, n := range want {
		if got[key] != n {
			t.Errorf("%s: %d areas, want %d", key, got[key], n)
		}
	}
}

// TestNewCommunesKeepTheRegion checks the list of Decree 128/2025/NĐ-CP
// against that of Decree 74/2024/NĐ-CP: a commune made in July 2025 has the
// highest region of the districts it was made from. The communes of the former
// Bắc Ninh, whose districts are not carried, were all in region II.
func TestNewCommunesKeepTheRegion(t *testing.T) {
	t.Parallel()
	s := set(t)
	for _, a := range s.Areas {
		if !a.IsCommune() || a.ValidFrom != map2025 {
			continue
		}
		want := Region("II")
		if old := s.parents(s.PredecessorsOf(a.AreaKey)); len(old) > 0 {
			want = s.highestGiven(old, clock.MustDay("2025-06-30"))
		}
		if got := s.highestGiven([]AreaKey{a.AreaKey}, map2025); got != want {
			t.Errorf("%s %s (%s): region %s, want %s", a.Kind, a.Name, a.Code, got, want)
		}
	}
}
