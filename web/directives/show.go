package directives

import (
	"context"
	"net/http"
	"slices"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/directive"
	"cauviec/internal/journal"
	"cauviec/internal/obligation"
	"cauviec/web/route"
)

// paper is what the page of a paper shows.
type paper struct {
	directive.Directive
	clauses     []directive.Clause
	obligations map[int64][]obligation.Line // by clause
	count       int
	history     []journal.Entry
	today       clock.Day
	holidays    obligation.Holidays
}

func (s *Screens) show(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	actor := access.From(r.Context())
	p, err := s.paper(r.Context(), actor, id)
	if err != nil {
		return err
	}
	if p.Status == directive.Read {
		return route.SeeOther(w, r, reviewPath(id))
	}
	return route.Page(w, r, http.StatusOK, showPage(p, actor.Scope(access.ReadObligations).All))
}

func (s *Screens) paper(ctx context.Context, actor access.Actor, id int64) (p paper, err error) {
	scope := actor.Scope(access.ReadDirectives)
	if p.Directive, err = s.Directives.Get(ctx, scope, id); err != nil {
		return p, err
	}
	if p.clauses, err = s.Directives.Clauses(ctx, scope, id); err != nil {
		return p, err
	}
	if p.history, err = s.Directives.History(ctx, scope, id); err != nil {
		return p, err
	}
	if p.holidays, err = s.Obligations.Calendar(ctx); err != nil {
		return p, err
	}
	p.today = s.Now.Today()
	p.obligations, p.count, err = s.obligationsOf(ctx, actor.Scope(access.ReadObligations), id)
	return p, err
}

// mostPages bounds how many pages of obligations a paper's page reads.
const mostPages = 20

// obligationsOf returns the obligations of a paper that the reader may see, by
// clause, in the order of their states.
func (s *Screens) obligationsOf(ctx context.Context, scope access.Scope, id int64) (map[int64][]obligation.Line, int, error) {
	byClause, count := map[int64][]obligation.Line{}, 0
	for page := 1; page <= mostPages; page++ {
		lines, err := s.Obligations.List(ctx, scope, obligation.Filter{Directive: id, Page: page})
		if err != nil {
			return nil, 0, err
		}
		for _, l := range lines {
			byClause[l.ClauseID] = append(byClause[l.ClauseID], l)
			count++
		}
		if len(lines) < obligation.PageSize {
			break
		}
	}
	return byClause, count, nil
}

// repeated reports whether the lead of an obligation has others of its clause.
func repeated(lines []obligation.Line, l obligation.Line) bool {
	return slices.ContainsFunc(lines, func(other obligation.Line) bool { return other.ID != l.ID && other.LeadBodyID == l.LeadBodyID })
}

// tally is how many obligations of a clause are in a state.
type tally struct {
	state obligation.State
	n     int
}

// tallies counts obligations by state, in the order in which they come.
func (p paper) tallies(lines []obligation.Line) []tally {
	var counts []tally
	for _, l := range lines {
		state := l.State(p.today, p.holidays.Calendar)
		if n := len(counts); n > 0 && counts[n-1].state == state {
			counts[n-1].n++
			continue
		}
		counts = append(counts, tally{state, 1})
	}
	return counts
}
