package vacancies_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"text/tabwriter"
	"time"
)

// atATime is how many connections ask at a time, by kind of round.
var atATime = [...]int{1, 16}

// perConnection is how many requests a connection makes before the next
// contender's turn, at the first and at the second of atATime.
var perConnection = map[int]int{1: 40, 16: 10}

// round is what one turn of a contender took.
type round struct {
	mean time.Duration   // the time of the round for each of its requests
	each []time.Duration // of every request
}

// contender answers one request after another in the benchmark.
type contender struct {
	name    string
	handler http.Handler
	path    func() string
	known   int // how many asked before the first round
	rounds  [len(atATime)][]round
}

// warm fills caches and plans, as they are some time after a start.
func (c *contender) warm(b *testing.B) {
	b.Helper()
	c.round(b, 1)
	for range c.known {
		c.ask(b)
	}
}

// round answers the requests of some connections.
func (c *contender) round(b *testing.B, connections int) round {
	b.Helper()
	n := perConnection[connections]
	took := make([][]time.Duration, connections)
	begun := time.Now()
	var asking sync.WaitGroup
	for i := range took {
		asking.Go(func() {
			for range n {
				took[i] = append(took[i], c.ask(b))
			}
		})
	}
	asking.Wait()
	return round{mean: time.Since(begun) / time.Duration(n*connections), each: slices.Concat(took...)}
}

// ask answers one request and returns its time.
func (c *contender) ask(b *testing.B) time.Duration {
	r := httptest.NewRequest(http.MethodGet, c.path(), nil)
	r.Header.Set("Accept-Encoding", "gzip")
	w := httptest.NewRecorder()
	begun := time.Now()
	c.handler.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		b.Errorf("%s: %d", r.URL, w.Code)
	}
	return time.Since(begun)
}

// median is that of the rounds' means.
func (c *contender) median(at int) time.Duration {
	var means []time.Duration
	for _, r := range c.rounds[at] {
		means = append(means, r.mean)
	}
	return quantile(means, 0.5)
}

// p99 is that of all requests.
func (c *contender) p99(at int) time.Duration {
	var each []time.Duration
	for _, r := range c.rounds[at] {
		each = append(each, r.each...)
	}
	return quantile(each, 0.99)
}

func quantile(times []time.Duration, q float64) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	return sorted[int(q*float64(len(sorted)-1))]
}

// table shows how fast each contender is as a part of the two yardsticks, which
// come first. Requests of 16 connections share two or more processors; their
// median is the time of a round for each of its requests.
func table(all []*contender) string {
	var b strings.Builder
	for at, connections := range atATime {
		fmt.Fprintf(&b, "\n%d at a time, %d rounds of %d requests\n", connections, len(all[0].rounds[at]), connections*perConnection[connections])
		w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
		fmt.Fprintln(w, "page\tmedian\t÷ 20 rows by key\t÷ static page\tp99\tp99 ÷ that of 20 rows\t")
		rows, static := all[0], all[1]
		for _, c := range all {
			m := float64(c.median(at))
			fmt.Fprintf(w, "%s\t%s\t%.2f\t%.2f\t%s\t%.2f\t\n", c.name, time.Duration(m).Round(time.Microsecond), float64(rows.median(at))/m,
				float64(static.median(at))/m, c.p99(at).Round(10*time.Microsecond), float64(c.p99(at))/float64(rows.p99(at)))
		}
		w.Flush()
	}
	return b.String()
}
