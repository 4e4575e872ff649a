package search_test

import (
	"slices"
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/search"
)

// TestRebuild makes the table anew and finds the same.
func TestRebuild(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	id := w.put(search.Entry{Title: "Thợ may", ClosesOn: today, Benefits: []string{"meals_2"}, ZoneID: w.zones["van-trung"]})
	if _, err := w.Exec(t.Context(), `
		UPDATE vacancies SET closes_on = @day, published_at = created_at, benefits = '{meals_2}', zone_id = @zone WHERE id = @id`,
		pgx.StrictNamedArgs{"id": id, "day": today, "zone": w.zones["van-trung"]}); err != nil {
		t.Fatal(err)
	}
	if err := search.Remove(t.Context(), w.DB, id); err != nil {
		t.Fatal(err)
	}
	if err := search.Rebuild(t.Context(), w.DB); err != nil {
		t.Fatal(err)
	}
	got := w.find(search.Query{Text: "thợ may Hoà Phát vân trung", Benefits: []string{search.Meals}, Zones: []string{"van-trung"}})
	if !slices.Equal(got.IDs, []int64{id}) {
		t.Errorf("found %v, want %d", got.IDs, id)
	}
}

// TestRenew writes the table anew once, when it was written by other rules.
func TestRenew(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	id := w.put(search.Entry{Title: "Thợ may"})
	if _, err := w.Exec(t.Context(), `UPDATE vacancies SET closes_on = @day, published_at = created_at WHERE id = @id`,
		pgx.StrictNamedArgs{"id": id, "day": today}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []int{1, 0} { // found by words that were lost, then left alone
		if _, err := w.Exec(t.Context(), `UPDATE live_vacancies SET terms = ''`); err != nil {
			t.Fatal(err)
		}
		if err := search.Renew(t.Context(), w.DB); err != nil {
			t.Fatal(err)
		}
		if n := w.find(search.Query{Text: "may", EmployerID: w.employer}).Total; n != want {
			t.Errorf("found %d, want %d", n, want)
		}
	}
}
