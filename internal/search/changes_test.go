package search_test

import (
	"testing"

	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/search"
)

// TestOldChangesAreForgotten keeps the last hundred thousand.
func TestOldChangesAreForgotten(t *testing.T) {
	t.Parallel()
	db := postgrestest.DB(t) // numbers of its own, without gaps
	if _, err := db.Exec(t.Context(), `INSERT INTO live_changes (vacancy_id) SELECT 1 FROM generate_series(1, 100200)`); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := search.ForgetChanges(t.Context(), db); err != nil {
			t.Fatal(err)
		}
		if n, err := postgres.Value[int](t.Context(), db, `SELECT count(*) FROM live_changes`); err != nil || n != 100_000 {
			t.Errorf("%d are kept, %v", n, err)
		}
	}
}
