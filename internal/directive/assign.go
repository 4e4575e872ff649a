package directive

import (
	"slices"

	"cauviec/internal/body"
	"cauviec/internal/obligation"
)

// Assignments returns the obligations that a proposal becomes: one for each
// lead. Of several counterparts, the one of the lead's own trade goes with
// that lead alone; those of nobody's trade go with every lead.
func (p Proposal) Assignments(d Directive, m Matcher, bodies map[int64]body.Body) []obligation.New {
	items := make([]obligation.New, 0, len(p.LeadIDs))
	for _, lead := range p.LeadIDs {
		executing, others := p.executingOf(lead, bodies)
		cooperating := without(append(slices.Clone(p.CooperatingIDs), others...), lead, executing)
		counterparts := without(p.counterpartsOf(lead, bodies), lead)
		items = append(items, obligation.New{
			DirectiveID: d.ID, ClauseID: p.ClauseID, ProposalID: p.ID, Kind: p.Kind,
			Issuer: d.IssuerBodyID, Lead: lead, Executing: executing, Task: p.Task,
			DueOn: p.DueOn, DuePhrase: p.DuePhrase, DueRule: p.DueRule, Recurrence: p.Recurrence,
			Cooperating:  parties(p.CooperatingWords, cooperating, m, bodies),
			Counterparts: parties(p.CounterpartWords, counterparts, m, bodies),
		})
	}
	return items
}

// executingOf returns the body that executes for a lead, and those that then
// work beside it. With several leads, a body under one of them is that one's.
func (p Proposal) executingOf(lead int64, bodies map[int64]body.Body) (first int64, others []int64) {
	for _, id := range p.ExecutingIDs {
		parent := bodies[id].ParentID
		switch {
		case parent != lead && slices.Contains(p.LeadIDs, parent):
		case first == 0:
			first = id
		default:
			others = append(others, id)
		}
	}
	return first, others
}

// counterpartsOf returns the counterparts that stand beside a lead.
func (p Proposal) counterpartsOf(lead int64, bodies map[int64]body.Body) []int64 {
	var with []int64
	for _, id := range p.CounterpartIDs {
		other := bodies[id].CounterpartID
		if other == lead || !slices.Contains(p.LeadIDs, other) {
			with = append(with, id)
		}
	}
	return with
}

// parties pairs printed words with chosen bodies: a body stands under the
// words that name it, words that name nobody stand alone, and a body that the
// clerk added stands under its own name.
func parties(words []string, ids []int64, m Matcher, bodies map[int64]body.Body) []obligation.Party {
	var found []obligation.Party
	left := slices.Clone(ids)
	for _, w := range words {
		named := m.Match(w)
		if len(named) == 0 {
			found = append(found, obligation.Party{Words: w})
		}
		for _, id := range named {
			if i := slices.Index(left, id); i >= 0 {
				found = append(found, obligation.Party{Body: id, Words: w})
				left = slices.Delete(left, i, i+1)
			}
		}
	}
	for _, id := range left {
		found = append(found, obligation.Party{Body: id, Words: bodies[id].NameVi})
	}
	return found
}

func without(ids []int64, out ...int64) []int64 {
	return slices.DeleteFunc(once(ids), func(id int64) bool { return slices.Contains(out, id) })
}
