package api_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/vacancy"
	"cauviec/web"
)

// mirrored is a site on which vacancies are published, changed and ended by
// the operations of the product.
type mirrored struct {
	t       *testing.T
	db      *postgres.DB
	site    http.Handler
	days    atomic.Int64 // since it began
	store   *vacancy.Store
	firms   *employer.Store
	relay   access.Actor // writes
	centre  access.Actor // publishes
	board   access.Actor // verifies
	zone    int64
	mu      sync.Mutex
	random  *rand.Rand
	known   []int64 // vacancies
	workers []int64 // employers
	made    map[string]int
}

var began = time.Date(2026, 3, 10, 5, 0, 0, 0, time.UTC)

func newMirrored(t *testing.T) *mirrored {
	t.Helper()
	pool := postgrestest.Pool(t)
	w := &mirrored{t: t, db: postgres.New(pool), random: rand.New(rand.NewPCG(20, 24)), made: map[string]int{}}
	now := clock.Clock(func() time.Time { return began.AddDate(0, 0, int(w.days.Load())) })
	w.store, w.firms = &vacancy.Store{DB: w.db, Now: now}, &employer.Store{DB: w.db, Now: now}
	w.site = web.New(web.Deps{DB: w.db, Pool: pool, Now: now, Log: slog.New(slog.DiscardHandler)})
	w.relay, w.centre, w.board = w.as("bg-ttdvvl"), w.as("ls-ttdvvl"), w.as("bg-bqlkcn")
	w.zone = w.value(`SELECT id FROM zones WHERE slug = 'dinh-tram'`)
	for _, taxCode := range []string{"0100233488", "0314409058", "2400123458", "2400778895", "2400000015", "2400000022"} {
		w.employ(taxCode)
	}
	return w
}

func (w *mirrored) value(sql string, args ...any) int64 {
	w.t.Helper()
	v, err := postgres.Value[int64](w.t.Context(), w.db, sql, args...)
	w.check(err)
	return v
}

func (w *mirrored) check(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *mirrored) as(slug string) access.Actor {
	w.t.Helper()
	b, err := postgres.One[struct {
		ID   int64
		Side access.Side
		Kind access.Kind
	}](w.t.Context(), w.db, `SELECT id, side, kind FROM bodies WHERE slug = $1`, slug)
	w.check(err)
	account := w.value(`INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
		VALUES ($1, '', $1, $2, 'staff', '2026-01-01') RETURNING id`, slug, b.ID)
	return access.Actor{Account: account, Body: b.ID, BodySlug: slug, Seat: access.Seat{Side: b.Side, Kind: b.Kind}, Bodies: []int64{b.ID}}
}

func (w *mirrored) firm(taxCode, name string) employer.Details {
	return employer.Details{TaxCode: taxCode, Name: name, Type: "private", Address: "KCN Đình Trám", ZoneID: w.zone,
		Living: fmt.Sprintf("Phòng trọ cách %d km", 1+w.draw(9))}
}

func (w *mirrored) employ(taxCode string) {
	w.t.Helper()
	id, err := w.firms.Create(w.t.Context(), w.board, w.firm(taxCode, "Công ty "+taxCode))
	w.check(err)
	w.check(w.firms.Verify(w.t.Context(), w.board, id, 1, "giấy phép", employer.Registration))
	w.workers = append(w.workers, id)
}

func (w *mirrored) client(from string) client { return client{t: w.t, site: w.site, from: from} }

func (w *mirrored) today() clock.Day { return w.store.Now.Today() }

// draw returns a number below n.
func (w *mirrored) draw(n int) int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.random.IntN(n)
}

func (w *mirrored) oneOf(list *[]int64) int64 {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(*list) == 0 {
		return 0
	}
	return (*list)[w.random.IntN(len(*list))]
}

// facts are those of a new wording. Half of the orders are parted, and half say
// how one works.
func (w *mirrored) facts() vacancy.Details {
	d := vacancy.Details{
		EmployerID: w.oneOf(&w.workers), Title: fmt.Sprintf("Công nhân may %d", w.draw(1000)), OccupationCode: "8153", ZoneID: w.zone,
		Headcount: 10 + w.draw(200), Description: "May áo khoác theo chuyền", Position: "staff", Education: "lower_secondary",
		Qualification: "any", Hours: "full", Shift: "garment", BasicWage: 5_200_000, IncomeFrom: 8_000_000, IncomeTo: 11_000_000,
		Benefits: []string{"insurance", vacancy.Dormitory}, Conditions: []string{"indoor"}, NoFee: true, Couples: w.draw(2) == 0,
		ContactName: "Chị Hoa", ContactPhone: "0912345678", ClosesOn: w.today().Add(2 + w.draw(9)),
	}
	if first := 1 + w.draw(9); w.draw(2) == 0 {
		d.Batches = []vacancy.Batch{{NeededBy: w.today().Add(20), Headcount: first}, {NeededBy: w.today().Add(40), Headcount: d.Headcount - first}}
	}
	if w.draw(2) == 0 {
		d.Turns, d.WorkDays, d.OvertimeHours = []vacancy.Turn{{From: "07:30", To: "16:30", Break: 30 + w.draw(60)}}, 5+w.draw(2), w.draw(40)
		d.Allowances = []vacancy.Allowance{{Kind: "attendance", Amount: int64(1+w.draw(9)) * 100_000, Condition: "Không nghỉ ngày nào"}}
	}
	return d
}

// change makes one random change that counts. What the rules refuse is drawn
// anew; half of the transactions stay open for a while.
func (w *mirrored) change() {
	var urn []string
	for kind, weight := range weights {
		urn = append(urn, slices.Repeat([]string{kind}, weight)...)
	}
	for range 10_000 {
		kind := urn[w.draw(len(urn))]
		slow := time.Duration(w.draw(2)*w.draw(25)) * time.Millisecond
		err := w.db.InTx(context.Background(), func(ctx context.Context) error {
			err := w.changes()[kind](ctx)
			time.Sleep(slow)
			return err
		})
		if err == nil {
			w.mu.Lock()
			w.made[kind]++
			w.mu.Unlock()
			return
		}
		if !errors.Is(err, errs.Conflict) && !errors.Is(err, errs.Invalid) && !errors.Is(err, errs.NotFound) {
			w.t.Error(kind, err)
			return
		}
	}
	w.t.Error("nothing can be changed any more")
}
