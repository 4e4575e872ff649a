package notice

// several reads bodies of one kind that are listed by their own names after a
// colon: "các Công ty: Cấp nước A, Thủy điện B".
func (r *reader) several(i int) ([]body, int) {
	n := heads.at(r.toks, i+1)
	if !r.is(i, "cac") || n == 0 || !r.is(i+1+n, ":") || r.caseless {
		return nil, i
	}
	kind := singular(r.quote(i+1, i+1+n))
	var list []body
	for at, end := i+2+n, i; ; {
		next := r.ownName(at)
		if next == at {
			if len(list) < 2 {
				return nil, i
			}
			return list, end
		}
		list, end = append(list, body{name: kind + " " + r.quote(at, next)}), next
		if at = r.joint(end, false); at == end || r.bodyBegins(at) || len(list) > maxList {
			at = len(r.toks)
		}
	}
}

// longestOwnName is how many words a name in such a list has at most.
const longestOwnName = 10

// ownName reads a name that begins with a capital, up to a sign or a duty. One
// that begins with a verb must end with a place: "Cấp nước Nghĩa Lộ".
func (r *reader) ownName(i int) int {
	if i >= len(r.toks) || !r.toks[i].cap {
		return i
	}
	j := i + 1
	for j < len(r.toks) && j < i+longestOwnName && r.ownWord(j) {
		j++
	}
	if r.acts(i, true) && (j < i+3 || !r.toks[j-1].cap || !r.toks[j-2].cap) {
		return i
	}
	return j
}

// ownWord reports whether a name in a list goes on with token j.
func (r *reader) ownWord(j int) bool {
	t := r.toks[j]
	switch {
	case t.br > 1, t.mark && t.f != "-", t.f == "va", stopWords.at(r.toks, j) > 0:
		return false
	case r.insideName(j):
		return true
	}
	return !r.verbHere(j)
}
