package web

import (
	"cauviec/internal/board"
	"cauviec/internal/body"
	"cauviec/internal/candidate"
	"cauviec/internal/complaint"
	"cauviec/internal/directive"
	"cauviec/internal/drive"
	"cauviec/internal/obligation"
	"cauviec/internal/opendata"
	"cauviec/internal/people"
	"cauviec/internal/publicity"
	"cauviec/internal/routestudy"
	"cauviec/internal/saved"
	"cauviec/internal/search"
	"cauviec/internal/vacancy"
	"cauviec/web/accounts"
	"cauviec/web/alerts"
	"cauviec/web/api"
	"cauviec/web/candidates"
	"cauviec/web/complaints"
	"cauviec/web/dashboards"
	"cauviec/web/directives"
	"cauviec/web/drives"
	"cauviec/web/employers"
	"cauviec/web/exchange"
	"cauviec/web/imports"
	"cauviec/web/obligations"
	publicitypages "cauviec/web/publicity"
	"cauviec/web/route"
	routestudypages "cauviec/web/routestudy"
	savedpages "cauviec/web/saved"
	"cauviec/web/signin"
	"cauviec/web/staffvacancies"
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
		&directives.Screens{Directives: &directive.Store{DB: d.DB, Now: d.Now}, Obligations: &obligation.Store{DB: d.DB, Now: d.Now}, Now: d.Now},
		&drives.Screens{Drives: &drive.Store{DB: d.DB, Now: d.Now}},
		&obligations.Screens{Obligations: &obligation.Store{DB: d.DB, Now: d.Now}},
		&publicitypages.Screens{Items: &publicity.Store{DB: d.DB, Now: d.Now}},
		&routestudypages.Screens{Study: &routestudy.Store{DB: d.DB, Now: d.Now}},
		work(d),
		told(d),
		&savedpages.Screens{Saved: &saved.Store{DB: d.DB, Now: d.Now}, Board: work(d).Board},
		openAPI(d),
		staffvacancies.New(d.DB, d.Now),
		imports.New(d.DB, d.Now),
		exchange.New(d.DB, d.Now),
		dashboards.New(d.DB, d.Now),
		employers.New(d.DB, d.Now),
		&complaints.Screens{DB: d.DB, Now: d.Now, Complaints: &complaint.Store{DB: d.DB, Now: d.Now}, Phone: d.CentrePhone},
		&candidates.Screens{Candidates: &candidate.Store{DB: d.DB, Now: d.Now}, Phone: d.CentrePhone},
	} {
		routes = append(routes, s.Routes()...)
	}
	return routes
}

// work are the public pages of vacancies, over the index where there is one.
func work(d Deps) *vacancies.Screens {
	s := &vacancies.Screens{Board: &board.Store{DB: d.DB}, Vacancies: &vacancy.Store{DB: d.DB, Now: d.Now}, Search: search.SQL{DB: d.DB}, Now: d.Now, CentrePhone: d.CentrePhone}
	if d.Index != nil {
		s.Search, s.Board.Kept = d.Index, d.Index
	}
	return s
}

// told are the pages of alerts.
func told(d Deps) *alerts.Screens {
	pages := work(d)
	return &alerts.Screens{Alerts: alerts.StoreOf(d.DB, d.Now, pages.Search, pages.Board, d.LinkURL), Vacancies: pages,
		Connected: d.Connected, Phone: d.CentrePhone}
}

// openAPI is what other programs read, answered like the pages.
func openAPI(d Deps) *api.Screens {
	pages := work(d)
	return &api.Screens{Open: &opendata.Store{DB: d.DB, Now: d.Now}, Board: pages.Board, Search: pages.Search, Now: d.Now, Log: d.Log}
}
