// Package board reads what everybody may see: cards of open vacancies, zones
// with their counts, verified employers and the drives ahead. It writes
// nothing, and shows nothing of anybody's person.
package board

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/reference"
)

// Store reads the board.
type Store struct {
	DB   *postgres.DB
	Kept Keeper // nil: everything is read from the database
}

// Keeper has what many pages need in memory. It says false where it has not
// got everything that was asked for. What it returns is not to be changed.
type Keeper interface {
	Cards(ids []int64) (cards []Card, ok bool)
	Choices() (choices []Choice, ok bool)
}

// Card is a vacancy as lists show it. Money is VND a month.
type Card struct {
	ID           int64
	Slug         string
	Title        string
	IncomeFrom   int64
	IncomeTo     int64
	BasicWage    int64
	Headcount    int
	ClosesOn     clock.Day
	PublishedAt  time.Time
	Shift        string
	Benefits     []string
	EmployerID   int64
	EmployerName string
	EmployerSlug string
	ZoneName     string // empty outside of all zones
	ZoneSlug     string
	AreaName     string // the district then
	Workplace    string
	Lat, Lon     *float64
}

// Point returns where the work is, the zero Point when it is not known.
func (c Card) Point() reference.Point { return pointOf(c.Lat, c.Lon) }

// Place returns what the place of work is called.
func (c Card) Place() string { return placeOf(c.ZoneName, c.Workplace, c.AreaName) }

func placeOf(names ...string) string {
	for _, name := range names {
		if name != "" {
			return name
		}
	}
	return ""
}

func pointOf(lat, lon *float64) reference.Point {
	if lat == nil || lon == nil {
		return reference.Point{}
	}
	return reference.Point{Lat: *lat, Lon: *lon}
}

// CardColumns and CardTables are the parts of a statement that reads cards:
// columns as Card has them, and what is joined to vacancies v for them.
const (
	CardColumns = `
		v.id, v.slug, v.title, v.income_from, v.income_to, v.basic_wage, v.headcount, v.closes_on, v.published_at,
		v.shift, v.benefits, v.employer_id, e.name AS employer_name, e.slug AS employer_slug,
		COALESCE(z.name, '') AS zone_name, COALESCE(z.slug, '') AS zone_slug, COALESCE(a.name, '') AS area_name,
		v.workplace, COALESCE(z.lat, a.lat) AS lat, COALESCE(z.lon, a.lon) AS lon`
	CardTables = `
		JOIN employers e ON e.id = v.employer_id
		LEFT JOIN zones z ON z.id = v.zone_id
		LEFT JOIN areas a ON a.id = v.area_id`
)

// Cards returns vacancies in the order of ids, from memory or with one query.
// Those that are not published at the moment are left out.
func (s *Store) Cards(ctx context.Context, ids []int64) (cards []Card, err error) {
	defer errs.Wrap(&err, "board.Cards")
	if len(ids) == 0 {
		return nil, nil
	}
	if s.Kept != nil {
		if cards, ok := s.Kept.Cards(ids); ok {
			return cards, nil
		}
	}
	return postgres.All[Card](ctx, s.DB, `
		SELECT `+CardColumns+`
		FROM unnest(@ids::bigint[]) WITH ORDINALITY AS asked (id, place)
		JOIN vacancies v ON v.id = asked.id`+CardTables+`
		WHERE v.status = 'published' AND v.published_at IS NOT NULL
		ORDER BY asked.place
		LIMIT 1000`, pgx.StrictNamedArgs{"ids": ids})
}

// ChangedAt returns when the wording that a vacancy has now was published.
func (s *Store) ChangedAt(ctx context.Context, vacancyID int64) (at time.Time, err error) {
	defer errs.Wrap(&err, "board.ChangedAt(%d)", vacancyID)
	return postgres.Value[time.Time](ctx, s.DB, `
		SELECT at FROM vacancy_revisions WHERE vacancy_id = @id ORDER BY revision DESC LIMIT 1`,
		pgx.StrictNamedArgs{"id": vacancyID})
}
