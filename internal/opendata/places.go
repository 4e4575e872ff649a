package opendata

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Occupation is one of the national list (VSCO, Decision 34/2020/QĐ-TTg).
type Occupation struct {
	Code   string
	Level  int
	Parent string // code; empty at the top
	NameVi string
	NameEn string
}

// Occupations returns the public list of occupations in the order of codes.
func (s *Store) Occupations(ctx context.Context) (list []Occupation, err error) {
	defer errs.Wrap(&err, "opendata.Occupations")
	return postgres.All[Occupation](ctx, s.DB, `
		SELECT code, level, COALESCE(parent_code, '') AS parent, name_vi, name_en FROM occupations ORDER BY code LIMIT 2000`)
}

// Drive is a recruitment drive that was announced. What became of it is not
// told.
type Drive struct {
	ID           int64
	Slug         string
	Kind         string
	Status       string // announced, held; reported and verified ones were held
	Title        string
	Venue        string
	StartsAt     time.Time
	EndsAt       time.Time
	CommuneCode  string
	Commune      string
	DistrictCode string
	District     string
	EmployerIDs  []int64
	VacancyIDs   []int64 // those that the list shows today
}

// Drives asks for drives: those that begin from a day until another, in one
// district, after a place in the list.
type Drives struct {
	From     clock.Day // the zero Day asks nothing
	Until    clock.Day
	District string // code of the area on the working map; empty: all
	AfterAt  time.Time
	AfterID  int64
	Limit    int
}

const selectDrives = `
	SELECT d.id, d.slug, d.kind, CASE WHEN d.status = 'announced' THEN d.status ELSE 'held' END AS status, d.title, d.venue,
		d.starts_at, d.ends_at, COALESCE(ca.code, '') AS commune_code, COALESCE(ca.name, cb.short_vi) AS commune,
		COALESCE(da.code, '') AS district_code, COALESCE(da.name, db.short_vi) AS district,
		ARRAY(SELECT x.employer_id FROM drive_employers x JOIN employers e ON e.id = x.employer_id
			WHERE x.drive_id = d.id AND e.state = 'verified' ORDER BY x.employer_id) AS employer_ids,
		ARRAY(SELECT x.vacancy_id FROM drive_vacancies x JOIN live_vacancies l ON l.vacancy_id = x.vacancy_id
			JOIN employers e ON e.id = l.employer_id
			WHERE x.drive_id = d.id AND ` + isLive + ` ORDER BY x.vacancy_id) AS vacancy_ids
	FROM drives d
	JOIN bodies cb ON cb.id = d.commune_body_id
	JOIN bodies db ON db.id = d.district_body_id
	LEFT JOIN areas ca ON ca.id = cb.area_id
	LEFT JOIN areas da ON da.id = db.area_id
	WHERE d.status IN ('announced', 'held', 'reported', 'verified')
		AND (@from::timestamptz IS NULL OR d.starts_at >= @from) AND (@until::timestamptz IS NULL OR d.starts_at < @until)
		AND (@district = '' OR da.code = @district) AND (d.starts_at, d.id) > (@after_at, @after_id)
	ORDER BY d.starts_at, d.id
	LIMIT @limit`

// Drives returns public drives in the order of their days.
func (s *Store) Drives(ctx context.Context, q Drives) (list []Drive, err error) {
	defer errs.Wrap(&err, "opendata.Drives")
	args := pgx.StrictNamedArgs{"today": s.Now.Today(), "from": nil, "until": nil, "district": q.District,
		"after_at": q.AfterAt, "after_id": q.AfterID, "limit": q.Limit}
	if !q.From.IsZero() {
		args["from"] = q.From.Start()
	}
	if !q.Until.IsZero() {
		args["until"] = q.Until.End()
	}
	list, err = postgres.All[Drive](ctx, s.DB, selectDrives, args)
	for i := range list {
		list[i].Title, list[i].Venue = Masked(list[i].Title), Masked(list[i].Venue)
	}
	return list, err
}
