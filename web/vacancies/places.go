package vacancies

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"cauviec/internal/search"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// gathered are open vacancies that belong together, on the page of what they
// belong to.
type gathered struct {
	cards []card
	total int
	next  string // address of the next page
	list  string // address of the list that is handed over
}

// gather returns a page of open vacancies; path is where the next one is.
func (s *Screens) gather(r *http.Request, q search.Query, path string) (g gathered, err error) {
	q.After = r.URL.Query().Get(paramAfter)
	cards, found, err := s.found(r, q)
	if err != nil {
		return gathered{}, err
	}
	if found.Next != "" {
		g.next = ui.WithQuery(path, paramAfter, found.Next)
	}
	g.cards, g.total, g.list = cards, found.Total, path
	return g, nil
}

func (s *Screens) zone(w http.ResponseWriter, r *http.Request) error {
	slug, ok := anyKey(chi.URLParam(r, "slug"))
	if !ok {
		slug = ""
	}
	z, err := s.Board.Zone(r.Context(), slug)
	if err != nil {
		return err
	}
	path := "/khu-cong-nghiep/" + z.Slug
	g, err := s.gather(r, search.Query{Zones: []string{z.Slug}}, path)
	if err != nil {
		return err
	}
	g.list = ui.WithQuery(listPath, paramZone, z.Slug)
	choices, err := s.Board.Choices(r.Context())
	if err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, zonePage(z, g, waysTo(z.Point(), choices)))
}
