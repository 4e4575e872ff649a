package dashboard_test

import (
	"testing"

	"cauviec/internal/vacancy"
)

// What a board says of orders is what their own pages say: those whom drives
// hired without a name are on the way here too, and as many orders are short
// as the list shows.
func TestOrdersAreDrawnDownAsOnTheirPages(t *testing.T) {
	t.Parallel()
	w := setup(t)
	centre := w.actor(t, "ls-ttdvvl")
	b, err := w.store.Board(t.Context(), centre, "ls-ttdvvl")
	if err != nil || len(b.Short) == 0 {
		t.Fatalf("%d orders, %v", len(b.Short), err)
	}
	orders := &vacancy.Store{DB: w.db, Now: now}
	spot := 0
	for _, o := range b.Short {
		counts, err := orders.Counts(t.Context(), centre, o.ID)
		if err != nil {
			t.Fatal(err)
		}
		c := counts[o.ID]
		spot += c.Spot
		if least := c.Hired + c.Spot + c.AtWork(); o.Going < least {
			t.Errorf("order %d: %d on the way, and its page says %d and more", o.ID, o.Going, least)
		}
		if o.Started != c.Started || o.Introduced != c.Introduced {
			t.Errorf("order %d: %+v, and its page says %+v", o.ID, o, c)
		}
	}
	if spot == 0 {
		t.Error("no drive of the sample world draws any of them down")
	}
	states, err := orders.CountStates(t.Context(), centre, vacancy.Filter{View: vacancy.Short})
	listed := 0
	for _, n := range states {
		listed += n
	}
	if err != nil || listed != b.Orders.Short {
		t.Errorf("%d orders are short, and the list shows %d, %v", b.Orders.Short, listed, err)
	}
}
