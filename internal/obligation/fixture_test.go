package obligation

import (
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

// world is a store with one directive of one clause, and people of real
// bodies.
type world struct {
	*Store
	now       time.Time
	directive int64
	clause    int64
}

// newWorld begins on the day after the meeting, at 9 in the morning.
func newWorld(t *testing.T) *world {
	t.Helper()
	return newWorldIn(t, postgrestest.Tx(t))
}

func newWorldIn(t *testing.T, db *postgres.DB) *world {
	t.Helper()
	w := &world{now: clock.MustDay("14/03/2024").At(9, 0)}
	w.Store = &Store{DB: db, Now: func() time.Time { return w.now }}
	w.directive = w.insert(t, `
		INSERT INTO directives (partnership_id, issuer_body_id, status, kind, title, words, sha256, created_at)
		SELECT p.id, b.id, 'confirmed', 'Thông báo', 'Kết luận buổi làm việc', '…', 'x', @now
		FROM partnerships p, bodies b
		WHERE b.slug = 'ls-ubnd'
		ORDER BY p.id
		LIMIT 1
		RETURNING id`, nil)
	w.clause = w.insert(t, `
		INSERT INTO clauses (directive_id, position, path, words) VALUES (@directive, 1, '2.2', 'Nghiên cứu mở tuyến xe khách')
		RETURNING id`, pgx.StrictNamedArgs{"directive": w.directive})
	return w
}

// insert runs a statement that returns an id; nil args stand for @now.
func (w *world) insert(t *testing.T, sql string, args pgx.StrictNamedArgs) int64 {
	t.Helper()
	if args == nil {
		args = pgx.StrictNamedArgs{"now": w.now}
	}
	id, err := postgres.Value[int64](t.Context(), w.DB, sql, args)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// days lets time pass.
func (w *world) days(n int) { w.now = w.now.AddDate(0, 0, n) }

// actor signs in somebody of a body.
func (w *world) actor(t *testing.T, slug string) access.Actor {
	t.Helper()
	body, err := postgres.One[struct {
		ID     int64
		Side   access.Side
		Kind   access.Kind
		Bodies []int64
	}](t.Context(), w.DB, `
		SELECT b.id, b.side, b.kind, ARRAY(
			WITH RECURSIVE under AS (
				SELECT id FROM bodies WHERE id = b.id
				UNION ALL
				SELECT child.id FROM bodies child JOIN under ON child.parent_id = under.id
			) SELECT id FROM under) AS bodies
		FROM bodies b WHERE b.slug = @slug`, pgx.StrictNamedArgs{"slug": slug})
	if err != nil {
		t.Fatalf("%s: %v", slug, err)
	}
	account := w.insert(t, `
		INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
		VALUES (@slug, '-', 'Người của ' || @slug, @body, 'staff', @now)
		ON CONFLICT (username) DO UPDATE SET full_name = excluded.full_name
		RETURNING id`, pgx.StrictNamedArgs{"slug": slug, "body": body.ID, "now": w.now})
	return access.Actor{Account: account, Role: access.Staff, Body: body.ID, BodySlug: slug, Bodies: body.Bodies,
		Seat: access.Seat{Side: body.Side, Kind: body.Kind}}
}

func (w *world) body(t *testing.T, slug string) int64 {
	t.Helper()
	return w.insert(t, `SELECT id FROM bodies WHERE slug = @slug`, pgx.StrictNamedArgs{"slug": slug})
}

// give assigns one obligation as the Office does.
func (w *world) give(t *testing.T, lead string, change func(*New)) int64 {
	t.Helper()
	item := New{DirectiveID: w.directive, ClauseID: w.clause, Kind: Order, Issuer: w.body(t, "ls-ubnd"), Lead: w.body(t, lead),
		Task: "Nghiên cứu mở tuyến xe khách; báo cáo UBND tỉnh", DueOn: clock.MustDay("30/04/2024"), DuePhrase: "trong tháng 4/2024"}
	if change != nil {
		change(&item)
	}
	ids, err := w.Assign(t.Context(), w.actor(t, "ls-ubnd"), []New{item})
	if err != nil {
		t.Fatal(err)
	}
	return ids[0]
}

// get reads an obligation as the program itself does.
func (w *world) get(t *testing.T, id int64) Detail {
	t.Helper()
	d, err := w.Get(t.Context(), access.Everything(), id)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// seen is what a judge has before them now.
func (w *world) seen(t *testing.T, id int64) Seen {
	t.Helper()
	d := w.get(t, id)
	sent, _ := d.Waiting()
	return Seen{Report: sent.ID, Version: d.Version}
}

func (w *world) today() clock.Day { return w.Now.Today() }

// state is what the obligation is today.
func (w *world) stateOf(t *testing.T, id int64) State {
	t.Helper()
	holidays, err := w.Calendar(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return w.get(t, id).State(w.today(), holidays.Calendar)
}

// must stops the test on an error.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
