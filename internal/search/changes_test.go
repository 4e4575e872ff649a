package search_test

import (
	"testing"

	"cauviec/internal/postgres"
	"cauviec/internal/search"
)

// TestOldChangesAreForgotten keeps the last hundred thousand.
func TestOldChangesAreForgotten(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	if _, err := w.Exec(t.Context(), `INSERT INTO live_changes (vacancy_id) SELECT 1 FROM generate_series(1, 100200)`); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := search.ForgetChanges(t.Context(), w.DB); err != nil {
			t.Fatal(err)
		}
		if n, err := postgres.Value[int](t.Context(), w.DB, `SELECT count(*) FROM live_changes`); err != nil || n != 100_000 {
			t.Errorf("%d are kept, %v", n, err)
		}
	}
}
