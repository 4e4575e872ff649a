package saved

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"cauviec/internal/board"
	"cauviec/internal/reference"
	"cauviec/internal/saved"
	"cauviec/internal/search"
	"cauviec/web/route"
)

func (s *Screens) list(w http.ResponseWriter, r *http.Request) error {
	ids, err := s.Saved.Living(r.Context(), IDs(r.Context()))
	if err != nil {
		return err
	}
	if !slices.Equal(ids, IDs(r.Context())) {
		remember(w, r, ids)
	}
	items, err := s.items(r.Context(), ids, reference.Point{})
	if err != nil {
		return err
	}
	route.Private(w)
	return route.Page(w, r, http.StatusOK, listPage(items))
}

func (s *Screens) items(ctx context.Context, ids []int64, home reference.Point) ([]item, error) {
	list, err := s.Saved.Read(ctx, ids)
	if err != nil {
		return nil, err
	}
	items, ways := make([]item, len(list)), search.WaysFrom(home)
	for i, v := range list {
		items[i] = item{Vacancy: v, km: ways.KM(v.Point()), today: s.Saved.Now.Today()}
	}
	return items, nil
}

// comparing is what the comparison shows.
type comparing struct {
	items   []item
	choices []board.Choice
	home    string // code of the reader's district
}

// compare shows vacancies beside each other: those of tin, given several times
// or with commas, as they look from the district huyen.
func (s *Screens) compare(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	ids, err := s.Saved.Living(r.Context(), numbers(strings.Split(strings.Join(q["tin"], ","), ","), saved.MostCompared))
	if err != nil {
		return err
	}
	choices, err := s.Board.Choices(r.Context())
	if err != nil {
		return err
	}
	c := comparing{choices: choices}
	var home reference.Point
	for _, choice := range choices {
		if choice.Kind == board.ChoiceDistrict && choice.Key == q.Get("huyen") {
			c.home, home = choice.Key, choice.Point()
		}
	}
	if c.items, err = s.items(r.Context(), ids, home); err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, comparePage(c))
}
