// Package opendata reads what other programs may know: the vacancies, drives, zones
// and occupations of the open API, and what changed among the vacancies, for
// mirrors.
//
// It shows no person: contacts stay on the public page, and telephone numbers
// and addresses of e-mail inside of texts are masked.
package opendata

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Store reads what is open to everybody.
type Store struct {
	DB  *postgres.DB
	Now clock.Clock
}

// Vacancy is a vacancy that the list shows. Money is VND a month.
type Vacancy struct {
	ID             int64
	Code           string // the offer code that a job seeker checks
	Slug           string
	Revision       int
	Title          string
	PublishedAt    time.Time
	RevisedAt      time.Time
	StartsOn       clock.Day
	ClosesOn       clock.Day // the last day to register
	EmployerID     int64
	EmployerName   string
	EmployerSlug   string
	OccupationCode string
	OccupationVi   string
	OccupationEn   string
	ZoneName       string // empty outside of all zones
	ZoneSlug       string
	AreaName       string // the district then
	Workplace      string
	Lat, Lon       *float64
	Headcount      int
	Description    string
	Position       string
	Education      string
	Qualification  string
	Experience     string
	Contract       string
	Hours          string
	Shift          string
	BasicWage      int64
	IncomeFrom     int64
	IncomeTo       int64
	PayNote        string
	Benefits       []string
	Conditions     []string
	PriorityGroups []string
	Papers         string
	NoFee          bool
	Batches        []Batch // the earliest first; none: all are needed at once
	Allowances     []Allowance
	OvertimeHours  int // a month, in the expected income; 0: not said
	Turns          []Turn
	WorkDays       int    // a week; 0: not said
	Couples        bool   // couples are welcome
	Living         string // living conditions at the employer's, in words
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

const selectVacancies = `
	SELECT v.id, v.code, v.slug, v.revision, v.title, v.published_at, COALESCE(r.at, v.published_at) AS revised_at, v.starts_on,
		v.closes_on, v.employer_id, e.name AS employer_name, e.slug AS employer_slug,
		COALESCE(v.occupation_code, '') AS occupation_code, COALESCE(o.name_vi, '') AS occupation_vi,
		COALESCE(o.name_en, '') AS occupation_en, COALESCE(z.name, '') AS zone_name, COALESCE(z.slug, '') AS zone_slug,
		COALESCE(a.name, '') AS area_name, v.workplace, COALESCE(z.lat, a.lat) AS lat, COALESCE(z.lon, a.lon) AS lon,
		v.headcount, v.description, v.position, v.education, v.qualification, v.experience, v.contract, v.hours, v.shift,
		v.basic_wage, v.income_from, v.income_to, v.pay_note, v.benefits, v.conditions, v.priority_groups, v.papers, v.no_fee,
		v.batches, v.allowances, v.overtime_hours, v.turns, v.work_days, v.couples, e.living
	FROM unnest(@ids::bigint[]) WITH ORDINALITY AS asked (id, place)
	JOIN vacancies v ON v.id = asked.id
	JOIN live_vacancies l ON l.vacancy_id = v.id
	JOIN employers e ON e.id = v.employer_id
	LEFT JOIN vacancy_revisions r ON r.vacancy_id = v.id AND r.revision = v.revision
	LEFT JOIN zones z ON z.id = v.zone_id
	LEFT JOIN areas a ON a.id = v.area_id
	LEFT JOIN occupations o ON o.code = v.occupation_code
	WHERE ` + isLive + ` AND v.published_at IS NOT NULL
	ORDER BY asked.place
	LIMIT @limit`

// Vacancies returns public vacancies in the order of ids, at most MostChanges
// of them; those that the list does not show today are left out.
func (s *Store) Vacancies(ctx context.Context, ids []int64) (list []Vacancy, err error) {
	defer errs.Wrap(&err, "opendata.Vacancies")
	return s.vacancies(ctx, ids, s.Now.Today())
}

func (s *Store) vacancies(ctx context.Context, ids []int64, today clock.Day) ([]Vacancy, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	list, err := postgres.All[Vacancy](ctx, s.DB, selectVacancies, pgx.StrictNamedArgs{"ids": ids, "today": today, "limit": MostChanges})
	for i := range list {
		list[i].mask()
	}
	return list, err
}

// WasPublished reports whether a vacancy was public once, open or not.
func (s *Store) WasPublished(ctx context.Context, id int64) (was bool, err error) {
	defer errs.Wrap(&err, "opendata.WasPublished(%d)", id)
	return postgres.Value[bool](ctx, s.DB, `SELECT EXISTS (SELECT FROM vacancies WHERE id = @id AND revision > 0)`,
		pgx.StrictNamedArgs{"id": id})
}
