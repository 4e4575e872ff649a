package reference

import (
	"cauviec/internal/clock"
)

// AreaKey names an administrative unit. A code alone does not: codes are used
// again with another meaning (05977 was the ward of Vĩnh Trại until 30 June
// 2025 and is that of Đông Kinh since).
type AreaKey struct {
	Code      string
	ValidFrom clock.Day
}

// Area is an administrative unit as it stood from ValidFrom until the day
// before ValidTo. ValidFrom 2024-03-13 means known in force on that day. A
// zero ValidTo has no end; a zero Point is not known.
type Area struct {
	AreaKey
	ValidTo    clock.Day
	Name       string // without its kind: "Tràng Định"
	Kind       string // province, city, town, district, commune, ward, township
	ParentCode string // of the same ValidFrom; empty for a province
	Point      Point
}

// Parent returns the key of the unit above, the zero key for a province.
func (a Area) Parent() AreaKey {
	if a.ParentCode == "" {
		return AreaKey{}
	}
	return AreaKey{Code: a.ParentCode, ValidFrom: a.ValidFrom}
}

// AliveOn reports whether the unit exists on a day, as far as is known.
func (a Area) AliveOn(day clock.Day) bool { return alive(a.ValidFrom, a.ValidTo, day) }

// alive reports whether day lies in [from, to); a zero to has no end.
func alive(from, to, day clock.Day) bool {
	return !day.Before(from) && (to.IsZero() || day.Before(to))
}

// KindVi returns the Vietnamese word for the kind, in lower case.
func (a Area) KindVi() string { return kindVi[a.Kind] }

var kindVi = map[string]string{
	"province": "tỉnh", "city": "thành phố", "town": "thị xã", "district": "huyện",
	"commune": "xã", "ward": "phường", "township": "thị trấn",
}

// IsDistrict reports whether the unit is of the middle level, which ended on
// 30 June 2025.
func (a Area) IsDistrict() bool {
	return a.Kind == "city" || a.Kind == "town" || a.Kind == "district"
}

// IsCommune reports whether the unit is of the lowest level.
func (a Area) IsCommune() bool {
	return a.Kind == "commune" || a.Kind == "ward" || a.Kind == "township"
}

// Successor says that a unit went into another: wholly (full), in part
// (partial), or by inference. Units whose successor is not known have none.
type Successor struct {
	Old, New AreaKey
	Relation string
}

var areaColumns = []string{"code", "valid_from", "valid_to", "name", "kind", "parent_code", "lat", "lon"}

func readArea(r *row) Area {
	return Area{
		AreaKey:    AreaKey{Code: r.must("code"), ValidFrom: r.mustDay("valid_from")},
		ValidTo:    r.day("valid_to"),
		Name:       r.must("name"),
		Kind:       r.one("kind", "province", "city", "town", "district", "commune", "ward", "township"),
		ParentCode: r.text("parent_code"),
		Point:      r.point(),
	}
}

var successorColumns = []string{"old_code", "old_valid_from", "new_code", "new_valid_from", "relation"}

func readSuccessor(r *row) Successor {
	return Successor{
		Old:      AreaKey{Code: r.must("old_code"), ValidFrom: r.mustDay("old_valid_from")},
		New:      AreaKey{Code: r.must("new_code"), ValidFrom: r.mustDay("new_valid_from")},
		Relation: r.one("relation", "full", "partial", "inferred"),
	}
}

// indexAreas makes areas findable by key.
func (s *Set) indexAreas() {
	s.areas = make(map[AreaKey]Area, len(s.Areas))
	for _, a := range s.Areas {
		s.areas[a.AreaKey] = a
	}
}

// Area returns the unit with a key.
func (s *Set) Area(key AreaKey) (Area, bool) {
	a, ok := s.areas[key]
	return a, ok
}

// Province returns the code of the province a unit lies in, empty when the
// unit is not known.
func (s *Set) Province(key AreaKey) string {
	a, ok := s.areas[key]
	for ok && a.ParentCode != "" {
		a, ok = s.areas[a.Parent()]
	}
	return a.Code
}

// Children returns the units directly under one.
func (s *Set) Children(key AreaKey) []AreaKey {
	var keys []AreaKey
	for _, a := range s.Areas {
		if a.ParentCode != "" && a.Parent() == key {
			keys = append(keys, a.AreaKey)
		}
	}
	return keys
}

// SuccessorsOf returns the units that one went into: its own, or for a
// district, which has none, those of its communes.
func (s *Set) SuccessorsOf(key AreaKey) []AreaKey {
	keys := s.follow(key, func(x Successor) (from, to AreaKey) { return x.Old, x.New })
	if len(keys) > 0 || !s.areas[key].IsDistrict() {
		return keys
	}
	for _, child := range s.Children(key) {
		for _, next := range s.SuccessorsOf(child) {
			keys = appendNew(keys, next)
		}
	}
	return keys
}

// PredecessorsOf returns the units that went into one.
func (s *Set) PredecessorsOf(key AreaKey) []AreaKey {
	return s.follow(key, func(x Successor) (from, to AreaKey) { return x.New, x.Old })
}

// follow returns where the successor relation leads from a key in one
// direction.
func (s *Set) follow(key AreaKey, direction func(Successor) (from, to AreaKey)) []AreaKey {
	var keys []AreaKey
	for _, x := range s.Successors {
		if from, to := direction(x); from == key {
			keys = append(keys, to)
		}
	}
	return keys
}
