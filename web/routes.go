package web

import (
	"cauviec/internal/board"
	"cauviec/internal/body"
	"cauviec/internal/drive"
	"cauviec/internal/people"
	"cauviec/internal/publicity"
	"cauviec/internal/routestudy"
	"cauviec/internal/search"
	"cauviec/internal/vacancy"
	"cauviec/web/accounts"
	"cauviec/web/drives"
	publicitypages "cauviec/web/publicity"
	"cauviec/web/route"
	routestudypages "cauviec/web/routestudy"
	"cauviec/web/signin"
	"cauviec/web/vacancies"
)

// screens is anything with pages.
type screens interface{ Routes() []route.Route }

// Routes lists every route of the site that asks the policy.
func Routes(d Deps, sessions *signin.Sessions) []route.Route {
	people := &people.Store{DB: d.DB, Now: d.Now}
	bodies := &body.Store{DB: d.DB, Now: d.Now}
	var routes []route.Route
	for _, s := range []screens{
		&signin.Screens{Sessions: sessions, People: people, Bodies: bodies},
		&accounts.Screens{DB: d.DB, Now: d.Now, People: people, Bodies: bodies},
		&drives.Screens{Drives: &drive.Store{DB: d.DB, Now: d.Now}},
		&publicitypages.Screens{Items: &publicity.Store{DB: d.DB, Now: d.Now}},
		&routestudypages.Screens{Study: &routestudy.Store{DB: d.DB, Now: d.Now}},
		&vacancies.Screens{Board: &board.Store{DB: d.DB}, Vacancies: &vacancy.Store{DB: d.DB, Now: d.Now}, Search: search.SQL{DB: d.DB}, Now: d.Now},
	} {
		routes = append(routes, s.Routes()...)
	}
	return routes
}
