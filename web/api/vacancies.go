package api

import (
	"net/http"

	"cauviec/internal/reference"
	"cauviec/internal/search"
	"cauviec/web/route"
	"cauviec/web/vacancies"
)

// found is an offer in a list: with the way to it from the home that was asked
// with.
type found struct {
	offer
	RoadKM      *int `json:"road_km,omitempty"`
	RoadMinutes *int `json:"road_minutes,omitempty"`
}

type foundPage struct {
	Total     int     `json:"total"`
	Next      *string `json:"next"` // value of the parameter trang
	Vacancies []found `json:"vacancies"`
}

func (p foundPage) goesOn() (parameter, value string) { return paramPage, valueOf(p.Next) }

// mostFound is the largest page of vacancies.
const mostFound = 100

// vacancies is the list, by the same parameters as its page.
func (s *Screens) vacancies(r *http.Request) (any, error) {
	q, err := s.question(r)
	if err != nil {
		return nil, err
	}
	result, err := s.Search.Find(r.Context(), q, s.Now.Today())
	if err != nil {
		return nil, err
	}
	// Words may ask for an order, so only the answer tells whose places fit.
	if _, ok := search.ParsePlace(q.After, result.Order); q.After != "" && !ok {
		return nil, failure{badParameter, []string{paramPage}}
	}
	list, err := s.Open.Vacancies(r.Context(), result.IDs)
	if err != nil {
		return nil, err
	}
	ways := search.WaysFrom(q.Home)
	page := foundPage{Total: result.Total, Next: text(result.Next), Vacancies: make([]found, 0, len(list))}
	for _, v := range list {
		f := found{offer: offerOf(v, route.Base(r))}
		if f.Location != nil && !q.Home.IsZero() {
			km := ways.KM(reference.Point{Lat: f.Location.Lat, Lon: f.Location.Lon})
			minutes := reference.RoadMinutes(km)
			f.RoadKM, f.RoadMinutes = &km, &minutes
		}
		page.Vacancies = append(page.Vacancies, f)
	}
	return page, nil
}

// text is a text or, for none, null.
func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

const (
	paramLimit = "limit"
	paramPage  = "trang" // as on the page of the list
	paramHome  = "huyen"
)

// question reads the parameters of the list, strictly.
func (s *Screens) question(r *http.Request) (search.Query, error) {
	values := r.URL.Query()
	p, err := read(values, append(vacancies.Parameters(), paramLimit)...)
	if err != nil {
		return search.Query{}, err
	}
	choices, err := s.Board.Choices(r.Context())
	if err != nil {
		return search.Query{}, err
	}
	p.wrong(vacancies.Unread(values)...)
	q := vacancies.Query(values, choices)
	q.Limit = p.number(paramLimit, search.DefaultLimit, mostFound)
	if len(values[paramHome]) > 0 && q.Home.IsZero() {
		p.wrong(paramHome)
	}
	return q, p.problem()
}

// vacancy is one that is open; one that was open once is gone.
func (s *Screens) vacancy(r *http.Request) (any, error) {
	if _, err := read(r.URL.Query()); err != nil {
		return nil, err
	}
	id, err := route.ID(r, "id")
	if err != nil {
		return nil, err
	}
	list, err := s.Open.Vacancies(r.Context(), []int64{id})
	if err != nil {
		return nil, err
	}
	if len(list) > 0 {
		return offerOf(list[0], route.Base(r)), nil
	}
	was, err := s.Open.WasPublished(r.Context(), id)
	if err == nil && was {
		err = failure{problem: ended}
	} else if err == nil {
		err = failure{problem: notFound}
	}
	return nil, err
}
