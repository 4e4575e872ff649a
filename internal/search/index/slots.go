package index

import (
	"cmp"
	"sort"
)

// key orders vacancies: by publication, then by id.
type key struct {
	at int64 // publication in microseconds since 1970
	id int64
}

func (k key) before(other key) bool {
	return cmp.Or(cmp.Compare(k.at, other.at), cmp.Compare(k.id, other.id)) < 0
}

// slot is a number and who has it. A free slot keeps a key that fits between
// its neighbours', and has no handle.
type slot struct {
	key  key
	held handle
}

// slots number vacancies in the order of publication, so that the highest
// numbers are the newest. Most come at the end. One that belongs between others
// takes a free slot there or moves the few up to the next free one; every
// spacing'th slot is left free for that when many come at the end in a row.
type slots struct {
	all    []slot
	number map[int64]uint32 // by id
	row    int              // how many came at the end since the last free slot
}

const spacing = 64

func newSlots() slots { return slots{number: map[int64]uint32{}} }

// find returns the number of a vacancy, if it has one.
func (s *slots) find(id int64) (n uint32, held handle, ok bool) {
	n, ok = s.number[id]
	if !ok {
		return 0, 0, false
	}
	return n, s.all[n].held, true
}

// empty frees a slot.
func (s *slots) empty(n uint32) {
	delete(s.number, s.all[n].key.id)
	s.all[n].held = 0
}

// from returns the first number whose key is not before k.
func (s *slots) from(k key) int {
	return sort.Search(len(s.all), func(i int) bool { return !s.all[i].key.before(k) })
}

// make gives a vacancy a number. Whoever has to make room is moved.
func (s *slots) make(k key, held handle, moved func(held handle, from, to uint32)) uint32 {
	i := s.from(k)
	switch {
	case i == len(s.all):
		s.extend(k)
		i = len(s.all) - 1
	case s.all[i].held == 0:
	case i > 0 && s.all[i-1].held == 0:
		i--
	default:
		i = s.room(i, moved)
	}
	s.all[i] = slot{key: k, held: held}
	s.number[k.id] = uint32(i)
	return uint32(i)
}

// extend adds a slot at the end, after a free one where it is time.
func (s *slots) extend(k key) {
	if s.row++; s.row == spacing {
		s.row = 0
		s.all = append(s.all, slot{key: k})
	}
	s.all = append(s.all, slot{key: k})
}

// room frees a slot before that of number i, by moving those between it and
// the nearest free one, and returns its number.
func (s *slots) room(i int, moved func(held handle, from, to uint32)) int {
	shift := func(from, to int) {
		s.all[to] = s.all[from]
		s.number[s.all[to].key.id] = uint32(to)
		moved(s.all[to].held, uint32(from), uint32(to))
	}
	for reach := 1; ; reach++ {
		if free := i - 1 - reach; free >= 0 && s.all[free].held == 0 {
			for n := free; n < i-1; n++ {
				shift(n+1, n)
			}
			return i - 1
		}
		free := i + reach
		if free == len(s.all) {
			s.all = append(s.all, slot{})
		}
		if free < len(s.all) && s.all[free].held == 0 {
			for n := free; n > i; n-- {
				shift(n-1, n)
			}
			return i
		}
	}
}
