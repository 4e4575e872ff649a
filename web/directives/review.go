package directives

import (
	"context"
	"net/http"
	"slices"
	"strconv"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/directive"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/obligation"
	"cauviec/web/route"
)

// review is what the clerk's page shows. At most one form is open: that of a
// proposal, of a new one under a clause, or of the paper's facts.
type review struct {
	directive.Directive
	clauses   []directive.Clause
	proposals map[int64][]directive.Proposal // by clause
	onMap     directive.Map
	holidays  obligation.Holidays
	history   []journal.Entry
	edit      proposalForm // open when edit.on
	header    headerForm   // open when header.on
	problems  errs.Problems
	stale     bool // the paper changed after the clerk's page was made
}

// review opens the page, with the form that ?sua= or ?them= asks for.
func (s *Screens) review(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	v, err := s.reviewOf(r.Context(), id)
	if err != nil {
		return err
	}
	if v.Status != directive.Read {
		return route.SeeOther(w, r, paperPath(id))
	}
	v.open(r.URL.Query().Get("sua"), r.URL.Query().Get("them"))
	return route.Page(w, r, http.StatusOK, reviewPage(v))
}

// reviewOf reads everything that the page shows.
func (s *Screens) reviewOf(ctx context.Context, id int64) (v review, err error) {
	scope := access.From(ctx).Scope(access.EnterDirectives)
	if v.Directive, err = s.Directives.Get(ctx, scope, id); err != nil {
		return v, err
	}
	if v.clauses, err = s.Directives.Clauses(ctx, scope, id); err != nil {
		return v, err
	}
	proposals, err := s.Directives.Proposals(ctx, scope, id)
	if err != nil {
		return v, err
	}
	v.proposals = map[int64][]directive.Proposal{}
	for _, p := range proposals {
		v.proposals[p.ClauseID] = append(v.proposals[p.ClauseID], p)
	}
	if v.onMap, err = s.Directives.Map(ctx); err != nil {
		return v, err
	}
	if v.holidays, err = s.Obligations.Calendar(ctx); err != nil {
		return v, err
	}
	v.history, err = s.Directives.History(ctx, scope, id)
	return v, err
}

// headerWord asks for the form of the paper's facts.
const headerWord = "van-ban"

// open opens the form that the address asks for.
func (v *review) open(edit, add string) {
	if edit == headerWord {
		v.header = newHeaderForm(v.Directive)
		return
	}
	if id, err := strconv.ParseInt(edit, 10, 64); err == nil {
		if p, ok := v.find(id); ok && p.State == directive.Proposed {
			v.edit = newProposalForm(p)
		}
	}
	if id, err := strconv.ParseInt(add, 10, 64); err == nil {
		if slices.ContainsFunc(v.clauses, func(c directive.Clause) bool { return c.ID == id }) {
			v.edit = proposalForm{on: true, Clause: id, Kind: string(obligation.Order)}
		}
	}
}

// editing reports whether a form is open: confirming would lose what is typed.
func (v review) editing() bool { return v.edit.on || v.header.on }

// find returns a proposal of the paper.
func (v review) find(id int64) (directive.Proposal, bool) {
	for _, list := range v.proposals {
		for _, p := range list {
			if p.ID == id {
				return p, true
			}
		}
	}
	return directive.Proposal{}, false
}

// live calls yield for every proposal that counts, in the order of the text.
func (v review) live(yield func(directive.Proposal)) {
	for _, c := range v.clauses {
		for _, p := range v.proposals[c.ID] {
			if p.Live() {
				yield(p)
			}
		}
	}
}

// outcome says what confirming will make, and which proposals stand in its way.
func (v review) outcome() (obligations, bodies int, blocked []directive.Proposal) {
	leads := map[int64]bool{}
	v.live(func(p directive.Proposal) {
		if p.Problem(v.onMap.ByID) != "" {
			blocked = append(blocked, p)
			return
		}
		obligations += len(p.LeadIDs)
		for _, id := range p.LeadIDs {
			leads[id] = true
		}
	})
	return obligations, len(leads), blocked
}

// bodies returns bodies by id, in the given order.
func (v review) bodies(ids []int64) []body.Body {
	list := make([]body.Body, 0, len(ids))
	for _, id := range ids {
		if b, ok := v.onMap.ByID[id]; ok {
			list = append(list, b)
		}
	}
	return list
}

// group is the bodies of a province to choose from.
type group struct {
	province string
	bodies   []body.Body
}

// choices returns the bodies to choose from on a side ("" is both): all but
// communes, which get their part from their district, and those chosen already.
func (v review) choices(side access.Side, chosen []string) []group {
	var groups []group
	for _, b := range v.onMap.Bodies {
		if side != "" && b.Side != side || b.Kind == access.Commune && !slices.Contains(chosen, numeral(b.ID)) {
			continue
		}
		name := v.onMap.ProvinceName(b.ProvinceCode)
		if n := len(groups); n == 0 || groups[n-1].province != name {
			groups = append(groups, group{province: name})
		}
		last := &groups[len(groups)-1]
		last.bodies = append(last.bodies, b)
	}
	return groups
}
