package notice

import "strings"

// subject reads who a statement that begins at token i speaks of, and where
// what they are to do begins. With firm, the clause stands under a body of its
// own, whose orders to others are its task.
func (r *reader) subject(i int, firm bool) (sub subject, at int, ok bool) {
	if r.is(i, "doi", "ve") && r.is(i+1, "voi", "phia") {
		return r.regarding(i + 2)
	}
	list, next := r.bodies(i, true)
	if len(list) > 0 && r.isIssuer(list) || r.leader(i) > i {
		if len(list) == 0 {
			next = r.leader(i)
		}
		if d := r.directive(r.manner(next)); d > 0 {
			if sub, at, ok = r.directed(r.manner(next)); ok {
				return sub, at, true
			}
		}
		return subject{self: true}, next, len(list) > 0 || r.leader(i) > i
	}
	if len(list) > 0 && r.predicate(next) && r.namesSome(i, list, next) {
		return subject{leads: list}, r.afterColon(next), true
	}
	if firm || r.is(i, "chi", "phan", "moi") {
		return subject{}, i, false
	}
	return r.directed(i)
}

// regarding reads the bodies after "đối với", which are charged when a colon
// follows them.
func (r *reader) regarding(i int) (subject, int, bool) {
	list, next := r.bodies(i, true)
	if len(list) == 0 || !r.is(next, ":") {
		return subject{}, i, false
	}
	return subject{leads: list}, r.afterColon(next), true
}

// namesSome reports whether a list of bodies tells which are meant. A lone kind
// without "các" ("doanh nghiệp khai thác …") does only before a duty or a colon.
func (r *reader) namesSome(i int, list []body, next int) bool {
	if len(list) > 1 || !list[0].group || r.committeeAt(i) > 0 || r.skipOffice(i) > i || r.is(i, "cac", "tung", "moi", "mot", "tat", "toan", "nhung") {
		return true
	}
	return r.is(next, ":") && next+1 < len(r.toks) || manners.at(r.toks, next) > 0 || strings.Contains(list[0].name, ",")
}

// directive returns how many tokens make a word that charges somebody.
func (r *reader) directive(i int) int { return directives.at(r.toks, i) }

// manner skips words like "trân trọng", "cũng", "tiếp tục" before a directive.
func (r *reader) manner(i int) int {
	for j := i; j < i+5 && j < len(r.toks); j++ {
		if r.directive(j) > 0 {
			return j
		}
		if r.toks[j].mark {
			break
		}
	}
	return i
}

// directed reads "giao Sở A …", "đề nghị trong thời gian tới UBND tỉnh B …".
func (r *reader) directed(i int) (subject, int, bool) {
	n := r.directive(i)
	if n == 0 {
		return subject{}, i, false
	}
	k := i + n
	for j := k; j < k+8 && j < len(r.toks) && r.is(k, "trong", "thoi", "tiep", "dong", "tai") && !r.bodyBegins(r.skipOffice(j)); j++ {
		if r.toks[j].mark && !r.is(j, ":", ",") || r.verbHere(j) && j > k {
			return subject{}, i, false
		}
		if next := r.skipOffice(j + 1); r.bodyBegins(next) {
			k = j + 1
		}
	}
	if r.is(k, ":") {
		k++
	}
	list, next := r.bodies(k, true)
	if len(list) == 0 || !r.predicate(next) {
		return subject{}, i, false
	}
	return subject{leads: list, ask: asks.at(r.toks, i) > 0, directed: true}, r.afterColon(next), true
}

// predicate reports whether, after a list of bodies, token i begins what they
// are to do, or the list stands alone.
func (r *reader) predicate(i int) bool {
	if i >= len(r.toks) || r.is(i, ":") || r.is(i, ".", ";") && i+1 >= len(r.toks) {
		return true
	}
	if r.is(i, "-", "+") && r.toks[i].br > 0 {
		return true
	}
	t := r.toks[i]
	if r.is(i, ".") && i+1 < len(r.toks) && r.toks[i+1].br > 0 {
		return true
	}
	switch {
	case r.is(i, ","):
		return r.acts(i+1, true) || adjuncts.at(r.toks, i+1) > 0
	case t.mark:
		return false
	case r.is(i, "duoc") && r.is(i+1, "giao", "phan"), r.is(i, "la") && r.is(i+1, "co", "dau", "don", "thuong"):
		return true
	case narrative.at(r.toks, i) > verbs.at(r.toks, i), narrative.at(r.toks, i) > 0 && verbs.at(r.toks, i) < 2:
		return false
	case r.acts(i, true) || adjuncts.at(r.toks, i) > 0 || t.br > 0:
		return true
	}
	return stopWords.at(r.toks, i) == 0
}

// afterColon skips the sign after a list of bodies.
func (r *reader) afterColon(i int) int {
	for r.is(i, ":", ",", ".", "-", "+") {
		i++
	}
	return i
}

// isIssuer reports whether the bodies are the committee that speaks: its own
// people's committee at the level of a province, or its chair.
func (r *reader) isIssuer(list []body) bool {
	if len(list) != 1 || list[0].group {
		return false
	}
	f := foldString(list[0].name)
	for _, w := range []string{"chu tich ", "thuong truc "} {
		f = strings.TrimPrefix(f, w)
	}
	f = strings.Replace(f, "uy ban nhan dan", "ubnd", 1)
	for _, own := range r.own {
		if f == own {
			return true
		}
	}
	return false
}

// leader returns where the words for the leader who speaks end: "đồng chí Phó
// Chủ tịch UBND tỉnh", "Chủ tịch UBND tỉnh".
func (r *reader) leader(i int) int {
	j := i
	if r.is(j, "dong") && r.is(j+1, "chi") {
		j += 2
	}
	if !r.is(j, "pho", "chu", "chanh", "lanh") {
		return i
	}
	for k := j; k < j+14 && k < len(r.toks) && !r.toks[k].mark; k++ {
		if r.directive(k) > 0 && k > j+1 {
			return k
		}
		if verbs.at(r.toks, k) > 0 {
			break
		}
	}
	return i
}
