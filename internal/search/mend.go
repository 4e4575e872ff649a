package search

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"cauviec/internal/fold"
)

// Live counts, of the vacancies that are open, those that have each of some
// folded words; words that none has may be left out.
type Live func(words []string) (map[string]int, error)

// shortestMended is how many letters a word has at least that is looked into
// for a slip; of shorter ones too much else is near.
const shortestMended = 4

// mend returns the words with slips of the finger mended, and those that are in
// no vacancy. A word that is known is never touched.
func mend(words []string, live Live) (mended, missing []string, err error) {
	l := known()
	mended = make([]string, 0, len(words))
	for _, word := range words { // "congnhan"
		folded := fold.Fold(word)
		if apart := l.joined[folded]; apart != nil && l.words[folded] == "" {
			mended = append(mended, apart...)
		} else {
			mended = append(mended, word)
		}
	}
	strange := slices.DeleteFunc(foldAll(mended), func(word string) bool { return l.words[word] != "" || fold.IsAbbreviation(word) })
	if len(strange) == 0 || live == nil {
		return mended, nil, nil
	}
	counts, err := live(strange)
	if err != nil {
		return nil, nil, err
	}
	for i, word := range mended {
		folded := fold.Fold(word)
		if !slices.Contains(strange, folded) || counts[folded] > 0 {
			continue
		}
		better, err := l.near(mended, i, folded, live)
		switch {
		case err != nil:
			return nil, nil, err
		case better == "":
			missing = append(missing, word)
		default:
			mended[i] = better
		}
	}
	return mended, missing, nil
}

// near returns the word that was likely meant by the i-th: one slip away, best
// one that stands beside the same word in a phrase, then one of a phrase, then
// the commonest.
func (l *lexicon) near(words []string, i int, folded string, live Live) (string, error) {
	if utf8.RuneCountInString(folded) < shortestMended {
		return "", nil
	}
	slips := slipsOf(folded)
	counts, err := live(slips)
	if err != nil {
		return "", err
	}
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
	return best.word, nil
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
