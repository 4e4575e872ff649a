package index

import (
	"math/rand/v2"
	"testing"
)

// TestSlotsStayInOrder puts vacancies in at random and takes them out: numbers
// follow the keys, and whoever got another number was said to have moved.
func TestSlotsStayInOrder(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(8, 9))
	s, at := newSlots(), map[int64]uint32{}
	moved := func(d *doc, from, to uint32) {
		if at[d.id] != from {
			t.Fatalf("%d moves from %d and was at %d", d.id, from, at[d.id])
		}
		at[d.id] = to
	}
	for i := range int64(3000) {
		d := &doc{key: key{at: random.Int64N(500), id: i}}
		if i > 1000 && i < 2000 {
			d.at = 1000 + i // many in a row, at the end
		}
		at[i] = s.make(d, moved)
		if gone := random.Int64N(i + 1); random.IntN(3) == 0 {
			if n, d := s.find(gone); d != nil {
				s.empty(n)
				delete(at, gone)
			}
		}
	}
	inOrder(t, &s, at)
}

func inOrder(t *testing.T, s *slots, at map[int64]uint32) {
	t.Helper()
	held := 0
	for i, slot := range s.all {
		if i > 0 && slot.key.before(s.all[i-1].key) {
			t.Fatalf("slot %d is out of order", i)
		}
		if slot.doc == nil {
			continue
		}
		held++
		if at[slot.doc.id] != uint32(i) || slot.doc.key != slot.key || s.number[slot.doc.id] != uint32(i) {
			t.Fatalf("%d is at %d, said to be at %d", slot.doc.id, i, at[slot.doc.id])
		}
	}
	if held != len(at) || held != len(s.number) {
		t.Errorf("%d held, %d put, %d numbered", held, len(at), len(s.number))
	}
}
