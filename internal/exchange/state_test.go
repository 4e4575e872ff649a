package exchange

import (
	"testing"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/vacancy"
)

func daysAgo(n int) *time.Time {
	at := noon.AddDate(0, 0, -n)
	return &at
}

// The vacancy was first public on 21 March and closes on 30 April; it is 10 April
// unless a case says otherwise.
func TestHowAVacancyIsClosed(t *testing.T) {
	t.Parallel()
	later := noon.AddDate(0, 1, 0)
	tests := []struct {
		name   string
		at     time.Time
		change func(f *Facts)
		state  StateCode
		on     string
		reason string
	}{
		{"open", noon, func(*Facts) {}, Open, "2026-03-21", ""},
		{"open on its last day", clock.MustDay("30/04/2026").At(23, 0), func(*Facts) {}, Open, "2026-03-21", ""},
		{"over", clock.MustDay("01/05/2026").Start(), func(*Facts) {}, Closed, "2026-04-30", lastDay},
		{"paused", noon, func(f *Facts) { f.Status, f.PausedAt = vacancy.Paused, daysAgo(2) }, Paused, "2026-04-08", ""},
		{"paused and over", later, func(f *Facts) { f.Status, f.PausedAt = vacancy.Paused, daysAgo(2) }, Closed, "2026-04-30", lastDay},
		{"filled early", noon, func(f *Facts) { f.Status, f.EndedAt = vacancy.Filled, daysAgo(1) }, ClosedEarly, "2026-04-09", filled},
		{"filled early, told after its last day", later, func(f *Facts) { f.Status, f.EndedAt = vacancy.Filled, daysAgo(1) }, ClosedEarly, "2026-04-09", filled},
		{"filled on its last day", later, func(f *Facts) { f.Status, f.EndedAt = vacancy.Filled, daysAgo(-20) }, Closed, "2026-04-30", filled},
		{"marked filled afterwards", later, func(f *Facts) { f.Status, f.EndedAt = vacancy.Filled, daysAgo(-25) }, Closed, "2026-04-30", lastDay},
		{"withdrawn", noon, func(f *Facts) { f.Status, f.EndedAt = vacancy.Withdrawn, daysAgo(4) }, ClosedEarly, "2026-04-06", withdrawn},
		{"merged", noon, func(f *Facts) { f.Status, f.EndedAt, f.MergedInto = vacancy.Withdrawn, daysAgo(4), "4444444" }, ClosedEarly, "2026-04-06", merged},
		{"employer suspended", noon, func(f *Facts) { f.EmployerState, f.EmployerStateAt = employer.Suspended, daysAgo(5) }, ClosedEarly, "2026-04-05", untrusted},
		{"employer suspended after its last day", later, func(f *Facts) { f.EmployerState, f.EmployerStateAt = employer.Suspended, daysAgo(-25) }, Closed, "2026-04-30", lastDay},
		{"filled, then the employer suspended", noon, func(f *Facts) {
			f.Status, f.EndedAt, f.EmployerState, f.EmployerStateAt = vacancy.Filled, daysAgo(5), employer.Suspended, daysAgo(2)
		}, ClosedEarly, "2026-04-05", filled},
		{"employer suspended, then withdrawn", noon, func(f *Facts) {
			f.Status, f.EndedAt, f.EmployerState, f.EmployerStateAt = vacancy.Withdrawn, daysAgo(2), employer.Suspended, daysAgo(5)
		}, ClosedEarly, "2026-04-05", untrusted},
	}
	for _, tt := range tests {
		f := whole()
		tt.change(&f)
		got := stateOf(f, tt.at, asKey)
		if got.Code != tt.state || got.On.ISO() != tt.on || got.Reason.Code != tt.reason {
			t.Errorf("%s: got %+v, want %s on %s for %q", tt.name, got, tt.state, tt.on, tt.reason)
		}
	}
}
