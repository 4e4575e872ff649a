package index_test

import (
	"context"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/search"
	"cauviec/internal/search/index"
)

var rounds = flag.Int("rounds", 60, "rounds of changes and questions in the comparison with SQL")

// TestSameAsSQL changes what is live at random and asks both at random: the
// same vacancies in the same order on every page, the same totals, counts and
// cards.
func TestSameAsSQL(t *testing.T) {
	t.Parallel()
	w := newWorld(t, postgrestest.Tx(t), 1)
	for range 250 {
		w.add()
	}
	x, at := index.New(w.DB, noon), &index.Position{}
	asked, found := 0, 0
	for range *rounds {
		for range w.random.IntN(8) {
			w.change()
		}
		w.check(x.Advance(t.Context(), at))
		if !x.Loaded() {
			t.Fatal("the index is not loaded")
		}
		for range 20 {
			n := w.compare(x, w.query(), today.Add(w.random.IntN(3)))
			asked, found = asked+1, found+min(n, 1)
		}
	}
	t.Logf("%d questions, %d of them found something", asked, found)
	if found < asked/4 {
		t.Errorf("only %d of %d questions found something", found, asked)
	}
}

// TestSameInTheWordsOfJobSeekers asks both the labelled questions of search.
func TestSameInTheWordsOfJobSeekers(t *testing.T) {
	t.Parallel()
	w := newWorld(t, postgrestest.Tx(t), 2)
	for range 300 {
		w.add()
	}
	x := index.New(w.DB, noon)
	w.check(x.Advance(t.Context(), &index.Position{}))
	found := 0
	for _, name := range []string{"queries.txt", "heldout.txt", "later.txt", "phones.txt"} {
		lines, err := os.ReadFile("../testdata/quality/" + name)
		w.check(err)
		for line := range strings.Lines(string(lines)) {
			if text, _, ok := strings.Cut(line, " | "); ok && !strings.HasPrefix(line, "#") {
				found += min(w.compare(x, search.Query{Text: text, Faceted: true}, today), 1)
			}
		}
	}
	if found < 100 {
		t.Errorf("only %d questions found something", found)
	}
}

// compare follows a query through its pages in both, at most a few, and
// returns how many were found.
func (w *world) compare(x *index.Index, q search.Query, on clock.Day) int {
	w.tb.Helper()
	ctx, sql := context.Background(), search.SQL{DB: w.DB}
	n := 0
	for range 3 {
		want, err := sql.Find(ctx, q, on)
		w.check(err)
		for times := range 2 { // the second time from what was kept
			got, err := x.Find(ctx, q, on)
			w.check(err)
			if !reflect.DeepEqual(got, want) {
				w.tb.Fatalf("%+v on %s, asked %d times before:\n got %+v\nwant %+v", q, on, times, got, want)
			}
		}
		w.compareCards(x, want.IDs)
		n += len(want.IDs)
		if q.After = want.Next; q.After == "" {
			break
		}
	}
	want, err := sql.Count(ctx, q, on)
	w.check(err)
	if got, err := x.Count(ctx, q, on); err != nil || got != want {
		w.tb.Fatalf("%+v on %s: counts %d, %v, want %d", q, on, got, err, want)
	}
	return n
}

func (w *world) compareCards(x *index.Index, ids []int64) {
	w.tb.Helper()
	if len(ids) == 0 {
		return
	}
	want, err := (&board.Store{DB: w.DB}).Cards(context.Background(), ids)
	w.check(err)
	got, ok := x.Cards(ids)
	if !ok || !reflect.DeepEqual(got, want) {
		w.tb.Fatalf("cards of %v: %t,\n got %+v\nwant %+v", ids, ok, got, want)
	}
}

// TestANewDay lets go of what has closed: everything is read anew.
func TestANewDay(t *testing.T) {
	t.Parallel()
	w := newWorld(t, postgrestest.Tx(t), 10)
	for range 40 {
		w.add()
	}
	day := today
	x, at := index.New(w.DB, func() time.Time { return day.Start() }), &index.Position{}
	w.check(x.Advance(t.Context(), at))
	held := func() (n int) {
		for _, e := range w.live {
			if _, ok := x.Cards([]int64{e.VacancyID}); ok {
				n++
			}
		}
		return n
	}
	before := held()
	if w.compare(x, search.Query{Faceted: true}, today.Add(5)) == 0 {
		t.Error("nothing is left in five days")
	}
	day = today.Add(5)
	w.check(x.Advance(t.Context(), at))
	if after := held(); after == 0 || after >= before {
		t.Errorf("held %d vacancies and %d five days later", before, after)
	}
	w.compare(x, search.Query{Faceted: true}, day)
}
