package drive

import (
	"math/rand/v2"
	"testing"
)

func TestWhatIsSaidOfOrders(t *testing.T) {
	t.Parallel()
	all := Results{Attended: 40, Registered: 12, Interviewed: 9, Hired: 5}
	tests := []struct {
		name   string
		shares []Share
		fields []string
	}{
		{"nothing", nil, nil},
		{"one order has all", []Share{{1, 12, 5}}, nil},
		{"some chose none", []Share{{1, 4, 2}, {2, 3, 0}}, nil},
		{"one has more than all", []Share{{1, 13, 5}}, []string{"registered-1"}},
		{"together they have more", []Share{{1, 8, 3}, {2, 5, 2}}, []string{"registered-2"}},
		{"both counts, at different orders", []Share{{1, 8, 6}, {2, 4, 0}, {3, 1, 0}}, []string{"hired-1", "registered-3"}},
		{"said once, where it begins", []Share{{1, 13, 0}, {2, 13, 0}, {3, 1, 0}}, []string{"registered-1"}},
		{"fewer than nobody", []Share{{1, -1, 0}, {2, 12, 5}}, []string{"registered-1"}},
		{"more than there are people", []Share{{1, 0, 100_001}, {2, 12, 5}}, []string{"hired-1"}},
	}
	for _, tt := range tests {
		problems := all.CheckShares(tt.shares)
		if len(problems) != len(tt.fields) {
			t.Errorf("%s: got %v", tt.name, problems)
		}
		for _, field := range tt.fields {
			if problems[field].Key == "" {
				t.Errorf("%s: %s has no problem: %v", tt.name, field, problems)
			}
		}
	}
}

// Orders pass exactly when none has fewer than nobody and together they have no
// more than the drive.
func TestOrdersNeverHaveMoreThanTheDrive(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 11))
	for range 5000 {
		all := Results{Registered: random.IntN(12), Hired: random.IntN(8)}
		shares := make([]Share, random.IntN(5))
		registered, hired, good := 0, 0, true
		for i := range shares {
			shares[i] = Share{Vacancy: int64(i + 1), Registered: random.IntN(7) - 1, Hired: random.IntN(4) - 1}
			registered, hired = registered+shares[i].Registered, hired+shares[i].Hired
			good = good && shares[i].Registered >= 0 && shares[i].Hired >= 0
		}
		good = good && registered <= all.Registered && hired <= all.Hired
		if problems := all.CheckShares(shares); (len(problems) == 0) != good {
			t.Fatalf("%+v of %+v: %v", shares, all, problems)
		}
	}
}
