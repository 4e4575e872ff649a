package opendata_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/board/boardtest"
	"cauviec/internal/clock"
	"cauviec/internal/opendata"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/search"
)

var (
	noon  = time.Date(2026, 4, 10, 5, 0, 0, 0, time.UTC)
	today = clock.DayOf(noon)
)

// world is a list of ten open vacancies on a day that can move.
type world struct {
	t     *testing.T
	db    *postgres.DB
	store *opendata.Store
	now   time.Time
	ids   []int64
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{t: t, db: postgrestest.DB(t), now: noon}
	w.store = &opendata.Store{DB: w.db, Now: func() time.Time { return w.now }}
	w.ids = boardtest.Fill(t, w.db, today, boardtest.Size{Vacancies: 10, Employers: 2})
	w.exec(`UPDATE vacancies SET closes_on = '2026-05-01'`)
	w.exec(`UPDATE live_vacancies SET closes_on = '2026-05-01'`)
	w.settled()
	return w
}

func (w *world) exec(sql string, args ...any) {
	w.t.Helper()
	if _, err := w.db.Exec(w.t.Context(), sql, args...); err != nil {
		w.t.Fatal(err)
	}
}

// settled waits for transactions of other tests, which share the server; some
// load a million rows at once.
func (w *world) settled() {
	w.t.Helper()
	for range 30_000 {
		ready, err := postgres.Value[bool](w.t.Context(), w.db,
			`SELECT max(tx) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint FROM public_changes`)
		if err != nil {
			w.t.Fatal(err)
		}
		if ready {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	w.t.Fatal("a transaction is at work for 5 minutes")
}

// read reads on from a cursor until there is no more.
func (w *world) read(after opendata.Cursor, limit int) (all []opendata.Change, next opendata.Cursor) {
	w.t.Helper()
	for {
		page, err := w.store.Changes(w.t.Context(), after, limit)
		if err != nil {
			w.t.Fatal(err)
		}
		again, ok := opendata.ParseCursor(page.Next.String())
		if !ok {
			w.t.Fatalf("%s cannot be read", page.Next)
		}
		if all, after = append(all, page.Changes...), again; !page.More {
			return all, after
		}
	}
}

func idsOf(changes []opendata.Change, live bool) (ids []int64) {
	for _, c := range changes {
		if (c.Vacancy != nil) == live {
			ids = append(ids, c.ID)
		}
	}
	slices.Sort(ids)
	return ids
}

// TestALateCommitIsNotMissed: a change that begins first and ends last is told
// after it ended, and nothing behind it before.
func TestALateCommitIsNotMissed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	first, at := w.read(opendata.Cursor{}, 3)
	if got := idsOf(first, true); !slices.Equal(got, w.ids) {
		t.Fatalf("told %v, want %v", got, w.ids)
	}
	err := w.db.InTx(t.Context(), func(ctx context.Context) error {
		if err := opendata.Note(ctx, w.db, w.ids[0]); err != nil {
			return err
		}
		outside := postgres.Outside(t.Context())
		if err := search.Remove(outside, w.db, w.ids[1]); err != nil {
			return err
		}
		early, next := w.read(at, 3)
		if len(early) != 0 {
			t.Errorf("told %+v while an earlier transaction is at work", early)
		}
		at = next
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	w.settled()
	changes, at := w.read(at, 3)
	if !slices.Equal(idsOf(changes, true), w.ids[:1]) || !slices.Equal(idsOf(changes, false), w.ids[1:2]) {
		t.Errorf("told %+v", changes)
	}
	if again, _ := w.read(at, 3); len(again) != 0 {
		t.Errorf("told again %+v", again)
	}
}

// TestClosingByDateIsToldOnTheNewDay, in parts of any size, also to a reader
// who stayed away for days, and never twice.
func TestClosingByDateIsToldOnTheNewDay(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for i, day := range []string{"2026-04-10", "2026-04-10", "2026-04-10", "2026-04-11", "2026-04-13"} {
		w.exec(`UPDATE live_vacancies SET closes_on = @day WHERE vacancy_id = @id`, pgx.StrictNamedArgs{"day": clock.MustDay(day), "id": w.ids[i]})
	}
	_, at := w.read(opendata.Cursor{}, 4)
	w.now = noon.AddDate(0, 0, 1)
	changes, next := w.read(at, 2)
	if got := idsOf(changes, false); !slices.Equal(got, w.ids[:3]) {
		t.Errorf("on the next day: removed %v, want %v", got, w.ids[:3])
	}
	w.now = noon.AddDate(0, 0, 4)
	if changes, _ = w.read(next, 1); !slices.Equal(idsOf(changes, false), w.ids[3:5]) {
		t.Errorf("three days later: %+v", changes)
	}
	if changes, _ = w.read(at, 100); !slices.Equal(idsOf(changes, false), w.ids[:5]) || changes[0].Reason != opendata.Expired {
		t.Errorf("who stayed away: %+v", changes)
	}
	w.now = noon // a process whose clock is behind shows nothing again
	if changes, _ = w.read(next, 100); len(changes) != 0 {
		t.Errorf("before midnight: %+v", changes)
	}
}

// TestWhyItIsRemoved names the reason.
func TestWhyItIsRemoved(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, at := w.read(opendata.Cursor{}, 100)
	for i, set := range []string{`status = 'filled'`, `status = 'withdrawn'`, `status = 'paused'`, `closes_on = '2026-04-01'`} {
		w.exec(`UPDATE vacancies SET `+set+` WHERE id = @id`, pgx.StrictNamedArgs{"id": w.ids[i]})
		if err := search.Remove(t.Context(), w.db, w.ids[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := opendata.Note(t.Context(), w.db, 1<<40); err != nil {
		t.Fatal(err)
	}
	w.settled()
	changes, at := w.read(at, 100)
	var reasons []opendata.Reason
	for _, c := range changes {
		reasons = append(reasons, c.Reason)
	}
	want := []opendata.Reason{opendata.Filled, opendata.Withdrawn, opendata.Paused, opendata.Expired, opendata.Gone}
	if !slices.Equal(reasons, want) {
		t.Errorf("reasons %v, want %v", reasons, want)
	}
	w.exec(`UPDATE employers SET state = 'suspended'`)
	for _, id := range []string{"min", "max"} {
		employer, err := postgres.Value[int64](t.Context(), w.db, `SELECT `+id+`(id) FROM employers`)
		if err != nil || search.EmployerChanged(t.Context(), w.db, employer) != nil {
			t.Fatal(err)
		}
	}
	w.settled()
	changes, _ = w.read(at, 100)
	for _, c := range changes {
		if slices.Contains(w.ids[5:], c.ID) && c.Reason != opendata.Employer {
			t.Errorf("%d is removed for %q", c.ID, c.Reason)
		}
	}
	if len(idsOf(changes, false)) != 10 {
		t.Errorf("told %+v", changes)
	}
}

// TestKeepForgetsWhatIsLongOver: nobody is told any more what everybody who
// may go on has heard.
func TestKeepForgetsWhatIsLongOver(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, stale := w.read(opendata.Cursor{}, 100)
	w.exec(`UPDATE vacancies SET status = 'filled', closes_on = '2026-04-12' WHERE id = @id`, pgx.StrictNamedArgs{"id": w.ids[0]})
	if err := search.Remove(t.Context(), w.db, w.ids[0]); err != nil {
		t.Fatal(err)
	}
	w.settled()
	for _, tt := range []struct {
		day  string
		told int
	}{{"2026-10-09", 1}, {"2026-10-10", 0}} {
		if err := opendata.Keep(t.Context(), w.db, clock.MustDay(tt.day)); err != nil {
			t.Fatal(err)
		}
		if changes, _ := w.read(stale, 100); len(changes) != tt.told {
			t.Errorf("kept on %s it is told %d times, want %d", tt.day, len(changes), tt.told)
		}
	}
	if changes, _ := w.read(opendata.Cursor{}, 100); len(changes) != 9 {
		t.Errorf("who begins: %+v", changes)
	}
}

// TestACursorIsGoodForNinetyDays, whatever happened meanwhile to vacancies that
// were over long before.
func TestACursorIsGoodForNinetyDays(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.exec(`UPDATE vacancies SET status = 'filled', closes_on = '2025-01-01' WHERE id = @id`, pgx.StrictNamedArgs{"id": w.ids[0]})
	if err := search.Remove(t.Context(), w.db, w.ids[0]); err != nil {
		t.Fatal(err)
	}
	w.settled()
	_, at := w.read(opendata.Cursor{}, 100)
	employer, err := postgres.Value[int64](t.Context(), w.db, `SELECT employer_id FROM vacancies WHERE id = $1`, w.ids[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := search.EmployerChanged(t.Context(), w.db, employer); err != nil {
		t.Fatal(err)
	}
	w.settled()
	if err := opendata.Keep(t.Context(), w.db, today); err != nil {
		t.Fatal(err)
	}
	w.now = noon.AddDate(0, 0, 90)
	if _, err := w.store.Changes(t.Context(), at, 100); err != nil {
		t.Errorf("after ninety days: %v", err)
	}
	w.now = noon.AddDate(0, 0, 91)
	if _, err := w.store.Changes(t.Context(), at, 100); !errors.Is(err, opendata.ErrTooOld) {
		t.Errorf("after ninety-one: %v", err)
	}
}

// TestACarriedDatabaseBeginsAnew: on a server whose transactions have lower
// numbers, old places mean nothing.
func TestACarriedDatabaseBeginsAnew(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, at := w.read(opendata.Cursor{}, 100)
	w.exec(`UPDATE public_changes SET tx = tx + (1::bigint << 40)`)
	if err := opendata.Keep(t.Context(), w.db, today); err != nil {
		t.Fatal(err)
	}
	w.settled()
	if _, err := w.store.Changes(t.Context(), at, 100); !errors.Is(err, opendata.ErrTooOld) {
		t.Errorf("an old cursor: %v", err)
	}
	if changes, _ := w.read(opendata.Cursor{}, 100); len(idsOf(changes, true)) != 10 {
		t.Errorf("told %+v", changes)
	}
}
