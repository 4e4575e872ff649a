package vacancy_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"cauviec/internal/vacancy"
)

// drive enters a reported drive.
func (w world) drive(t *testing.T) int64 {
	t.Helper()
	return value(t, w.db, `
		INSERT INTO drives (partnership_id, kind, status, district_body_id, commune_body_id, planned_by, title, slug, venue, starts_at, ends_at, created_at)
		SELECT p.id, 'fair', 'reported', b.id, b.id, b.id, 'Ngày hội', 'ngay-hoi', 'Chợ', '2026-03-01', '2026-03-01', '2026-02-01'
		FROM partnerships p, bodies b WHERE b.slug = 'ls-chi-lang' RETURNING id`)
}

// brought enters what a drive reports of an order.
func (w world) brought(t *testing.T, drive, v int64, registered, hired any) {
	t.Helper()
	_, err := w.db.Exec(t.Context(), `INSERT INTO drive_vacancies (drive_id, vacancy_id, registered, hired) VALUES ($1, $2, $3, $4)`,
		drive, v, registered, hired)
	if err != nil {
		t.Fatal(err)
	}
}

// How it is known that the person of a referral was at a drive.
const (
	byReferral = `UPDATE referrals SET drive_id = $1 WHERE id = $2`
	byPerson   = `UPDATE candidates c SET drive_id = $1 FROM referrals r WHERE r.id = $2 AND c.id = r.candidate_id`
	byAnother  = `
		INSERT INTO referrals (candidate_id, vacancy_id, status, registered_at, drive_id)
		SELECT r.candidate_id, (SELECT max(v.id) FROM vacancies v), 'registered', r.registered_at, $1 FROM referrals r WHERE r.id = $2`
)

func (w world) named(t *testing.T, referral, drive int64, how string) {
	t.Helper()
	if _, err := w.db.Exec(t.Context(), how, drive, referral); err != nil {
		t.Fatal(err)
	}
}

// TestPeopleAreCountedOnce: each order is drawn down by what the drive says of
// it, less those who have a referral to it.
func TestPeopleAreCountedOnce(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v, other, unsaid := w.small(t, 50), w.small(t, 60), w.small(t, 70)
	alone, both, former := w.drive(t), w.drive(t), w.drive(t)
	w.brought(t, alone, v.ID, 20, 8)
	w.brought(t, both, v.ID, 9, 4)
	w.brought(t, both, other.ID, 7, 6)
	w.brought(t, former, unsaid.ID, nil, nil)
	w.brought(t, former, other.ID, nil, nil)
	w.named(t, w.referred(t, v.ID, "hired"), alone, byReferral)
	w.named(t, w.referred(t, v.ID, "started"), both, byPerson)
	w.named(t, w.referred(t, v.ID, "registered"), both, byReferral)
	w.referred(t, other.ID, "hired")
	counts, err := w.store.Counts(t.Context(), w.own, v.ID, other.ID, unsaid.ID)
	if err != nil {
		t.Fatal(err)
	}
	if c := counts[v.ID]; c.Spot != 7+3 || c.Hired != 1 || c.Coming() != 11 || c.AtWork() != 1 {
		t.Errorf("at two drives: %+v", c)
	}
	if c := counts[other.ID]; c.Spot != 6 || c.Coming() != 7 {
		t.Errorf("one of two at a drive: %+v", c)
	}
	if c := counts[unsaid.ID]; c.Spot != 0 {
		t.Errorf("in a report that does not tell of orders: %+v", c)
	}
	list, err := w.store.Brought(t.Context(), w.own, v.ID)
	if err != nil || len(list) != 2 || list[0].Drive != alone || list[0].Registered != 20 || list[0].Spot() != 7 || list[1].Named != 1 || list[1].Spot() != 3 {
		t.Errorf("its figure comes from %+v, %v", list, err)
	}
	if list[0].Readable {
		t.Error("the employer was not there and may read the drive")
	}
	if list, err := w.store.Brought(t.Context(), w.centre, v.ID); err != nil || len(list) != 2 || !list[0].Readable {
		t.Errorf("the centre: %+v, %v", list, err)
	}
	if list, err := w.store.Brought(t.Context(), w.own, unsaid.ID); err != nil || len(list) != 0 {
		t.Errorf("of a report that does not tell of orders: %+v, %v", list, err)
	}
}

// An order that drives draw down is not short of people.
func TestADriveFillsAShortOrder(t *testing.T) {
	t.Parallel()
	w := setup(t)
	v := w.small(t, 50)
	if _, err := w.db.Exec(t.Context(), `UPDATE vacancies SET published_at = '2026-01-10' WHERE id = $1`, v.ID); err != nil {
		t.Fatal(err)
	}
	if n := w.listed(t, w.own, vacancy.Short); n != 1 {
		t.Fatalf("%d are short, want 1", n)
	}
	w.brought(t, w.drive(t), v.ID, 9, 5)
	if n := w.listed(t, w.own, vacancy.Short); n != 0 {
		t.Errorf("%d are short with one in ten on the way", n)
	}
}

// TestNobodyDrawsTwice invents drives, the orders that they bring and the people
// who come. Some are hired on the spot, and each report counts them truly; some
// are entered by name, then or later, and some only come to work later. However
// it falls out, no order is drawn down by more people than were hired for it,
// by all of them where nobody was hired later, and by none twice.
func TestNobodyDrawsTwice(t *testing.T) {
	t.Parallel()
	w := setup(t)
	orders := []int64{w.small(t, 50).ID, w.small(t, 60).ID, w.small(t, 70).ID}
	w.small(t, 80) // to which people came before
	for seed := range uint64(12) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			w.clear(t)
			c := crowd{world: w, random: rand.New(rand.NewPCG(seed, 5)), truth: map[int64]int{}, late: seed%2 == 0}
			for range 3 {
				c.meet(t, orders[:1+c.random.IntN(len(orders))])
			}
			c.judge(t, orders)
		})
	}
}

func (w world) clear(t *testing.T) {
	t.Helper()
	for _, table := range []string{"drive_vacancies", "referrals", "candidates", "drives"} {
		if _, err := w.db.Exec(t.Context(), `DELETE FROM `+table); err != nil {
			t.Fatal(err)
		}
	}
}

// crowd is who came to drives.
type crowd struct {
	world
	random *rand.Rand
	truth  map[int64]int // people hired, by order
	late   bool          // some are hired only later
}

// meet holds a drive and reports it.
func (c crowd) meet(t *testing.T, orders []int64) {
	t.Helper()
	drive, spot := c.drive(t), map[int64]int{}
	for range 8 + c.random.IntN(8) {
		v := orders[c.random.IntN(len(orders))]
		hired, known := c.random.IntN(2) == 0, c.random.IntN(2) == 0
		if hired {
			spot[v]++
		}
		later := !hired && known && c.late && c.random.IntN(2) == 0
		if hired || later {
			c.truth[v]++
		}
		how := []string{byReferral, byPerson, byAnother}[c.random.IntN(3)]
		switch {
		case known && (hired || later):
			status := []string{"hired", "started", "left"}[c.random.IntN(3)]
			c.named(t, c.referred(t, v, status), drive, how)
		case known:
			c.named(t, c.referred(t, v, "registered"), drive, how)
		}
	}
	for _, v := range orders {
		c.brought(t, drive, v, spot[v]+c.random.IntN(5), spot[v])
	}
}

func (c crowd) judge(t *testing.T, orders []int64) {
	t.Helper()
	counts, err := c.store.Counts(t.Context(), c.centre, orders...)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range orders {
		drawn := counts[v].Hired + counts[v].Started + counts[v].Spot
		if drawn > c.truth[v] || !c.late && drawn < c.truth[v] {
			t.Errorf("order %d is drawn down by %d, and %d were hired: %+v", v, drawn, c.truth[v], counts[v])
		}
		list, err := c.store.Brought(t.Context(), c.centre, v)
		if err != nil {
			t.Fatal(err)
		}
		sum := 0
		for _, d := range list {
			sum += d.Spot()
		}
		if sum != counts[v].Spot {
			t.Errorf("order %d: its drives explain %d of %d", v, sum, counts[v].Spot)
		}
	}
}
