package vacancies

import (
	"slices"
	"testing"

	"cauviec/internal/board"
	"cauviec/internal/search"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
)

// TestEveryCodeHasWords asks for the words of keys that are put together from
// codes: no page may show a key.
func TestEveryCodeHasWords(t *testing.T) {
	t.Parallel()
	var keys []string
	add := func(prefix string, codes ...string) {
		for _, code := range codes {
			keys = append(keys, prefix+code)
		}
	}
	add("jobs.trade.", trades...)
	add("jobs.closed.", "hidden", string(vacancy.Expired), string(vacancy.Paused), string(vacancy.Filled), string(vacancy.Withdrawn),
		string(vacancy.Draft), string(vacancy.Submitted))
	for _, n := range offerWords {
		add("jobs.benefit.", n.Code)
	}
	for _, n := range shiftWords {
		add("jobs.shift.", n.Code)
	}
	for _, sort := range search.Sorts() {
		add("jobs.sort.", string(sort))
	}
	for _, part := range []search.Part{search.PartBenefits, search.PartShifts, search.PartIncome, search.PartZones, search.PartOccupations, search.PartWord, search.PartText} {
		add("jobs.drop.", string(part))
	}
	add("finding.fact.", search.Facts()...)
	for _, v := range []verdict{genuine, changed, ended, unknown, noCode, waiting} {
		add("jobs.check."+string(v), "", ".help")
	}
	for _, km := range []int{1, 80, 200} {
		habit, _ := board.HabitOf(km)
		add("jobs.habit.", string(habit))
	}
	for _, key := range keys {
		if !locale.Has(key) {
			t.Errorf("key %q has no words", key)
		}
	}
}

// TestFiltersKnowTheListsOfTheForm keeps the filter in step with what can be
// published.
func TestFiltersKnowTheListsOfTheForm(t *testing.T) {
	t.Parallel()
	for _, shift := range vacancy.Shifts.Codes {
		if !slices.ContainsFunc(shiftWords, func(n named) bool { return n.Code == shift }) {
			t.Errorf("nobody can look for the shift %q", shift)
		}
	}
	for _, n := range benefitWords {
		if n.Code != search.Meals && n.Code != search.Transport && !vacancy.Benefits.Has(n.Code) {
			t.Errorf("no vacancy can have the benefit %q", n.Code)
		}
	}
	for _, list := range [][]named{offerWords, shiftWords, sortWords} {
		seen := map[string]bool{}
		for _, n := range list {
			if seen[n.Word] {
				t.Errorf("%q stands for two codes", n.Word)
			}
			seen[n.Word] = true
		}
	}
}
