package reference

import "cauviec/internal/clock"

// Body is an organisation with duties, alive from ValidFrom until the day
// before ValidTo (zero: no end known).
type Body struct {
	Slug         string
	Kind         string // office, labour, centre, transport, paper, broadcaster, district, commune, zone_board
	NameVi       string
	ShortVi      string
	NameEn       string
	ShortEn      string
	ProvinceCode string
	Parent       string // slug, empty for none
	Counterpart  string // slug of the body of the same trade in the other province
	Area         AreaKey
	ValidFrom    clock.Day
	ValidTo      clock.Day
}

// Succession says by what name a body goes on, from a day: "(nay là …)".
// Certainty is verified or general (general knowledge).
type Succession struct {
	OldSlug   string
	NewName   string
	Day       clock.Day
	Certainty string
}

// Partnership is a pair of provinces with its working map date: the areas and
// bodies to choose from are those alive on that day.
type Partnership struct {
	Slug        string
	Source      string // province code
	Destination string // province code
	MapOn       clock.Day
}

var bodyColumns = []string{"slug", "kind", "name_vi", "short_vi", "name_en", "short_en", "province_code",
	"parent", "counterpart", "area_code", "valid_from", "valid_to"}

func readBody(r *row) Body {
	b := Body{
		Slug: r.must("slug"),
		Kind: r.one("kind", "office", "labour", "centre", "transport", "paper", "broadcaster",
			"district", "commune", "zone_board"),
		NameVi: r.must("name_vi"), ShortVi: r.must("short_vi"),
		NameEn: r.must("name_en"), ShortEn: r.must("short_en"),
		ProvinceCode: r.must("province_code"),
		Parent:       r.text("parent"), Counterpart: r.text("counterpart"),
		ValidFrom: r.mustDay("valid_from"), ValidTo: r.day("valid_to"),
	}
	if code := r.text("area_code"); code != "" {
		b.Area = AreaKey{Code: code, ValidFrom: map2024}
	}
	return b
}

var successionColumns = []string{"old_slug", "new_name", "day", "certainty"}

func readSuccession(r *row) Succession {
	return Succession{
		OldSlug: r.must("old_slug"), NewName: r.must("new_name"), Day: r.mustDay("day"),
		Certainty: r.one("certainty", "verified", "general"),
	}
}

var partnershipColumns = []string{"slug", "source_province_code", "destination_province_code", "map_on"}

func readPartnership(r *row) Partnership {
	return Partnership{
		Slug: r.must("slug"), Source: r.must("source_province_code"),
		Destination: r.must("destination_province_code"), MapOn: r.mustDay("map_on"),
	}
}

// areaSuccessions returns the successions that follow from those of areas: a
// commune's committee goes on as that of the new commune, a district's as
// those of all communes that its own went into.
func (s *Set) areaSuccessions() []Succession {
	var out []Succession
	for _, b := range s.Bodies {
		if b.Area.Code == "" {
			continue
		}
		for _, key := range s.SuccessorsOf(b.Area) {
			next := s.areas[key]
			out = append(out, Succession{
				OldSlug: b.Slug, NewName: "UBND " + next.KindVi() + " " + next.Name,
				Day: key.ValidFrom, Certainty: s.certainty(b.Area, key),
			})
		}
	}
	return out
}

// certainty says how sure it is that one area went into another: inferred
// relations are general knowledge.
func (s *Set) certainty(old, new AreaKey) string {
	for _, x := range s.Successors {
		if x.Old == old && x.New == new && x.Relation == "inferred" {
			return "general"
		}
	}
	return "verified"
}

// Side says on which side of the partnership a province stands: source or
// destination, empty for neither.
func (p Partnership) Side(province string) string {
	switch province {
	case p.Source:
		return "source"
	case p.Destination:
		return "destination"
	}
	return ""
}
