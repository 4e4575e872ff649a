package board_test

import (
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/board"
	"cauviec/internal/board/boardtest"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

var noon = time.Date(2026, 4, 10, 5, 0, 0, 0, time.UTC)

// TestDrives shows what is announced and not over, the soonest first.
func TestDrives(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	plan := func(title, status string, begins time.Time) {
		t.Helper()
		if _, err := db.Exec(t.Context(), `
			INSERT INTO drives (partnership_id, kind, status, district_body_id, commune_body_id, planned_by, title, slug, venue, starts_at, ends_at, created_at)
			SELECT (SELECT min(id) FROM partnerships), 'counselling', @status, d.id, c.id, d.id, @title, 'x', 'Nhà văn hóa', @begins, @ends, @begins
			FROM bodies d JOIN bodies c ON c.parent_id = d.id
			WHERE d.slug = 'ls-huu-lung'
			ORDER BY c.id
			LIMIT 1`, pgx.StrictNamedArgs{"status": status, "title": title, "begins": begins, "ends": begins.Add(3 * time.Hour)}); err != nil {
			t.Fatal(err)
		}
	}
	plan("tuần sau", "announced", noon.AddDate(0, 0, 7))
	plan("đang diễn ra", "announced", noon.Add(-time.Hour))
	plan("đã xong", "announced", noon.Add(-4*time.Hour))
	plan("mới định", "planned", noon.AddDate(0, 0, 1))
	plan("đã hủy", "cancelled", noon.AddDate(0, 0, 1))
	drives, err := (&board.Store{DB: db}).Drives(t.Context(), noon, 5)
	if err != nil {
		t.Fatal(err)
	}
	if len(drives) != 2 || drives[0].Title != "đang diễn ra" || drives[1].Title != "tuần sau" {
		t.Fatalf("got %+v", drives)
	}
	if drives[0].District != "Hữu Lũng" || drives[0].Commune == "" {
		t.Errorf("it is in %q, %q", drives[0].Commune, drives[0].District)
	}
}

// TestChoices offers the eleven districts of the working map, each with its
// place, and no zone that is only planned.
func TestChoices(t *testing.T) {
	t.Parallel()
	choices, err := (&board.Store{DB: postgrestest.Tx(t)}).Choices(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, c := range choices {
		count[c.Kind]++
		if c.Point().IsZero() {
			t.Errorf("%s has no place", c.Name)
		}
		if c.Kind == board.ChoiceDistrict && c.Key == "220" {
			t.Error("Sơn Động is in the other province")
		}
	}
	if count[board.ChoiceDistrict] != 11 || count[board.ChoiceZone] == 0 || count[board.ChoiceCluster] == 0 {
		t.Errorf("got %v", count)
	}
}

// TestCardsKeepTheirOrder reads cards as they were asked for, without those
// that are not published.
func TestCardsKeepTheirOrder(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	ids := boardtest.Fill(t, db, clock.DayOf(noon), boardtest.Size{Vacancies: 5, Employers: 1})
	if _, err := db.Exec(t.Context(), `UPDATE vacancies SET status = 'paused' WHERE id = @id`, pgx.StrictNamedArgs{"id": ids[1]}); err != nil {
		t.Fatal(err)
	}
	cards, err := (&board.Store{DB: db}).Cards(t.Context(), []int64{ids[3], ids[1], ids[0], 1 << 40})
	if err != nil {
		t.Fatal(err)
	}
	if len(cards) != 2 || cards[0].ID != ids[3] || cards[1].ID != ids[0] {
		t.Errorf("got %+v", cards)
	}
}

// TestAnEmployerHasNoTelephone: people write numbers among words all the same.
func TestAnEmployerHasNoTelephone(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	boardtest.Fill(t, db, clock.DayOf(noon), boardtest.Size{Vacancies: 1, Employers: 1})
	id, err := postgres.Value[int64](t.Context(), db, `
		UPDATE employers SET state = 'verified', living = 'Phòng 6 người, gọi anh Tú 0912 345 678', bus_note = 'lái xe 0912–345–678', bus = 'yes'
		RETURNING id`)
	if err != nil {
		t.Fatal(err)
	}
	e, err := (&board.Store{DB: db}).Employer(t.Context(), id)
	if err != nil || e.Living != "Phòng 6 người, gọi anh Tú […]" || e.BusNote != "lái xe […]" {
		t.Errorf("got %q, %q, %v", e.Living, e.BusNote, err)
	}
}
