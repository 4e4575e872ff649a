package board

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Address is a page of the board for a map of the site.
type Address struct {
	Kind    string // vacancy, employer, zone
	ID      int64
	Slug    string
	Changed *time.Time // when its present wording was published
}

// openVacancies are those that the list shows @today, with their wordings.
const openVacancies = `
	FROM live_vacancies l JOIN vacancies v ON v.id = l.vacancy_id
	JOIN employers e ON e.id = v.employer_id AND e.state = 'verified'
	LEFT JOIN vacancy_revisions r ON r.vacancy_id = v.id AND r.revision = v.revision
	WHERE l.closes_on >= @today`

// EachPlace passes on the pages of zones and verified employers, at most so
// many.
func (s *Store) EachPlace(ctx context.Context, most int, do func(Address) error) (err error) {
	defer errs.Wrap(&err, "board.EachPlace")
	return s.each(ctx, do, `
		SELECT 'zone' AS kind, z.id, z.slug, NULL::timestamptz AS changed FROM zones z WHERE z.status <> 'planned'
		UNION ALL
		SELECT 'employer', e.id, e.slug, NULL FROM employers e WHERE e.state = 'verified'
		ORDER BY kind DESC, id DESC
		LIMIT @most`, pgx.StrictNamedArgs{"most": most})
}

// EachOpen passes on the pages of the open vacancies with ids in a span, the
// newest first. They are read one by one: there may be very many.
func (s *Store) EachOpen(ctx context.Context, today clock.Day, from, until int64, do func(Address) error) (err error) {
	defer errs.Wrap(&err, "board.EachOpen")
	return s.each(ctx, do, `
		SELECT 'vacancy' AS kind, v.id, v.slug, COALESCE(r.at, l.published_at) AS changed`+openVacancies+`
			AND v.id >= @from AND v.id < @until
		ORDER BY v.id DESC
		LIMIT @until::bigint - @from::bigint`, pgx.StrictNamedArgs{"today": today, "from": from, "until": until})
}

func (s *Store) each(ctx context.Context, do func(Address) error, sql string, args pgx.StrictNamedArgs) error {
	rows, err := s.DB.Query(ctx, sql, args)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		a, err := pgx.RowToStructByName[Address](rows)
		if err == nil {
			err = do(a)
		}
		if err != nil {
			return err
		}
	}
	return rows.Err()
}

// Part is a span of vacancy ids with open vacancies in it: from Number times
// the size on.
type Part struct {
	Number  int64
	Open    int
	Changed time.Time
}

// Parts counts the open vacancies by spans of ids of a size. A vacancy stays in
// its part for good.
func (s *Store) Parts(ctx context.Context, today clock.Day, size int) (parts []Part, err error) {
	defer errs.Wrap(&err, "board.Parts")
	return postgres.All[Part](ctx, s.DB, `
		SELECT v.id / @size::bigint AS number, count(*) AS open, max(COALESCE(r.at, l.published_at)) AS changed`+openVacancies+`
		GROUP BY 1
		ORDER BY 1
		LIMIT 50000`, pgx.StrictNamedArgs{"today": today, "size": size})
}
