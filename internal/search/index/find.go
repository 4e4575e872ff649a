package index

import (
	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/clock"
	"cauviec/internal/search"
)

// ask reads the text of a query.
func (s *shelf) ask(q search.Query, today clock.Day) (search.Asked, error) {
	if q.AsTyped {
		return search.Ask(q.Text, nil)
	}
	return search.Ask(q.Text, live{shelf: s, today: today})
}

// find answers a query.
func (s *shelf) find(q search.Query, today clock.Day) (search.Result, error) {
	asked, err := s.ask(q, today)
	if err != nil {
		return search.Result{}, err
	}
	q = q.Read(asked)
	c := s.conditions(q, asked, today)
	total, sets := unknown, c.sets(noKind)
	var facets search.Facets
	switch {
	case q.Faceted:
		total, facets = s.facets(c)
	case !q.Uncounted:
		sets = []*roaring.Bitmap{intersection(sets)}
		total = int(sets[0].GetCardinality())
	}
	result := s.page(q, q.Order(asked), newFound(sets, total), s.ranks(q, asked))
	result.Reading, result.Facets, result.Total = q.Reading(asked), facets, max(total, 0)
	return result, nil
}

// count returns how many vacancies a query finds.
func (s *shelf) count(q search.Query, today clock.Day) (int, error) {
	asked, err := s.ask(q, today)
	if err != nil {
		return 0, err
	}
	return int(s.conditions(q.Read(asked), asked, today).all().GetCardinality()), nil
}
