// Package directives is the pages of papers: the list, a paper with its
// obligations beside its clauses, entering a text, and the clerk's review in
// which the reader's proposals are set right before they are confirmed.
package directives

import (
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/directive"
	"cauviec/internal/obligation"
	"cauviec/web/route"
)

const home = "/van-ban"

// Screens are the pages of papers.
type Screens struct {
	Directives  *directive.Store
	Obligations *obligation.Store
	Now         clock.Clock
}

// Routes lists them.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get(home, access.ReadDirectives, s.list),
		route.Get(home+".xlsx", access.ReadDirectives, s.export),
		route.Get(home+"/nhap", access.EnterDirectives, s.blank),
		route.Upload(home+"/nhap", access.EnterDirectives, s.enter),
		route.Get(home+"/{id}", access.ReadDirectives, s.show),
		route.Get(home+"/{id}/doi-chieu", access.EnterDirectives, s.review),
		route.Post(home+"/{id}/dau-van-ban", access.EnterDirectives, s.correctHeader),
		route.Post(home+"/{id}/de-xuat", access.EnterDirectives, s.add),
		route.Post(home+"/{id}/de-xuat/{proposal}", access.EnterDirectives, s.correct),
		route.Post(home+"/{id}/de-xuat/{proposal}/bo", access.EnterDirectives, s.drop),
		route.Post(home+"/{id}/de-xuat/{proposal}/giu-lai", access.EnterDirectives, s.restore),
		route.Post(home+"/{id}/xac-nhan", access.EnterDirectives, s.confirm),
		route.Post(home+"/{id}/huy", access.EnterDirectives, s.discard),
	}
}

func (s *Screens) list(w http.ResponseWriter, r *http.Request) error {
	actor := access.From(r.Context())
	lines, err := s.Directives.List(r.Context(), actor.Scope(access.ReadDirectives))
	if err != nil {
		return err
	}
	return route.Page(w, r, http.StatusOK, listPage(lines, actor.May(access.EnterDirectives)))
}
