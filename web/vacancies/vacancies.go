// Package vacancies shows everybody the work there is: the front page, the
// list with its search, a vacancy, employers, zones, the check of an offer
// code, and what machines read (feed, map of the site, list as JSON).
//
// Every page works without script; its address says all that it shows.
package vacancies

import (
	"fmt"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/search"
	"cauviec/internal/vacancy"
	"cauviec/web/route"
)

// Screens are the public pages of vacancies.
type Screens struct {
	Board       *board.Store
	Vacancies   *vacancy.Store
	Search      search.Search
	Now         clock.Clock
	CentrePhone string // the employment centre's, E.164; empty: not shown

	drawn   shelf
	pages   kept[finished]
	mapSize int // addresses of one map of the site; 0: as many as the protocol allows
}

// listPath is where the list of vacancies is.
const listPath = "/viec-lam"

// Routes lists the pages with what they need: nothing.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get("/", access.Public, s.home),
		route.Get("/gioi-thieu", access.Public, s.about),
		route.Get(listPath, access.Public, s.list),
		route.Get(listPath+".xlsx", access.Public, s.export),
		route.Get(listPath+"/{id}", access.Public, s.vacancy),
		route.Get(listPath+"/{id}"+posterPath, access.Public, s.poster),
		route.Get(listPath+"/{id}"+picturePath, access.Public, s.picture),
		route.Get(listPath+"/{id}"+qrPath, access.Public, s.qr),
		route.Get("/viec-lam.atom", access.Public, s.feed),
		route.Get(checkPath, access.Public, s.check),
		route.Get(checkPath+".txt", access.Public, s.checkText),
		route.Get("/doanh-nghiep/{id}", access.Public, s.employer),
		route.Get("/doanh-nghiep/{id}.xlsx", access.Public, s.exportEmployer),
		route.Get("/khu-cong-nghiep/{slug}", access.Public, s.zone),
		route.Get("/sitemap.xml", access.Public, s.sitemap),
		route.Get(mapPath+"{part}", access.Public, s.sitemapPart),
		route.Get("/robots.txt", access.Public, s.robots),
	}
}

// href returns the address of a vacancy.
func href(id int64, slug string) string { return numbered(listPath, id, slug) }

// employerHref returns the address of an employer.
func employerHref(id int64, slug string) string { return numbered("/doanh-nghiep", id, slug) }

func numbered(path string, id int64, slug string) string {
	if slug == "" {
		return fmt.Sprintf("%s/%d", path, id)
	}
	return fmt.Sprintf("%s/%d-%s", path, id, slug)
}

// moved sends the reader from an address with another name to the right one,
// for good, and reports whether it did.
func moved(w http.ResponseWriter, r *http.Request, right string) bool {
	if r.URL.EscapedPath() == right {
		return false
	}
	if r.URL.RawQuery != "" {
		right += "?" + r.URL.RawQuery
	}
	http.Redirect(w, r, right, http.StatusMovedPermanently)
	return true
}
