package notice

// dutyAfter reports whether the capital at token i, set off by a colon or a new
// line from the kinds of unit before, begins a sentence and not a place: the
// word after it is written small.
func (r *reader) dutyAfter(kinds, i int) bool {
	if i == kinds && r.toks[i].br == 0 || r.caseless || i+1 >= len(r.toks) {
		return false
	}
	n, _ := provinces.at(r.toks, i)
	next := r.toks[i+1]
	return n == 0 && !next.mark && !next.cap && next.f != "va"
}

// cityAfter returns where, in the kinds of unit from token i to kinds, a city or
// town closes the list that the place after it names alone: "các huyện, | thành
// phố A". It returns i when none does.
func (r *reader) cityAfter(i, kinds int) int {
	for j := kinds - 1; j > i; j-- {
		if n := r.unit(j); n > 0 && j+n == kinds && r.is(j, "thanh", "thi", "tp", "tx", "dac") && r.is(j-1, ",", "va") && !r.is(j+1, "tran") {
			return j
		}
	}
	return i
}

// besides reads the committees of all units of some kinds and of the cities
// named after them.
func (r *reader) besides(i int, head string, city, kinds int) ([]body, int) {
	end := city
	for r.is(end-1, ",", "va") {
		end--
	}
	cities, next := r.placed(head, r.quote(city, kinds), kinds)
	return append([]body{{name: r.quote(i, end), group: true}}, cities...), next
}
