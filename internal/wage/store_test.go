package wage_test

import (
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/wage"
)

func zone(t *testing.T, db *postgres.DB, slug string) wage.Place {
	t.Helper()
	id, err := postgres.Value[int64](t.Context(), db, `SELECT id FROM zones WHERE slug = @slug`, pgx.StrictNamedArgs{"slug": slug})
	if err != nil {
		t.Fatal(err)
	}
	return wage.Place{Zone: id}
}

// The same gate, four days: one decree after another, districts before July
// 2025 and communes after.
func TestTheMinimumByPlaceAndDay(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	s := &wage.Store{DB: db}
	const d38, d74, d293 = "Nghị định 38/2022/NĐ-CP", "Nghị định 74/2024/NĐ-CP", "Nghị định 293/2025/NĐ-CP"
	tests := []struct {
		zone, day string
		want      wage.Finding
	}{
		{"dinh-tram", "15/03/2024", wage.Finding{Minimum: 3_640_000, Region: "III", Basis: d38}},
		{"dinh-tram", "15/01/2025", wage.Finding{Minimum: 4_410_000, Region: "II", Basis: d74}},
		{"dinh-tram", "15/08/2025", wage.Finding{Minimum: 4_410_000, Region: "II", Basis: d74}},
		{"dinh-tram", "15/01/2026", wage.Finding{Minimum: 4_730_000, Region: "II", Basis: d293}},
		{"hoa-phu", "15/01/2025", wage.Finding{Minimum: 3_860_000, Region: "III", Basis: d74}},
		// Lạng Giang (III) and Yên Dũng (II): the highest applies.
		{"thai-dao-tan-an", "15/03/2024", wage.Finding{Minimum: 3_640_000, Region: "III", Basis: d38}},
		{"thai-dao-tan-an", "15/01/2025", wage.Finding{Minimum: 4_410_000, Region: "II", Basis: d74}},
		{"yen-son-bac-lung", "15/03/2024", wage.Finding{Minimum: 3_250_000, Region: "IV", Basis: d38}},
		{"yen-son-bac-lung", "15/01/2025", wage.Finding{Minimum: 3_450_000, Region: "IV", Basis: d74}},
		// Before the oldest decree kept here, nothing is known.
		{"dinh-tram", "15/03/2020", wage.Finding{}},
	}
	for _, tt := range tests {
		got, err := s.At(t.Context(), access.Everything(), zone(t, db, tt.zone), clock.MustDay(tt.day))
		if err != nil || got != tt.want {
			t.Errorf("%s on %s: got %+v, %v, want %+v", tt.zone, tt.day, got, err, tt.want)
		}
	}
}

// A zone whose commune of 2025 is not listed is followed from its district
// through the communes that went into others.
func TestAZoneKnownOnTheOldMapOnly(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	s := &wage.Store{DB: db}
	got, err := s.At(t.Context(), access.Everything(), zone(t, db, "ccn-gia-khe"), clock.MustDay("15/01/2026"))
	if err != nil || !got.Known() || got.Basis != "Nghị định 293/2025/NĐ-CP" {
		t.Errorf("got %+v, %v", got, err)
	}
}

// A workplace outside of all zones goes by its district.
func TestADistrict(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	s := &wage.Store{DB: db}
	id, err := postgres.Value[int64](t.Context(), db, `SELECT id FROM areas WHERE code = '213' AND valid_from = '2024-03-13'`)
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string]int64{"15/03/2024": 3_640_000, "15/01/2025": 4_410_000, "15/01/2026": 4_730_000} {
		got, err := s.At(t.Context(), access.Everything(), wage.Place{Area: id}, clock.MustDay(day))
		if err != nil || got.Minimum != want {
			t.Errorf("on %s: got %+v, %v, want %d", day, got, err, want)
		}
	}
	if got, err := s.At(t.Context(), access.Everything(), wage.Place{}, clock.MustDay("15/01/2026")); err != nil || got.Known() {
		t.Errorf("nowhere: got %+v, %v", got, err)
	}
}
