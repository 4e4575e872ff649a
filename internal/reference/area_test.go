package reference

import (
	"slices"
	"testing"

	"cauviec/internal/clock"
)

func TestAreasHoldTogether(t *testing.T) {
	t.Parallel()
	s := set(t)
	seen := map[AreaKey]bool{}
	for _, a := range s.Areas {
		if seen[a.AreaKey] {
			t.Errorf("%v twice", a.AreaKey)
		}
		if (a.ParentCode == "") != (a.Kind == "province") || a.ParentCode != "" && !seen[a.Parent()] {
			t.Errorf("%s %s (%s): parent %q does not come before it", a.Kind, a.Name, a.Code, a.ParentCode)
		}
		if !a.ValidTo.IsZero() && !a.ValidFrom.Before(a.ValidTo) {
			t.Errorf("%s %s ends before it begins", a.Kind, a.Name)
		}
		onMap := a.Point.Lat > 20.9 && a.Point.Lat < 22.6 && a.Point.Lon > 105.8 && a.Point.Lon < 107.5
		if needsPoint := !a.IsCommune() || a.ValidFrom == map2025; needsPoint && !onMap {
			t.Errorf("%s %s lies at %v", a.Kind, a.Name, a.Point)
		}
		seen[a.AreaKey] = true
	}
}

func TestSuccessorsHoldTogether(t *testing.T) {
	t.Parallel()
	s := set(t)
	for _, x := range s.Successors {
		old, okOld := s.Area(x.Old)
		next, okNew := s.Area(x.New)
		if !okOld || !okNew || old.ValidTo != next.ValidFrom {
			t.Errorf("%v → %v: %v %v", x.Old, x.New, old, next)
		}
	}
	for _, a := range s.Areas {
		unknown := a.ValidTo == clock.MustDay("2025-01-01")
		if a.ValidFrom == map2024 && (len(s.SuccessorsOf(a.AreaKey)) == 0) != unknown {
			t.Errorf("%s %s (%s): successors %v", a.Kind, a.Name, a.Code, s.SuccessorsOf(a.AreaKey))
		}
	}
}

// TestCodesAreReused shows why a code alone names nothing.
func TestCodesAreReused(t *testing.T) {
	t.Parallel()
	s := set(t)
	for from, want := range map[clock.Day]string{map2024: "Vĩnh Trại", map2025: "Đông Kinh"} {
		if a, _ := s.Area(AreaKey{"05977", from}); a.Name != want {
			t.Errorf("05977 from %s is %q, want %q", from, a.Name, want)
		}
	}
	if a, _ := s.Area(AreaKey{"24", map2025}); a.Name != "Bắc Ninh" {
		t.Errorf("24 is %q since July 2025", a.Name)
	}
}

func TestFollowingAreas(t *testing.T) {
	t.Parallel()
	s := set(t)
	tests := []struct {
		name string
		got  []AreaKey
		want []string
	}{
		{"a commune in two", s.SuccessorsOf(AreaKey{"06622", map2024}), []string{"06613", "06625"}},
		{"a district", s.SuccessorsOf(AreaKey{"178", map2024}), []string{"05977", "05983", "05986", "06187"}},
		{"predecessors", s.PredecessorsOf(AreaKey{"05977", map2025}), []string{"05977", "05980", "05992"}},
		{"not known", s.SuccessorsOf(AreaKey{"06007", map2024}), nil},
	}
	for _, tt := range tests {
		var codes []string
		for _, key := range tt.got {
			codes = append(codes, key.Code)
		}
		for _, code := range tt.want {
			if !slices.Contains(codes, code) {
				t.Errorf("%s: %v lacks %s", tt.name, codes, code)
			}
		}
		if tt.want == nil && len(codes) > 0 {
			t.Errorf("%s: got %v", tt.name, codes)
		}
	}
}

func TestAliveOn(t *testing.T) {
	t.Parallel()
	a, _ := set(t).Area(AreaKey{"222", map2024})
	for day, want := range map[string]bool{
		"2024-03-12": false, "2024-03-13": true, "2025-06-30": true, "2025-07-01": false,
	} {
		if got := a.AliveOn(clock.MustDay(day)); got != want {
			t.Errorf("Việt Yên on %s: %t", day, got)
		}
	}
}
