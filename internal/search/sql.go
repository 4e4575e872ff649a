package search

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// SQL answers queries from the narrow table. It is good to some ten thousand
// live vacancies and serves a hundred thousand.
type SQL struct{ DB *postgres.DB }

// open are the vacancies that may be shown today: not past their last day, of
// an employer who is verified.
const open = `
	FROM live_vacancies v
	WHERE v.closes_on >= @today
		AND NOT EXISTS (SELECT FROM employers e WHERE e.id = v.employer_id AND e.state <> 'verified')`

// The filters. Each stands in a statement only where the query asks for it, so
// that the planner sees what is asked.
const (
	hasWords      = ` AND v.terms @@ @words::text::tsquery`
	inZones       = ` AND v.zone_id IN (SELECT z.id FROM zones z WHERE z.slug = ANY (@zones))`
	ofOccupations = ` AND v.occupation_code LIKE ANY (@occupations)`
	reachesIncome = ` AND GREATEST(v.income_from, v.income_to) >= @income`
	inShifts      = ` AND v.shift = ANY (@shifts)`
	withBenefits  = ` AND v.benefits @> @benefits`
	ofEmployer    = ` AND v.employer_id = @employer`
)

// The ranks of the orders; lower comes first.
const (
	noRank     = `0::bigint`
	incomeRank = `-v.income_from`
	// The tiers: all words in the title with their marks, in the title without,
	// anywhere with their marks, the rest.
	tierRank = `CASE
		WHEN v.terms @@ @exact_title::text::tsquery THEN 0
		WHEN v.terms @@ @title::text::tsquery THEN 1
		WHEN v.terms @@ @exact::text::tsquery THEN 2
		ELSE 3 END::bigint`
	// Whole kilometres by the formula of reference.RoadKM; a place that is not
	// known is the farthest.
	distanceRank = `CASE WHEN v.lat IS NULL OR v.lon IS NULL THEN 100000 ELSE round(1.3 * 2 * 6371 * asin(sqrt(least(1,
		sin(radians(v.lat - @lat) / 2) ^ 2
		+ cos(radians(@lat)) * cos(radians(v.lat)) * sin(radians(v.lon - @lon) / 2) ^ 2))))::bigint END`
)

const (
	countOpen  = `SELECT count(*)`
	choose     = `SELECT p.rank, p.published_at, p.vacancy_id FROM (SELECT `
	chosen     = ` AS rank, v.published_at, v.vacancy_id`
	end        = `) p`
	ordered    = ` ORDER BY p.rank, p.published_at DESC, p.vacancy_id DESC LIMIT @limit`
	newest     = ` ORDER BY p.published_at DESC, p.vacancy_id DESC LIMIT @limit`
	after      = ` WHERE p.rank > @rank OR p.rank = @rank AND (p.published_at, p.vacancy_id) < (@at, @id)`
	newerAfter = ` WHERE (p.published_at, p.vacancy_id) < (@at, @id)`
)

// statement is SQL put together from the constants above, with its arguments.
type statement struct {
	sql  string
	args pgx.StrictNamedArgs
}

func (s *statement) add(sql string, args pgx.StrictNamedArgs) {
	s.sql += sql
	for name, value := range args {
		s.args[name] = value
	}
}

// filter adds which rows the query finds.
func (s *statement) filter(q Query, today clock.Day) {
	s.add(open, pgx.StrictNamedArgs{"today": today})
	if words := Ask(q.Text); len(words.Exact) > 0 {
		s.add(hasWords, pgx.StrictNamedArgs{"words": words.anywhere()})
	}
	if len(q.Zones) > 0 {
		s.add(inZones, pgx.StrictNamedArgs{"zones": Keys(q.Zones)})
	}
	if len(q.Occupations) > 0 {
		s.add(ofOccupations, pgx.StrictNamedArgs{"occupations": patterns(q.Occupations)})
	}
	if q.MinIncome > 0 {
		s.add(reachesIncome, pgx.StrictNamedArgs{"income": q.MinIncome})
	}
	if len(q.Shifts) > 0 {
		s.add(inShifts, pgx.StrictNamedArgs{"shifts": Keys(q.Shifts)})
	}
	if len(q.Benefits) > 0 {
		s.add(withBenefits, pgx.StrictNamedArgs{"benefits": q.Benefits})
	}
	if q.EmployerID != 0 {
		s.add(ofEmployer, pgx.StrictNamedArgs{"employer": q.EmployerID})
	}
}

// rank adds the expression that the order goes by.
func (s *statement) rank(q Query) {
	switch q.Order() {
	case Income:
		s.add(incomeRank, nil)
	case Nearest:
		s.add(distanceRank, pgx.StrictNamedArgs{"lat": q.Home.Lat, "lon": q.Home.Lon})
	case Fit:
		words := Ask(q.Text)
		s.add(tierRank, pgx.StrictNamedArgs{"exact_title": words.exactInTitle(), "title": words.inTitle(), "exact": words.exactly()})
	default:
		s.add(noRank, nil)
	}
}

// page returns the statement for the rows of a page and one more.
func page(q Query, today clock.Day) statement {
	s := statement{args: pgx.StrictNamedArgs{"limit": q.PageSize() + 1}}
	s.add(choose, nil)
	s.rank(q)
	s.add(chosen, nil)
	s.filter(q, today)
	s.add(end, nil)
	order := q.Order()
	from, resumed := ParsePlace(q.After, order)
	switch {
	case resumed && order == Newest:
		s.add(newerAfter, pgx.StrictNamedArgs{"at": from.PublishedAt, "id": from.VacancyID})
	case resumed:
		s.add(after, pgx.StrictNamedArgs{"rank": from.Rank, "at": from.PublishedAt, "id": from.VacancyID})
	}
	if order == Newest {
		s.add(newest, nil)
	} else {
		s.add(ordered, nil)
	}
	return s
}

// Find returns a page with at most two queries: its rows and, unless the query
// leaves them out, the count or all counts.
func (s SQL) Find(ctx context.Context, q Query, today clock.Day) (result Result, err error) {
	defer errs.Wrap(&err, "search.Find")
	st := page(q, today)
	rows, err := postgres.All[Place](ctx, s.DB, st.sql, pgx.QueryExecModeCacheDescribe, st.args)
	if err != nil {
		return Result{}, err
	}
	if len(rows) > q.PageSize() {
		rows = rows[:q.PageSize()]
		result.Next = rows[len(rows)-1].Cursor(q.Order())
	}
	for _, row := range rows {
		result.IDs = append(result.IDs, row.VacancyID)
	}
	switch {
	case q.Faceted:
		result.Total, result.Facets, err = s.facets(ctx, q, today)
	case !q.Uncounted:
		result.Total, err = s.Count(ctx, q, today)
	}
	return result, err
}

// Count returns how many vacancies the query finds.
func (s SQL) Count(ctx context.Context, q Query, today clock.Day) (n int, err error) {
	defer errs.Wrap(&err, "search.Count")
	st := statement{sql: countOpen, args: pgx.StrictNamedArgs{}}
	st.filter(q, today)
	return postgres.Value[int](ctx, s.DB, st.sql, pgx.QueryExecModeCacheDescribe, st.args)
}
