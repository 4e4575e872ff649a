package obligation

import (
	"errors"
	"sync"
	"testing"

	"cauviec/internal/errs"
	"cauviec/internal/postgres/postgrestest"
)

// Of two clerks who receive, or judge, at the same moment, one succeeds.
func TestTwoAtOnce(t *testing.T) {
	t.Parallel()
	w, ctx := newWorldIn(t, postgrestest.DB(t)), t.Context()
	id := w.give(t, "ls-sgtvt", nil)
	sgtvt, office := w.actor(t, "ls-sgtvt"), w.actor(t, "ls-ubnd")
	onlyOne(t, "receive", func() error { return w.Receive(ctx, sgtvt, id) })
	_, err := w.Report(ctx, sgtvt, id, "Báo cáo", nil)
	must(t, err)
	seen := w.seen(t, id)
	onlyOne(t, "accept", func() error { return w.Accept(ctx, office, id, seen, "") })
}

func onlyOne(t *testing.T, what string, do func() error) {
	t.Helper()
	failed := make([]error, 8)
	var all sync.WaitGroup
	for i := range failed {
		all.Go(func() { failed[i] = do() })
	}
	all.Wait()
	succeeded := 0
	for _, err := range failed {
		switch {
		case err == nil:
			succeeded++
		case !errors.Is(err, errs.Conflict):
			t.Errorf("%s: got %v, want Conflict", what, err)
		}
	}
	if succeeded != 1 {
		t.Errorf("%s: %d succeeded, want 1", what, succeeded)
	}
}
