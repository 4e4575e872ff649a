package index_test

import (
	"context"
	"errors"
	"iter"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/search"
	"cauviec/internal/search/index"
)

// TestTwoProcesses publishes, changes and removes in one process, and wants to
// see it in another whose next look of its own would be in an hour.
func TestTwoProcesses(t *testing.T) {
	t.Parallel()
	url := postgrestest.URL(t)
	db, pool, err := postgres.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	w := newWorld(t, db, 2)
	here := index.New(db, noon)
	follow(t, here, pool, time.Hour)
	there := process(t, url, time.Hour)
	for range 60 {
		if len(w.live) == 0 || w.random.IntN(4) == 0 {
			w.add()
		} else {
			w.change()
		}
		want := ids(t, search.SQL{DB: db})
		until(t, "both to see the change", func() bool {
			return slices.Equal(ids(t, here), want) && slices.Equal(ids(t, there), want)
		})
	}
	for range 100 {
		q := w.query()
		w.compare(here, q, today)
		w.compare(there, q, today)
	}
}

// TestAnEarlierNumberCommittedLater: the change that was written first becomes
// visible after one that was written later was read.
func TestAnEarlierNumberCommittedLater(t *testing.T) {
	t.Parallel()
	w := newWorld(t, postgrestest.DB(t), 3)
	w.add()
	w.add()
	first, second := w.live[0].VacancyID, w.live[1].VacancyID
	x, at := index.New(w.DB, noon), &index.Position{}
	w.check(x.Advance(t.Context(), at))
	w.check(w.InTx(t.Context(), func(slow context.Context) error {
		w.check(search.Remove(slow, w.DB, first))
		w.check(search.Remove(t.Context(), w.DB, second)) // commits at once
		w.check(x.Advance(t.Context(), at))
		if _, ok := x.Cards([]int64{second}); ok {
			t.Error("the later change was not applied")
		}
		if _, ok := x.Cards([]int64{first}); !ok {
			t.Error("a change was applied that is not committed")
		}
		return nil
	}))
	w.check(x.Advance(t.Context(), at))
	if _, ok := x.Cards([]int64{first}); ok {
		t.Error("the earlier change was missed")
	}
}

var errUndone = errors.New("undone on purpose")

// TestManyWriters lets writers commit and roll back at their own pace while an
// index follows and others search in it.
func TestManyWriters(t *testing.T) {
	t.Parallel()
	w := newWorld(t, postgrestest.DB(t), 4)
	for range 40 {
		w.add()
	}
	x, at := index.New(w.DB, noon), &index.Position{}
	w.check(x.Advance(t.Context(), at))
	var writers sync.WaitGroup
	done := make(chan struct{})
	for n := range 4 {
		random := rand.New(rand.NewPCG(uint64(n), 1))
		writers.Go(func() {
			for range 40 {
				if err := w.write(random); err != nil && !errors.Is(err, errUndone) {
					t.Error(err)
				}
			}
		})
	}
	for range 3 {
		go func() {
			for q := range searchesUntil(done) {
				if _, err := x.Find(context.Background(), q, today); err != nil {
					t.Error(err)
				}
			}
		}()
	}
	go func() {
		writers.Wait()
		close(done)
	}()
	for reading := true; reading; {
		select {
		case <-done:
			reading = false
		default:
		}
		w.check(x.Advance(t.Context(), at))
	}
	q := search.Query{Limit: 100, Faceted: true}
	if w.compare(x, q, today) == 0 {
		t.Error("nothing is left to compare")
	}
}

// searchesUntil asks for a page with all its counts, again and again.
func searchesUntil(done <-chan struct{}) iter.Seq[search.Query] {
	return func(yield func(search.Query) bool) {
		for _, sort := range slices.Repeat(search.Sorts(), 1000) {
			select {
			case <-done:
				return
			default:
			}
			if !yield(search.Query{Text: "may", Sort: sort, MinIncome: 8_500_000, Faceted: true}) || !yield(search.Query{Faceted: true}) {
				return
			}
		}
	}
}

// write removes and puts vacancies in one transaction, slowly, and undoes some.
func (w *world) write(random *rand.Rand) error {
	return w.InTx(context.Background(), func(ctx context.Context) error {
		from := random.IntN(len(w.live) - 1)
		for _, e := range w.live[from : from+2] { // in one order: writers do not wait for each other in a circle
			var err error
			if random.IntN(2) == 0 {
				err = search.Remove(ctx, w.DB, e.VacancyID)
			} else {
				err = search.Put(ctx, w.DB, e)
			}
			if err != nil {
				return err
			}
			time.Sleep(time.Duration(random.IntN(4)) * time.Millisecond)
		}
		if random.IntN(4) == 0 {
			return errUndone
		}
		return nil
	})
}

// TestALostNotificationIsHealed writes a change that wakes nobody.
func TestALostNotificationIsHealed(t *testing.T) {
	t.Parallel()
	url := postgrestest.URL(t)
	db, pool, err := postgres.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	w := newWorld(t, db, 5)
	w.add()
	x := process(t, url, 20*time.Millisecond)
	w.exec(`
		WITH gone AS (DELETE FROM live_vacancies WHERE vacancy_id = @id RETURNING vacancy_id)
		INSERT INTO live_changes (vacancy_id) SELECT vacancy_id FROM gone`, pgx.StrictNamedArgs{"id": w.live[0].VacancyID})
	until(t, "the catch-up", func() bool {
		_, held := x.Cards([]int64{w.live[0].VacancyID})
		return !held
	})
}

// TestAListenerComesBack cuts its connection.
func TestAListenerComesBack(t *testing.T) {
	t.Parallel()
	url := postgrestest.URL(t)
	db, pool, err := postgres.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	w := newWorld(t, db, 6)
	x := process(t, url, 200*time.Millisecond)
	const listening = ` FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN ` + search.Channel + `'`
	listeners := func() int {
		n, err := postgres.Value[int](t.Context(), db, `SELECT count(*)`+listening)
		w.check(err)
		return n
	}
	until(t, "a listener", func() bool { return listeners() == 1 })
	w.exec(`SELECT pg_terminate_backend(pid)`+listening, nil)
	w.add()
	until(t, "the change", func() bool { return len(ids(t, x)) == len(ids(t, search.SQL{DB: db})) })
	until(t, "a new listener", func() bool { return listeners() == 1 })
}

// TestWhoIsTooFarBehindReadsEverything takes away changes that were not read.
func TestWhoIsTooFarBehindReadsEverything(t *testing.T) {
	t.Parallel()
	w := newWorld(t, postgrestest.Tx(t), 7)
	w.add()
	x, at := index.New(w.DB, noon), &index.Position{}
	w.check(x.Advance(t.Context(), at))
	w.exec(`DELETE FROM live_vacancies`, nil)
	w.exec(`DELETE FROM live_changes`, nil)
	w.exec(`INSERT INTO live_changes (vacancy_id) VALUES (-1)`, nil)
	w.check(x.Advance(t.Context(), at))
	if found := ids(t, x); len(found) != 0 {
		t.Errorf("still holds %v", found)
	}
}

// TestARebuildIsSeen makes the table anew.
func TestARebuildIsSeen(t *testing.T) {
	t.Parallel()
	w := newWorld(t, postgrestest.Tx(t), 8)
	for range 20 {
		w.add()
	}
	x, at := index.New(w.DB, noon), &index.Position{}
	w.check(x.Advance(t.Context(), at))
	w.exec(`UPDATE vacancies SET title = 'Thợ lặn', income_to = 33000000, shift = 'night'`, nil)
	w.check(search.Rebuild(t.Context(), w.DB))
	w.check(x.Advance(t.Context(), at))
	if w.compare(x, search.Query{Text: "thợ lặn", Shifts: []string{"night"}, MinIncome: 33e6, Faceted: true}, today.Add(-1)) == 0 {
		t.Error("the new titles are not found")
	}
}

// TestBeforeItIsLoaded answers from the database.
func TestBeforeItIsLoaded(t *testing.T) {
	t.Parallel()
	w := newWorld(t, postgrestest.Tx(t), 9)
	for range 30 {
		w.add()
	}
	x := index.New(w.DB, noon)
	want, err := search.SQL{DB: w.DB}.Find(t.Context(), search.Query{Faceted: true}, today)
	w.check(err)
	got, err := x.Find(t.Context(), search.Query{Faceted: true}, today)
	w.check(err)
	n, err := x.Count(t.Context(), search.Query{}, today)
	w.check(err)
	_, cards := x.Cards(want.IDs)
	if _, choices := x.Choices(); !slices.Equal(got.IDs, want.IDs) || n != want.Total || n == 0 || cards || choices {
		t.Errorf("got %+v and %d, want %+v; cards %t, choices %t", got, n, want, cards, choices)
	}
}
