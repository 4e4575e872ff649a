package index

import (
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/search"
)

// words are what live vacancies are found by in the forms of search, each as it
// occurs in titles, in all but texts, and in texts only.
type words struct {
	numbers map[string]uint32
	sets    sets[term]
}

// term is a word's number times four, and where it occurs.
type term = uint32

// Where a word occurs, as it is added to the number of a term. What occurs in a
// title occurs in all but the text, too.
const (
	inTitle term = iota
	outsideText
	inTextOnly
	places = 4
)

func newWords() words { return words{numbers: map[string]uint32{}, sets: sets[term]{}} }

// read returns the terms of a tsvector as PostgreSQL writes it: words in
// quotes with a place and a weight behind them; the weight of texts is not
// written. Words hold no quotes, so those around them are never doubled.
func (w *words) read(vector string) []term {
	terms := make([]term, 0, strings.Count(vector, " ")+1)
	for lexeme := range strings.SplitSeq(vector, " ") {
		quoted, weight, _ := strings.Cut(lexeme, ":")
		word := strings.Trim(quoted, "'")
		if word == "" {
			continue
		}
		where := inTextOnly
		switch weight[len(weight)-1] {
		case 'A':
			where = inTitle
		case 'B':
			where = outsideText
		}
		terms = append(terms, w.number(word)*places+where)
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

// mark puts or drops a vacancy with its terms.
func (w *words) mark(on bool, terms []term, n uint32) {
	for _, t := range terms {
		w.sets.mark(on, t, n)
		if t%places == inTitle {
			w.sets.mark(on, t-inTitle+outsideText, n)
		}
	}
}

// term returns the vacancies that have a word at a level. It is not to be
// changed, nor is what the following return.
func (w *words) term(t search.Term) *roaring.Bitmap {
	n, known := w.numbers[t.Word]
	if !known {
		return nobody
	}
	switch t.In {
	case search.Title:
		return w.sets.of(n*places + inTitle)
	case search.Strong:
		return w.sets.of(n*places + outsideText)
	}
	return union([]*roaring.Bitmap{w.sets.of(n*places + outsideText), w.sets.of(n*places + inTextOnly)})
}

// way returns the vacancies that have all its terms.
func (w *words) way(way search.Way) *roaring.Bitmap {
	all := make([]*roaring.Bitmap, len(way))
	for i, t := range way {
		all[i] = w.term(t)
	}
	return intersection(all)
}

// group returns the vacancies that one of its ways leads to.
func (w *words) group(g search.Group) *roaring.Bitmap {
	found := make([]*roaring.Bitmap, len(g))
	for i, way := range g {
		found[i] = w.way(way)
	}
	return union(found)
}

// groups returns the vacancies of each group of a match, all of which one has
// to be in.
func (w *words) groups(m search.Match) []*roaring.Bitmap {
	sets := make([]*roaring.Bitmap, len(m))
	for i, g := range m {
		sets[i] = w.group(g)
	}
	return sets
}
