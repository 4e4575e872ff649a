package search

import "slices"

// Order returns the order in which the query is really answered.
func (q Query) Order(asked Asked) Sort {
	switch said := q.said(asked); {
	case q.Sort == Income || said == Income && asked.empty():
		return Income
	case q.Sort == Nearest && !q.Home.IsZero() || said == Nearest && asked.empty():
		return Nearest
	case q.Sort == Newest || q.Sort == Nearest || asked.empty():
		return Newest
	case said == Income:
		return FitIncome
	case said == Nearest:
		return FitNearest
	}
	return Fit
}

// Chosen returns the order of those that a reader can choose (Sorts) that an
// order is nearest to.
func (s Sort) Chosen() Sort {
	if s == FitIncome || s == FitNearest {
		return Fit
	}
	return s
}

// Classes is how many classes of fit there are where something else decides in
// each, and PerClass how far apart their ranks are.
const (
	Classes  = 3
	PerClass = 1_000_000_000_000
)

// Class returns the class of a tier: titles are one.
func Class(tier int) int64 { return int64(max(tier-1, 0)) }

// orderOf is the order that a Fact asks for; empty for those of no order.
func orderOf(fact string) Sort {
	switch fact {
	case factBestPaid:
		return Income
	case factNearHome:
		return Nearest
	}
	return ""
}

// said returns the order that the text asks for where none was chosen: the
// first that there is, for without a home nothing is near it.
func (q Query) said(asked Asked) Sort {
	if q.Sort != "" {
		return ""
	}
	for _, part := range asked.Parts {
		if sort := orderOf(part.Fact); sort == Income || sort == Nearest && !q.Home.IsZero() {
			return sort
		}
	}
	return ""
}

// Reading returns how the text was read, with the words that ask for an order
// only where they are followed.
func (q Query) Reading(asked Asked) Reading {
	r := asked.Reading
	r.Parts, r.Order = asked.ordered(q.said(asked)), q.Order(asked)
	return r
}

// ordered returns the parts without those that ask for another order.
func (a Asked) ordered(by Sort) []Said {
	other := func(part Said) bool { return orderOf(part.Fact) != "" && orderOf(part.Fact) != by }
	if !slices.ContainsFunc(a.Parts, other) {
		return a.Parts
	}
	return slices.DeleteFunc(slices.Clone(a.Parts), other)
}
