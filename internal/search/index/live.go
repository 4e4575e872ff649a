package index

import (
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/clock"
	"cauviec/internal/search"
)

// live tells of the vacancies that are open on a day.
type live struct {
	shelf *shelf
	today clock.Day
}

// Words counts those that have words.
func (l live) Words(words []string) (map[string]int, error) {
	counts, of := map[string]int{}, l.shelf.openOn(l.today)
	for _, word := range words {
		if n := of.AndCardinality(l.shelf.words.term(search.Term{Word: word, In: search.Anywhere})); n > 0 {
			counts[word] = int(n)
		}
	}
	return counts, nil
}

// Any reports whether one of them meets a match.
func (l live) Any(m search.Match) (bool, error) {
	meet := l.shelf.memo.set(fmt.Sprintf("any %s %v", l.today, m), func() *roaring.Bitmap {
		return intersection(append(l.shelf.words.groups(m), l.shelf.openOn(l.today)))
	})
	return !meet.IsEmpty(), nil
}
