package search

import (
	"context"
	"strconv"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Facets are how many vacancies further conditions would find, by the value of
// the condition. What would find none is left out.
//
// Of zones, occupations, shifts and incomes one is enough, so each is counted
// as if none of its kind had been chosen; benefits must all be there, so each is
// counted beside those chosen already.
type Facets struct {
	Zones       map[string]int // by slug
	Occupations map[string]int // by the first two signs of the code
	Incomes     map[int64]int  // that reach this much, by IncomeBands
	Shifts      map[string]int
	Benefits    map[string]int
}

// GroupSigns is how many signs of an occupation's code name its group.
const GroupSigns = 2

// IncomeBands are the lowest incomes that are counted, in VND a month.
func IncomeBands() []int64 { return []int64{7e6, 8e6, 9e6, 10e6, 12e6, 15e6} }

// NewFacets returns facets to count in.
func NewFacets() Facets {
	return Facets{Zones: map[string]int{}, Occupations: map[string]int{}, Incomes: map[int64]int{},
		Shifts: map[string]int{}, Benefits: map[string]int{}}
}

// The counts of the kinds; between the two parts stands what the query finds
// without its own conditions of that kind.
const (
	countAll         = `SELECT 'all' AS facet, '' AS value, count(*) AS n`
	countZones       = ` UNION ALL SELECT 'zone', z.slug, g.n FROM (SELECT v.zone_id, count(*) AS n`
	byZone           = ` GROUP BY v.zone_id) g JOIN zones z ON z.id = g.zone_id`
	countOccupations = ` UNION ALL SELECT 'occupation', left(v.occupation_code, @signs), count(*)`
	byOccupation     = ` AND length(v.occupation_code) >= @signs GROUP BY left(v.occupation_code, @signs)`
	countIncomes     = ` UNION ALL SELECT 'income', b.low::text, count(*) FROM unnest(@bands::bigint[]) AS b (low), (
		SELECT GREATEST(v.income_from, v.income_to) AS reached`
	byIncome      = `) g WHERE g.reached >= b.low GROUP BY b.low`
	countShifts   = ` UNION ALL SELECT 'shift', v.shift, count(*)`
	byShift       = ` AND v.shift <> '' GROUP BY v.shift`
	countBenefits = ` UNION ALL SELECT 'benefit', g.benefit, count(*) FROM (SELECT unnest(v.benefits) AS benefit`
	byBenefit     = `) g GROUP BY g.benefit`
)

// facets returns the total and the counts with one query.
func (s SQL) facets(ctx context.Context, q Query, asked Asked, today clock.Day) (total int, f Facets, err error) {
	defer errs.Wrap(&err, "search.facets")
	st := counting(q, asked, today)
	rows, err := postgres.All[struct {
		Facet, Value string
		N            int
	}](ctx, s.DB, st.sql, pgx.QueryExecModeCacheDescribe, st.args)
	f = NewFacets()
	for _, row := range rows {
		switch row.Facet {
		case "all":
			total = row.N
		case "income":
			low, err := strconv.ParseInt(row.Value, 10, 64)
			if err != nil {
				return 0, f, err
			}
			f.Incomes[low] = row.N
		default:
			f.of(row.Facet)[row.Value] = row.N
		}
	}
	return total, f, err
}

// of returns the counts of a kind.
func (f Facets) of(facet string) map[string]int {
	return map[string]map[string]int{"zone": f.Zones, "occupation": f.Occupations, "shift": f.Shifts, "benefit": f.Benefits}[facet]
}

// counting returns the statement that counts all kinds.
func counting(q Query, asked Asked, today clock.Day) statement {
	s := statement{args: pgx.StrictNamedArgs{"signs": GroupSigns, "bands": IncomeBands()}}
	part := func(count, by string, q Query) {
		s.add(count, nil)
		s.filter(q, asked, today)
		s.add(by, nil)
	}
	part(countAll, "", q)
	part(countBenefits, byBenefit, q)
	anyZone, anyOccupation, anyIncome, anyShift := q, q, q, q
	anyZone.Zones, anyOccupation.Occupations, anyIncome.MinIncome, anyShift.Shifts = nil, nil, 0, nil
	part(countZones, byZone, anyZone)
	part(countOccupations, byOccupation, anyOccupation)
	part(countIncomes, byIncome, anyIncome)
	part(countShifts, byShift, anyShift)
	return s
}
