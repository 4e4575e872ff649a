package exchange

import (
	"testing"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/vacancy"
)

// TestEveryCodeHasItsWordOnTheForm.
func TestEveryCodeHasItsWordOnTheForm(t *testing.T) {
	t.Parallel()
	lists := []vacancy.List{vacancy.Positions, vacancy.Educations, vacancy.Qualifications, vacancy.Experiences, vacancy.Contracts,
		vacancy.Hours, vacancy.Benefits, vacancy.Conditions, vacancy.PriorityGroups,
		{Name: "type", Codes: employer.Types()}, {Name: "size", Codes: employer.SizeBands()}}
	for _, list := range lists {
		for _, code := range list.Codes {
			if words[list.Name][code] == "" {
				t.Errorf("%s %s has no word", list.Name, code)
			}
		}
	}
}

func TestStateOf(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 4, 10, 5, 0, 0, 0, time.UTC)
	yesterday, closes := at.AddDate(0, 0, -1), clock.MustDay("2026-04-30")
	for name, tt := range map[string]struct {
		v     row
		state string
		end   *ending
	}{
		"open":      {row{Status: vacancy.Published, ClosesOn: closes}, stateOpen, nil},
		"last day":  {row{Status: vacancy.Published, ClosesOn: clock.DayOf(at)}, stateOpen, nil},
		"paused":    {row{Status: vacancy.Paused, ClosesOn: closes}, statePaused, nil},
		"over":      {row{Status: vacancy.Published, ClosesOn: clock.MustDay("2026-04-09")}, stateOver, &ending{On: clock.MustDay("2026-04-09"), Kind: endExpired}},
		"filled":    {row{Status: vacancy.Filled, ClosesOn: closes, EndedAt: &yesterday, EndReason: "đủ"}, stateEnded, &ending{clock.MustDay("2026-04-09"), true, endFilled, "đủ"}},
		"withdrawn": {row{Status: vacancy.Withdrawn, ClosesOn: closes, EndedAt: &at}, stateEnded, &ending{clock.MustDay("2026-04-10"), true, endWithdrawn, ""}},
		"filled on the last day": {row{Status: vacancy.Filled, ClosesOn: clock.MustDay("2026-04-09"), EndedAt: &yesterday}, stateOver,
			&ending{clock.MustDay("2026-04-09"), false, endFilled, ""}},
		"not trusted": {row{Status: vacancy.Published, ClosesOn: closes, EmployerState: employer.Suspended}, statePaused, &ending{clock.MustDay("2026-04-10"), true, endEmployer, ""}},
	} {
		if tt.v.EmployerState == "" {
			tt.v.EmployerState = employer.Verified
		}
		state, end := stateOf(tt.v, at)
		if state != tt.state || (end == nil) != (tt.end == nil) || end != nil && *end != *tt.end {
			t.Errorf("%s: %s %+v, want %s %+v", name, state, end, tt.state, tt.end)
		}
	}
}

func TestBandAndLevel(t *testing.T) {
	t.Parallel()
	for wage, want := range map[int64]string{0: "Thỏa thuận", 4_999_999: "Dưới 5 triệu", 5_000_000: "5 - 10 triệu", 10_000_000: "5 - 10 triệu",
		10_000_001: "10 - 20 triệu", 50_000_000: "20 - 50 triệu", 50_000_001: "Trên 50 triệu"} {
		if got := band(wage); got != want {
			t.Errorf("band(%d) = %s, want %s", wage, got, want)
		}
	}
	if level("8153", 2) != "81" || level("81", 4) != "" || level("8153", 4) != "8153" {
		t.Error("levels of an occupation")
	}
}
