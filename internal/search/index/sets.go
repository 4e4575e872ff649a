package index

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// sets are the numbers of the vacancies that share a value, by value.
type sets[K comparable] map[K]*roaring.Bitmap

// put adds a number to the vacancies of a value.
func (s sets[K]) put(key K, n uint32) {
	set := s[key]
	if set == nil {
		set = roaring.New()
		s[key] = set
	}
	set.Add(n)
}

// drop takes a number away; a value that nobody has is forgotten.
func (s sets[K]) drop(key K, n uint32) {
	if set := s[key]; set != nil {
		set.Remove(n)
		if set.IsEmpty() {
			delete(s, key)
		}
	}
}

// mark puts or drops.
func (s sets[K]) mark(on bool, key K, n uint32) {
	if on {
		s.put(key, n)
	} else {
		s.drop(key, n)
	}
}

// any returns the vacancies that have one of the values.
func (s sets[K]) any(keys []K) *roaring.Bitmap {
	if len(keys) == 1 {
		return s.of(keys[0])
	}
	found := make([]*roaring.Bitmap, len(keys))
	for i, key := range keys {
		found[i] = s.of(key)
	}
	return union(found)
}

// union returns what is in one of the sets. It is not to be changed: it may be
// one of them.
func union(sets []*roaring.Bitmap) *roaring.Bitmap {
	some := slices.DeleteFunc(sets, (*roaring.Bitmap).IsEmpty)
	switch len(some) {
	case 0:
		return nobody
	case 1:
		return some[0]
	}
	return roaring.FastOr(some...)
}

// nobody is empty and stays so.
var nobody = roaring.New()

// of returns the vacancies that have a value. It is not to be changed.
func (s sets[K]) of(key K) *roaring.Bitmap {
	if set := s[key]; set != nil {
		return set
	}
	return nobody
}
