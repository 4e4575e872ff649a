package notice

import (
	"slices"
	"strings"
)

// addPieces makes proposals of a clause's pieces.
func (d *document) addPieces(n *node, r *reader, ps []piece, table fieldset) {
	var carried []body
	for k, p := range ps {
		proposal := d.build(n, r, p)
		if table.asked && table.phrase != "" && (k == len(ps)-1 || len(p.dues) == 0) {
			d.setDue(&proposal, table.due, table.phrase)
			proposal.Kind = d.kindOf(r, p, &table.due)
		}
		for _, b := range table.coop {
			d.addCompanion(&proposal, b)
		}
		proposal.Product = table.product
		if k > 0 && !p.fresh && !p.sentence && len(proposal.Executing) == 0 {
			proposal.Executing = namesOf(carried)
		}
		if len(p.with.executing) > 0 || p.fresh || p.sentence {
			carried = p.with.executing
		}
		if len(ps) > 1 {
			proposal.Part = k + 1
		} else {
			proposal.Part = 1
		}
		d.n.Proposals = append(d.n.Proposals, proposal)
	}
}

// build makes the proposal of one piece.
func (d *document) build(n *node, r *reader, p piece) Proposal {
	found := chosen(p.dues)
	from, to := r.toks[p.from].a, r.toks[p.to-1].b
	out := Proposal{
		Clause: n.clause.Path, Leads: namesOf(p.leads), Executing: namesOf(p.with.executing),
		Task: strings.Trim(r.v.words(from, to), " ,;:./(+-"), Start: r.v.at[from], End: r.v.end(to), Kind: d.kindOf(r, p, found),
		FanOut: slices.ContainsFunc(p.leads, func(b body) bool { return b.group }),
	}
	for _, b := range p.with.coop {
		d.addCompanion(&out, b)
	}
	for _, b := range r.hosts(p.from, p.to) {
		if d.outside(b) {
			d.addCompanion(&out, b)
		}
	}
	if found != nil {
		d.setDue(&out, *found, r.v.words(found.from, found.to))
	}
	return out
}

// chosen is the deadline that counts among several: the last with a day, or
// else the first.
func chosen(list []due) *due {
	for i := len(list) - 1; i >= 0; i-- {
		if !list[i].day.IsZero() {
			return &list[i]
		}
	}
	if len(list) > 0 {
		return &list[0]
	}
	return nil
}

func (d *document) setDue(p *Proposal, found due, phrase string) {
	p.Phrase, p.Deadline, p.Rule, p.Recurrence = phrase, found.day, found.rule, found.recurrence
}

// addCompanion adds a body that helps, on this side or the other.
func (d *document) addCompanion(p *Proposal, b body) {
	if slices.Contains(p.Leads, b.name) || slices.Contains(p.Cooperating, b.name) || slices.Contains(p.Counterpart, b.name) {
		return
	}
	if d.outside(b) {
		p.Counterpart = append(p.Counterpart, b.name)
		return
	}
	p.Cooperating = append(p.Cooperating, b.name)
}

func namesOf(list []body) []string {
	var out []string
	for _, b := range list {
		if !slices.Contains(out, b.name) {
			out = append(out, b.name)
		}
	}
	return out
}
