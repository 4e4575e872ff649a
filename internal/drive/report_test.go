package drive_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"cauviec/internal/access"
	"cauviec/internal/drive"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/migrations"
)

// order is a published vacancy of an employer of its own.
func order(t *testing.T, db *postgres.DB, code, taxCode, title string) int64 {
	t.Helper()
	id, err := postgres.Value[int64](t.Context(), db, `
		WITH e AS (
		    INSERT INTO employers (tax_code, name, folded, slug, type, address, state, created_at, body_id)
		    SELECT $2, $3, lower($3), 'cong-ty', 'private', '', 'verified', '2024-01-01',
		           (SELECT max(id) FROM bodies WHERE id NOT IN (SELECT body_id FROM employers))
		    RETURNING id)
		INSERT INTO vacancies (code, slug, employer_id, title, headcount, status, closes_on, created_at, published_at, revision)
		SELECT $1, 'tin', id, $3, 100, 'published', '2024-12-31', '2024-01-01', '2024-02-01', 1 FROM e RETURNING id`, code, taxCode, title)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// over is a drive of last week that brought orders.
func (w *world) over(t *testing.T, orders ...int64) int64 {
	t.Helper()
	p := w.plan()
	p.StartsAt, p.EndsAt, p.Vacancies = today.Add(-3).At(8, 0), today.Add(-3).At(11, 0), orders
	id, err := w.store.Plan(t.Context(), w.district, p)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// shares are what a drive's report tells of its orders, by their number.
func (w *world) shares(t *testing.T, scope access.Scope, id int64) map[int64]drive.Order {
	t.Helper()
	list, err := w.store.Orders(t.Context(), scope, id)
	if err != nil {
		t.Fatal(err)
	}
	orders := map[int64]drive.Order{}
	for _, o := range list {
		orders[o.ID] = o
	}
	return orders
}

func is(n *int, want int) bool { return n != nil && *n == want }

func TestAReportTellsOfEachOrder(t *testing.T) {
	t.Parallel()
	w, ctx := setup(t), t.Context()
	sewing, welding := order(t, w.store.DB, "AAAAA1", "0100000001", "May"), order(t, w.store.DB, "AAAAA2", "0100000002", "Hàn")
	stranger := order(t, w.store.DB, "AAAAA3", "0100000003", "Đóng gói")
	id := w.over(t, sewing, welding)
	if o := w.shares(t, access.Everything(), id); len(o) != 2 || o[sewing].Registered != nil || o[sewing].Hired != nil {
		t.Errorf("before the report: %+v", o)
	}
	results := drive.Results{Attended: 40, Registered: 12, Interviewed: 9, Hired: 5}
	tests := []struct {
		name   string
		shares []drive.Share
		want   error
	}{
		{"more than all", []drive.Share{{Vacancy: sewing, Hired: 3}, {Vacancy: welding, Hired: 3}}, errs.Invalid},
		{"of an order that it did not bring", []drive.Share{{Vacancy: stranger, Hired: 3}}, errs.NotFound},
		{"of one order", []drive.Share{{Vacancy: sewing, Registered: 7, Hired: 3}}, nil},
		{"mended", []drive.Share{{Vacancy: sewing, Registered: 6, Hired: 2}, {Vacancy: welding, Registered: 4, Hired: 1}}, nil},
	}
	for _, tt := range tests {
		version := w.get(t, id).Version
		err := w.store.DB.InTx(ctx, func(ctx context.Context) error {
			return w.store.Report(ctx, w.district, id, version, results, tt.shares)
		})
		if !errors.Is(err, tt.want) {
			t.Fatalf("%s: got %v, want %v", tt.name, err, tt.want)
		}
		if moved := w.get(t, id).Version != version; moved != (tt.want == nil) {
			t.Errorf("%s: the drive changed: %v", tt.name, moved)
		}
		if o := w.shares(t, access.Everything(), id); tt.name == "of one order" && (!is(o[sewing].Hired, 3) || !is(o[welding].Hired, 0)) {
			t.Errorf("%s: %+v", tt.name, o)
		}
	}
	o := w.shares(t, w.commune.Scope(access.ReadDrives), id)
	if !is(o[sewing].Registered, 6) || !is(o[sewing].Hired, 2) || !is(o[welding].Registered, 4) || !is(o[welding].Hired, 1) {
		t.Errorf("the commune reads %+v", o)
	}
	if o := w.shares(t, w.other.Scope(access.ReadDrives), id); len(o) != 0 {
		t.Errorf("another district reads %+v", o)
	}
	employer, err := postgres.Value[int64](ctx, w.store.DB, `SELECT employer_id FROM vacancies WHERE id = $1`, welding)
	if err != nil {
		t.Fatal(err)
	}
	if o := w.shares(t, access.Scope{Employer: employer}, id); len(o) != 1 || !is(o[welding].Hired, 1) {
		t.Errorf("an employer reads %+v", o)
	}
}

// Two report at once: one of them is kept whole, the other learns of it.
func TestTwoReportAtOnce(t *testing.T) {
	t.Parallel()
	w := setupOn(t, postgrestest.DB(t))
	sewing, welding := order(t, w.store.DB, "AAAAA1", "0100000001", "May"), order(t, w.store.DB, "AAAAA2", "0100000002", "Hàn")
	id := w.over(t, sewing, welding)
	version := w.get(t, id).Version
	fails := make([]error, 6)
	var all sync.WaitGroup
	for i := range fails {
		all.Go(func() {
			n := i + 1
			fails[i] = w.store.Report(t.Context(), w.district, id, version, drive.Results{Attended: 90, Registered: 3 * n, Interviewed: 50, Hired: 2 * n},
				[]drive.Share{{Vacancy: sewing, Registered: n, Hired: n}, {Vacancy: welding, Registered: 2 * n, Hired: n}})
		})
	}
	all.Wait()
	kept := 0
	for i, err := range fails {
		if err == nil {
			kept = i + 1
		} else if !errors.Is(err, errs.Conflict) {
			t.Errorf("%d: %v, want Conflict", i, err)
		}
	}
	d, o := w.get(t, id), w.shares(t, access.Everything(), id)
	if kept == 0 || d.Version != version+1 || !is(d.Registered, 3*kept) || !is(o[sewing].Registered, kept) || !is(o[welding].Registered, 2*kept) || !is(o[welding].Hired, kept) {
		t.Errorf("%d was kept: %+v, %+v", kept, d, o)
	}
}

// What was reported before orders were told apart is that of the order where
// the drive brought one, and nobody's where it brought several.
func TestFormerReportsOfOneOrderAreThatOrders(t *testing.T) {
	t.Parallel()
	pool := postgrestest.Pool(t)
	w := setupOn(t, postgres.New(pool))
	sewing, welding := order(t, w.store.DB, "AAAAA1", "0100000001", "May"), order(t, w.store.DB, "AAAAA2", "0100000002", "Hàn")
	alone, both, owes := w.over(t, sewing), w.over(t, sewing, welding), w.over(t, welding)
	for _, id := range []int64{alone, both} {
		results := drive.Results{Attended: 40, Registered: 12, Interviewed: 9, Hired: 5}
		if err := w.store.Report(t.Context(), w.district, id, 1, results, nil); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"000011_drive_orders.down.sql", "000011_drive_orders.up.sql"} {
		sql, err := migrations.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		conn, err := pool.Acquire(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		_, err = conn.Conn().PgConn().Exec(t.Context(), string(sql)).ReadAll()
		conn.Release()
		if err != nil {
			t.Fatal(err)
		}
	}
	if o := w.shares(t, access.Everything(), alone)[sewing]; !is(o.Registered, 12) || !is(o.Hired, 5) {
		t.Errorf("of one order: %+v", o)
	}
	for name, o := range map[string]drive.Order{"of two orders": w.shares(t, access.Everything(), both)[sewing], "without a report": w.shares(t, access.Everything(), owes)[welding]} {
		if o.ID == 0 || o.Registered != nil || o.Hired != nil {
			t.Errorf("%s: %+v", name, o)
		}
	}
}
