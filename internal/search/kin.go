package search

import "slices"

// kin is what meets the other kinds of work that were named beside one and are
// of a kind with it: who asks for "bốc vác kho" takes either.
func (s *sentence) kin(i int) (ways Group) {
	for j, other := range s.pieces {
		if j != i && s.needed[i] && s.needed[j] && s.pieces[i].means.kinOf(other.means) {
			ways = append(ways, s.group(j, s.run(j)).found...)
		}
	}
	return ways
}

// kinOf reports whether two different kinds of work are of one kind.
func (m *meaning) kinOf(other *meaning) bool {
	return m.work() && other.work() && m != other &&
		slices.ContainsFunc(m.parents, func(parent string) bool { return slices.Contains(other.parents, parent) })
}

// named is what meets a piece with all words behind it side by side in a title
// or a name, and with some before it, where some of them mean nothing or stand
// around what is looked for: names of employers are made of such words, as "Đông
// Á" and "Kinh Bắc Mới".
func (s *sentence) named(i int) (ways Group) {
	loose := slices.ContainsFunc(s.pieces[i+1:], s.loose)
	for _, p := range slices.Backward(s.pieces[:i+1]) {
		loose = loose || s.loose(p)
		if loose && p.from < len(s.side) {
			ways = append(ways, s.side[p.from:])
		}
	}
	return ways
}

// loose reports whether a piece tells nothing by itself.
func (s *sentence) loose(p piece) bool { return s.isWord(p) || p.means.kind == filler }
