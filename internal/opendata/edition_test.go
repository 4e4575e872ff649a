package opendata_test

import (
	"slices"
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/opendata"
	"cauviec/internal/search"
)

// TestAnotherEditionIsToldAnew: mirrors that read what an earlier program told
// get what they lack, once.
func TestAnotherEditionIsToldAnew(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	if err := search.Renew(t.Context(), w.db); err != nil {
		t.Fatal(err)
	}
	w.settled()
	_, at := w.read(opendata.Cursor{}, 4)
	w.exec(`UPDATE live_edition SET edition = replace(edition, @edition, 'earlier')`, pgx.StrictNamedArgs{"edition": opendata.Edition()})
	for _, want := range [][]int64{w.ids, nil} {
		if err := search.Renew(t.Context(), w.db); err != nil {
			t.Fatal(err)
		}
		w.settled()
		var changes []opendata.Change
		if changes, at = w.read(at, 4); !slices.Equal(idsOf(changes, true), want) {
			t.Errorf("told %v, want %v", idsOf(changes, true), want)
		}
	}
}
