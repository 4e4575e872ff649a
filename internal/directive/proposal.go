package directive

import (
	"slices"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/obligation"
)

// State is where a proposal stands.
type State string

// The states of proposals. A dropped one can be restored until the paper is
// confirmed.
const (
	Proposed     State = "proposed"
	Dropped      State = "dropped"
	MadeReal     State = "confirmed"
	fromReader         = "reader"
	fromClerk          = "clerk"
	ruleOfClerk        = "clerk" // the day was set by a clerk
	longestTask        = 5000
	longestWords       = 300
)

// Proposal is an obligation proposed from a clause. Bodies stand as printed
// and as those they were matched to.
type Proposal struct {
	ID               int64
	ClauseID         int64
	ClausePath       string
	Position         int
	State            State
	Kind             obligation.Kind
	Task             string
	LeadWords        []string
	ExecutingWords   []string
	CooperatingWords []string
	CounterpartWords []string
	LeadIDs          []int64
	ExecutingIDs     []int64
	CooperatingIDs   []int64
	CounterpartIDs   []int64
	LeadUnmatched    []string // lead words without a body, until a clerk has chosen
	DueOn            clock.Day
	DuePhrase        string
	DueRule          string // as notice.Rule, or "clerk"
	Recurrence       string
	Source           string // "reader" or "clerk"
	Version          int
}

// ByClerk reports whether a clerk added the proposal.
func (p Proposal) ByClerk() bool { return p.Source == fromClerk }

// Live reports whether the proposal counts.
func (p Proposal) Live() bool { return p.State != Dropped }

// Problem returns the key of what keeps the proposal from becoming
// obligations, or "". The bodies are those alive on the working map.
func (p Proposal) Problem(bodies map[int64]body.Body) string {
	switch {
	case len(p.LeadIDs) == 0:
		return "directive.problem.no_lead"
	case len(p.LeadUnmatched) > 0:
		return "directive.problem.lead_unmatched"
	}
	return leadProblem(p.Kind, p.LeadIDs, bodies)
}

// leadProblem: a province orders its own bodies; of the other province's it
// can only request.
func leadProblem(kind obligation.Kind, leads []int64, bodies map[int64]body.Body) string {
	for _, id := range leads {
		lead, alive := bodies[id]
		switch {
		case !alive:
			return "directive.problem.not_on_map"
		case kind != obligation.Request && lead.Side != access.Source:
			return "directive.problem.not_under"
		}
	}
	return ""
}

// Edit is what a clerk makes of a proposal. Words are as printed; the ids are
// the bodies that the clerk chose.
type Edit struct {
	Kind             obligation.Kind
	Task             string
	Leads            []int64
	Executing        []int64
	Cooperating      []int64
	Counterparts     []int64
	CooperatingWords []string
	CounterpartWords []string
	DueOn            clock.Day
	DuePhrase        string
	Recurrence       string
}

// Edit returns the proposal as a form begins with it.
func (p Proposal) Edit() Edit {
	return Edit{Kind: p.Kind, Task: p.Task, Leads: p.LeadIDs, Executing: p.ExecutingIDs, Cooperating: p.CooperatingIDs,
		Counterparts: p.CounterpartIDs, CooperatingWords: p.CooperatingWords, CounterpartWords: p.CounterpartWords,
		DueOn: p.DueOn, DuePhrase: p.DuePhrase, Recurrence: p.Recurrence}
}

// Recurrences lists how often something may come again; "" is once.
func Recurrences() []string {
	return []string{"", "daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly"}
}

// tidy brings what was typed into the form in which it is stored.
func (e Edit) tidy() Edit {
	e.Task, e.DuePhrase = fold.Tidy(e.Task), fold.Tidy(e.DuePhrase)
	e.CooperatingWords, e.CounterpartWords = tidyLines(e.CooperatingWords), tidyLines(e.CounterpartWords)
	for _, ids := range []*[]int64{&e.Leads, &e.Executing, &e.Cooperating, &e.Counterparts} {
		*ids = once(*ids)
	}
	return e
}

// check finds what is wrong with the edit.
func (e Edit) check(bodies map[int64]body.Body) errs.Problems {
	p := errs.Problems{}
	if !slices.Contains(obligation.Kinds(), e.Kind) {
		p.Add("kind", "problem.choice")
	}
	if e.Task == "" {
		p.Add("task", "problem.required")
	}
	limit(p, "task", e.Task, longestTask)
	limit(p, "due_phrase", e.DuePhrase, longestWords)
	if !slices.Contains(Recurrences(), e.Recurrence) {
		p.Add("recurrence", "problem.choice")
	}
	if len(e.Leads) == 0 {
		p.Add("leads", "directive.problem.no_lead")
	}
	if key := leadProblem(e.Kind, e.Leads, bodies); key != "" {
		p.Add("leads", key)
	}
	p.Merge(e.checkOthers(bodies))
	return p
}

// checkOthers finds what is wrong with the bodies beside the leads.
func (e Edit) checkOthers(bodies map[int64]body.Body) errs.Problems {
	p := errs.Problems{}
	for field, ids := range map[string][]int64{"executing": e.Executing, "cooperating": e.Cooperating, "counterparts": e.Counterparts} {
		for _, id := range ids {
			if _, alive := bodies[id]; !alive {
				p.Add(field, "directive.problem.not_on_map")
			}
		}
	}
	for field, lines := range map[string][]string{"cooperating_words": e.CooperatingWords, "counterpart_words": e.CounterpartWords} {
		for _, line := range lines {
			limit(p, field, line, longestWords)
		}
		if len(lines) > mostLines {
			p.Add(field, "directive.problem.lines", mostLines)
		}
	}
	return p
}

// apply puts the edit into the proposal. A day that the clerk changed no
// longer follows from the reader's rule.
func (p Proposal) apply(e Edit) Proposal {
	if e.DueOn != p.DueOn {
		p.DueRule = ruleOfClerk
	}
	if e.DueOn.IsZero() && e.DueOn != p.DueOn {
		p.DueRule = ""
	}
	p.Kind, p.Task, p.DueOn, p.DuePhrase, p.Recurrence = e.Kind, e.Task, e.DueOn, e.DuePhrase, e.Recurrence
	p.LeadIDs, p.ExecutingIDs, p.CooperatingIDs, p.CounterpartIDs = e.Leads, e.Executing, e.Cooperating, e.Counterparts
	p.CooperatingWords, p.CounterpartWords = e.CooperatingWords, e.CounterpartWords
	p.LeadUnmatched = []string{}
	return p
}

// once returns ids without zeros and repeats, never nil.
func once(ids []int64) []int64 {
	kept := []int64{}
	for _, id := range ids {
		if id != 0 && !slices.Contains(kept, id) {
			kept = append(kept, id)
		}
	}
	return kept
}
