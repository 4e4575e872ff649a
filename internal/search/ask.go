package search

import (
	"slices"
	"strings"

	"cauviec/internal/fold"
)

// Limits of a query's text: what is longer is cut, so that nobody makes the
// database compare a page.
const (
	maxText  = 200 // characters
	maxTerms = 12
)

// Level says where a term has to occur.
type Level int

// The levels, each within the next.
const (
	Title    Level = iota
	Strong         // in the title, employer, place, occupation, or among the facts
	Anywhere       // there or in the text
)

// Term is a word in one of the forms that entries are kept in (see vector).
type Term struct {
	Word string
	In   Level
}

// Way is met where all its terms occur, Group where one of its ways is, and
// Match where all its groups are; an empty Match is met by everything.
type (
	Way   []Term
	Group []Way
	Match []Group
)

// Tiers is how many tiers there are before the last, which is all the rest.
const Tiers = 3

// Asked is what the text of a query asks for.
type Asked struct {
	Found Match        // what is found
	Tiers [Tiers]Match // what of it goes first: title as typed, title, all but the text
	Reading
}

// Reading is how a text was read, for the reader to see and to undo.
type Reading struct {
	Parts     []Said
	MinIncome int64    // VND a month that the text asks for; 0: none
	Mended    string   // the text with its slips mended, where it has any
	Looked    string   // the text as it was looked for
	Ignored   []string // words that no vacancy has
	Aside     []string // words that none has together with the rest
	Order     Sort     // in which what was found stands
}

// FactIncome is the Fact of a sum of money.
const FactIncome = "income"

// The Facts of orders.
const (
	factBestPaid = "best_paid"
	factNearHome = "near_home"
)

// Said is a piece of a text that asks for something.
type Said struct {
	Words string // as typed, or as their phrase is written
	Rest  string // the text without it
	Fact  string // the benefit, shift, order or other fact that it asks for; empty for work, places and plain words
}

// empty reports whether nothing is asked for.
func (a Asked) empty() bool { return len(a.Found) == 0 }

// Ask reads the text of a query. Words are looked up among those of the
// vacancies that are live, to know slips of the finger; without live, none are.
func Ask(text string, live Live) (Asked, error) {
	if runes := []rune(text); len(runes) > maxText {
		text = string(runes[:maxText])
	}
	text = plainly(fold.NFC(text))
	var a Asked
	money, paid := readAmount(text)
	if paid {
		text = money.rest
	}
	words := typed(text)
	mended, missing, err := mend(known().byEar(words), live)
	if err != nil {
		return a, err
	}
	s := sentence{words: mended, missing: missing, pieces: known().pieces(mended, asAsked)}
	if slices.ContainsFunc(s.pieces, s.loose) {
		s.side = all("", fold.Pairs(foldAll(mended)), Strong)
	}
	if better := s.mended(); !slices.Equal(better, slices.DeleteFunc(words, s.lacks)) {
		a.Mended = strings.Join(better, " ")
	}
	s.settle()
	if err := s.setAside(live); err != nil {
		return a, err
	}
	s.match(&a)
	s.parts(&a, money.words)
	if paid {
		a.MinIncome = money.vnd
		a.Parts = append(a.Parts, Said{Words: money.words, Rest: money.rest, Fact: FactIncome})
	}
	return a, nil
}

// typed returns the words of a text with their marks.
func typed(text string) []string {
	words := slices.DeleteFunc(fold.ExactTerms(text), func(term string) bool { return len(term) > longestTerm })
	return inPlace(words[:min(len(words), maxTerms)])
}

// nearby are the words after which an abbreviation is a place, and called the
// places: "kcn qc" is Quang Châu, "nhân viên qc" is not.
var (
	nearby = []string{"kcn", "ccn", "khu", "o", "tai", "nghiep"}
	called = map[string][]string{"qc": {"quang", "châu"}, "vt": {"vân", "trung"}, "dt": {"đình", "trám"}, "đt": {"đình", "trám"},
		"vy": {"việt", "yên"}, "hp": {"hòa", "phú"}, "yd": {"yên", "dũng"}}
)

// inPlace writes out abbreviations of places behind the words that announce them.
func inPlace(words []string) []string {
	for i := 1; i < len(words); i++ {
		if name := called[words[i]]; name != nil && slices.Contains(nearby, fold.Fold(words[i-1])) {
			words = slices.Replace(words, i, i+1, name...)
		}
	}
	return words
}

func foldAll(words []string) []string {
	folded := make([]string, len(words))
	for i, word := range words {
		folded[i] = fold.Fold(word)
	}
	return folded
}
