package vacancies

import (
	"encoding/json"
	"net/http"
	"time"
)

// published is a vacancy as other programs read it. Money is VND a month.
type published struct {
	ID           int64    `json:"id"`
	URL          string   `json:"url"`
	Title        string   `json:"title"`
	Employer     string   `json:"employer"`
	Zone         string   `json:"zone,omitempty"` // slug
	Place        string   `json:"place"`
	BasicWage    int64    `json:"basic_wage_vnd"`
	IncomeFrom   int64    `json:"income_from_vnd"`
	IncomeTo     int64    `json:"income_to_vnd"`
	Headcount    int      `json:"headcount"`
	Shift        string   `json:"shift"`
	Benefits     []string `json:"benefits"`
	PublishedAt  string   `json:"published_at"`
	ClosesOn     string   `json:"closes_on"`
	RoadDistance int      `json:"road_km,omitempty"` // from the home area that was asked with
}

// api is the list as JSON, by the same parameters as the page.
func (s *Screens) api(w http.ResponseWriter, r *http.Request) error {
	a := readAddress(r.URL.Query())
	choices, err := s.Board.Choices(r.Context())
	if err != nil {
		return err
	}
	home := a.homeOf(choices)
	cards, result, err := s.found(r, a.query(home.Point()))
	if err != nil {
		return err
	}
	answer := struct {
		Total     int         `json:"total"`
		Next      string      `json:"next,omitempty"` // value of the parameter trang
		Vacancies []published `json:"vacancies"`
	}{Total: result.Total, Next: result.Next, Vacancies: []published{}}
	for _, c := range cards {
		answer.Vacancies = append(answer.Vacancies, published{
			ID: c.ID, URL: site(r) + href(c.ID, c.Slug), Title: c.Title, Employer: c.EmployerName, Zone: c.ZoneSlug, Place: c.Place(),
			BasicWage: c.BasicWage, IncomeFrom: c.IncomeFrom, IncomeTo: c.IncomeTo, Headcount: c.Headcount, Shift: c.Shift,
			Benefits: c.Benefits, PublishedAt: c.PublishedAt.UTC().Format(time.RFC3339), ClosesOn: c.ClosesOn.ISO(), RoadDistance: c.km,
		})
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Access-Control-Allow-Origin", "*")
	return json.NewEncoder(w).Encode(answer)
}
