package index

import (
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/search"
)

// words are the words of live vacancies: folded, and with their marks behind
// the sign that search puts there; each as it occurs anywhere and in titles.
type words struct {
	numbers map[string]uint32
	sets    sets[uint32] // by term
}

// term is a word's number times two, and one more for the word in a title.
type term = uint32

func newWords() words { return words{numbers: map[string]uint32{}, sets: sets[uint32]{}} }

// read returns the terms of a tsvector as PostgreSQL writes it: words in
// quotes, those of a title with a place and a weight behind them. Words hold
// letters, digits and marks only, so the quotes are never doubled.
func (w *words) read(vector string) []term {
	terms := make([]term, 0, strings.Count(vector, " ")+8)
	for lexeme := range strings.SplitSeq(vector, " ") {
		quoted, place, weighed := strings.Cut(lexeme, ":")
		word := strings.Trim(quoted, "'")
		if word == "" {
			continue
		}
		n := w.number(word)
		terms = append(terms, n*2)
		if weighed && strings.HasSuffix(place, "A") {
			terms = append(terms, n*2+1)
		}
	}
	return terms
}

func (w *words) number(word string) uint32 {
	n, known := w.numbers[word]
	if !known {
		n = uint32(len(w.numbers))
		w.numbers[strings.Clone(word)] = n
	}
	return n
}

// where a word is looked for, as it is added to the number of a term.
const (
	anywhere = 0
	inTitle  = 1
)

// of returns the vacancies that have a word. It is not to be changed.
func (w *words) of(word string, where term) *roaring.Bitmap {
	n, known := w.numbers[word]
	if !known {
		return nobody
	}
	return w.sets.of(n*2 + where)
}

// exactly returns the vacancies that have all words with the marks as typed.
func (w *words) exactly(asked search.Asked, where term) *roaring.Bitmap {
	all := make([]*roaring.Bitmap, len(asked.Exact))
	for i, word := range asked.Exact {
		all[i] = w.of(search.ExactForm+word, where)
	}
	return intersection(all)
}

// folded returns the vacancies that have all words of one of the readings.
func (w *words) folded(asked search.Asked, where term) *roaring.Bitmap {
	readings := make([]*roaring.Bitmap, len(asked.Readings))
	for i, reading := range asked.Readings {
		all := make([]*roaring.Bitmap, len(reading))
		for j, word := range reading {
			all[j] = w.of(word, where)
		}
		readings[i] = intersection(all)
	}
	if len(readings) == 1 {
		return readings[0]
	}
	return roaring.FastOr(readings...)
}
