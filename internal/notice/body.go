package notice

import "regexp"

// body is one body, or one group of bodies, as a text names it.
type body struct {
	name  string // completed: "các huyện A, B" gives "huyện A" and "huyện B"
	group bool   // names several bodies by their kind
}

// reader reads bodies and statements from the tokens of a view.
type reader struct {
	v        *view
	toks     []token
	caseless bool     // capitals tell nothing: nearly all letters are capitals, or none
	own      []string // the folded names of the issuer itself
}

func newReader(v *view) *reader {
	r := &reader{v: v, toks: v.tokens()}
	capitals, words := 0, 0
	for _, t := range r.toks {
		if !t.mark && !isDigit(t.f[0]) {
			words++
			if t.cap {
				capitals++
			}
		}
	}
	r.caseless = words > 0 && (capitals == 0 || words > 8 && capitals*10 > words*9)
	return r
}

// is reports whether token i is one of the folded words or signs.
func (r *reader) is(i int, words ...string) bool {
	if i < 0 || i >= len(r.toks) {
		return false
	}
	for _, w := range words {
		if r.toks[i].f == w {
			return true
		}
	}
	return false
}

// quote gives the words of tokens i to j.
func (r *reader) quote(i, j int) string {
	if i >= j || j > len(r.toks) {
		return ""
	}
	return r.v.words(r.toks[i].a, r.toks[j-1].b)
}

// bodies reads a list of bodies from token i; it returns where the list ends,
// i itself when no body stands there. With across, semicolons join the list too.
func (r *reader) bodies(i int, across bool) (list []body, end int) {
	end = i
	for at := i; ; {
		found, next := r.one(at)
		if next == at {
			return list, end
		}
		list, end = append(list, found...), r.skipAside(next)
		at = r.joint(end, across)
		if at == end || len(list) > maxList {
			return list, end
		}
	}
}

// maxList is the longest list of bodies that is read.
const maxList = 60

// joint skips what joins two bodies of a list.
func (r *reader) joint(i int, across bool) int {
	j := i
	if r.is(j, ",") || across && r.is(j, ";") {
		j++
	}
	switch {
	case r.is(j, "va", "&"):
		j++
	case r.is(j, "cung") && r.is(j+1, "voi", "cac"):
		j++
		if r.is(j, "voi") {
			j++
		}
	case j == i && r.is(j, "-") && i < len(r.toks) && r.toks[i].br > 0:
		j++
	}
	return j
}

// skipAside skips a short remark in parentheses, and the seat that a body holds:
// "Sở A – cơ quan thường trực Ban Chỉ đạo".
func (r *reader) skipAside(i int) int {
	if r.is(i, "-", ",") && standingBody.at(r.toks, i+1) > 0 {
		return r.seat(i + 1 + standingBody.at(r.toks, i+1))
	}
	if !r.is(i, "(") {
		return i
	}
	for j := i + 1; j < len(r.toks) && j < i+25; j++ {
		if r.is(j, ")") {
			return j + 1
		}
	}
	return i
}

// one reads one body, or several named together ("các Sở: A, B").
func (r *reader) one(i int) ([]body, int) {
	start := r.skipOffice(i)
	for _, read := range []func(int) ([]body, int){r.committee, r.departments, r.known, r.several, r.group, r.headed} {
		if list, next := read(start); next > start {
			return list, next
		}
	}
	return nil, i
}

// skipOffice skips the post of the one who acts for a body.
func (r *reader) skipOffice(i int) int {
	j := i
	for {
		n := offices.at(r.toks, j)
		if n == 0 || r.is(j, "lanh", "thuong") && verbs.at(r.toks, j) > n {
			break
		}
		j += n
		if r.is(j, ",") && offices.at(r.toks, j+1) > 0 {
			j++
		}
	}
	if j > i && !r.bodyBegins(j) {
		return i
	}
	return j
}

// bodyBegins reports whether a body may begin at token i.
func (r *reader) bodyBegins(i int) bool {
	if i >= len(r.toks) {
		return false
	}
	n, _ := named.at(r.toks, i)
	return n > 0 || r.is(i, "cac", "ubnd") || r.committeeAt(i) > 0 || r.head(i) > 0 || r.groupNoun(i) > 0
}

// known reads a body of the set of named ones.
func (r *reader) known(i int) ([]body, int) {
	n, _ := named.at(r.toks, i)
	if n == 0 || verbs.at(r.toks, i) >= n || !r.proper(i) {
		return nil, i
	}
	end := r.tail(i + n)
	if end == i+n && (r.surname(end) || r.zonesToo(end)) {
		if list, next := r.headed(i); next > end {
			return list, next
		}
	}
	name := r.quote(i, end)
	return []body{{name: name, group: isGroup(name)}}, end
}

// surname reports whether a name goes on at token i with a word of its own:
// "Bộ Tư lệnh | Vùng 5 Hải quân".
func (r *reader) surname(i int) bool { return r.capital(i) && !r.verbHere(i) }

// zonesToo reports whether the name of a management board goes on at token i
// with its other zones: "Ban Quản lý Khu kinh tế | và các khu công nghiệp".
func (r *reader) zonesToo(i int) bool {
	return r.is(i, "va") && r.is(i+1, "cac") && r.is(i+2, "khu", "cum") && r.is(i+3, "cong", "kinh", "che")
}

// capital reports whether token i, on the same line as the one before, has a
// capital that begins no other body.
func (r *reader) capital(i int) bool {
	return i < len(r.toks) && r.toks[i].cap && r.toks[i].br == 0 && !r.caseless && !r.bodyBegins(i)
}

// proper reports whether token i is written as the beginning of a name.
func (r *reader) proper(i int) bool { return r.caseless || r.toks[i].cap }

// head returns how many tokens make the word that begins a body's name.
func (r *reader) head(i int) int {
	n := heads.at(r.toks, i)
	if n == 0 || verbs.at(r.toks, i) > n || thanks.at(r.toks, i) > n || notHeads.at(r.toks, i) > n {
		return 0
	}
	if r.toks[i].cap || r.caseless && n > 1 || r.caseless && r.is(i, "so", "ban", "cuc") {
		return n
	}
	if _, found := r.department(i + n); found && r.is(i, "so", "phong", "bo") {
		return n
	}
	return 0
}

// notHeads look like the beginning of a name and are not.
var notHeads = newLexicon(`hội nghị, hội thảo, hội chợ, hội thi, hội nhập, bộ phận, bộ máy, bộ tiêu chí, bộ thủ tục, bộ chỉ số, ban đầu, phòng ngừa, phòng chống, đoàn kết, đoàn kiểm tra, đoàn công tác, trường hợp, viện dẫn, báo cáo, báo chí,
	bảo hiểm y tế, bảo hiểm thất nghiệp, trung tâm thành phố, quỹ đất, đội ngũ, cảng biển, văn phòng phẩm, hội họp, quỹ tiền lương, đảng viên, phòng họp, phòng cháy, hội trường, trường lớp, báo động, ban ngày, ban đêm, cục bộ, bộ luật, trạm y tế lưu động, phòng học, công ty con`)

// headed reads a name from its head to where a statement or a new item begins.
func (r *reader) headed(i int) ([]body, int) {
	n := r.head(i)
	if n == 0 || verbs.at(r.toks, i) >= n && r.unit(i+n) == 0 && !r.is(i+n, "so", "chinh", "bo") {
		return nil, i
	}
	j := i + n
	for j < len(r.toks) && j < i+16 && r.continues(i, j) {
		if r.unit(j) > 0 && !r.is(j+1, "-") || r.is(j, "cac") && r.unit(j+1) > 0 {
			j = r.tail(j)
			break
		}
		j += max(r.compound(j), 1)
	}
	for j > i+n && (r.toks[j-1].mark || r.is(j-1, "va")) {
		j--
	}
	if j == i+n && !r.is(i, "bao", "van", "thanh", "so") {
		return nil, i
	}
	name := r.quote(i, j)
	return []body{{name: name, group: severalUnits.MatchString(foldString(name))}}, j
}

// severalUnits is the end of a name that each of several units has: "Trạm Y tế
// các xã".
var severalUnits = regexp.MustCompile(` cac (huyen|quan|thi xa|thanh pho|xa|phuong|thi tran)\b`)

// compounds have a verb in them and are no statement within a name.
var compounds = newLexicon(`việc làm, nuôi trồng, thường trực, cho vay`)

// activities may follow the capitalised verb of a name: "Quản lý khai thác".
var activities = newLexicon(`khai thác, phát triển, đầu tư, xây dựng, kiểm định, đào tạo, bảo trì, vận hành, bảo tồn, xúc tiến, điều hành, kiểm soát`)

// compound returns how many tokens from j on make one word of a name, though a
// verb by themselves: "Việc làm", "Đăng ký", "Quản lý khai thác".
func (r *reader) compound(j int) int {
	n := compounds.at(r.toks, j)
	if n > 0 || r.caseless || !r.toks[j].cap {
		return n
	}
	if n = verbs.at(r.toks, j); n > 1 && j+n < len(r.toks) && r.toks[j+n].br == 0 {
		n += activities.at(r.toks, j+n)
	}
	return n
}

// continues reports whether the name that began at i goes on with token j.
func (r *reader) continues(i, j int) bool {
	t := r.toks[j]
	switch {
	case t.br > 1 || t.br == 1 && t.cap && j > i+1:
		return false
	case t.f == "-" || t.f == "&":
		return j+1 < len(r.toks) && !r.toks[j+1].mark && r.toks[j+1].br == 0 && r.toks[j].br == 0
	case t.f == ",":
		return j > i+1 && r.capital(j+1) && offices.at(r.toks, j+1) == 0
	case t.mark:
		return false
	case compounds.at(r.toks, j) > 0:
		return true
	case t.f == "va" && r.zonesToo(j):
		return true
	case t.f == "va":
		return j+1 < len(r.toks) && r.toks[j+1].cap && !r.bodyBegins(j+1) && !r.caseless
	case t.cap && !r.caseless:
		return true
	}
	return stopWords.at(r.toks, j) == 0 && !r.verbHere(j)
}

// verbHere reports whether a statement begins at token j after a name.
func (r *reader) verbHere(j int) bool {
	if j+1 < len(r.toks) && r.toks[j+1].cap && !r.toks[j].cap && !r.caseless && verbs.at(r.toks[:j+1], j) == 0 {
		return false
	}
	return verbs.at(r.toks, j) > 0 || directives.at(r.toks, j) > 0 || thanks.at(r.toks, j) > 1
}
