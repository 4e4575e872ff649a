package vacancies

import (
	"net/http"

	"cauviec/internal/board"
	"cauviec/internal/search"
	"cauviec/web/route"
)

// front is what the front page shows.
type front struct {
	choices []board.Choice
	zones   []board.Zone // with open vacancies
	open    int          // vacancies open today, in zones or not
	drives  []board.Drive
	cards   []card
}

// How much of each the front page shows.
const (
	frontCards  = 6
	frontDrives = 4
	frontZones  = 8
)

func (s *Screens) home(w http.ResponseWriter, r *http.Request) error {
	ctx, today := r.Context(), s.Now.Today()
	var f front
	var err error
	if f.choices, err = s.Board.Choices(ctx); err != nil {
		return err
	}
	zones, err := s.Board.Zones(ctx, today)
	if err != nil {
		return err
	}
	for _, z := range zones {
		if z.Open > 0 {
			f.zones = append(f.zones, z)
		}
	}
	if f.drives, err = s.Board.Drives(ctx, s.Now.Now(), frontDrives); err != nil {
		return err
	}
	cards, found, err := s.found(r, search.Query{Limit: frontCards})
	if err != nil {
		return err
	}
	f.cards, f.open = cards, found.Total
	return route.Page(w, r, http.StatusOK, homePage(f))
}

func (s *Screens) about(w http.ResponseWriter, r *http.Request) error {
	return route.Page(w, r, http.StatusOK, aboutPage())
}
