package vacancy_test

import (
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/vacancy"
)

var (
	noon  = time.Date(2026, 3, 10, 5, 0, 0, 0, time.UTC)
	today = clock.DayOf(noon)
)

// world is a verified employer in a zone, and the people around it.
type world struct {
	db       *postgres.DB
	store    *vacancy.Store
	employer int64
	own      access.Actor // the employer's user
	relay    access.Actor // the destination's centre
	centre   access.Actor // the source's centre: publishes
	second   access.Actor // a colleague of theirs
	board    access.Actor // verifies
	zone     int64
	other    int64 // another employer, where a test needs one
}

func setup(t *testing.T) world {
	t.Helper()
	return setupOn(t, postgrestest.Tx(t))
}

func setupOn(t *testing.T, db *postgres.DB) world {
	t.Helper()
	w := world{db: db, store: &vacancy.Store{DB: db, Now: clock.Fixed(noon)}}
	w.relay, w.centre, w.second = as(t, db, "bg-ttdvvl"), as(t, db, "ls-ttdvvl"), as(t, db, "ls-ttdvvl")
	w.board = as(t, db, "bg-bqlkcn")
	w.zone = value(t, db, `SELECT id FROM zones WHERE slug = 'dinh-tram'`)
	w.employer = w.verified(t, "0100233488", "Công ty May Sông Thương")
	w.own = w.userOf(t, w.employer)
	return w
}

func as(t *testing.T, db *postgres.DB, slug string) access.Actor {
	t.Helper()
	type body struct {
		ID   int64
		Side access.Side
		Kind access.Kind
	}
	b, err := postgres.One[body](t.Context(), db, `SELECT id, side, kind FROM bodies WHERE slug = $1`, slug)
	if err != nil {
		t.Fatal(err)
	}
	account := value(t, db, `
		INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
		VALUES ($1 || '-' || (SELECT count(*) FROM accounts), '', $1, $2, 'staff', '2026-01-01') RETURNING id`, slug, b.ID)
	return access.Actor{Account: account, Body: b.ID, BodySlug: slug, Seat: access.Seat{Side: b.Side, Kind: b.Kind}, Bodies: []int64{b.ID}}
}

func value(t *testing.T, db *postgres.DB, sql string, args ...any) int64 {
	t.Helper()
	v, err := postgres.Value[int64](t.Context(), db, sql, args...)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func (w world) verified(t *testing.T, taxCode, name string) int64 {
	t.Helper()
	s := &employer.Store{DB: w.db, Now: clock.Fixed(noon)}
	id, err := s.Create(t.Context(), w.board, employer.Details{TaxCode: taxCode, Name: name, Type: "private", Address: "KCN", ZoneID: w.zone})
	if err == nil {
		err = s.Verify(t.Context(), w.board, id, 1, "giấy phép", employer.Registration)
	}
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func (w world) userOf(t *testing.T, id int64) access.Actor {
	t.Helper()
	slug, err := postgres.Value[string](t.Context(), w.db, `SELECT b.slug FROM employers e JOIN bodies b ON b.id = e.body_id WHERE e.id = $1`, id)
	if err != nil {
		t.Fatal(err)
	}
	actor := as(t, w.db, slug)
	actor.Employer = id
	return actor
}

func (w world) sewing() vacancy.Details {
	return vacancy.Details{
		EmployerID: w.employer, Title: "Công nhân may", OccupationCode: "8153", ZoneID: w.zone, Headcount: 200,
		Description: "May áo khoác theo chuyền", Position: "staff", Education: "lower_secondary", Qualification: "any",
		Hours: "full", Shift: "garment", BasicWage: 5_200_000, IncomeFrom: 8_000_000, IncomeTo: 11_000_000,
		Benefits: []string{"insurance", vacancy.Dormitory}, Conditions: []string{"indoor"}, NoFee: true,
		ContactName: "Chị Hoa", ContactPhone: "0912345678", ClosesOn: today.Add(30),
	}
}

// at returns a vacancy brought to a status by the employer and the centre.
func (w world) at(t *testing.T, status vacancy.Status) vacancy.Vacancy {
	t.Helper()
	id, err := w.store.Create(t.Context(), w.own, w.sewing())
	if err == nil && status != vacancy.Draft {
		err = w.store.Submit(t.Context(), w.own, id, 1)
	}
	if err == nil && status == vacancy.Published {
		err = w.store.Publish(t.Context(), w.centre, id, 2)
	}
	if err != nil {
		t.Fatal(err)
	}
	return w.get(t, id)
}

func (w world) get(t *testing.T, id int64) vacancy.Vacancy {
	t.Helper()
	v, err := w.store.Get(t.Context(), w.centre, id)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func (w world) findable(t *testing.T, id int64) bool {
	t.Helper()
	return value(t, w.db, `SELECT count(*) FROM live_vacancies WHERE vacancy_id = $1`, id) == 1
}

func problem(err error, field string) string {
	p, _ := errs.ProblemsOf(err)
	return p[field].Key
}
