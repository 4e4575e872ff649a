package vacancies

import (
	"context"
	"net/http"
	"slices"

	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/reference"
	"cauviec/internal/search"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// offer is what the page of a vacancy shows.
type offer struct {
	vacancy.Vacancy
	today   clock.Day
	ways    []way
	home    string // the district that the reader comes from, if told
	similar []card
}

// way is how far the work is from a district.
type way struct {
	district string
	km       int
	minutes  int
}

// mostSimilar is how many other vacancies a page points at.
const mostSimilar = 4

func (s *Screens) vacancy(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	ctx := r.Context()
	v, err := s.Vacancies.Public(ctx, id)
	if err != nil {
		return err
	}
	if moved(w, r, href(v.ID, v.Slug)) {
		return nil
	}
	o := offer{Vacancy: v, today: s.Now.Today()}
	choices, err := s.Board.Choices(ctx)
	if err != nil {
		return err
	}
	o.ways = waysTo(o.point(), choices)
	home := readAddress(r.URL.Query()).homeOf(choices)
	o.home = home.Name
	if o.similar, err = s.similar(ctx, v, o.today); err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, offerPage(o))
}

// similar returns open vacancies of the same group of occupations, else the
// newest ones.
func (s *Screens) similar(ctx context.Context, v vacancy.Vacancy, today clock.Day) ([]card, error) {
	q := search.Query{Limit: mostSimilar + 1, Uncounted: true}
	if len(v.OccupationCode) >= 2 {
		q.Occupations = []string{v.OccupationCode[:2]}
	}
	ids, err := s.others(ctx, q, v.ID, today)
	if err == nil && len(ids) == 0 && len(q.Occupations) > 0 {
		q.Occupations = nil
		ids, err = s.others(ctx, q, v.ID, today)
	}
	if err != nil {
		return nil, err
	}
	cards, err := s.Board.Cards(ctx, ids)
	return cardsFrom(cards, reference.Point{}, today), err
}

// others returns what a query finds beside one vacancy.
func (s *Screens) others(ctx context.Context, q search.Query, id int64, today clock.Day) ([]int64, error) {
	found, err := s.Search.Find(ctx, q, today)
	ids := slices.DeleteFunc(found.IDs, func(other int64) bool { return other == id })
	return ids[:min(len(ids), mostSimilar)], err
}

// point is where the work is.
func (o offer) point() reference.Point {
	if o.Lat == nil || o.Lon == nil {
		return reference.Point{}
	}
	return reference.Point{Lat: *o.Lat, Lon: *o.Lon}
}

// waysTo returns how far a place is from each district, the nearest first.
func waysTo(place reference.Point, choices []board.Choice) []way {
	var ways []way
	for _, c := range choices {
		if km := reference.RoadKM(c.Point(), place); c.Kind == board.ChoiceDistrict && km > 0 {
			ways = append(ways, way{district: c.Name, km: km, minutes: reference.RoadMinutes(km)})
		}
	}
	slices.SortStableFunc(ways, func(a, b way) int { return a.km - b.km })
	return ways
}

// wayHome returns how far the work is from the reader's district.
func (o offer) wayHome() (way, bool) {
	for _, w := range o.ways {
		if w.district == o.home {
			return w, true
		}
	}
	return way{}, false
}

// words says how long a way is.
func (w way) words(ctx context.Context) string {
	return locale.T(ctx, "jobs.way", w.km, w.minutes/60, w.minutes%60)
}

// hidden reports whether only the end of the vacancy may be told: its employer
// is no longer trusted.
func (o offer) hidden() bool { return o.EmployerState != employer.Verified }

// closed names why one cannot register; empty while one can.
func (o offer) closed() string {
	switch {
	case o.Open(o.today):
		return ""
	case o.hidden():
		return "hidden"
	}
	return string(o.State(o.today))
}

// place is where the work is, in words.
func (o offer) place() string {
	for _, name := range []string{o.ZoneName, o.Workplace, o.AreaName} {
		if name != "" {
			return name
		}
	}
	return ""
}

// description is what search engines and shared links say.
func (o offer) description(ctx context.Context) string {
	return locale.T(ctx, "jobs.offer.description", o.EmployerName, o.place(), locale.MonthlyPay(ctx, o.IncomeFrom, o.IncomeTo), o.Headcount)
}

// word is the word of a code, nothing for no code.
func word(ctx context.Context, list vacancy.List, code string) string {
	if code == "" {
		return ""
	}
	return locale.T(ctx, list.Key(code))
}

// needed is what is asked of people.
func (o offer) needed(ctx context.Context) []ui.Fact {
	facts := []ui.Fact{
		{Label: locale.T(ctx, "jobs.offer.occupation"), Value: locale.Pick(ctx, o.OccupationVi, o.OccupationEn)},
		{Label: locale.T(ctx, "jobs.offer.experience"), Value: word(ctx, vacancy.Experiences, o.Experience)},
		{Label: locale.T(ctx, "jobs.offer.education"), Value: word(ctx, vacancy.Educations, o.Education)},
		{Label: locale.T(ctx, "jobs.offer.qualification"), Value: word(ctx, vacancy.Qualifications, o.Qualification)},
		{Label: locale.T(ctx, "jobs.offer.contract"), Value: word(ctx, vacancy.Contracts, o.Contract)},
		{Label: locale.T(ctx, "jobs.offer.starts"), Value: o.StartsOn.String()},
		{Label: locale.T(ctx, "jobs.offer.papers"), Value: o.Papers, Wide: true},
	}
	return slices.DeleteFunc(facts, func(f ui.Fact) bool { return f.Value == "" })
}

// listed are the words of several codes.
func listed(ctx context.Context, list vacancy.List, codes []string) []string {
	words := make([]string, 0, len(codes))
	for _, code := range codes {
		if code != vacancy.NoBenefit {
			words = append(words, locale.T(ctx, list.Key(code)))
		}
	}
	return words
}
