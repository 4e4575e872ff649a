package vacancies_test

import (
	"flag"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/klauspost/compress/gzhttp"

	"cauviec/internal/access"
	"cauviec/internal/board"
	"cauviec/internal/board/boardtest"
	"cauviec/internal/clock"
	"cauviec/web/route"
	"cauviec/web/vacancies"
)

var live = flag.Int("live", 100_000, "how many live vacancies the benchmark has")

// contender answers one request after another in the benchmark.
type contender struct {
	name    string
	handler http.Handler
	path    func() string
	rounds  []time.Duration // mean of a request, by round
}

// perRound is how many requests a contender answers before the next one's turn.
const perRound = 20

// BenchmarkPublicPages compares the public pages with two yardsticks in the
// same process: the same template around twenty rows read by key, and a page
// of the same bytes that stands ready. All answer compressed, each through the
// middleware of the site; the rounds of the contenders alternate, so that
// what else the machine does strikes all alike. It prints medians and how many
// requests each serves for one of a yardstick; it judges nothing.
func BenchmarkPublicPages(b *testing.B) {
	s := newSite(b, boardtest.Size{Vacancies: *live, Employers: max(1, *live/100)})
	if _, err := s.db.Exec(b.Context(), `VACUUM ANALYZE`); err != nil {
		b.Fatal(err)
	}
	all := s.contenders(b)
	for _, c := range all {
		c.round(b) // fills caches and plans
	}
	for b.Loop() {
		for _, c := range all {
			c.rounds = append(c.rounds, c.round(b))
		}
	}
	b.StopTimer()
	fmt.Printf("\n%d live vacancies, %d rounds of %d requests\n%s\n", *live, len(all[0].rounds), perRound, table(all))
}

// contenders are the pages, the two yardsticks last.
func (s *site) contenders(b *testing.B) []*contender {
	random := rand.New(rand.NewPCG(20, 24))
	id := func() int64 { return s.ids[random.IntN(len(s.ids))] }
	searches := []string{
		"q=lap+rap&khu=quang-chau&phuc-loi=ky-tuc-xa", "q=c%C3%B4ng+nh%C3%A2n+may&luong=10&ca=ba-ca",
		"nghe=82&luong=9&phuc-loi=xe-dua-don", "q=kho&khu=van-trung&luong=8", "q=ldpt&ca=hanh-chinh&phuc-loi=an-ca",
	}
	fixed := func(path string) func() string { return func() string { return path } }
	paths := make([]string, 200)
	for i := range paths {
		paths[i] = s.path(id())
	}
	screens := &vacancies.Screens{Board: &board.Store{DB: s.db}, Now: clock.Fixed(noon)}
	choices, err := screens.Board.Choices(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	byKey := screens.ListByKey(choices, func() []int64 {
		ids := make([]int64, 20)
		for i := range ids {
			ids[i] = id()
		}
		return ids
	})
	page := s.get("/viec-lam", http.StatusOK).Body.Bytes()
	ready := func(w http.ResponseWriter, _ *http.Request) error {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, err := w.Write(page)
		return err
	}
	return []*contender{
		{name: "/viec-lam", handler: s, path: fixed("/viec-lam")},
		{name: "search, 3 filters", handler: s, path: func() string { return "/viec-lam?" + searches[random.IntN(len(searches))] }},
		{name: "vacancy", handler: s, path: func() string { return paths[random.IntN(len(paths))] }},
		{name: "20 rows by key", handler: s.around(byKey), path: fixed("/viec-lam")},
		{name: "static page", handler: s.around(ready), path: fixed("/viec-lam")},
	}
}

// around puts a handler where the pages of the site are.
func (s *site) around(h route.Handler) http.Handler {
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	on := route.Site{DB: s.db, Now: clock.Fixed(noon), Log: log}
	served := gzhttp.GzipHandler(route.Speak(on.Serve(route.Get("/viec-lam", access.Public, h))))
	router := http.NewServeMux()
	router.Handle("/viec-lam", route.Identify(on.Recover(route.Secure(served))))
	return router
}

// round answers requests and returns the mean time of one.
func (c *contender) round(b *testing.B) time.Duration {
	b.Helper()
	begun := time.Now()
	for range perRound {
		r := httptest.NewRequest(http.MethodGet, c.path(), nil)
		r.Header.Set("Accept-Encoding", "gzip")
		w := httptest.NewRecorder()
		c.handler.ServeHTTP(w, r)
		if w.Code != http.StatusOK {
			b.Fatalf("%s: %d", r.URL, w.Code)
		}
	}
	return time.Since(begun) / perRound
}

func (c *contender) median() time.Duration {
	sorted := slices.Sorted(slices.Values(c.rounds))
	return sorted[len(sorted)/2]
}

// table shows the medians, and each contender's speed as a part of the
// yardsticks'.
func table(all []*contender) string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	rows, static := all[len(all)-2].median(), all[len(all)-1].median()
	fmt.Fprintln(w, "page\tmedian\t÷ 20 rows by key\t÷ static page\t")
	for _, c := range all {
		m := c.median()
		fmt.Fprintf(w, "%s\t%s\t%.3f\t%.3f\t\n", c.name, m.Round(time.Microsecond), float64(rows)/float64(m), float64(static)/float64(m))
	}
	w.Flush()
	return b.String()
}
