package alert_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/alert"
	"cauviec/internal/board"
	"cauviec/internal/board/boardtest"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/search"
)

var monday = clock.MustDay("12/10/2026")

// world is a store over vacancies of the test's own, with a clock to move.
type world struct {
	t     *testing.T
	db    *postgres.DB
	store *alert.Store
	at    time.Time
	lock  sync.Mutex
}

func newWorld(t *testing.T, db *postgres.DB) *world {
	t.Helper()
	w := &world{t: t, db: db, at: monday.At(8, 0)}
	w.store = storeOf(db, w.now)
	return w
}

func storeOf(db *postgres.DB, now clock.Clock) *alert.Store {
	return &alert.Store{DB: db, Now: now, Search: search.SQL{DB: db}, Board: &board.Store{DB: db}, Writer: plain{}}
}

func tx(t *testing.T) *world { return newWorld(t, postgrestest.Tx(t)) }

func (w *world) now() time.Time {
	w.lock.Lock()
	defer w.lock.Unlock()
	return w.at
}

func (w *world) move(to time.Time) {
	w.lock.Lock()
	defer w.lock.Unlock()
	w.at = to
}

// plain writes drafts so that a test can tell what is in them.
type plain struct{}

// Write names the kind, the code and the vacancies.
func (plain) Write(d alert.Draft) alert.Words {
	body := d.Code
	for _, job := range d.Jobs {
		body += fmt.Sprintf(" %d", job.ID)
	}
	for _, s := range d.Searches {
		body += fmt.Sprintf(" [%s %v]", s.Asked, s.More)
	}
	return alert.Words{Subject: string(d.Kind), Body: body, Link: "/viec-lam", StopLink: "/bao-viec/dung?ma=" + d.Code}
}

// publish makes vacancies that were published at an instant.
func (w *world) publish(n int, at time.Time) []int64 {
	w.t.Helper()
	before := one[int64](w, `SELECT COALESCE(max(id), 0) FROM vacancies`, nil)
	if before == 0 {
		boardtest.Fill(w.t, w.db, monday, boardtest.Size{Vacancies: 1, Employers: 1})
		before = one[int64](w, `UPDATE vacancies SET published_at = '2026-01-01' RETURNING id`, nil)
	}
	ids := many[int64](w, `
		INSERT INTO vacancies (code, employer_id, status, title, slug, occupation_code, zone_id, headcount, basic_wage, income_from, income_to,
			shift, benefits, closes_on, revision, created_at, published_at)
		SELECT 'N' || n || '-' || extract(epoch FROM @at::timestamptz), employer_id, status, 'Công nhân may số ' || n, slug, '8153', zone_id, 10, basic_wage, 8000000, 9000000,
			'office', '{dormitory}', @closes, 1, @at::timestamptz, @at::timestamptz + n * interval '1 second'
		FROM vacancies, generate_series(0, @n - 1) AS n WHERE id = @like
		RETURNING id`, pgx.StrictNamedArgs{"at": at, "n": n, "like": before, "closes": monday.Add(60)})
	if err := search.Rebuild(context.Background(), w.db); err != nil {
		w.t.Fatal(err)
	}
	return ids
}

func request(to string) alert.Request {
	return alert.Request{To: alert.Address{Channel: alert.Email, To: to}, Lang: "vi", Asked: "q=may", Query: search.Query{Text: "may"},
		Consent: true, From: "203.0.113.9"}
}

// ask asks for an alert and returns its code as the message tells it.
func (w *world) ask(r alert.Request) (code string) {
	w.t.Helper()
	if _, err := w.store.Ask(w.t.Context(), r); err != nil {
		w.t.Fatal(err)
	}
	return one[string](w, `SELECT split_part(body, ' ', 1) FROM alert_messages WHERE kind = 'confirm' ORDER BY id DESC LIMIT 1`, nil)
}

// subscribe asks and confirms, and returns the code to stop by.
func (w *world) subscribe(r alert.Request) (stop string) {
	w.t.Helper()
	c, err := w.store.ConfirmCode(w.t.Context(), w.ask(r), r.From)
	if err != nil {
		w.t.Fatal(err)
	}
	return c.Stop
}

func (w *world) exec(sql string, args pgx.StrictNamedArgs) {
	w.t.Helper()
	if _, err := w.db.Exec(w.t.Context(), sql, args); err != nil {
		w.t.Fatal(err)
	}
}

func one[T any](w *world, sql string, args pgx.StrictNamedArgs) T {
	w.t.Helper()
	v, err := postgres.Value[T](w.t.Context(), w.db, sql, args)
	if err != nil {
		w.t.Fatalf("%s: %v", sql, err)
	}
	return v
}

func many[T any](w *world, sql string, args pgx.StrictNamedArgs) []T {
	w.t.Helper()
	v, err := postgres.Values[T](w.t.Context(), w.db, sql, args)
	if err != nil {
		w.t.Fatalf("%s: %v", sql, err)
	}
	return v
}
