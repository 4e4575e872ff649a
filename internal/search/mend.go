package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"cauviec/internal/fold"
)

// Live tells of the vacancies that are open.
type Live interface {
	// Words counts those that have each of some folded words; words that none
	// has may be left out.
	Words(words []string) (map[string]int, error)
	// Any reports whether one of them meets a match.
	Any(m Match) (bool, error)
}

// How many letters a word has at least that is looked into for a slip: too much
// is near a shorter one. Where a phrase tells what stands beside a neighbour,
// less is enough.
const (
	shortestMended = 4
	shortestBeside = 3
	shortestApart  = 6 // run together
)

// mend returns the words with slips of the finger mended, and those that are in
// no vacancy. A word that is known is never touched.
func mend(words []string, live Live) (mended, missing []string, err error) {
	l := known()
	var strange []string
	for _, word := range words {
		folded := fold.Fold(word)
		switch apart := l.apart(folded); {
		case l.words[folded] != "" || fold.IsAbbreviation(folded):
		case apart != nil:
			mended = append(mended, apart...)
			continue
		default:
			strange = append(strange, folded)
		}
		mended = append(mended, word)
	}
	if len(strange) == 0 {
		return mended, nil, nil
	}
	counts := map[string]int{}
	if live != nil {
		if counts, err = live.Words(strange); err != nil {
			return nil, nil, err
		}
	}
	unknown := slices.DeleteFunc(strange, func(word string) bool { return counts[word] > 0 })
	near, err := countSlips(unknown, live)
	if err != nil {
		return nil, nil, err
	}
	for i, word := range mended {
		if !slices.Contains(unknown, fold.Fold(word)) {
			continue
		}
		better := l.meantBy(mended, i, near)
		if mended[i] = better; better == "" {
			mended[i], missing = word, append(missing, word)
		}
	}
	if live == nil {
		missing = nil
	}
	return mended, missing, nil
}

// apart returns the words of a phrase, or two that stand side by side in one,
// that were run together: "congnhan", "nhanmay"; nil where that is not so.
func (l *lexicon) apart(folded string) []string {
	if len(folded) < shortestApart || fold.IsSyllable(folded) {
		return nil
	}
	if words := l.joined[folded]; words != nil {
		return words
	}
	for at := 2; at <= len(folded)-2; at++ {
		if words := l.pairs[folded[:at]+"_"+folded[at:]]; words != nil {
			return words
		}
	}
	return nil
}

// countSlips counts the vacancies that have what is a slip away from words, with
// one look at them.
func countSlips(words []string, live Live) (map[string]int, error) {
	var slips []string
	for _, word := range words {
		if utf8.RuneCountInString(word) >= shortestBeside {
			slips = append(slips, slipsOf(word)...)
		}
	}
	if live == nil || len(slips) == 0 {
		return nil, nil
	}
	return live.Words(slips)
}

// meantBy returns what the i-th word was likely meant to be; nothing if that
// cannot be said. Near are the counts of what is a slip away.
func (l *lexicon) meantBy(words []string, i int, near map[string]int) string {
	word := words[i]
	if typed, ok := fold.Untyped(word); ok {
		return typed
	}
	folded := fold.Fold(word)
	for end, other := range map[string]string{"i": "y", "y": "i"} { // "kĩ sư" and "kỹ sư"
		if stem, ok := strings.CutSuffix(folded, end); ok && l.words[stem+other] != "" {
			return l.words[stem+other]
		}
	}
	if near == nil {
		return ""
	}
	return l.near(words, i, folded, near)
}

// near returns the word that was likely meant by the i-th: one slip away, best
// one that stands beside the same word in a phrase, then one of a phrase, then
// the commonest.
func (l *lexicon) near(words []string, i int, folded string, counts map[string]int) string {
	size := utf8.RuneCountInString(folded)
	if size < shortestBeside {
		return ""
	}
	slips := slipsOf(folded)
	type candidate struct {
		word  string
		fits  int
		count int
	}
	var best candidate
	for _, slip := range slips { // in order, so that the choice is always the same
		c := candidate{word: cmp.Or(l.words[slip], slip), count: counts[slip]}
		if l.words[slip] != "" {
			c.fits = 1
		}
		if beside := l.beside(words, i, slip); beside != "" {
			c.word, c.fits = beside, 2
		}
		if c.fits+c.count > 0 && cmp.Or(cmp.Compare(c.fits, best.fits), cmp.Compare(c.count, best.count)) > 0 {
			best = c
		}
	}
	if size < shortestMended && best.fits < 2 {
		return ""
	}
	return best.word
}

// beside returns the word as it is written beside a neighbour of the i-th in a
// phrase, if it is in one.
func (l *lexicon) beside(words []string, i int, word string) string {
	if i > 0 {
		if pair := l.pairs[fold.Fold(words[i-1])+"_"+word]; pair != nil {
			return pair[1]
		}
	}
	if i+1 < len(words) {
		if pair := l.pairs[word+"_"+fold.Fold(words[i+1])]; pair != nil {
			return pair[0]
		}
	}
	return ""
}

const letters = "abcdefghijklmnopqrstuvwxyz"

// slipsOf returns the words that are one slip away, each once and in order: a
// letter too few, too many, another one, or two that changed places.
func slipsOf(word string) []string {
	var slips []string
	rs := []rune(word)
	for i := range len(rs) + 1 {
		head, tail := string(rs[:i]), rs[i:]
		for _, letter := range letters {
			slips = append(slips, head+string(letter)+string(tail))
			if len(tail) > 0 {
				slips = append(slips, head+string(letter)+string(tail[1:]))
			}
		}
		if len(tail) > 0 {
			slips = append(slips, head+string(tail[1:]))
		}
		if len(tail) > 1 {
			slips = append(slips, head+string(tail[1])+string(tail[0])+string(tail[2:]))
		}
	}
	slices.Sort(slips)
	return slices.DeleteFunc(slices.Compact(slips), func(slip string) bool { return slip == word })
}
