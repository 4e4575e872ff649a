package search

import (
	"slices"

	"cauviec/internal/fold"
)

// Limits of a query's text: what is longer is cut, so that nobody makes the
// database compare a page.
const (
	maxText  = 200 // characters
	maxTerms = 12
)

// Asked are the words of a query's text in the forms that entries are compared
// with. Both are empty when no word is left.
type Asked struct {
	Exact    []string   // with the marks as typed
	Readings [][]string // folded; all words of one of them have to occur
}

// Ask reads the text of a query.
func Ask(text string) Asked {
	exact := terms(text)
	if len(exact) == 0 {
		return Asked{}
	}
	return Asked{Exact: exact, Readings: fold.Expand(foldAll(exact))}
}

// terms returns the words of a text with their marks, without what people say
// around them.
func terms(text string) []string {
	if runes := []rune(text); len(runes) > maxText {
		text = string(runes[:maxText])
	}
	words := slices.DeleteFunc(fold.ExactTerms(text), func(term string) bool { return len(term) > longestTerm })
	kept := withoutFillers(words)
	return kept[:min(len(kept), maxTerms)]
}

// fillers are what people type around the work they look for. A filler is left
// out unless nothing else was typed.
var fillers = [][]string{
	{"viec", "lam"}, {"tim", "viec"}, {"tuyen", "dung"}, {"can", "tuyen"}, {"can", "tim"}, {"o"},
}

// withoutFillers returns the words without fillers.
func withoutFillers(words []string) []string {
	var kept []string
	for i := 0; i < len(words); {
		if n := fillerAt(words[i:]); n > 0 {
			i += n
			continue
		}
		kept = append(kept, words[i])
		i++
	}
	if len(kept) == 0 {
		return words
	}
	return kept
}

// had are the words after which "co" without marks means "có": what one has
// with the work. Elsewhere it may be the "cơ" of "cơ khí".
var had = []string{"ktx", "ky", "xe", "nha", "cho", "an", "bao"}

// fillerAt returns the number of words of the filler that words begin with.
// Marks decide where they are typed: "tại" is a filler, the "tải" of "xe tải"
// is not.
func fillerAt(words []string) int {
	if words[0] == "tại" || words[0] == "có" {
		return 1
	}
	if words[0] == "co" && len(words) > 1 && slices.Contains(had, fold.Fold(words[1])) {
		return 1
	}
	for _, filler := range fillers {
		if len(words) >= len(filler) && slices.Equal(foldAll(words[:len(filler)]), filler) {
			return len(filler)
		}
	}
	return 0
}

func foldAll(words []string) []string {
	folded := make([]string, len(words))
	for i, word := range words {
		folded[i] = fold.Fold(word)
	}
	return folded
}
