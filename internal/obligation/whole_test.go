package obligation

import (
	"slices"
	"testing"

	"cauviec/internal/access"
)

// The whole list has the order, the filter and the reach of its pages.
func TestTheWholeListIsItsPages(t *testing.T) {
	t.Parallel()
	w, ctx := newWorld(t), t.Context()
	giveEveryState(t, w)
	everybody, sgtvt := access.Everything(), w.actor(t, "ls-sgtvt").Scope(access.ReadObligations)
	for _, scope := range []access.Scope{everybody, sgtvt} {
		for _, f := range []Filter{{}, {State: Overdue}, {Kind: Request}, {Page: 3}} {
			numbers, err := w.IDs(ctx, scope, f)
			must(t, err)
			f.Page = 0
			lines, err := w.List(ctx, scope, f)
			must(t, err)
			whole, err := w.Lines(ctx, scope, numbers)
			must(t, err)
			if !slices.Equal(ids(lines), numbers) || !slices.Equal(ids(whole), numbers) {
				t.Errorf("%+v: %v and %v, the pages %v", f, numbers, ids(whole), ids(lines))
			}
		}
	}
	all, err := w.IDs(ctx, everybody, Filter{})
	must(t, err)
	slices.Reverse(all)
	reached, err := w.Lines(ctx, sgtvt, all)
	must(t, err)
	own, err := w.IDs(ctx, sgtvt, Filter{})
	must(t, err)
	slices.Reverse(own)
	if len(own) == 0 || len(own) == len(all) || !slices.Equal(ids(reached), own) {
		t.Errorf("asked for all %d, a department gets %v of its own %v", len(all), ids(reached), own)
	}
	if lines, err := w.Lines(ctx, access.Scope{}, all); err != nil || len(lines) != 0 {
		t.Errorf("nobody gets %d lines, %v", len(lines), err)
	}
}
