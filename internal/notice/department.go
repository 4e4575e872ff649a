package notice

import "strings"

// department matches a department's name at token i.
func (r *reader) department(i int) (int, bool) {
	n, name := departments.at(r.toks, i)
	if n == 0 || len(name) <= 4 && !r.toks[i].cap && !r.caseless {
		return i, false
	}
	end := i + n
	if r.is(end, "va", "&") && end+1 < len(r.toks) && r.acronym(end+1) {
		end += 2
	}
	return end, true
}

// acronym reports whether token i is written in capitals only, and no body.
func (r *reader) acronym(i int) bool {
	t := r.toks[i]
	if t.mark || t.b-t.a < 2 || r.caseless || r.head(i) > 0 || r.committeeAt(i) > 0 || r.namedAt(i) > 0 {
		return false
	}
	return r.v.upper(t.b - 1)
}

// departments reads "Sở A", "các Sở: A, B và C", "Sở A, B".
func (r *reader) departments(i int) ([]body, int) {
	j := i
	if r.is(j, "cac") {
		j++
	}
	headAt := j
	if !r.is(j, "so", "bo", "phong") || agreesNot(r.toks[j], "sở", "bộ", "phòng") && !r.misread(j) {
		return nil, i
	}
	for j++; r.is(j, ",", "va") && groups.at(r.toks, j+1) > 0 && !r.departmentHead(j+1); {
		j += 1 + groups.at(r.toks, j+1)
	}
	if r.is(j, ":") {
		j++
	}
	end, ok := r.department(j)
	if !ok {
		return nil, i
	}
	head := r.quote(headAt, headAt+1)
	var list []body
	for ok {
		tail := r.tail(end)
		list = append(list, body{name: singular(head) + " " + r.quote(j, tail)})
		i, end = tail, tail
		j = r.joint(end, false)
		if n, _ := named.at(r.toks, j); j == end || n > 0 {
			break
		}
		end, ok = r.department(j)
		ok = ok && !(r.verbHere(j) && !r.toks[j].cap)
	}
	return list, i
}

// departmentHead reports whether a department's name follows the word at token i.
func (r *reader) departmentHead(i int) bool {
	_, ok := r.department(i + 1)
	return ok && r.is(i, "so", "bo")
}

// misread reports whether token i is "Sở" with a mark that scanning got wrong:
// the whole name of a department follows.
func (r *reader) misread(i int) bool {
	n, name := departments.at(r.toks, i+1)
	return r.is(i, "so") && r.toks[i].cap && n > 0 && len(name) > 4
}

func agreesNot(t token, marked ...string) bool {
	return !agrees(t, strings.Join(marked, "|"))
}

// singular gives the head of one department the capital of a name, and "sở" the
// mark that scanning may have got wrong.
func singular(head string) string {
	if marked := len(head) > len("so"); marked && foldString(head) == "so" && strings.ToLower(head) != "sở" {
		return "Sở"
	}
	first := []rune(head)
	return strings.ToUpper(string(first[:1])) + string(first[1:])
}
