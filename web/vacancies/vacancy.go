package vacancies

import (
	"context"
	"net/http"
	"slices"

	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/reference"
	"cauviec/internal/search"
	"cauviec/internal/vacancy"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// mostSimilar is how many other vacancies a page points at.
const mostSimilar = 4

func (s *Screens) vacancy(w http.ResponseWriter, r *http.Request) error {
	key := finishedKey(r)
	f, asked := s.pages.find(key)
	if asked {
		return s.again(w, r, key, f)
	}
	o, done, err := s.offer(w, r)
	if err != nil || done {
		return err
	}
	if key != "" {
		s.pages.put(key, finished{})
	}
	return route.Page(w, r, http.StatusOK, offerPage(o))
}

// offer reads what the page of a vacancy shows. It is done when the reader was
// sent to the right address.
func (s *Screens) offer(w http.ResponseWriter, r *http.Request) (o offer, done bool, err error) {
	v, done, err := s.public(w, r, "")
	if err != nil || done {
		return o, done, err
	}
	ctx := r.Context()
	o = offer{Vacancy: v, today: s.Now.Today(), site: route.Base(r), centre: s.CentrePhone}
	choices, err := s.Board.Choices(ctx)
	if err != nil {
		return o, false, err
	}
	if o.tookUp, err = s.tookUp(r, v.ID); err != nil {
		return o, false, err
	}
	asked := readAddress(r.URL.Query())
	o.way = wayFrom(asked, o.point(), choices)
	if o.batches, err = s.batches(ctx, v); err != nil {
		return o, false, err
	}
	if o.similar, err = s.similar(ctx, v.ID, v.OccupationCode, asked.homeOf(choices).Point(), o.today); err != nil {
		return o, false, err
	}
	for i := range o.similar {
		o.similar[i].home, o.similar[i].commune = o.way.home, o.way.commune
	}
	return o, false, nil
}

// public reads the vacancy that an address names. It is done when the reader
// was sent to the right address; rest is what follows the vacancy's own.
func (s *Screens) public(w http.ResponseWriter, r *http.Request, rest string) (v vacancy.Vacancy, done bool, err error) {
	id, err := route.ID(r, "id")
	if err != nil {
		return v, false, err
	}
	if v, err = s.Vacancies.Public(r.Context(), id); err != nil {
		return v, false, err
	}
	if v.MergedInto != 0 {
		return v, true, s.leadOn(w, r, v, rest)
	}
	return v, moved(w, r, href(v.ID, v.Slug)+rest), nil
}

// batches returns the parts of an open order with how many each still needs.
func (s *Screens) batches(ctx context.Context, v vacancy.Vacancy) ([]vacancy.BatchState, error) {
	if len(v.Batches) == 0 || !v.Open(s.Now.Today()) {
		return nil, nil
	}
	atWork, err := s.Board.AtWork(ctx, v.ID)
	return vacancy.Drawn(v.Batches, atWork), err
}

// similar returns open vacancies of the same group of occupations as one that
// is looked at, else the newest ones.
func (s *Screens) similar(ctx context.Context, id int64, occupation string, home reference.Point, today clock.Day) ([]card, error) {
	q := search.Query{Limit: mostSimilar + 1, Uncounted: true}
	if len(occupation) >= 2 {
		q.Occupations = []string{occupation[:2]}
	}
	ids, err := s.others(ctx, q, id, today)
	if err == nil && len(ids) == 0 && len(q.Occupations) > 0 {
		q.Occupations = nil
		ids, err = s.others(ctx, q, id, today)
	}
	if err != nil {
		return nil, err
	}
	cards, err := s.Board.Cards(ctx, ids)
	return cardsFrom(cards, home, today), err
}

// others returns what a query finds beside one vacancy.
func (s *Screens) others(ctx context.Context, q search.Query, id int64, today clock.Day) ([]int64, error) {
	found, err := s.Search.Find(ctx, q, today)
	ids := slices.DeleteFunc(found.IDs, func(other int64) bool { return other == id })
	return ids[:min(len(ids), mostSimilar)], err
}

// wayFrom tells how far the work is from the reader's home, and offers the
// homes to choose from.
func wayFrom(a address, place reference.Point, choices []board.Choice) way {
	home := a.homeOf(choices)
	w := way{district: home.Name, home: home.Key, commune: a.Commune, km: search.WaysFrom(home.Point()).KM(place)}
	w.minutes = reference.RoadMinutes(w.km)
	if place.IsZero() {
		return w
	}
	for _, c := range choices {
		if c.Kind == board.ChoiceDistrict {
			w.districts = append(w.districts, ui.Option{Value: c.Key, Label: c.Name})
		}
	}
	for _, c := range search.Homes(home.Key) {
		w.communes = append(w.communes, ui.Option{Value: c.Code, Label: c.Name})
	}
	return w
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
