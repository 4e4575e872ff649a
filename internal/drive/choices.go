package drive

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Commune is a place where a drive can be planned.
type Commune struct {
	ID         int64 // body
	NameVi     string
	NameEn     string
	DistrictVi string
	DistrictEn string
}

// Choice is a verified employer or an open vacancy to bring.
type Choice struct {
	ID       int64
	Name     string
	Employer string // of a vacancy
}

// Choices is what a plan chooses from.
type Choices struct {
	Communes  []Commune
	Employers []Choice
	Vacancies []Choice
}

// Choices returns the communes in the planner's reach that live on the working
// map's day, the verified employers and the open vacancies, 500 at most.
func (s *Store) Choices(ctx context.Context, scope access.Scope) (c Choices, err error) {
	defer errs.Wrap(&err, "drive.Choices")
	on, err := s.mapDay(ctx)
	if err != nil {
		return c, err
	}
	c.Communes, err = postgres.All[Commune](ctx, s.DB, `
		SELECT b.id, replace(b.short_vi, 'UBND ', '') AS name_vi, b.short_en AS name_en, replace(p.short_vi, 'UBND ', '') AS district_vi, p.short_en AS district_en
		FROM bodies b JOIN bodies p ON p.id = b.parent_id
		WHERE b.kind = 'commune' AND b.valid_from <= @on AND (b.valid_to IS NULL OR b.valid_to > @on)
		  AND (@all OR b.id = ANY (@bodies))
		ORDER BY p.short_vi, b.short_vi, b.id LIMIT 500`,
		pgx.StrictNamedArgs{"on": on, "all": scope.All, "bodies": scope.Bodies})
	if err != nil {
		return c, err
	}
	c.Employers, err = postgres.All[Choice](ctx, s.DB, `
		SELECT id, name, '' AS employer FROM employers WHERE state = 'verified' ORDER BY name, id LIMIT 500`)
	if err != nil {
		return c, err
	}
	c.Vacancies, err = postgres.All[Choice](ctx, s.DB, `
		SELECT v.id, v.title AS name, e.name AS employer
		FROM vacancies v JOIN employers e ON e.id = v.employer_id
		WHERE v.status = 'published' AND v.closes_on >= @today AND e.state = 'verified'
		ORDER BY e.name, v.title, v.id LIMIT 500`, pgx.StrictNamedArgs{"today": s.Now.Today()})
	return c, err
}

// mapDay is the working map's day of the first partnership.
func (s *Store) mapDay(ctx context.Context) (clock.Day, error) {
	return postgres.Value[clock.Day](ctx, s.DB, `SELECT map_on FROM partnerships ORDER BY id LIMIT 1`)
}

// District is a body by which lists of drives are narrowed.
type District struct {
	ID     int64
	NameVi string
	NameEn string
}

// Districts returns the districts of the source province on the working map.
// They are public.
func (s *Store) Districts(ctx context.Context) (list []District, err error) {
	defer errs.Wrap(&err, "drive.Districts")
	return postgres.All[District](ctx, s.DB, `
		SELECT b.id, replace(b.short_vi, 'UBND ', '') AS name_vi, b.short_en AS name_en
		FROM bodies b, (SELECT map_on FROM partnerships ORDER BY id LIMIT 1) p
		WHERE b.kind = 'district' AND b.side = 'source' AND b.valid_from <= p.map_on AND (b.valid_to IS NULL OR b.valid_to > p.map_on)
		ORDER BY b.short_vi, b.id LIMIT 50`)
}
