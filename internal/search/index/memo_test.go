package index

import (
	"reflect"
	"sync"
	"testing"

	"cauviec/internal/search"
)

// TestManyAskAtOnce asks the same questions from several sides at a time, from
// the moment that nothing is kept: all get the answers that one gets alone.
func TestManyAskAtOnce(t *testing.T) {
	t.Parallel()
	s, all := crowd(20_000), mixed(200)
	want := make([]search.Result, len(all))
	for i, q := range all {
		want[i] = answer(t, s, q)
	}
	s.memo.forget()
	var asking sync.WaitGroup
	for side := range 6 {
		asking.Go(func() {
			for i := range all {
				i = (i + 3*side) % len(all)
				if got := answer(t, s, all[i]); !reflect.DeepEqual(got, want[i]) {
					t.Errorf("%+v: got %+v, want %+v", all[i], got, want[i])
				}
			}
		})
	}
	asking.Wait()
}

func answer(t *testing.T, s *shelf, q search.Query) search.Result {
	result, err := s.find(q, someDay)
	if err != nil {
		t.Errorf("%+v: %v", q, err)
	}
	return result
}

// TestKeptAreThoseAskedForLately lets go of what was not asked for since there
// last were too many, and makes nothing twice that is kept.
func TestKeptAreThoseAskedForLately(t *testing.T) {
	t.Parallel()
	var k kept[string]
	made := map[string]int{}
	ask := func(name string) {
		if got := k.get(name, 2, func() string { made[name]++; return name }); got != name {
			t.Errorf("got %q for %q", got, name)
		}
	}
	for _, name := range []string{"a", "b", "a", "c", "a", "d", "a", "e", "a", "b"} {
		ask(name)
	}
	if made["a"] != 1 || made["b"] != 2 || len(k.late)+len(k.early) > 4 {
		t.Errorf("made %v, kept %d and %d", made, len(k.late), len(k.early))
	}
	k.forget()
	if ask("a"); made["a"] != 2 {
		t.Error("something was kept")
	}
}
