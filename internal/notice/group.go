package notice

// qualifiers may follow the name of a group.
var qualifiers = newLexicon(`liên quan, có liên quan, của tỉnh, thuộc tỉnh, trong tỉnh, trên địa bàn, trên địa bàn tỉnh, trên địa bàn thành phố, trên địa bàn huyện, đóng trên địa bàn, trực thuộc, thuộc, tỉnh ủy, tỉnh uỷ, thành ủy, thành uỷ, nêu trên, nói trên, trên, các cấp, cấp tỉnh, cấp huyện, cấp xã, cùng cấp,
	địa phương, nhà nước, trung ương, chức năng, chuyên môn, chính trị - xã hội, tỉnh, thành phố, huyện, thị xã, ở địa phương, ở trung ương, khác, đoàn thể, hội viên, phường, xã, thuộc phạm vi quản lý, sự nghiệp, công lập, tư nhân, ngành dọc, đứng chân trên địa bàn, xã hội, chính trị, nghề nghiệp, đầu mối, thành viên, chủ quản, kinh tế, quốc phòng, quân đội, ngành, sử dụng ngân sách, sản xuất, kinh doanh, dịch vụ, vận tải, của thành phố, của huyện, thuộc UBND tỉnh, thuộc tỉnh quản lý, quần chúng, tại địa phương, du lịch, lữ hành, lưu trú, thương mại, ven biển, ven sông, ven đô, miền núi, vùng cao, vùng biên, biên giới, còn lại, trọng điểm, thủy điện, thuỷ điện, thủy lợi, thuỷ lợi`)

// charged begin the words that say which members of a group are meant.
var charged = newLexicon(`được giao nhiệm vụ, được giao, được phân công, có tên, được nêu tên, được giao chủ trì`)

// chargedTail are the words that may follow them.
var chargedTail = newLexicon(`nhiệm vụ, nhiệm vụ cụ thể, chủ trì, phối hợp, thực hiện, phối hợp thực hiện, tại, trong, kế hoạch, thông báo, công văn, chỉ thị, quyết định, này, nêu trên, nêu tại, ở trên, trên, các, theo, cụ thể, quy định, điểm, mục, khoản, phụ lục, kèm theo, văn bản, và, các nhiệm vụ, làm, chủ đầu tư, phân công`)

// groupNoun returns how many tokens make the name of a kind of body.
func (r *reader) groupNoun(i int) int {
	n := groups.at(r.toks, i)
	if n == 0 || verbs.at(r.toks, i) > n || notHeads.at(r.toks, i) > n || n == 1 && r.is(i, "tu", "to") {
		return 0
	}
	if _, ok := r.department(i + n); ok && r.is(i, "so", "bo", "phong") {
		return 0
	}
	return n
}

// group reads a kind of bodies: "các sở, ban, ngành liên quan".
func (r *reader) group(i int) ([]body, int) {
	j, many := i, false
	if r.is(j, "mot") && r.is(j+1, "so") || r.is(j, "tat") && r.is(j+1, "ca") || r.is(j, "toan") && r.is(j+1, "the") {
		j, many = j+2, true
	}
	if r.is(j, "cac", "moi", "tung", "nhung") {
		j, many = j+1, true
	}
	n := r.groupNoun(j)
	if n == 0 || !many && (!r.bare(j, n) || verbs.at(r.toks, j) >= n) {
		return nil, i
	}
	end := j + n
	for {
		next := r.joint(end, false)
		more := r.groupNoun(next)
		if next == end || more == 0 || r.toks[next].br > 1 || r.properGroup(next, more) {
			break
		}
		end = next + more
	}
	if r.is(end, ":") && r.listAfter(end+1) {
		return nil, i
	}
	end = r.groupTail(end)
	return []body{{name: r.quote(i, end), group: true}}, end
}

// listAfter reports whether the bodies of a kind are listed from token i:
// "các Sở, ngành: Nội vụ, Tài chính".
func (r *reader) listAfter(i int) bool {
	if i >= len(r.toks) || r.toks[i].br > 0 {
		return false
	}
	_, department := r.department(i)
	return department && !r.verbHere(i) || r.namedAt(i) > 0
}

// bare reports whether the group noun at j may stand without "các".
func (r *reader) bare(j, n int) bool {
	if r.is(j, "cap", "co", "don", "dia", "doanh", "chu", "chinh", "to", "nha", "luc", "nguoi", "hop", "so") && n > 1 {
		return true
	}
	next := r.joint(j+n, false)
	return next > j+n && r.groupNoun(next) > 0 && r.is(j, "so", "ban", "nganh")
}

// properGroup reports whether what looks like a kind is the start of a name.
func (r *reader) properGroup(i, n int) bool {
	return r.toks[i].cap && !r.caseless && i+n < len(r.toks) && r.toks[i+n].cap
}

// groupTail reads the words that say which members of a group are meant.
func (r *reader) groupTail(i int) int {
	for i < len(r.toks) && r.toks[i].br < 2 {
		if end := r.upToColon(i); end > i {
			return end
		}
		if n := charged.at(r.toks, i); n > 0 {
			return r.chargedEnd(i + n)
		}
		if end := r.relative(i); end > i {
			return end
		}
		if r.is(i, "-") && qualifiers.at(r.toks, i+1) > 0 && r.toks[i].br == 0 {
			i++
		}
		n := qualifiers.at(r.toks, i)
		if n == 0 || r.toks[i].br == 1 && r.toks[i].cap || verbs.at(r.toks, i) > n {
			return i
		}
		i += n
		if r.is(i-1, "tinh", "pho", "huyen", "xa", "phuong", "thuoc", "ban") {
			i = r.tailPlace(i)
		}
	}
	return i
}

// longestRelative is how many words tell at most what members of a group have.
const longestRelative = 12

// relative reads what the members of a group have or where they are, up to their
// duty or the end of the line: "UBND các xã có khu công nghiệp", "các chủ hồ trên
// lưu vực sông A".
func (r *reader) relative(i int) int {
	has := r.is(i, "co") && agrees(r.toks[i], "có") && verbs.at(r.toks, i) == 0 && qualifiers.at(r.toks, i) == 0
	if !has && !(r.is(i, "tren") && r.is(i+1, "luu", "tuyen")) {
		return i
	}
	for j := i + 2; j < i+longestRelative; j++ {
		switch {
		case j < len(r.toks) && r.insideName(j):
		case j >= len(r.toks), r.toks[j].br > 0 && r.toks[j].cap, r.is(j, ":", "-"):
			return j
		case r.is(j, ","):
			if j+1 < len(r.toks) && (r.bodyBegins(j+1) || r.verbHere(j+1)) {
				return j
			}
		case r.toks[j].mark:
			return i
		case r.verbHere(j):
			return j
		}
	}
	return i
}

// insideName reports whether a name goes on at token i, a capital beside another
// on the same line or a dash before one: "sông Nậm | Thi - Thu".
func (r *reader) insideName(i int) bool {
	if i == 0 || r.caseless || r.toks[i].br > 0 || r.committeeAt(i) > 0 {
		return false
	}
	next := i+1 < len(r.toks) && r.toks[i+1].cap && r.toks[i+1].br == 0
	return r.is(i, "-") && next || r.toks[i].cap && (next || r.toks[i-1].cap || r.is(i-1, "-"))
}

// upToColon reads a few words that tell a group more closely before a colon:
// "UBND các xã ven biển:".
func (r *reader) upToColon(i int) int {
	for j := i; j < i+7 && j < len(r.toks); j++ {
		switch {
		case r.is(j, ":") && j > i:
			return j
		case r.toks[j].mark, r.toks[j].br > 1, r.verbHere(j), r.bodyBegins(j) && !r.is(j, "xa", "huyen", "tinh"):
			return i
		}
	}
	return i
}

// tailPlace skips a place after "tỉnh", "trên địa bàn" and the like.
func (r *reader) tailPlace(i int) int {
	if r.caseless {
		n, _ := provinces.at(r.toks, i)
		return i + n
	}
	if i < len(r.toks) && r.toks[i].br == 0 {
		return r.place(i)
	}
	return i
}

// chargedEnd skips the description of what a group was charged with.
func (r *reader) chargedEnd(i int) int {
	for i < len(r.toks) {
		if r.is(i, ",") && chargedTail.at(r.toks, i+1) > 0 {
			i++
			continue
		}
		n := chargedTail.at(r.toks, i)
		if n == 0 || verbs.at(r.toks, i) > n {
			return r.clauseReference(i)
		}
		i += n
	}
	return i
}

// clauseReference skips a reference to a clause, "2.1".
func (r *reader) clauseReference(i int) int {
	for r.number(i) || r.is(i, ".") && r.number(i+1) && i > 0 && r.number(i-1) {
		i++
	}
	return i
}
