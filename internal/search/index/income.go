package index

import "github.com/RoaringBitmap/roaring/v2"

// Incomes are kept by whole millions, up to step million: those who ask name
// whole millions, and the rest is looked up one by one.
const (
	million = 1_000_000
	steps   = 60
)

// incomes are the vacancies by the income that they can reach: at reach[k] all
// of at least k million VND a month.
type incomes struct{ reach [steps + 1]*roaring.Bitmap }

func newIncomes() *incomes {
	in := &incomes{}
	for k := range in.reach {
		in.reach[k] = roaring.New()
	}
	return in
}

func (in *incomes) mark(on bool, income int64, n uint32) {
	for k := 1; k <= steps && int64(k)*million <= income; k++ {
		if on {
			in.reach[k].Add(n)
		} else {
			in.reach[k].Remove(n)
		}
	}
	if on {
		in.reach[0].Add(n)
	} else {
		in.reach[0].Remove(n)
	}
}

// atLeast returns the vacancies that reach an income; reached says what one of
// them does. The result is not to be changed.
func (in *incomes) atLeast(income int64, reached func(n uint32) int64) *roaring.Bitmap {
	if income <= 0 {
		return in.reach[0]
	}
	k := min(income/million, steps)
	if k*million == income {
		return in.reach[k]
	}
	found := roaring.New()
	edge := in.reach[k]
	if k < steps {
		found = in.reach[k+1].Clone()
		edge = roaring.AndNot(edge, in.reach[k+1])
	}
	for n := range roaring.Values(edge) {
		if reached(n) >= income {
			found.Add(n)
		}
	}
	return found
}
