// Package dashboards shows each body its own page: the answer to its first
// question, what to do, key figures with the way to their rows, charts, and
// what changed lately. It also shows the public how the directives progress.
package dashboards

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/dashboard"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/web/route"
)

// Screens shows dashboards.
type Screens struct {
	Boards *dashboard.Store
	Now    clock.Clock
}

// New returns the screens over a database.
func New(db *postgres.DB, now clock.Clock) *Screens {
	return &Screens{Boards: dashboard.New(db, now), Now: now}
}

const home = "/bang-dieu-khien"

// Routes lists the pages. Which dashboards an account may open depends on its
// body, so the store decides.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get(home, access.SignedIn, s.own),
		route.Get(home+"/{slug}", access.SignedIn, s.board),
		route.Get(home+"/{slug}/{bang}.xlsx", access.SignedIn, s.exportTable),
		route.Get(home+"/{slug}/tom-tat", access.JudgeObligations, s.brief),
		route.Get("/tien-do", access.Public, s.progress),
		route.Get("/tien-do.xlsx", access.Public, s.exportProgress),
		route.Get("/tien-do/huyen.xlsx", access.Public, s.exportDistricts),
	}
}

func (s *Screens) own(w http.ResponseWriter, r *http.Request) error {
	return route.SeeOther(w, r, home+"/"+access.From(r.Context()).BodySlug)
}

func (s *Screens) board(w http.ResponseWriter, r *http.Request) error {
	b, err := s.Boards.Board(r.Context(), access.From(r.Context()), chi.URLParam(r, "slug"))
	if err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, boardPage(compose(r.Context(), b)))
}

// brief is the page to print before a meeting; only the office that follows
// obligations up has one.
func (s *Screens) brief(w http.ResponseWriter, r *http.Request) error {
	b, err := s.Boards.Board(r.Context(), access.From(r.Context()), chi.URLParam(r, "slug"))
	if err != nil {
		return err
	}
	if b.Body.Seat() != (access.Seat{Side: access.Source, Kind: access.Office}) {
		return errs.NotFound
	}
	return route.Page(w, r, http.StatusOK, briefPage(b))
}

func (s *Screens) progress(w http.ResponseWriter, r *http.Request) error {
	p, err := s.Boards.Public(r.Context())
	if err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, progressPage(p))
}
