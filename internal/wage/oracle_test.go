package wage_test

import (
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/reference"
	"cauviec/internal/wage"
)

// TestTheDatabaseAgreesWithTheLists asks for every zone at both ends of every
// decree since the working map, once in the database and once in the lists that
// it was filled from.
func TestTheDatabaseAgreesWithTheLists(t *testing.T) {
	t.Parallel()
	lists, err := reference.Read()
	if err != nil {
		t.Fatal(err)
	}
	db := postgrestest.Tx(t)
	s := &wage.Store{DB: db}
	zones, err := postgres.All[struct {
		ID   int64
		Slug string
	}](t.Context(), db, `SELECT id, slug FROM zones ORDER BY id`)
	if err != nil {
		t.Fatal(err)
	}
	areas := map[string][]reference.AreaKey{}
	for _, z := range lists.Zones {
		areas[z.Slug] = z.Areas
	}
	for _, day := range []string{
		"13/03/2024", "30/06/2024", "01/07/2024", "30/06/2025", "01/07/2025", "31/12/2025", "01/01/2026", "31/12/2027",
	} {
		on := clock.MustDay(day)
		for _, z := range zones {
			got, err := s.At(t.Context(), access.Everything(), wage.Place{Zone: z.ID}, on)
			region, _ := lists.RegionOf(areas[z.Slug], on)
			want, _ := lists.MinimumWage(region, on)
			if err != nil || got.Minimum != int64(want.MonthlyVND) || got.Basis != want.LegalBasis {
				t.Errorf("%s on %s: %+v in the database, %+v in the lists, %v", z.Slug, day, got, want, err)
			}
		}
	}
}
