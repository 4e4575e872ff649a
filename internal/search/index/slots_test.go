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
	s, at, keys := newSlots(), map[handle]uint32{}, map[handle]key{}
	moved := func(held handle, from, to uint32) {
		if at[held] != from {
			t.Fatalf("%d moves from %d and was at %d", held, from, at[held])
		}
		at[held] = to
	}
	for i := range int64(3000) {
		k := key{at: random.Int64N(500), id: i}
		if i > 1000 && i < 2000 {
			k.at = 1000 + i // many in a row, at the end
		}
		held := handle(i + 1)
		at[held], keys[held] = s.make(k, held, moved), k
		if gone := random.Int64N(i + 1); random.IntN(3) == 0 {
			if n, held, ok := s.find(gone); ok {
				s.empty(n)
				delete(at, held)
			}
		}
	}
	inOrder(t, &s, at, keys)
}

func inOrder(t *testing.T, s *slots, at map[handle]uint32, keys map[handle]key) {
	t.Helper()
	held := 0
	for i, slot := range s.all {
		if i > 0 && slot.key.before(s.all[i-1].key) {
			t.Fatalf("slot %d is out of order", i)
		}
		if slot.held == 0 {
			continue
		}
		held++
		if at[slot.held] != uint32(i) || keys[slot.held] != slot.key || s.number[slot.key.id] != uint32(i) {
			t.Fatalf("%d is at %d, said to be at %d", slot.held, i, at[slot.held])
		}
	}
	if held != len(at) || held != len(s.number) {
		t.Errorf("%d held, %d put, %d numbered", held, len(at), len(s.number))
	}
}
