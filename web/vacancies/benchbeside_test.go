package vacancies_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"sync"
	"testing"
	"text/tabwriter"
	"time"
)

// besideConnections ask at a time while something else is done.
const besideConnections = 16

// BenchmarkPagesBesideWork measures how long searches take while the program
// imports, exports or matches alerts, against how long they take while it does
// nothing else. Each round of a work is followed by a quiet one of the same
// length, so that what else the machine does strikes both alike. It prints
// what was measured; it judges nothing.
func BenchmarkPagesBesideWork(b *testing.B) {
	s := newIndexed(b, *live)
	asking := &contender{handler: s, path: s.asks()}
	asking.round(b, besideConnections)
	all := s.works(b)
	rounds := 0
	for b.Loop() {
		rounds++
		for _, w := range all {
			w.round(b, asking)
		}
	}
	b.StopTimer()
	fmt.Printf("\n%d live vacancies, mixed searches, %d at a time, %d rounds of each work and as long of quiet\n", *live, besideConnections, rounds)
	t := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "while\trequests a second\tquiet\tp99\tquiet\tp99 ÷ quiet\t")
	for _, w := range all {
		with, quiet, each := quantile(w.with, 0.99), quantile(w.quiet, 0.99), w.lasted.Seconds()
		fmt.Fprintf(t, "%s\t%.0f\t%.0f\t%s\t%s\t%.2f\t\n", w.name, float64(len(w.with))/each, float64(len(w.quiet))/each, with.Round(100*time.Microsecond), quiet.Round(100*time.Microsecond), float64(with)/float64(quiet))
	}
	t.Flush()
}

// round does the work once while pages are asked for, and then asks as long
// with nothing beside. What is left of the work after the longest round is done
// in between.
func (w *beside) round(b *testing.B, asking *contender) {
	b.Helper()
	w.prepare()
	ctx, done := context.WithoutCancel(b.Context()), make(chan struct{})
	begun, over := time.Now(), closedAfter(longestRound)
	go func() {
		defer close(done)
		if err := w.work(ctx); err != nil {
			b.Errorf("%s: %v", w.name, err)
		}
	}()
	w.with = append(w.with, asking.until(b, done, over)...)
	lasted := time.Since(begun)
	w.lasted += lasted
	<-done
	over = closedAfter(lasted)
	w.quiet = append(w.quiet, asking.until(b, over, over)...)
}

// longestRound is how long pages are asked for at most beside a work.
const longestRound = 8 * time.Second

// betweenAsks leaves the processors time: were they never idle, pages would wait
// for each other as long as for any work.
const betweenAsks = 20 * time.Millisecond

func closedAfter(d time.Duration) <-chan struct{} {
	over := make(chan struct{})
	time.AfterFunc(d, func() { close(over) })
	return over
}

// until answers requests until the first of two channels is closed, and returns
// what each took.
func (c *contender) until(b *testing.B, done, over <-chan struct{}) []time.Duration {
	b.Helper()
	took := make([][]time.Duration, besideConnections)
	var asking sync.WaitGroup
	for i := range took {
		asking.Go(func() {
			for {
				select {
				case <-done:
					return
				case <-over:
					return
				default:
					took[i] = append(took[i], c.ask(b))
					time.Sleep(betweenAsks)
				}
			}
		})
	}
	asking.Wait()
	return slices.Concat(took...)
}
