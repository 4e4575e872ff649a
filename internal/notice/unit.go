package notice

// units are the kinds of administrative unit, by their folded words.
var units = newLexicon(`tỉnh, thành phố, tp, huyện, thị xã, tx, xã, phường, thị trấn, quận, đặc khu, thành phố trực thuộc trung ương`)

// committees are the words for a people's committee and its chair.
var committees = newLexicon(`ubnd, uỷ ban nhân dân, ủy ban nhân dân, chủ tịch ubnd, chủ tịch ủy ban nhân dân, chủ tịch uỷ ban nhân dân, hđnd và ubnd`)

// unit returns how many tokens name a kind of unit at token i.
func (r *reader) unit(i int) int {
	if n := units.at(r.toks, i); n > 0 && !(r.is(i+n, "uy") && !r.is(i+n+1, "quyen", "ban")) {
		if r.is(i, "tp", "tx") && r.is(i+n, ".") {
			n++
		}
		return n
	}
	if r.unmarked(i) {
		return 1
	}
	return 0
}

// unmarked reports whether token i is "tỉnh" that lost its mark in scanning
// after "UBND".
func (r *reader) unmarked(i int) bool {
	return r.is(i, "tinh") && r.toks[i].raw == "tinh" && r.is(i-1, "ubnd")
}

// misreadTinh reports whether token i, after a name, is "tỉnh" with a mark that
// scanning got wrong: the name or a duty ends it.
func (r *reader) misreadTinh(i int) bool {
	return r.is(i, "tinh") && r.toks[i].raw != "tính" && (i+1 >= len(r.toks) || r.toks[i+1].mark || r.verbHere(i+1))
}

// committeeAt returns how many tokens name a people's committee at token i.
func (r *reader) committeeAt(i int) int { return committees.at(r.toks, i) }

// committee reads "UBND tỉnh A", "UBND các huyện, thành phố", "UBND các huyện:
// A, B và thành phố C".
func (r *reader) committee(i int) ([]body, int) {
	n := r.committeeAt(i)
	if n == 0 {
		return nil, i
	}
	head, j := r.quote(i, i+n), i+n
	if r.is(j, "cap") || r.is(j, "cac") && r.is(j+1, "cap") {
		end := r.levels(j)
		return []body{{name: r.quote(i, end), group: true}}, end
	}
	many := r.is(j, "cac", "hai", "nhung") || r.number(j)
	if many {
		j++
	}
	kinds := r.kinds(j)
	if kinds == j {
		end := r.place(j)
		return []body{{name: r.quote(i, end)}}, end
	}
	first := r.quote(j, j+r.unit(j))
	if at := r.colon(kinds); r.place(at) > at && !r.dutyAfter(kinds, at) {
		if city := r.cityAfter(j, kinds); many && city > j && at == kinds {
			return r.besides(i, head, city, kinds)
		}
		return r.placed(head, first, at)
	}
	end := r.groupTail(kinds)
	many = many || kinds > j+r.unit(j) || r.is(j, "xa", "phuong", "huyen")
	list := []body{{name: r.quote(i, end), group: many}}
	if one, next := r.alsoPlaced(head, end); many && next > end {
		return append(list, one...), next
	}
	return list, end
}

// alsoPlaced reads one more unit of which the committee is meant: "UBND các xã
// ven biển và đặc khu Lý Sơn".
func (r *reader) alsoPlaced(head string, i int) ([]body, int) {
	j := r.joint(i, false)
	n := r.unit(j)
	if j == i || n == 0 || r.place(j+n) == j+n || r.is(j, "tinh") {
		return nil, i
	}
	return r.placed(head, r.quote(j, j+n), j)
}

func (r *reader) colon(i int) int {
	if r.is(i, ":") && i+1 < len(r.toks) && r.toks[i+1].br < 2 {
		return i + 1
	}
	return i
}

func (r *reader) number(i int) bool {
	return i < len(r.toks) && isDigit(r.toks[i].f[0]) && len(r.toks[i].f) < 4
}

// levels reads "cấp huyện, cấp xã", "các cấp".
func (r *reader) levels(i int) int {
	end := i
	for j := i; ; j = end + 1 {
		if r.is(j, "cac") {
			j++
		}
		if !r.is(j, "cap") {
			return r.groupTail(end)
		}
		if r.is(j+1, "tinh", "huyen", "xa", "co") {
			j++
		}
		end = j + 1
		if !r.is(end, ",", "va") {
			return r.groupTail(end)
		}
	}
}

// kinds reads a list of kinds of unit and returns its end.
func (r *reader) kinds(i int) int {
	end := i
	for j := i; ; {
		n := r.unit(j)
		if n == 0 && j > i && r.shortUnit(j) {
			n = 1
		}
		if n == 0 {
			return end
		}
		end = j + n
		if r.toks[j].cap && end < len(r.toks) && r.toks[end].cap && end > i+n && !r.caseless {
			return j - 1
		}
		j = end
		if r.is(j, ",", "va", "/", "-") {
			j++
		}
		if r.is(j, "va", "cac") {
			j++
		}
		if j == end {
			return end
		}
	}
}

// shortUnit reports whether token i is the short form of a kind of unit in a
// list: "các huyện, thành, thị".
func (r *reader) shortUnit(i int) bool {
	if !r.is(i, "thanh", "thi") || !agrees(r.toks[i], "thành|thị") || r.verbHere(i) || r.bodyBegins(i) {
		return false
	}
	return i+1 >= len(r.toks) || !r.toks[i+1].cap || r.caseless || r.toks[i+1].br > 0
}

// place reads the name of a place: capitals, or the name of a province.
func (r *reader) place(i int) int {
	if i >= len(r.toks) || r.toks[i].br > 1 {
		return i
	}
	if n, _ := provinces.at(r.toks, i); n > 0 && (n > 1 || r.toks[i].cap) {
		return i + n
	}
	j := i
	for j < len(r.toks) && j < i+5 && r.placeWord(i, j) {
		j++
	}
	return j
}

// placeWord reports whether token j belongs to the name of the place from i.
func (r *reader) placeWord(i, j int) bool {
	t := r.toks[j]
	switch {
	case t.br > 1 || j > i && t.br > 0 && r.verbHere(j):
		return false
	case t.mark:
		return t.f == "-" && j > i && j+1 < len(r.toks) && r.toks[j+1].cap && r.toks[j+1].br == 0 && !r.bodyBegins(j+1)
	case isDigit(t.f[0]):
		return j == i && r.is(i-1, "phuong", "quan")
	case r.caseless:
		return stopWords.at(r.toks, j) == 0 && !r.verbHere(j) && r.unit(j) == 0 && r.head(j) == 0 && t.f != "va"
	}
	return t.cap && (j > i || r.committeeAt(j) == 0 && r.head(j) == 0 && r.namedAt(j) == 0)
}

// namedAt returns how many tokens make a body of the set of named ones.
func (r *reader) namedAt(i int) int {
	n, _ := named.at(r.toks, i)
	return n
}

// placed reads the places that one committee word governs.
func (r *reader) placed(head, kind string, i int) ([]body, int) {
	var list []body
	for j := i; ; {
		if n := r.unit(j); n > 0 && r.place(j+n) > j+n {
			kind, j = r.quote(j, j+n), j+n
		}
		end := r.place(j)
		if end == j {
			return list, i
		}
		list = append(list, body{name: head + " " + kind + " " + r.quote(j, end)})
		i = r.provinceTail(end)
		j = i
		if r.is(j, ",") {
			j++
		}
		if r.is(j, "va") {
			j++
		}
		if r.is(j, "cac") && r.unit(j+1) > 0 {
			j++
		}
		if j == i {
			return list, i
		}
	}
}

// provinceTail skips "tỉnh X" after a place.
func (r *reader) provinceTail(i int) int {
	if r.is(i, ",") {
		i2 := i + 1
		if r.is(i2, "tinh") && r.place(i2+1) > i2+1 {
			return r.place(i2 + 1)
		}
		return i
	}
	if r.is(i, "tinh") {
		return r.place(i + 1)
	}
	return i
}

// tail reads what a name may end with: "tỉnh", "thành phố X", "Việt Nam tỉnh".
func (r *reader) tail(i int) int {
	for r.is(i, "viet") && r.is(i+1, "nam") {
		i += 2
	}
	if i < len(r.toks) && r.toks[i].br < 2 {
		if r.is(i, "cap") && r.is(i+1, "tinh", "huyen", "xa") {
			return i + 2
		}
		if r.is(i, "cac") && r.is(i+1, "cap") {
			return i + 2
		}
		if r.is(i, "cac") && r.unit(i+1) > 0 {
			return r.kinds(i + 1)
		}
		from := i
		if r.is(i, "cua", "thuoc") && r.unit(i+1) > 0 {
			from = i + 1
		}
		if n := r.unit(from); n > 0 {
			return r.unitTail(from + n)
		}
		if r.misreadTinh(i) {
			return i + 1
		}
		if n, _ := provinces.at(r.toks, i); n > 0 && r.toks[i].cap {
			return i + n
		}
		if r.toks[i].br == 0 && r.is(i, "chi") && r.is(i+1, "nhanh") {
			return r.tail(i + 2)
		}
		if r.is(i, "khu") && r.is(i+1, "vuc") || r.is(i, "quan") && r.is(i+1, "khu") {
			return r.place(r.digits(i + 2))
		}
	}
	return i
}

func (r *reader) digits(i int) int {
	for i < len(r.toks) && (isDigit(r.toks[i].f[0]) || r.is(i, "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")) {
		i++
	}
	return i
}

// unitTail reads the place after a kind of unit at the end of a name.
func (r *reader) unitTail(i int) int {
	if i < len(r.toks) && r.toks[i].br > 0 {
		return i
	}
	if !r.caseless {
		return r.place(i)
	}
	n, _ := provinces.at(r.toks, i)
	return i + n
}
