package api

import (
	"net/http"
	"strings"

	"cauviec/internal/opendata"
	"cauviec/internal/reference"
	"cauviec/internal/search"
	"cauviec/web/route"
	"cauviec/web/vacancies"
)

// named is something with a page.
type named struct {
	ID   int64  `json:"id"`
	Name string `json:"name"`
	URL  string `json:"url"`
}

// zoneRef names a zone.
type zoneRef struct {
	Slug string `json:"slug"`
	Name string `json:"name"`
	URL  string `json:"url"`
}

// occupationRef names an occupation.
type occupationRef struct {
	Code   string `json:"code"`
	NameVi string `json:"name_vi"`
	NameEn string `json:"name_en"`
}

// location is a place on the map, in degrees (WGS 84).
type location struct {
	Lat float64 `json:"lat"`
	Lon float64 `json:"lon"`
}

// offer is a vacancy as other programs read it.
type offer struct {
	ID             int64          `json:"id"`
	URL            string         `json:"url"`
	OfferCode      string         `json:"offer_code"`
	Revision       int            `json:"revision"`
	Title          string         `json:"title"`
	Employer       named          `json:"employer"`
	Occupation     *occupationRef `json:"occupation"`
	Zone           *zoneRef       `json:"zone"`
	Place          string         `json:"place"`
	Location       *location      `json:"location"`
	Headcount      int            `json:"headcount"`
	BasicWage      int64          `json:"basic_wage_vnd"`
	IncomeFrom     int64          `json:"income_from_vnd"`
	IncomeTo       int64          `json:"income_to_vnd"`
	PayNote        string         `json:"pay_note"`
	Shift          string         `json:"shift"`
	Hours          string         `json:"hours"`
	Contract       string         `json:"contract"`
	Position       string         `json:"position"`
	Education      string         `json:"education"`
	Qualification  string         `json:"qualification"`
	Experience     string         `json:"experience"`
	Benefits       []string       `json:"benefits"`
	Conditions     []string       `json:"conditions"`
	PriorityGroups []string       `json:"priority_groups"`
	Description    string         `json:"description"`
	Papers         string         `json:"papers"`
	NoFee          bool           `json:"no_fee"`
	PublishedAt    string         `json:"published_at"`
	RevisedAt      string         `json:"revised_at"`
	StartsOn       *string        `json:"starts_on"`
	ClosesOn       string         `json:"closes_on"`
}

func offerOf(v opendata.Vacancy, base string) offer {
	o := offer{
		ID: v.ID, URL: base + vacancies.Href(v.ID, v.Slug), OfferCode: v.Code, Revision: v.Revision, Title: v.Title,
		Employer: named{v.EmployerID, v.EmployerName, base + vacancies.EmployerHref(v.EmployerID, v.EmployerSlug)},
		Place:    v.Place(), Location: locationOf(v.Lat, v.Lon), Headcount: v.Headcount,
		BasicWage: v.BasicWage, IncomeFrom: v.IncomeFrom, IncomeTo: v.IncomeTo, PayNote: v.PayNote,
		Shift: v.Shift, Hours: v.Hours, Contract: v.Contract, Position: v.Position, Education: v.Education,
		Qualification: v.Qualification, Experience: v.Experience, Benefits: v.Benefits, Conditions: v.Conditions,
		PriorityGroups: v.PriorityGroups, Description: v.Description, Papers: v.Papers, NoFee: v.NoFee,
		PublishedAt: instant(v.PublishedAt), RevisedAt: instant(v.RevisedAt), StartsOn: day(v.StartsOn), ClosesOn: v.ClosesOn.ISO(),
	}
	if v.OccupationCode != "" {
		o.Occupation = &occupationRef{v.OccupationCode, v.OccupationVi, v.OccupationEn}
	}
	if v.ZoneSlug != "" {
		o.Zone = &zoneRef{v.ZoneSlug, v.ZoneName, base + zoneHref(v.ZoneSlug)}
	}
	return o
}

func locationOf(lat, lon *float64) *location {
	if lat == nil || lon == nil {
		return nil
	}
	return &location{*lat, *lon}
}

// found is an offer in a list: with the way to it from the home that was asked
// with.
type found struct {
	offer
	RoadKM *int `json:"road_km,omitempty"`
}

type foundPage struct {
	Total     int     `json:"total"`
	Next      *string `json:"next"` // value of the parameter trang
	Vacancies []found `json:"vacancies"`
}

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
	list, err := s.Open.Vacancies(r.Context(), result.IDs)
	if err != nil {
		return nil, err
	}
	ways := search.WaysFrom(q.Home)
	page := foundPage{Total: result.Total, Next: text(result.Next), Vacancies: make([]found, 0, len(list))}
	for _, v := range list {
		f := found{offer: offerOf(v, base(r))}
		if f.Location != nil && !q.Home.IsZero() {
			km := ways.KM(reference.Point{Lat: f.Location.Lat, Lon: f.Location.Lon})
			f.RoadKM = &km
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
	order, _, _ := strings.Cut(q.After, ".")
	if _, ok := search.ParsePlace(q.After, search.Sort(order)); q.After != "" && !ok {
		p.wrong(paramPage)
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
		return offerOf(list[0], base(r)), nil
	}
	was, err := s.Open.WasPublished(r.Context(), id)
	if err == nil && was {
		err = failure{problem: ended}
	} else if err == nil {
		err = failure{problem: notFound}
	}
	return nil, err
}
