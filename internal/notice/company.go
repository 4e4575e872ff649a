package notice

import (
	"regexp"
	"strings"
)

// company is who else a task names: with whom, and through whom.
type company struct {
	coop      []body
	executing []body
}

var leadOn = regexp.MustCompile(`(nhiem vu|noi dung|cong viec|giai phap|cong tac|van de|yeu cau|viec|bien phap|mot so|cu the)(,? [a-z]+){0,5}( sau| sau day| nhu sau| duoi day| cu the)? ?:?$|\b(thuc hien|trien khai)( ngay| tot| nghiem tuc| cu the| nhu sau| sau)* ?:$`)

// content returns where, after manner and company, the thing to do begins.
func (r *reader) content(i, to int) int {
	for i < to {
		n := manners.at(r.toks, i)
		switch {
		case r.is(i, "phoi") && r.is(i+1, "hop"):
			_, next := r.companions(i + 2)
			if next == i+2 {
				if next = r.opening(i + 2); next == i+2 {
					return i
				}
			}
			i = next
		case r.is(i, "cung"):
			_, next := r.companions(i)
			if next == i {
				return i
			}
			i = next
		case n > 0 && lasting.at(r.toks, i) <= n && verbs.at(r.toks, i) <= n:
			i += n
		case r.is(i, ",", ":"):
			i++
		default:
			return i
		}
	}
	return to
}

// companions reads the bodies after "phối hợp": with, together with, closely
// with.
func (r *reader) companions(i int) ([]body, int) {
	for j := i; j < i+4 && j < len(r.toks); j++ {
		if list, next := r.bodies(j, false); len(list) > 0 {
			return list, next
		}
		if r.toks[j].mark || !r.is(j, "voi", "cung", "chat", "che", "tot", "dong", "bo", "nhip", "nhang", "thuong", "xuyen") {
			break
		}
	}
	return nil, i
}

// company finds who else the task in tokens i to to names.
func (r *reader) company(i, to int) company {
	var c company
	for j := i; j+1 < to; j++ {
		switch {
		case r.is(j, "phoi") && r.is(j+1, "hop"):
			list, next := r.companions(j + 2)
			c.coop = append(c.coop, list...)
			j = max(j, next-1)
		case r.is(j, "cung"):
			list, next := r.companions(j)
			c.coop = append(c.coop, list...)
			j = max(j, next-1)
		}
	}
	c.executing, _ = r.executing(i, to)
	return c
}

// passesOn are the words with which a lead has another body act.
var passesOn = newLexicon(`chỉ đạo, giao, yêu cầu, phân công, chỉ đạo và đôn đốc, lãnh đạo chỉ đạo, lãnh đạo, giao nhiệm vụ cho`)

// executing reads whom the lead is to have act, and where the act begins.
func (r *reader) executing(i, to int) ([]body, int) {
	at := r.content(i, to)
	for n := passesOn.at(r.toks, at); n > 0; n = passesOn.at(r.toks, at) {
		at += n
		if r.is(at, ",", "va") {
			at++
		}
	}
	if at == r.content(i, to) {
		return nil, at
	}
	list, next := r.bodies(at, true)
	if len(list) == 0 || next >= to || !r.acts(next, true) || !r.namesSome(at, list, next) {
		return nil, at
	}
	return list, next
}

// carryOut is the formula that makes a decision binding.
var carryOut = regexp.MustCompile(`^(can cu|chiu trach nhiem|co trach nhiem)[a-z, ]{0,40}thi hanh (quyet dinh|chi thi|ke hoach)`)

// informs reports whether a statement only makes something known: "thông báo để
// các cơ quan biết, thực hiện".
func (r *reader) informs(s statement) bool {
	at := r.content(s.from, s.to)
	if carryOut.MatchString(r.v.s[r.toks[s.from].a:r.toks[s.to-1].b]) {
		return true
	}
	if !r.is(at, "thong", "tran") {
		return false
	}
	for j := at; j < s.to; j++ {
		if r.is(j, "biet") {
			return true
		}
	}
	return false
}

// hosts finds bodies of another province that a task is to make way for: "tạo
// điều kiện cho các doanh nghiệp tỉnh B".
func (r *reader) hosts(i, to int) []body {
	for j := i; j+4 < to; j++ {
		if r.is(j, "tao") && r.is(j+1, "dieu") && r.is(j+2, "kien") && r.is(j+3, "cho") {
			list, _ := r.bodies(j+4, false)
			return list
		}
	}
	return nil
}

// outside reports whether a body belongs to another province.
func (d *document) outside(b body) bool {
	if d.n.Province == "" {
		return false
	}
	toks := foldTokens(b.name)
	for i := range toks {
		n, name := provinces.at(toks, i)
		if n == 0 || i == 0 || foldString(name) == foldString(d.n.Province) {
			continue
		}
		after, before := i+n == len(toks), toks[i-1].f
		if before == "tinh" || before == "pho" && d.level != districtLevel || after && !lowerUnits[before] {
			return true
		}
	}
	return false
}

// lowerUnits are the last words of units below the province, whose names may be
// those of provinces.
var lowerUnits = map[string]bool{"huyen": true, "xa": true, "phuong": true, "tran": true, "quan": true, "khu": true}

// isGroup reports whether a name stands for several bodies.
func isGroup(name string) bool {
	f := foldString(name)
	return strings.HasPrefix(f, "cac ") || strings.Contains(f, " cac ") && !strings.Contains(f, "ban quan ly ") || strings.Contains(f, " cap ")
}
