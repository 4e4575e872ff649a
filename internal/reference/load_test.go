package reference_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/reference"
)

var at = time.Date(2026, 11, 23, 1, 0, 0, 0, time.UTC)

// TestLoad fills a database that has only its schema, by several processes at
// once, and again.
func TestLoad(t *testing.T) {
	t.Parallel()
	pool := postgrestest.Empty(t)
	if err := postgres.Migrate(pool); err != nil {
		t.Fatal(err)
	}
	db := postgres.New(pool)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() { load(t, db, at) })
	}
	wait.Wait()
	hasEverything(t, db)
	before := value[time.Time](t, db, `SELECT loaded_at FROM reference_loads`)
	load(t, db, at.Add(time.Hour))
	if after := value[time.Time](t, db, `SELECT loaded_at FROM reference_loads`); !after.Equal(before) {
		t.Error("unchanged data were loaded again")
	}
}

// hasEverything compares the tables with the files.
func hasEverything(t *testing.T, db *postgres.DB) {
	t.Helper()
	s, err := reference.Read()
	if err != nil {
		t.Fatal(err)
	}
	for table, want := range map[string]int{
		"areas": len(s.Areas), "area_successors": len(s.Successors), "zones": len(s.Zones), "zone_areas": 51,
		"occupations": len(s.Occupations), "minimum_wages": len(s.Wages), "wage_regions": len(s.WageRegions),
		"holidays": len(s.Holidays), "bodies": len(s.Bodies), "body_successors": len(s.Successions),
		"partnerships":                  len(s.Partnerships),
		"areas WHERE parent_id IS NULL": 4,
		"areas WHERE lat IS NULL":       409,
		"areas WHERE province_code = '24' AND kind = 'district'": 8,
		"bodies WHERE counterpart_id IS NOT NULL":                12,
		"bodies WHERE area_id IS NULL":                           13,
		"bodies WHERE parent_id IS NULL":                         4,
		"bodies WHERE side = 'destination'":                      7,
		"occupations WHERE parent_code IS NULL":                  10,
	} {
		if got := value[int](t, db, `SELECT count(*) FROM `+table); got != want {
			t.Errorf("%s: %d rows, want %d", table, got, want)
		}
	}
}

// TestLoadMends loads over rows that went astray, as after a new release.
func TestLoadMends(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	for _, sql := range []string{
		`UPDATE reference_loads SET checksum = 'an older release'`,
		`UPDATE areas SET name = 'x', parent_id = NULL, folded = '' WHERE code = '06034'`,
		`UPDATE zones SET folded = 'x'`,
		`UPDATE bodies SET counterpart_id = NULL, parent_id = NULL`,
		`UPDATE minimum_wages SET monthly_vnd = 1`,
		`DELETE FROM area_successors`,
		`INSERT INTO holidays VALUES ('2027-12-30', 'holiday', 'x', 'x', 'x', 'computed')`,
		`INSERT INTO holidays VALUES ('2027-12-31', 'holiday', 'x', 'x', 'x', 'announced')`,
		`UPDATE holidays SET name_vi = 'Tết', certainty = 'announced' WHERE day = '2027-02-05'`,
		`UPDATE holidays SET name_vi = 'x' WHERE day = '2024-01-01'`,
		`UPDATE partnerships SET map_on = '2025-07-01'`,
	} {
		if _, err := db.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	load(t, db, at)
	for sql, want := range map[string]string{
		`SELECT a.name || ', ' || p.name FROM areas a JOIN areas p ON p.id = a.parent_id WHERE a.code = '06034' AND a.valid_from = '2024-03-13'`: "Chi Lăng, Tràng Định",
		`SELECT folded FROM zones WHERE slug = 'quang-chau'`:                                                                               "kcn quang chau",
		`SELECT c.slug FROM bodies b JOIN bodies c ON c.id = b.counterpart_id WHERE b.slug = 'ls-bao'`:                                     "bg-bao",
		`SELECT p.slug FROM bodies b JOIN bodies p ON p.id = b.parent_id WHERE b.slug = 'ls-ttdvvl'`:                                       "ls-sldtbxh",
		`SELECT min(monthly_vnd)::text FROM minimum_wages`:                                                                                 "3250000",
		`SELECT string_agg(name_vi, ' ' ORDER BY day) FROM holidays WHERE day IN ('2027-02-05', '2027-12-30', '2027-12-31', '2024-01-01')`: "Tết Dương lịch Tết x",
		`SELECT map_on::text FROM partnerships`:                                                                                            "2025-07-01",
		`SELECT count(*)::text FROM area_successors`:                                                                                       "391",
	} {
		if got := value[string](t, db, sql); got != want {
			t.Errorf("%s: got %q, want %q", sql, got, want)
		}
	}
}

// TestStoredHolidays reads back what was loaded.
func TestStoredHolidays(t *testing.T) {
	t.Parallel()
	holidays, err := reference.StoredHolidays(t.Context(), postgrestest.Tx(t))
	if err != nil {
		t.Fatal(err)
	}
	c := reference.Calendar(holidays)
	if got := c.LastWorking(clock.MustDay("2024-04-30")); got != clock.MustDay("2024-04-26") {
		t.Errorf("last working day of April 2024: got %s", got)
	}
	if c.Working(clock.MustDay("2026-11-24")) || !c.Working(clock.MustDay("2026-08-22")) {
		t.Error("24/11/2026 is a holiday and 22/08/2026 is worked")
	}
}

// BenchmarkLoadUnchanged is what every start but the first pays.
func BenchmarkLoadUnchanged(b *testing.B) {
	db := postgrestest.Tx(b)
	for b.Loop() {
		load(b, db, at)
	}
}

func load(tb testing.TB, db *postgres.DB, at time.Time) {
	tb.Helper()
	if err := reference.Load(context.Background(), db, at); err != nil {
		tb.Error(err)
	}
}

func value[T any](t *testing.T, db *postgres.DB, sql string) T {
	t.Helper()
	v, err := postgres.Value[T](t.Context(), db, sql)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return v
}
