package vacancies

import (
	"net/http"

	"cauviec/internal/board"
	"cauviec/internal/reference"
	"cauviec/internal/search"
	"cauviec/web/route"
)

// ListByKey is the yardstick of the benchmarks: the page of the list, with
// vacancies read by their ids and everything else known beforehand.
func (s *Screens) ListByKey(choices []board.Choice, facets search.Facets, ids func() []int64) route.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		cards, err := s.Board.Cards(r.Context(), ids())
		if err != nil {
			return err
		}
		l := listing{choices: choices, cards: cardsFrom(cards, reference.Point{}, s.Now.Today()), total: len(cards), next: listPath, facets: facets}
		return route.Page(w, r, http.StatusOK, listPage(l))
	}
}

// List is the page of the list, for benchmarks that choose what it stands on.
func (s *Screens) List() route.Handler { return s.list }
