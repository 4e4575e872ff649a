package reference

import (
	"slices"
	"testing"

	"cauviec/internal/clock"
)

func TestBodiesHoldTogether(t *testing.T) {
	t.Parallel()
	s := set(t)
	bodies := map[string]Body{}
	for _, b := range s.Bodies {
		if _, twice := bodies[b.Slug]; twice {
			t.Errorf("%s twice", b.Slug)
		}
		if _, ok := bodies[b.Parent]; b.Parent != "" && !ok {
			t.Errorf("%s: parent %s does not come before it", b.Slug, b.Parent)
		}
		if s.Partnerships[0].Side(b.ProvinceCode) == "" {
			t.Errorf("%s: province %s", b.Slug, b.ProvinceCode)
		}
		bodies[b.Slug] = b
	}
	for _, b := range s.Bodies {
		if b.Counterpart != "" && (bodies[b.Counterpart].Counterpart != b.Slug || bodies[b.Counterpart].Kind != b.Kind) {
			t.Errorf("%s: counterpart %s", b.Slug, b.Counterpart)
		}
		checkArea(t, s, bodies, b)
	}
}

// checkArea checks a body's area: districts and communes have one, and a
// commune's body stands under that of its district.
func checkArea(t *testing.T, s *Set, bodies map[string]Body, b Body) {
	t.Helper()
	if local := b.Kind == "district" || b.Kind == "commune"; local != (b.Area.Code != "") {
		t.Errorf("%s: area %v", b.Slug, b.Area)
		return
	}
	area, ok := s.Area(b.Area)
	if b.Area.Code != "" && (!ok || area.ValidTo != b.ValidTo) {
		t.Errorf("%s: area %v lives until %s, the body until %s", b.Slug, b.Area, area.ValidTo, b.ValidTo)
	}
	if b.Kind == "commune" && (b.Slug != "xa-"+b.Area.Code || bodies[b.Parent].Area != area.Parent()) {
		t.Errorf("%s: area %v, parent %s", b.Slug, b.Area, b.Parent)
	}
}

// TestSlugs holds the slugs that addresses and sign-in names are made of.
func TestSlugs(t *testing.T) {
	t.Parallel()
	want := []string{
		"ls-ubnd", "ls-sldtbxh", "ls-ttdvvl", "ls-sgtvt", "ls-bao", "ls-dai",
		"bg-ubnd", "bg-sldtbxh", "bg-ttdvvl", "bg-sgtvt", "bg-bao", "bg-dai", "bg-bqlkcn",
		"ls-tp-lang-son", "ls-trang-dinh", "ls-binh-gia", "ls-van-lang", "ls-cao-loc", "ls-van-quan",
		"ls-bac-son", "ls-huu-lung", "ls-chi-lang", "ls-loc-binh", "ls-dinh-lap",
	}
	var got []string
	for _, b := range set(t).Bodies {
		if b.Kind != "commune" {
			got = append(got, b.Slug)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestCommuneBody(t *testing.T) {
	t.Parallel()
	s := set(t)
	i := slices.IndexFunc(s.Bodies, func(b Body) bool { return b.Slug == "xa-06034" })
	got := s.Bodies[i]
	if got.NameVi != "UBND xã Chi Lăng, huyện Tràng Định" || got.ShortVi != "UBND xã Chi Lăng" || got.Parent != "ls-trang-dinh" {
		t.Errorf("got %+v", got)
	}
}

func TestSuccessions(t *testing.T) {
	t.Parallel()
	s := set(t)
	bodies := map[string]bool{}
	for _, b := range s.Bodies {
		bodies[b.Slug] = true
	}
	seen := map[Succession]bool{}
	for _, x := range s.Successions {
		if !bodies[x.OldSlug] || seen[x] {
			t.Errorf("%+v: no such body, or twice", x)
		}
		seen[x] = true
	}
	for _, want := range []Succession{
		{"ls-sldtbxh", "Sở Nội vụ tỉnh Lạng Sơn", clock.MustDay("2025-03-01"), "verified"},
		{"xa-05977", "UBND phường Đông Kinh", map2025, "verified"},
		{"xa-05995", "UBND xã Thất Khê", map2025, "general"},
		{"ls-trang-dinh", "UBND xã Tràng Định", map2025, "verified"},
		{"bg-ubnd", "Ủy ban nhân dân tỉnh Bắc Ninh", map2025, "verified"},
	} {
		if !seen[want] {
			t.Errorf("lacks %+v", want)
		}
	}
}

func TestOccupationsHoldTogether(t *testing.T) {
	t.Parallel()
	levels := map[string]int{"": 0}
	for _, o := range set(t).Occupations {
		parent, ok := levels[o.Parent]
		if !ok || o.Level != len(o.Code) || parent >= o.Level || o.Code[:len(o.Parent)] != o.Parent {
			t.Errorf("%+v", o)
		}
		levels[o.Code] = o.Level
	}
}
