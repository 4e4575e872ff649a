package vacancies

import (
	"context"
	"net/http"

	"cauviec/internal/board"
	"cauviec/internal/employer"
	"cauviec/internal/reference"
	"cauviec/internal/search"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// maker is what the page of an employer shows.
type maker struct {
	board.Employer
	open gathered
	ways []way // from the districts, the nearest first; none outside of all zones
	city way   // from the workers' provincial capital; without km when not known
}

func (s *Screens) employer(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	ctx := r.Context()
	m := maker{}
	if m.Employer, err = s.Board.Employer(ctx, id); err != nil {
		return err
	}
	path := employerHref(m.ID, m.Slug)
	if moved(w, r, path) {
		return nil
	}
	choices, err := s.Board.Choices(ctx)
	if err != nil {
		return err
	}
	m.ways, m.city = waysTo(m.Point(), choices), wayFromCity(m.Point(), choices)
	if !m.suspended() {
		if m.open, err = s.gather(r, search.Query{EmployerID: m.ID}, path); err != nil {
			return err
		}
	}
	return route.Page(w, r, http.StatusOK, employerPage(m))
}

// suspended reports whether the employer hires through us no more for now.
func (m maker) suspended() bool { return m.State == employer.Suspended }

// facts are what it makes, and where. They name no person.
func (m maker) facts(ctx context.Context) []ui.Fact {
	fact := func(key, value string) ui.Fact {
		return ui.Fact{Label: locale.T(ctx, "jobs.employer."+key), Value: value}
	}
	products := fact("products", m.Products)
	products.Wide, products.DataTest = true, "products"
	facts := []ui.Fact{products, fact("industry", wordIn(ctx, "employer.industry.", m.IndustryCode)),
		fact("type", wordIn(ctx, "employer.type.", m.Type)), fact("size", wordIn(ctx, "employer.size.", m.SizeBand))}
	kept := facts[:0]
	for _, f := range facts {
		if f.Value != "" {
			kept = append(kept, f)
		}
	}
	return kept
}

func wordIn(ctx context.Context, list, code string) string {
	if code == "" {
		return ""
	}
	return locale.T(ctx, list+code)
}

// amenity is how one thing stands at the employer's.
type amenity struct {
	icon, name, note string
	has              employer.Has
}

var amenityIcons = map[employer.Kind]string{
	employer.Dormitory: "bed-double", employer.Canteen: "utensils", employer.Bus: "bus", employer.Nursery: "users",
}

// amenities are those of which it is known whether there is one.
func (m maker) amenities(ctx context.Context) []amenity {
	var list []amenity
	for _, kind := range employer.Kinds() {
		if has, note := m.Of(kind); *has != "" {
			list = append(list, amenity{icon: amenityIcons[kind], name: locale.T(ctx, "jobs.employer."+string(kind)), note: *note, has: *has})
		}
	}
	return list
}

// cityCode is Lạng Sơn city on the working map (GSO): the place from which
// people reckon the way.
const cityCode = "178"

// wayFromCity returns how far a place is from the city; without km when the
// place is not known.
func wayFromCity(place reference.Point, choices []board.Choice) way {
	for _, c := range choices {
		if c.Kind == board.ChoiceDistrict && c.Key == cityCode {
			km := reference.RoadKM(c.Point(), place)
			return way{district: c.Name, km: km, minutes: reference.RoadMinutes(km)}
		}
	}
	return way{}
}
