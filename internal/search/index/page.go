package index

import (
	"iter"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"cauviec/internal/search"
)

// page reads a page from what was found, the best rank first and in a rank the
// newest.
func (s *shelf) page(q search.Query, order search.Sort, found *found, by ranks) (result search.Result) {
	size := q.PageSize()
	from, resumed := search.ParsePlace(q.After, order)
	if order == search.Newest {
		from.Rank = 0
	}
	var last search.Place
	for number, of := range by {
		if resumed && number < from.Rank {
			continue
		}
		for part := range found.newestFirst() {
			set := of(part)
			left := set.GetCardinality()
			if resumed && number == from.Rank {
				left = s.olderThan(set, from)
			}
			for ; left > 0; left-- {
				if len(result.IDs) == size {
					result.Next = last.Cursor(order)
					return result
				}
				n, _ := set.Select(uint32(left - 1)) // there are as many
				k := s.slots.all[n].key
				result.IDs = append(result.IDs, k.id)
				last = search.Place{Rank: number, PublishedAt: instant(k.at), VacancyID: k.id}
			}
			if len(result.IDs) == found.total {
				return result
			}
		}
	}
	return result
}

// olderThan counts those of a set that come after a place.
func (s *shelf) olderThan(set *roaring.Bitmap, p search.Place) uint64 {
	n := s.slots.from(key{at: p.PublishedAt.UnixMicro(), id: p.VacancyID})
	if n == 0 {
		return 0
	}
	return set.Rank(uint32(n - 1))
}

// found are the vacancies that are in all of some sets. They are gathered part
// by part, as far as they are looked at: a page is mostly found among the newest.
type found struct {
	sets  []*roaring.Bitmap // the smallest first
	total int               // or unknown
	parts []*roaring.Bitmap
}

// unknown is the total of what was not counted.
const unknown = -1

func newFound(sets []*roaring.Bitmap, total int) *found {
	sortBySize(sets)
	return &found{sets: sets, total: total}
}

// Bitmaps are kept in blocks of as many numbers as blockBits have. The newest
// part is one block, and each older one growth times as many.
const (
	blockBits = 16
	growth    = 4
)

// newestFirst returns the parts, the newest first.
func (f *found) newestFirst() iter.Seq[*roaring.Bitmap] {
	return func(yield func(*roaring.Bitmap) bool) {
		if f.total == 0 || slices.ContainsFunc(f.sets, (*roaring.Bitmap).IsEmpty) {
			return
		}
		end, size := int(f.sets[0].Maximum())>>blockBits+1, 1
		for i := 0; end > 0; i++ {
			begin := max(end-size, 0)
			if i == len(f.parts) {
				f.parts = append(f.parts, f.between(begin, end))
			}
			if !yield(f.parts[i]) {
				return
			}
			end, size = begin, size*growth
		}
	}
}

// between returns those from a block to before another.
func (f *found) between(begin, end int) *roaring.Bitmap {
	numbers := roaring.New()
	numbers.AddRange(uint64(begin)<<blockBits, uint64(end)<<blockBits)
	return roaring.FastAnd(append([]*roaring.Bitmap{numbers}, f.sets...)...)
}
