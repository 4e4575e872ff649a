package candidate_test

import (
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/candidate"
	"cauviec/internal/vacancy"
)

// drive is an event in a commune of the district, at which an order had so many
// hired on the spot.
func (b *bundle) drive(t *testing.T, vacancy, hired int) int64 {
	t.Helper()
	return value[int64](t, b, `
		WITH d AS (
		    INSERT INTO drives (partnership_id, kind, status, district_body_id, commune_body_id, planned_by, title, slug, venue, starts_at, ends_at, created_at)
		    SELECT p.id, 'fair', 'reported', @district, @commune, @district, 'Ngày hội', 'ngay-hoi', 'Chợ', @at, @at, @at
		    FROM partnerships p ORDER BY p.id LIMIT 1 RETURNING id)
		INSERT INTO drive_vacancies (drive_id, vacancy_id, registered, hired) SELECT id, @vacancy, @hired, @hired FROM d RETURNING drive_id`,
		pgx.StrictNamedArgs{"district": b.district.Body, "commune": b.commune.Body, "vacancy": b.vacancies[vacancy], "hired": hired, "at": noon})
}

// Somebody who had registered alone, comes to a drive and is hired there draws
// the order down once, whether the hiring or the list of names is entered first.
func TestWhoHadRegisteredAndComesToADriveCountsOnce(t *testing.T) {
	t.Parallel()
	for _, hiredFirst := range []bool{false, true} {
		b := world(t)
		_, id := b.visitor(t, 0)
		if hiredFirst {
			b.to(t, id, 0, candidate.Hired)
		}
		former, drive := b.drive(t, 0, 0), b.drive(t, 0, 3)
		at := []int64{former, drive, former}
		if hiredFirst {
			at = []int64{drive, former}
		}
		for i, one := range at {
			r := b.registration(0)
			r.DriveID, r.Manner = one, candidate.OnPaper
			receipt, err := b.RegisterFor(t.Context(), b.district, r)
			if err != nil || receipt.ID != id || !receipt.Known {
				t.Fatalf("entering the person at a drive: %+v, %v", receipt, err)
			}
			if i == 1 && !hiredFirst {
				b.to(t, id, 0, candidate.Hired)
			}
		}
		if got := b.of(t, id, 0); got.DriveID != drive || got.Status != candidate.Hired {
			t.Errorf("hired first %v: the referral is %s, of drive %d and not %d", hiredFirst, got.Status, got.DriveID, drive)
		}
		orders := &vacancy.Store{DB: b.DB, Now: b.Now}
		counts, err := orders.Counts(t.Context(), b.centre, b.vacancies[0])
		if c := counts[b.vacancies[0]]; err != nil || c.Hired != 1 || c.Spot != 2 {
			t.Errorf("hired first %v: %+v, %v; want one by name and two without", hiredFirst, c, err)
		}
	}
}

// Who alone registers on the web is of no drive.
func TestAVisitorIsOfNoDrive(t *testing.T) {
	t.Parallel()
	b := world(t)
	_, id := b.visitor(t, 0)
	r := b.registration(0)
	r.DriveID = b.drive(t, 0, 1)
	if _, err := b.RegisterPublic(t.Context(), access.Actor{}, r); err != nil {
		t.Fatal(err)
	}
	if got := b.of(t, id, 0); got.DriveID != 0 {
		t.Errorf("the referral is of drive %d", got.DriveID)
	}
}
