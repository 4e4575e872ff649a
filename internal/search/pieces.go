package search

import (
	"slices"
	"strings"
)

// piece is a part of a text that means one thing, or a word without a meaning
// of its own.
type piece struct {
	from, to int      // among the words of the text
	means    *meaning // nil: just a word
	instead  []string // how the phrase is written, where the marks were others
}

// readAs says how closely phrases have to be written.
type readAs int

// Adverts are written with care; questions are not.
const (
	asWritten readAs = iota
	asAsked
)

// pieces parts words with their marks into phrases, the longest first.
func (l *lexicon) pieces(words []string, as readAs) []piece {
	folded := foldAll(words)
	var all []piece
	for i := 0; i < len(words); {
		p := l.at(words, folded, i, as)
		all = append(all, p)
		i = p.to
	}
	return all
}

// at returns the phrase that begins at a word: the longest, unless it only puts
// "công nhân" before a part of another one, as in "công nhân may giày".
func (l *lexicon) at(words, folded []string, i int, as readAs) piece {
	p := l.longestAt(words, folded, i, as)
	for mid := i + 1; mid < p.to && p.means.work(); mid++ {
		if head := l.longestAt(words[:mid], folded[:mid], i, as); head.to != mid || !head.means.unspecific() {
			continue
		}
		if tail := l.longestAt(words, folded, mid, as); tail.to > p.to && tail.means.work() {
			return l.longestAt(words[:mid], folded[:mid], i, as)
		}
	}
	return p
}

func (l *lexicon) longestAt(words, folded []string, i int, as readAs) piece {
	for n := min(l.longest, len(words)-i); n > 0; n-- {
		said := l.phrases[strings.Join(folded[i:i+n], " ")]
		if m := meant(said, words[i:i+n], folded[i:i+n], i > 0 && slices.Contains(announcing, folded[i-1])); m != nil {
			return piece{from: i, to: i + n, means: m}
		}
		if len(said) > 0 && n > 1 && as == asAsked {
			return piece{from: i, to: i + n, means: said[0].means, instead: said[0].exact}
		}
	}
	return piece{from: i, to: i + 1}
}

// meant returns what words mean of the phrases that fold alike. Words without
// marks may be those of any; then what is written without marks goes first,
// and after it what may be left out: "nguoi" is people oftener than fitters. Behind
// a word that announces one it is a place: "phuong tien phong" is no rent.
func meant(said []phrase, words, folded []string, announced bool) *meaning {
	var found *meaning
	for _, p := range said {
		if slices.Equal(p.exact, words) {
			return p.means
		}
		if unlike(p.exact, words, folded) {
			continue
		}
		if announced && p.means.kind == place {
			return p.means
		}
		if found == nil || !found.bare() && p.means.bare() {
			found = p.means
		}
	}
	return found
}

// announcing are the folded words behind which a place is named.
var announcing = []string{"phuong", "xa", "tran", "huyen", "kcn", "ccn", "khu", "o", "tai"}

// unlike reports whether a word that was written with marks has others in the
// phrase.
func unlike(phrase, words, folded []string) bool {
	for i, word := range words {
		if word != folded[i] && word != phrase[i] {
			return true
		}
	}
	return false
}

// unspecific reports whether the meaning is said of most work.
func (m *meaning) unspecific() bool { return m != nil && (m.kind == soft || m.general()) }

// bare reports whether the meaning asks for nothing.
func (m *meaning) bare() bool { return m.kind == filler || m.kind == order || m.kind == soft }
