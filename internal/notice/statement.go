package notice

// statement is a run of words with one body charged and one thing asked.
type statement struct {
	subject
	from, to int  // tokens of what is asked
	fresh    bool // names its own subject
	sentence bool // begins a sentence
	idle     bool // acknowledges, decides or describes: asks nothing
}

// subject is who a statement speaks of.
type subject struct {
	leads    []body
	ask      bool // asked, not ordered
	directed bool // by a word like "giao"
	self     bool // the issuer speaks of itself
}

// setting is what a clause takes over from the clauses above it.
type setting struct {
	subject
	coop   []body
	firm   bool // the leads head the clauses above by name
	skip   bool // under a heading that lays nothing on anybody
	strict bool // the clause above is itself a task
}

// statements cuts the clause into statements. A list of bodies with nothing
// after it comes back as the heading.
func (r *reader) statements(st setting) (out []statement, heading subject) {
	current, sentence := st.subject, true
	for i := r.opening(0); i < len(r.toks); {
		s := r.statement(i, current, st.firm, !sentence && len(out) > 0 && !out[len(out)-1].idle)
		s.sentence = sentence
		if s.fresh {
			current = s.subject
			if s.from >= len(r.toks) {
				return out, s.subject
			}
		}
		out = append(out, s)
		sentence = s.to < len(r.toks) && !r.is(s.to, ";", ",")
		i = max(r.opening(s.to), i+1)
	}
	return out, subject{}
}

// openers may stand before a statement and say nothing.
var openers = newLexicon(`đồng thời, bên cạnh đó, ngoài ra, trước mắt, riêng, mặt khác, cụ thể, trong đó, theo đó, tiếp theo, sau đó, và, tuy nhiên, do đó, vì vậy`)

// opening skips signs and openers from token i on.
func (r *reader) opening(i int) int {
	for i < len(r.toks) {
		switch n := openers.at(r.toks, i); {
		case n > 0:
			i += n
		case r.toks[i].mark && !r.is(i, "(", "\""):
			i++
		default:
			return i
		}
	}
	return i
}

// statement reads the statement that begins at token i. One that goes on with
// the tasks of the sentence does not acknowledge or judge.
func (r *reader) statement(i int, current subject, firm, goesOn bool) statement {
	s := statement{subject: current, from: i}
	if sub, at, ok := r.subject(i, firm); ok {
		s.subject, s.from, s.fresh, s.idle = sub, at, true, sub.self
		s.ask = s.ask || current.ask && !sub.directed
	} else if !r.acts(i, firm || goesOn) {
		stop := r.stop(i)
		sub, at, ok = r.later(i, stop)
		switch {
		case ok:
			s.subject, s.from, s.fresh = sub, at, true
		case thanks.at(r.toks, i) > 0 && !firm, r.idleOpening(i):
			s.idle = true
		case !r.actsLater(i, stop) && !firm:
			s.idle = true
		}
	}
	s.to = r.stop(s.from)
	if s.directed || len(s.leads) == 0 {
		s.to = r.nextDirective(s.from, s.to)
	}
	return s
}

// conditional begins what holds only in some case.
var conditional = newLexicon(`nếu, trường hợp, trong quá trình, quá trình, khi, kinh phí, nội dung, chi tiết`)

// idleOpening reports whether a statement that begins so asks nothing.
func (r *reader) idleOpening(i int) bool {
	return conditional.at(r.toks, i) > 0 || noTask.at(r.toks, i) > 0
}

// acts reports whether what is to be done begins at token i.
func (r *reader) acts(i int, firm bool) bool {
	if thanks.at(r.toks, i) >= max(verbs.at(r.toks, i), 1) && !firm {
		return false
	}
	return verbs.at(r.toks, i) > 0 || manners.at(r.toks, i) > 0 || lasting.at(r.toks, i) > 0
}

// actsLater reports whether what is to be done follows an adjunct.
func (r *reader) actsLater(i, stop int) bool {
	for j := i; j < stop; j++ {
		if r.is(j, ",", ":") && r.acts(r.opening(j), false) {
			return true
		}
	}
	return false
}

// later looks for a subject after an adjunct: "Căn cứ …, giao Sở A …".
func (r *reader) later(i, stop int) (subject, int, bool) {
	for j := i; j < stop; j++ {
		newLine := j > i && r.toks[j].br > 0 && r.toks[j].cap && !r.caseless
		if !r.is(j, ",", ":") && !newLine {
			continue
		}
		k := r.opening(j)
		sub, at, ok := r.subject(k, false)
		if ok && at < len(r.toks) && !sub.self && (!sub.leads[0].group || sub.directed || r.is(k, "cac", "ubnd", "chu", "giam", "thu", "uy")) && (sub.directed || r.is(j, ":") || r.acts(at, true)) {
			return sub, at, true
		}
	}
	return subject{}, i, false
}

// nextDirective finds where, after a comma, somebody else is charged.
func (r *reader) nextDirective(from, to int) int {
	for j := from + 1; j < to; j++ {
		if !r.is(j-1, ",", "va") {
			continue
		}
		k := j + openers.at(r.toks, j)
		if !r.is(k, "giao", "yeu") {
			continue
		}
		if sub, at, ok := r.subject(k, false); ok && sub.directed && at < len(r.toks) {
			return j
		}
	}
	return to
}

// stop returns the token that ends the statement from token i on: a semicolon,
// a full stop, or a new paragraph that begins with a capital.
func (r *reader) stop(i int) int {
	depth := 0
	for j := i; j < len(r.toks); j++ {
		switch {
		case r.is(j, "("):
			depth++
		case r.is(j, ")"):
			depth = 0
		case r.is(j, ";") && depth == 0:
			return j
		case r.is(j, ".", "!") && r.fullStop(j):
			return j
		}
		if j > i && r.toks[j].br > 1 && r.toks[j].cap && !r.caseless && !r.is(j-1, ",", "va") {
			return j
		}
	}
	return len(r.toks)
}

// fullStop reports whether the stop at token j ends a sentence.
func (r *reader) fullStop(j int) bool {
	if j+1 >= len(r.toks) {
		return true
	}
	next, last := r.toks[j+1], r.toks[max(j-1, 0)]
	if next.a == r.toks[j].b && next.br == 0 {
		return false
	}
	if r.is(j-1, "tp", "tx", "tt", "pct", "ts", "ths", "kt", "tl", "tm", "bs", "ong", "ba") && last.cap {
		return false
	}
	return next.cap || next.mark || r.caseless || next.br > 0 || isDigit(next.f[0])
}
