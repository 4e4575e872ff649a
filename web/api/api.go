// Package api is the open API: what everybody may read, as JSON for other
// programs, described by openapi.yaml in this folder, and the page that
// explains it to people.
//
// Names in it are stable. Money is VND a month, days are yyyy-mm-dd in
// Asia/Ho_Chi_Minh, instants are RFC 3339 with their offset. A failure is a
// problem document (RFC 9457) in Vietnamese and English.
package api

import (
	"log/slog"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/opendata"
	"cauviec/internal/search"
	"cauviec/web/route"
)

// Screens are the operations of the API and its page.
type Screens struct {
	Open   *opendata.Store
	Board  *board.Store
	Search search.Search
	Now    clock.Clock
	Log    *slog.Logger
}

// Prefix is where all operations are.
const Prefix = "/api/"

// Routes lists the operations and the page with what they need: nothing.
func (s *Screens) Routes() []route.Route {
	return []route.Route{
		route.Get("/api", access.Public, s.page),
		route.Get("/api/openapi.yaml", access.Public, s.document),
		route.Get("/api/v1/vacancies", access.Public, s.answer(s.vacancies, list)),
		route.Get("/api/v1/vacancies/{id}", access.Public, s.answer(s.vacancy, list)),
		route.Get("/api/v1/drives", access.Public, s.answer(s.drives, list)),
		route.Get("/api/v1/zones", access.Public, s.answer(s.zones, list)),
		route.Get("/api/v1/occupations", access.Public, s.answer(s.occupations, slow)),
		route.Get("/api/v1/changes", access.Public, s.answer(s.changes, fresh)),
	}
}

// How long an answer may be kept by others without asking again.
const (
	fresh = "no-cache" // asked every time whether it changed
	list  = "public, max-age=60"
	slow  = "public, max-age=3600"
)

// instant writes an instant as the API does: in Vietnam's own time.
func instant(t time.Time) string { return t.In(clock.Zone).Format(time.RFC3339) }

// day writes a day; no day is null.
func day(d clock.Day) *string {
	if d.IsZero() {
		return nil
	}
	text := d.ISO()
	return &text
}
