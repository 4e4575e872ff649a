// Package saved reads the vacancies that somebody has put aside or compares,
// those that are over too. It keeps nothing: which they are is known to the
// person's browser only.
package saved

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/reference"
)

// The limits: how many can be put aside, and how many fit beside each other.
const (
	Most         = 30
	MostCompared = 4
)

// Store reads vacancies.
type Store struct {
	DB  *postgres.DB
	Now clock.Clock
}

// Vacancy is what one looks at to choose. Money is VND a month.
type Vacancy struct {
	ID             int64
	Slug           string
	Title          string
	EmployerName   string
	Open           bool // one can register today
	Shown          bool // more may be told than that it is over
	BasicWage      int64
	IncomeFrom     int64
	IncomeTo       int64
	Headcount      int
	Shift          string
	Hours          string
	Contract       string
	Benefits       []string
	Papers         string
	OccupationCode string
	ClosesOn       clock.Day
	ZoneName       string
	Workplace      string
	AreaName       string
	Lat, Lon       *float64
}

// Point returns where the work is, the zero Point when it is not known.
func (v Vacancy) Point() reference.Point {
	if v.Lat == nil || v.Lon == nil {
		return reference.Point{}
	}
	return reference.Point{Lat: *v.Lat, Lon: *v.Lon}
}

// Place returns what the place of work is called.
func (v Vacancy) Place() string {
	for _, name := range []string{v.ZoneName, v.Workplace, v.AreaName} {
		if name != "" {
			return name
		}
	}
	return ""
}

// Read returns public vacancies in the order of ids, with one query. Those that
// never were public are left out.
func (s *Store) Read(ctx context.Context, ids []int64) (list []Vacancy, err error) {
	defer errs.Wrap(&err, "saved.Read")
	if len(ids) == 0 {
		return nil, nil
	}
	return postgres.All[Vacancy](ctx, s.DB, `
		SELECT v.id, v.slug, v.title, e.name AS employer_name,
			v.status = 'published' AND v.closes_on >= @today AND e.state = 'verified' AND l.vacancy_id IS NOT NULL AS open,
			e.state = 'verified' AS shown, v.basic_wage, v.income_from, v.income_to, v.headcount, v.shift, v.hours, v.contract,
			v.benefits, v.papers, COALESCE(v.occupation_code, '') AS occupation_code, v.closes_on, COALESCE(z.name, '') AS zone_name,
			v.workplace, COALESCE(a.name, '') AS area_name, COALESCE(z.lat, a.lat) AS lat, COALESCE(z.lon, a.lon) AS lon
		FROM unnest(@ids::bigint[]) WITH ORDINALITY AS asked (id, place)
		JOIN vacancies v ON v.id = asked.id
		JOIN employers e ON e.id = v.employer_id
		LEFT JOIN live_vacancies l ON l.vacancy_id = v.id
		LEFT JOIN zones z ON z.id = v.zone_id
		LEFT JOIN areas a ON a.id = v.area_id
		WHERE v.revision > 0
		ORDER BY asked.place
		LIMIT @most`, pgx.StrictNamedArgs{"ids": ids, "today": s.Now.Today(), "most": Most})
}

// Living returns the ids of public vacancies, each once. In the place of one that
// was merged with another stands that other.
func (s *Store) Living(ctx context.Context, ids []int64) (living []int64, err error) {
	defer errs.Wrap(&err, "saved.Living")
	if len(ids) == 0 {
		return ids, nil
	}
	followed, err := postgres.Values[int64](ctx, s.DB, `
		SELECT COALESCE(v.merged_into, asked.id)
		FROM unnest(@ids::bigint[]) WITH ORDINALITY AS asked (id, place)
		LEFT JOIN vacancies v ON v.id = asked.id AND v.revision > 0
		ORDER BY asked.place
		LIMIT @most`, pgx.StrictNamedArgs{"ids": ids, "most": Most})
	for _, id := range followed {
		if !slices.Contains(living, id) {
			living = append(living, id)
		}
	}
	return living, err
}

// Add puts an id in front of a list, once, and lets go of the oldest beyond
// Most. Adding it again changes nothing.
func Add(list []int64, id int64) []int64 {
	if id <= 0 || slices.Contains(list, id) {
		return list
	}
	added := append([]int64{id}, list...)
	return added[:min(len(added), Most)]
}

// Remove takes an id out of a list. One that is not there changes nothing.
func Remove(list []int64, id int64) []int64 {
	return slices.DeleteFunc(slices.Clone(list), func(other int64) bool { return other == id })
}
