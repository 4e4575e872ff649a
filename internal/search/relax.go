package search

import (
	"context"
	"slices"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
)

// Part names a part of a query that can be dropped.
type Part string

// The parts, in the order in which dropping them is proposed.
const (
	PartBenefit     Part = "benefit" // one of several
	PartBenefits    Part = "benefits"
	PartShifts      Part = "shifts"
	PartIncome      Part = "income"
	PartZones       Part = "zones"
	PartOccupations Part = "occupations"
	PartWord        Part = "word" // one part of the text of several
	PartText        Part = "text"
)

// Relaxed is a query with one part dropped, and how many it would find.
type Relaxed struct {
	Dropped Part
	Word    string // the words left out, when Dropped is PartWord; the benefit, when it is PartBenefit
	Query   Query
	Count   int
}

// maxRelaxed bounds the count queries of one page that found nothing.
const maxRelaxed = 7

// Relax returns what a query that finds nothing would find with one part
// dropped. Proposals that still find nothing are left out.
func Relax(ctx context.Context, s Search, q Query, today clock.Day) (found []Relaxed, err error) {
	defer errs.Wrap(&err, "search.Relax")
	asked, err := Ask(q.Text, nil)
	if err != nil {
		return nil, err
	}
	for _, r := range relaxations(q, asked.ordered("")) {
		r.Count, err = s.Count(ctx, r.Query, today)
		if err != nil {
			return nil, err
		}
		if r.Count > 0 {
			found = append(found, r)
		}
	}
	return found, nil
}

// relaxations returns the queries with one part dropped; parts are those of its
// text.
func relaxations(q Query, parts []Said) []Relaxed {
	q.After, q.Faceted, q.AsTyped = "", false, true
	var all []Relaxed
	drop := func(asked bool, part Part, without func(q *Query)) {
		if asked {
			relaxed := Relaxed{Dropped: part, Query: q}
			without(&relaxed.Query)
			all = append(all, relaxed)
		}
	}
	for i, benefit := range q.Benefits {
		if len(q.Benefits) > 1 && len(all) < maxRelaxed/2 {
			without := q
			without.Benefits = slices.Delete(slices.Clone(q.Benefits), i, i+1)
			all = append(all, Relaxed{Dropped: PartBenefit, Word: benefit, Query: without})
		}
	}
	drop(len(q.Benefits) > 0, PartBenefits, func(q *Query) { q.Benefits = nil })
	drop(len(q.Shifts) > 0, PartShifts, func(q *Query) { q.Shifts = nil })
	drop(q.MinIncome > 0, PartIncome, func(q *Query) { q.MinIncome = 0 })
	drop(len(q.Zones) > 0, PartZones, func(q *Query) { q.Zones = nil })
	drop(len(q.Occupations) > 0, PartOccupations, func(q *Query) { q.Occupations = nil })
	others := len(all)
	drop(len(parts) > 0 && (others > 0 || len(parts) > 1), PartText, func(q *Query) { q.Text = "" })
	for _, part := range parts {
		if len(parts) > 1 && len(all) < maxRelaxed {
			all = append(all, Relaxed{Dropped: PartWord, Word: part.Words, Query: withText(q, part.Rest)})
		}
	}
	return all
}

func withText(q Query, text string) Query {
	q.Text = text
	return q
}
