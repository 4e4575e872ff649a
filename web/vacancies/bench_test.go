package vacancies_test

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"runtime"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/board"
	"cauviec/internal/board/boardtest"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/search"
	"cauviec/internal/search/index"
	"cauviec/internal/vacancy"
	"cauviec/web"
	"cauviec/web/route"
	"cauviec/web/vacancies"
)

var (
	live = flag.Int("live", 100_000, "how many live vacancies the benchmark has")
	more = flag.Int("more", 0, "compare with a second site of so many live vacancies, such as 1000000")
)

// BenchmarkPublicPages compares the public pages with two yardsticks in the
// same process: the same template around twenty rows read by key, and a page
// of the same bytes that stands ready. All answer compressed, each through the
// middleware of the site; the rounds of the contenders alternate, so that
// what else the machine does strikes all alike. It prints what was measured; it
// judges nothing.
func BenchmarkPublicPages(b *testing.B) {
	s := newIndexed(b, *live)
	facts, all := s.facts, s.contenders(b)
	if *more > 0 {
		large := newIndexed(b, *more)
		facts += large.facts
		all = append(all, &contender{name: fmt.Sprintf("mixed, %d live", *more), handler: large, path: large.asks()})
	}
	for _, c := range all {
		c.warm(b)
	}
	for b.Loop() {
		for _, c := range all {
			for at, connections := range atATime {
				c.rounds[at] = append(c.rounds[at], c.round(b, connections))
			}
		}
	}
	b.StopTimer()
	fmt.Printf("\n%s%s\n%s", facts, table(all), s.changesSeen(b))
}

// indexed is a site that answers searches from memory.
type indexed struct {
	*site
	index *index.Index
	facts string
}

func newIndexed(b *testing.B, n int) *indexed {
	b.Helper()
	url := postgrestest.URL(b)
	db, pool, err := postgres.Open(b.Context(), url)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(pool.Close)
	s := &indexed{site: &site{t: b, db: db, ids: boardtest.Fill(b, db, today, boardtest.Size{Vacancies: n, Employers: max(1, n/100)})}}
	if _, err := db.Exec(b.Context(), `VACUUM ANALYZE`); err != nil {
		b.Fatal(err)
	}
	before, begun := heap(), time.Now()
	s.index = follow(b, url)
	took := time.Since(begun)
	s.facts = fmt.Sprintf("%d live vacancies: loaded in %s, %d bytes of memory each\n", n, took.Round(time.Millisecond), (heap()-before)/uint64(n))
	s.Handler = web.New(web.Deps{DB: db, Pool: pool, Now: clock.Fixed(noon), Log: slog.New(slog.DiscardHandler), Index: s.index})
	return s
}

// heap is what is held in memory.
func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// follow runs an index with connections of its own, as another process has it,
// until the benchmark ends. It returns when the index is loaded.
func follow(b *testing.B, url string) *index.Index {
	b.Helper()
	db, pool, err := postgres.Open(b.Context(), url)
	if err != nil {
		b.Fatal(err)
	}
	x := index.New(db, clock.Fixed(noon))
	ctx, cancel := context.WithCancel(context.Background())
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		x.Follow(ctx, pool, index.CatchUp, slog.New(slog.DiscardHandler))
	}()
	b.Cleanup(func() {
		cancel()
		<-stopped
		pool.Close()
	})
	for !x.Loaded() {
		time.Sleep(time.Millisecond)
	}
	return x
}

// withoutCards leaves the cards to the database.
type withoutCards struct{ *index.Index }

func (withoutCards) Cards([]int64) ([]board.Card, bool) { return nil, false }

// contenders are the pages, after the two yardsticks.
func (s *indexed) contenders(b *testing.B) []*contender {
	random := rand.New(rand.NewPCG(20, 24))
	ids := make([]int64, 200_000) // drawn beforehand: the source is for one at a time
	for i := range ids {
		ids[i] = s.ids[random.IntN(len(s.ids))]
	}
	byKey := &vacancies.Screens{Board: &board.Store{DB: s.db}, Now: clock.Fixed(noon)}
	choices, err := byKey.Board.Choices(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	all, err := s.index.Find(b.Context(), search.Query{Faceted: true}, today)
	if err != nil {
		b.Fatal(err)
	}
	var turn counter
	rows := byKey.ListByKey(choices, all.Facets, func() []int64 {
		at := turn.next(len(ids) - 20)
		return ids[at : at+20]
	})
	page := s.get("/viec-lam", http.StatusOK).Body.Bytes()
	ready := func(w http.ResponseWriter, _ *http.Request) error {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, err := w.Write(page)
		return err
	}
	kept := &vacancies.Screens{Board: &board.Store{DB: s.db, Kept: withoutCards{s.index}}, Vacancies: &vacancy.Store{DB: s.db}, Search: s.index, Now: clock.Fixed(noon)}
	fixed := func() string { return "/viec-lam" }
	return []*contender{
		{name: "20 rows by key", handler: s.around(rows), path: fixed},
		{name: "static page", handler: s.around(ready), path: fixed},
		{name: "/viec-lam, mixed searches", handler: s, path: s.asks()},
		{name: "the same, cards by key", handler: s.around(kept.List()), path: s.asks()},
		{name: "/viec-lam alone", handler: s, path: fixed},
		{name: "vacancy, by how well it is known", handler: s, path: s.visits(), known: 30_000},
		{name: "vacancy, asked for before", handler: s, path: s.offers(), known: 600},
		{name: "vacancy, seen first", handler: s, path: s.others()},
	}
}

// around puts a handler where the pages of the site are.
func (s *site) around(h route.Handler) http.Handler {
	on := route.Site{DB: s.db, Now: clock.Fixed(noon), Log: slog.New(slog.DiscardHandler)}
	served := route.Compress(route.Speak(on.Serve(route.Get("/viec-lam", access.Public, h))))
	router := http.NewServeMux()
	router.Handle("/viec-lam", route.Identify(on.Recover(route.Secure(served))))
	return router
}

// changesSeen measures how long a change takes to be seen by another process.
func (s *indexed) changesSeen(b *testing.B) string {
	var waits []time.Duration
	for _, id := range s.ids[:100] {
		begun := time.Now()
		if err := search.Remove(b.Context(), s.db, id); err != nil {
			b.Fatal(err)
		}
		for held := true; held; {
			_, held = s.index.Cards([]int64{id})
			time.Sleep(100 * time.Microsecond)
		}
		waits = append(waits, time.Since(begun))
	}
	return fmt.Sprintf("a change is seen in another process after %s, p99 %s\n",
		quantile(waits, 0.5).Round(100*time.Microsecond), quantile(waits, 0.99).Round(100*time.Microsecond))
}
