package candidate

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Commune is a home to choose, with its district.
type Commune struct {
	ID           int64
	Name         string
	Kind         string
	DistrictID   int64
	District     string
	DistrictKind string
}

// Communes returns those of the workers' province on the working map, by
// district. Which there are is public.
func (s *Store) Communes(ctx context.Context) (list []Commune, err error) {
	defer errs.Wrap(&err, "candidate.Communes")
	return postgres.All[Commune](ctx, s.DB, `
		SELECT a.id, a.name, a.kind, d.id AS district_id, d.name AS district, d.kind AS district_kind
		FROM (SELECT source_province_code, map_on FROM partnerships ORDER BY id LIMIT 1) p
		JOIN areas a ON a.province_code = p.source_province_code AND a.kind IN ('commune', 'ward', 'township')
		     AND a.valid_from <= p.map_on AND (a.valid_to IS NULL OR a.valid_to > p.map_on)
		JOIN areas d ON d.id = a.parent_id
		ORDER BY d.kind, d.code, a.folded, a.id
		LIMIT 1000`)
}

// Opening is an open vacancy to choose.
type Opening struct {
	ID           int64
	Slug         string
	Title        string
	EmployerID   int64
	EmployerName string
}

const openings = `
	SELECT v.id, v.slug, v.title, e.id AS employer_id, e.name AS employer_name
	FROM vacancies v
	JOIN employers e ON e.id = v.employer_id
	WHERE v.status = 'published' AND v.closes_on >= @today AND e.state = 'verified'`

// Openings returns the vacancies that are open today, by employer. They are
// public; of more than 500 the rest is left out.
func (s *Store) Openings(ctx context.Context) (list []Opening, err error) {
	defer errs.Wrap(&err, "candidate.Openings")
	return postgres.All[Opening](ctx, s.DB, openings+` ORDER BY e.folded, e.id, v.title, v.id LIMIT 500`,
		pgx.StrictNamedArgs{"today": s.Now.Today()})
}

// Opening returns a vacancy that is open today, which is public; NotFound if
// it is not.
func (s *Store) Opening(ctx context.Context, id int64) (o Opening, err error) {
	defer errs.Wrap(&err, "candidate.Opening(%d)", id)
	return postgres.One[Opening](ctx, s.DB, openings+` AND v.id = @id`,
		pgx.StrictNamedArgs{"today": s.Now.Today(), "id": id})
}

// Successor returns the vacancy, open today and so public, that took up one that
// was merged into it; NotFound if there is none.
func (s *Store) Successor(ctx context.Context, id int64) (o Opening, err error) {
	defer errs.Wrap(&err, "candidate.Successor(%d)", id)
	return postgres.One[Opening](ctx, s.DB, openings+` AND v.id = (SELECT merged_into FROM vacancies WHERE id = @id AND revision > 0)`,
		pgx.StrictNamedArgs{"today": s.Now.Today(), "id": id})
}

// DriveTitle returns the title of a drive that the actor has a part in and can
// enter people for.
func (s *Store) DriveTitle(ctx context.Context, actor access.Actor, id int64) (title string, err error) {
	defer errs.Wrap(&err, "candidate.DriveTitle(%d)", id)
	scope := actor.Scope(access.RegisterCandidates)
	return postgres.Value[string](ctx, s.DB, `
		SELECT title FROM drives
		WHERE id = @id AND (@all OR district_body_id = @body OR commune_body_id = @body OR planned_by = @body)`,
		pgx.StrictNamedArgs{"id": id, "all": scope.All, "body": scope.Body})
}

// VacancyTitle returns what a vacancy is called, for a list of its people. A
// published title is public; of others the answer is NotFound.
func (s *Store) VacancyTitle(ctx context.Context, id int64) (title string, err error) {
	defer errs.Wrap(&err, "candidate.VacancyTitle(%d)", id)
	return postgres.Value[string](ctx, s.DB, `SELECT title FROM vacancies WHERE id = @id AND revision > 0`,
		pgx.StrictNamedArgs{"id": id})
}
