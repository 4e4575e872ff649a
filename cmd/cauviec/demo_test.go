package main

import (
	"testing"

	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/startup"
	"cauviec/internal/startup/startuptest"
)

// The desks of the sample world have worked before it is first looked at, once.
func TestTheSampleDesksHaveWorked(t *testing.T) {
	t.Parallel()
	db, pool, err := postgres.Open(t.Context(), startuptest.URL(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	now := clock.Fixed(startuptest.Noon)
	for range 2 {
		if err := startup.FillDesks(t.Context(), db, pool, now, sampleWords(db, now, "https://viec.example")); err != nil {
			t.Fatal(err)
		}
	}
	for sql, want := range map[string]int{
		`SELECT count(*) FROM imports WHERE state = 'confirmed' AND rows = 9 AND created = 6 AND refused = 3`:                  1,
		`SELECT count(*) FROM imports WHERE state = 'preview' AND rows = 4 AND created = 3 AND refused = 1 AND incomplete = 0`: 1,
		`SELECT count(*) FROM vacancies WHERE employer_ref LIKE 'ĐH-%' AND status = 'draft' AND sample`:                        6,
		`SELECT count(*) FROM vacancies WHERE NOT sample`:                                                                      0,
		`SELECT count(*) FROM exchange_exports WHERE records > 0`:                                                              1,
		`SELECT count(*) FROM alert_people WHERE confirmed_at IS NOT NULL AND ended_at IS NULL`:                                5,
		`SELECT count(*) FROM alert_people WHERE ended_at IS NOT NULL AND address = ''`:                                        1,
		`SELECT count(*) FROM alert_people WHERE address <> '' AND address NOT LIKE '%@example.com'`:                           0,
		`SELECT count(*) FROM alert_messages WHERE kind = 'confirm'`:                                                           7,
		`SELECT count(*) FROM alert_messages WHERE state <> 'recorded'`:                                                        0,
		`SELECT count(*) FROM alert_messages WHERE created_at > '2025-05-20T05:00:00Z'`:                                        0,
		`SELECT count(DISTINCT a.thing_id) FROM attachments a JOIN reports r ON r.id = a.thing_id WHERE a.thing = 'report'`:    2,
	} {
		if got := count(t, db, sql); got != want {
			t.Errorf("%s: got %d, want %d", sql, got, want)
		}
	}
	if told := count(t, db, `SELECT count(*) FROM alert_messages WHERE kind = 'jobs' AND (body LIKE '%https://viec.example/%' OR body = '')`); told < 5 {
		t.Errorf("%d messages of vacancies", told)
	}
}

func count(t *testing.T, db *postgres.DB, sql string) int {
	t.Helper()
	n, err := postgres.Value[int](t.Context(), db, sql)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return n
}
