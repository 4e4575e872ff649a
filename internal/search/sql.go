package search

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/reference"
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
	tierRank   = `CASE`
	inTier     = ` WHEN v.terms @@ @tier%[1]d::text::tsquery THEN %[2]d`
	lastTier   = ` ELSE %d END::bigint`
	// Those of a class have the ranks of another order.
	withinClass = ` * 1000000000000 + `
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
func (s *statement) filter(q Query, asked Asked, today clock.Day) {
	s.add(open, pgx.StrictNamedArgs{"today": today})
	if !asked.empty() {
		s.add(hasWords, pgx.StrictNamedArgs{"words": asked.Found.tsquery()})
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
func (s *statement) rank(q Query, asked Asked) {
	switch q.Order(asked) {
	case Income:
		s.add(incomeRank, nil)
	case Nearest:
		s.distance(q.Home)
	case Fit:
		s.tiers(asked, func(tier int) int64 { return int64(tier) })
	case FitIncome:
		s.tiers(asked, Class)
		s.add(withinClass, nil)
		s.add(incomeRank, nil)
	case FitNearest:
		s.tiers(asked, Class)
		s.add(withinClass, nil)
		s.distance(q.Home)
	default:
		s.add(noRank, nil)
	}
}

// tiers adds the number that each tier has.
func (s *statement) tiers(asked Asked, number func(tier int) int64) {
	s.add(tierRank, nil)
	for i, tier := range asked.Tiers {
		s.add(fmt.Sprintf(inTier, i, number(i)), pgx.StrictNamedArgs{fmt.Sprintf("tier%d", i): tier.tsquery()})
	}
	s.add(fmt.Sprintf(lastTier, number(Tiers)), nil)
}

func (s *statement) distance(home reference.Point) {
	s.add(distanceRank, pgx.StrictNamedArgs{"lat": home.Lat, "lon": home.Lon})
}

// page returns the statement for the rows of a page and one more.
func page(q Query, asked Asked, today clock.Day) statement {
	s := statement{args: pgx.StrictNamedArgs{"limit": q.PageSize() + 1}}
	s.add(choose, nil)
	s.rank(q, asked)
	s.add(chosen, nil)
	s.filter(q, asked, today)
	s.add(end, nil)
	order := q.Order(asked)
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

// Find returns a page with at most two queries, its rows and, unless the query
// leaves them out, the count or all counts; and some more where words are not
// known.
func (s SQL) Find(ctx context.Context, q Query, today clock.Day) (result Result, err error) {
	defer errs.Wrap(&err, "search.Find")
	asked, err := Ask(q.Text, s.live(ctx, q, today))
	if err != nil {
		return Result{}, err
	}
	q = q.Read(asked)
	st := page(q, asked, today)
	rows, err := postgres.All[Place](ctx, s.DB, st.sql, pgx.QueryExecModeCacheDescribe, st.args)
	if err != nil {
		return Result{}, err
	}
	result.Reading = q.Reading(asked)
	if len(rows) > q.PageSize() {
		rows = rows[:q.PageSize()]
		result.Next = rows[len(rows)-1].Cursor(q.Order(asked))
	}
	for _, row := range rows {
		result.IDs = append(result.IDs, row.VacancyID)
	}
	switch {
	case q.Faceted:
		result.Total, result.Facets, err = s.facets(ctx, q, asked, today)
	case !q.Uncounted:
		result.Total, err = s.count(ctx, q, asked, today)
	}
	return result, err
}

// Count returns how many vacancies the query finds.
func (s SQL) Count(ctx context.Context, q Query, today clock.Day) (n int, err error) {
	defer errs.Wrap(&err, "search.Count")
	asked, err := Ask(q.Text, s.live(ctx, q, today))
	if err != nil {
		return 0, err
	}
	return s.count(ctx, q.Read(asked), asked, today)
}

func (s SQL) count(ctx context.Context, q Query, asked Asked, today clock.Day) (int, error) {
	st := statement{sql: countOpen, args: pgx.StrictNamedArgs{}}
	st.filter(q, asked, today)
	return postgres.Value[int](ctx, s.DB, st.sql, pgx.QueryExecModeCacheDescribe, st.args)
}

const countWords = `
	SELECT w.word, g.n
	FROM unnest(@words::text[], @asked::text[]) AS w (word, asked), LATERAL (SELECT count(*) AS n` + open + ` AND v.terms @@ w.asked::tsquery) g
	WHERE g.n > 0
	ORDER BY w.word
	LIMIT 10000`

// live tells of the open vacancies; nil where words are taken as typed.
func (s SQL) live(ctx context.Context, q Query, today clock.Day) Live {
	if q.AsTyped {
		return nil
	}
	return liveRows{ctx: ctx, db: s.DB, today: today}
}

// liveRows tells of the open vacancies of the narrow table.
type liveRows struct {
	ctx   context.Context
	db    *postgres.DB
	today clock.Day
}

// Words counts with one query.
func (l liveRows) Words(words []string) (map[string]int, error) {
	asked := make([]string, len(words))
	for i, word := range words {
		asked[i] = Term{Word: word, In: Anywhere}.tsquery()
	}
	rows, err := postgres.All[struct {
		Word string
		N    int
	}](l.ctx, l.db, countWords, pgx.StrictNamedArgs{"words": words, "asked": asked, "today": l.today})
	counts := make(map[string]int, len(rows))
	for _, row := range rows {
		counts[row.Word] = row.N
	}
	return counts, err
}

// Any asks for one row.
func (l liveRows) Any(m Match) (bool, error) {
	return postgres.Value[bool](l.ctx, l.db, `SELECT EXISTS (SELECT`+open+hasWords+`)`,
		pgx.StrictNamedArgs{"words": m.tsquery(), "today": l.today})
}
