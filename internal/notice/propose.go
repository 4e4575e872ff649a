package notice

import (
	"regexp"
	"slices"
	"strings"
)

// propose walks the clause trees and proposes obligations.
func (d *document) propose() {
	for _, t := range d.trees {
		st := d.preamble(t)
		for _, n := range t.root.children {
			d.walk(n, st)
		}
		for _, n := range t.nodes {
			c := n.clause
			c.Words = d.n.Text[c.Start:c.End]
			d.n.Clauses = append(d.n.Clauses, c)
		}
	}
}

// reader makes a reader for a view of this document.
func (d *document) reader(v *view) *reader {
	r := newReader(v)
	r.own = d.own
	return r
}

// preamble finds who is charged with everything that follows: "Chủ tịch UBND
// tỉnh yêu cầu các sở, ban, ngành … thực hiện:".
func (d *document) preamble(t *tree) setting {
	var st setting
	if len(t.root.body) == 0 {
		return st
	}
	r := d.reader(viewOf(d.n.Text, beginning(t.root.body[max(0, len(t.root.body)-12):])...))
	d.asks = d.asks || askedOf.MatchString(r.v.s)
	if n := len(r.toks); n == 0 || !r.is(n-1, ":") {
		return st
	}
	for j := range r.toks {
		if r.is(j, ".") && r.fullStop(j) && j+1 < len(r.toks) {
			st = setting{}
		}
		if sub, at, ok := r.directed(j); ok && at > j && len(st.leads) == 0 {
			st.subject = sub
		}
	}
	return st
}

// askedOf is how a letter asks its addressees.
var askedOf = regexp.MustCompile(`de nghi (quy|cac|don vi|co quan|ubnd|so)|kinh de nghi|tran trong de nghi`)

// barren headings lay nothing on anybody, nor does what stands under them.
var barren = regexp.MustCompile(`^(ve )?(muc dich|yeu cau( chung)?$|muc tieu|quan diem|can cu\b|danh gia|ket qua|ton tai|han che|nguyen nhan|tinh hinh|pham vi|doi tuong|thuc trang|bai hoc|uu diem|khuyet diem|nhung (ket qua|ton tai|han che|uu diem)|boi canh|su can thiet|nhan dinh|du bao|thoi gian,? dia diem|thanh phan|phuong cham|chu de|khen thuong|mot so ket qua|co so phap ly|ghi nhan|dien bien|noi dung (cuoc hop|hoi nghi|buoi lam viec|lam viec)$)`)

// walk proposes from a clause and the clauses below it.
func (d *document) walk(n *node, st setting) {
	n.body = beginning(n.body)
	v := viewOf(d.n.Text, n.body...)
	fs := v.fields()
	below := st
	switch {
	case n.cells != nil:
		d.readRow(n, st)
	case len(fs) > 0 && fs[0].name == 0 && n.parent != nil && n.parent.parent != nil:
	case st.skip:
	case d.isBarren(n, v):
		below.skip = true
	default:
		below = d.read(n, v, fs, st)
	}
	for _, c := range n.children {
		d.walk(c, below)
	}
}

// isBarren reports whether a clause is a heading under which nothing is laid on
// anybody.
func (d *document) isBarren(n *node, v *view) bool {
	if d.barrenTitle(n) {
		return true
	}
	if !barren.MatchString(strings.Trim(v.s, " :.")) || len(v.s) > 160 {
		return false
	}
	_, _, named := d.reader(v).subject(0, false)
	return !named && (len(n.children) > 0 || len(v.s) < 70)
}

// barrenTitle reports whether a clause's first line is a barren heading with
// paragraphs below it.
func (d *document) barrenTitle(n *node) bool {
	if len(n.body) < 2 {
		return false
	}
	title := viewOf(d.n.Text, n.body[0])
	below := viewOf(d.n.Text, n.body[1])
	if len(title.s) > 60 || ended.MatchString(strings.TrimRight(title.s, ":")) || below.s == "" || !below.upper(0) {
		return false
	}
	return barren.MatchString(strings.Trim(title.s, " :")) || d.isPast(title.s)
}

// monthTitle is a heading for the work of a month.
var monthTitle = regexp.MustCompile(`^(?:ve )?(?:cong tac|ket qua|tinh hinh)[a-z ]* thang ([0-9]{1,2})(?: ?/ ?([0-9]{4}))?$`)

// isPast reports whether a heading speaks of a month before that of the
// document.
func (d *document) isPast(title string) bool {
	m := monthTitle.FindStringSubmatch(title)
	if m == nil || d.n.Issued.year == 0 {
		return false
	}
	year := d.n.Issued.year
	if m[2] != "" {
		year = number(m[2])
	}
	return year*12+number(m[1]) < d.n.Issued.year*12+int(d.n.Issued.month)
}

// read proposes from one clause; it returns what the clauses below take over.
func (d *document) read(n *node, v *view, fs []field, st setting) setting {
	table := d.fieldsOf(n, v, fs)
	own := v
	if len(fs) > 0 {
		own = viewOf(d.n.Text, cut(n.body, v.at[fs[0].name])...)
	}
	r := d.reader(own)
	if len(table.leads) > 0 {
		return d.readCharged(n, r, table, st)
	}
	list, heading := r.statements(st)
	below := st
	if len(heading.leads) > 0 {
		below.subject, below.firm, below.strict = heading, true, false
	}
	ps := d.pieces(r, list, st, n)
	if len(ps) == 0 {
		return inheritIdle(n, list, below)
	}
	last := ps[len(ps)-1]
	if len(n.children) > 0 && !last.fresh && !st.firm {
		return below
	}
	below.subject, below.firm, below.strict = last.subject, true, true
	if len(n.children) > 0 && r.leadsOn(last) {
		below.strict, below.coop = false, last.with.coop
		below.firm = len(last.leads) == 0 || !everybody(last.subject)
		ps = ps[:len(ps)-1]
	}
	d.addPieces(n, r, ps, table)
	return below
}

// everybody reports whether a subject is all those whom a notice reaches, called
// on before the clauses below charge them one by one: "yêu cầu các cơ quan, đơn
// vị thực hiện:".
func everybody(s subject) bool {
	return s.directed && general.MatchString(foldString(s.leads[0].name)) && !slices.ContainsFunc(s.leads, func(b body) bool { return !b.group })
}

var general = regexp.MustCompile(`^(cac|thu truong cac) (so|ban|nganh|cap|co quan|don vi|dia phuong|to chuc)\b`)

// inheritIdle is what the clauses below take over from one that asks nothing
// itself but may name who is charged.
func inheritIdle(n *node, list []statement, below setting) setting {
	for _, s := range list {
		if s.fresh && len(s.leads) > 0 && !s.self && len(n.children) > 0 {
			below.subject, below.firm, below.strict = s.subject, true, false
		}
	}
	return below
}

// maxClause is how much of a clause is searched for tasks, in bytes: some five
// pages, far more than a clause has.
const maxClause = 16 << 10

// beginning keeps the first maxClause bytes of a clause.
func beginning(body []span) []span {
	for i, s := range body {
		if s.to-body[0].from > maxClause {
			return append(body[:i:i], span{s.from, max(s.from, min(s.to, body[0].from+maxClause))})
		}
	}
	return body
}

// cut keeps of some pieces of text what stands before a place.
func cut(body []span, end int) []span {
	var out []span
	for _, s := range body {
		if s.from >= end {
			break
		}
		out = append(out, span{s.from, min(s.to, end)})
	}
	return out
}

// readCharged proposes from a clause whose lead is given by a field.
func (d *document) readCharged(n *node, r *reader, table fieldset, st setting) setting {
	st.subject, st.firm, st.strict = subject{leads: table.leads}, true, true
	below := 0
	for _, c := range n.children {
		if !c.isField(d.n.Text) {
			below++
		}
	}
	if below > 0 && (len(r.toks) == 0 || !r.acts(r.opening(0), true)) {
		st.strict = false
		return st
	}
	if len(r.toks) == 0 {
		return st
	}
	p := piece{statement: statement{subject: st.subject, from: r.opening(0), to: len(r.toks)}}
	p.dues = d.calendar().dues(r.v, 0, len(r.v.s))
	if table.asked {
		p.dues = nil
	}
	d.addPieces(n, r, []piece{p}, table)
	return st
}

// isField reports whether a clause is nothing but fields of the clause above.
func (n *node) isField(text string) bool {
	fs := viewOf(text, n.body...).fields()
	return len(fs) > 0 && fs[0].name == 0
}
