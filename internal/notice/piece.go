package notice

import "slices"

// piece is a statement, or a part of one with a deadline of its own, that makes
// one proposal.
type piece struct {
	statement
	dues []due
	with company
}

// pieces cuts the statements of a clause into what is proposed one by one.
func (d *document) pieces(r *reader, list []statement, st setting, n *node) []piece {
	var out []piece
	for _, s := range list {
		if s.idle && !s.fresh && !s.sentence && len(out) > 0 && thanks.at(r.toks, s.from) == 0 && n.clause.Path != "closing" {
			d.prolong(r, &out[len(out)-1], s.to)
			continue
		}
		if s.idle || !d.charge(&s, r, n) || s.from >= s.to || r.informs(s) {
			continue
		}
		if st.strict && !s.fresh && !r.acts(s.from, true) {
			continue
		}
		if n.clause.Path == "closing" && !d.closingTask(r, s) {
			continue
		}
		for _, p := range d.split(r, s) {
			p.with = r.company(p.from, p.to)
			if k := len(out) - 1; k >= 0 && (r.joins(out[k], p) || d.goesOn(r, out[k], p)) {
				d.prolong(r, &out[k], p.to)
				continue
			}
			out = append(out, p)
		}
	}
	return out
}

// goesOn reports whether a piece asks more of the same kind of the same bodies,
// neither at a date nor with or through anybody else: a clerk follows the two
// as one obligation.
func (d *document) goesOn(r *reader, last, p piece) bool {
	if p.fresh || len(last.dues) > 0 || len(p.dues) > 0 || d.kindOf(r, last, nil) != d.kindOf(r, p, nil) {
		return false
	}
	return len(p.with.coop) == 0 && len(p.with.executing) == 0 && len(r.hosts(p.from, p.to)) == 0
}

// prolong takes more words into a piece.
func (d *document) prolong(r *reader, p *piece, to int) {
	p.to = to
	p.dues = d.calendar().dues(r.v, r.toks[p.from].a, r.toks[to-1].b)
}

// charge gives a statement without subject the only addressees of a letter as
// its leads; it reports whether the statement has leads.
func (d *document) charge(s *statement, r *reader, n *node) bool {
	if len(s.leads) == 0 && len(d.n.Addressees) > 0 && r.acts(s.from, false) && n.clause.Path != "closing" {
		for _, a := range d.n.Addressees {
			s.leads = append(s.leads, body{name: a, group: isGroup(a)})
		}
		s.ask = d.asks
	}
	return len(s.leads) > 0
}

// closingTask reports whether a closing sentence asks something of its own: a
// date, or one body by name.
func (d *document) closingTask(r *reader, s statement) bool {
	if len(d.calendar().dues(r.v, r.toks[s.from].a, r.toks[s.to-1].b)) > 0 {
		return s.fresh
	}
	return s.fresh && s.directed && !slices.ContainsFunc(s.leads, func(b body) bool { return b.group })
}

// split parts a statement where a second deadline, or a report made again and
// again, begins a task of its own.
func (d *document) split(r *reader, s statement) []piece {
	dues := d.calendar().dues(r.v, r.toks[s.from].a, r.toks[s.to-1].b)
	if len(dues) > 0 && dues[0].recurrence != "" {
		if at := r.commaBefore(s.from+4, dues[0].from); at > 0 {
			a, b := s, s
			a.to, b.from, b.fresh, b.sentence = at, at+1, false, true
			return append([]piece{{statement: a}}, d.split(r, b)...)
		}
	}
	if len(dues) > 1 {
		if at := r.commaBetween(dues[0].to, dues[1].from); at > 0 {
			a, b := s, s
			a.to, b.from, b.fresh, b.sentence = at, r.opening(at), false, true
			return append([]piece{{statement: a, dues: dues[:1]}}, d.split(r, b)...)
		}
	}
	return []piece{{statement: s, dues: dues}}
}

// commaBefore finds the last comma between token i and the view position end
// after which a report begins.
func (r *reader) commaBefore(i, end int) int {
	at := 0
	for j := i; j < len(r.toks) && r.toks[j].a < end; j++ {
		if r.is(j, ",") && r.reports(r.opening(j)) {
			at = j
		}
	}
	return at
}

// commaBetween finds the first comma between two view positions after which a
// task begins.
func (r *reader) commaBetween(from, to int) int {
	for j := range r.toks {
		if r.toks[j].a < from || !r.is(j, ",", "va") {
			continue
		}
		if r.toks[j].a >= to {
			break
		}
		if k := r.opening(j); k < len(r.toks) && r.toks[k].a < to && r.acts(k, true) {
			return j
		}
	}
	return 0
}

// reportWords begin what only hands on what was done before.
var reportWords = newLexicon(`báo cáo, trình, gửi, hoàn thành, xong, đồng gửi, tổng hợp, cập nhật, thông báo, thời gian, thời hạn, hạn, kết quả, định kỳ, hằng, hàng tuần, hàng tháng, hàng quý, tổng hợp báo cáo, chậm nhất, trước`)

// reports reports whether what only hands on begins at token i; to warn others,
// "thông báo cho …", is a task.
func (r *reader) reports(i int) bool {
	return reportWords.at(r.toks, i) > 0 && !(r.is(i, "thong") && r.is(i+1, "bao") && r.is(i+2, "cho", "den", "toi"))
}

// joins reports whether a piece only goes on with the one before.
func (r *reader) joins(last, p piece) bool {
	if p.fresh {
		return false
	}
	hasDay := func(list []due) bool {
		return slices.ContainsFunc(list, func(d due) bool { return d.rule != WhenRequested })
	}
	again := slices.ContainsFunc(p.dues, func(d due) bool { return d.recurrence != "" })
	switch {
	case last.ask && !hasDay(p.dues):
		return true
	case r.reports(p.from) && !again && (!hasDay(last.dues) || !hasDay(p.dues)):
		return !p.sentence || !r.acts(p.from, true) || !hasDay(p.dues)
	case hasDay(p.dues), p.sentence:
		return !r.acts(p.from, true)
	}
	return !r.acts(p.from, true) || p.to-p.from < 8
}

// leadsOn reports whether a piece only leads to the clauses below: "thực hiện
// các nhiệm vụ sau:".
func (r *reader) leadsOn(p piece) bool {
	at := r.content(p.from, p.to)
	if at >= p.to {
		return true
	}
	words := r.v.s[r.toks[p.from].a:]
	return len(words) < 400 && leadOn.MatchString(words)
}
