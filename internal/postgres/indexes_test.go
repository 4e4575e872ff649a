package postgres_test

import (
	"testing"

	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

// TestWhatRefersToAVacancyIsFound keeps the taking back of drafts quick: for
// each the database looks for what refers to it, and without an index reads a
// whole table.
func TestWhatRefersToAVacancyIsFound(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	slow, err := postgres.Values[string](t.Context(), db, `
		SELECT format('%s (%s)', c.conrelid::regclass, a.attname)
		FROM pg_constraint c
		JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
		WHERE c.contype = 'f' AND c.confrelid = 'vacancies'::regclass
		  AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])
		ORDER BY 1`)
	if err != nil {
		t.Fatal(err)
	}
	for _, column := range slow {
		t.Errorf("%s refers to vacancies without an index", column)
	}
}
