package dashboard_test

import (
	"testing"

	"cauviec/internal/dashboard"
	"cauviec/internal/postgres"
)

func TestNumbersOfPeopleAreToldSoThatNobodyIsKnown(t *testing.T) {
	t.Parallel()
	tests := []struct {
		n, rounded, nearest int
		few                 bool
	}{
		{0, 0, 0, false}, {1, 0, 0, true}, {4, 0, 5, true}, {5, 10, 5, false}, {14, 10, 15, false}, {15, 20, 15, false}, {695, 700, 695, false},
	}
	for _, tt := range tests {
		rounded, few := dashboard.Round(tt.n)
		if nearest := dashboard.Nearest(tt.n); rounded != tt.rounded || few != tt.few || nearest != tt.nearest {
			t.Errorf("%d: got %d, %v and %d; want %d, %v and %d", tt.n, rounded, few, nearest, tt.rounded, tt.few, tt.nearest)
		}
	}
}

// What the public reads counts each person and each thing asked once.
func TestPublicProgress(t *testing.T) {
	t.Parallel()
	w := setup(t)
	p, err := w.store.Public(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	people := 0
	for _, d := range p.Districts {
		people += d.Started
	}
	if people == 0 || people > p.Started {
		t.Errorf("%d people started by district, %d in all", people, p.Started)
	}
	asked, err := postgres.Value[int](t.Context(), w.db, `SELECT count(*)::int FROM obligations WHERE parent_id IS NULL`)
	if err != nil || len(p.Asked) != asked {
		t.Errorf("%d things asked, want %d (%v)", len(p.Asked), asked, err)
	}
}
