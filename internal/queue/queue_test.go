package queue_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"github.com/riverqueue/river"

	"cauviec/internal/queue"
)

func TestWorkGoesWithTheTransactionThatAsksForIt(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	var c counter
	s.run(works(2, func(_ context.Context, job *river.Job[errand]) error {
		c.done(job.Args.N)
		return nil
	}))
	refused := errors.New("refused")
	err := s.db.InTx(t.Context(), func(ctx context.Context) error {
		if err := queue.Add(ctx, s.db, errand{1}); err != nil {
			return err
		}
		return refused
	})
	if !errors.Is(err, refused) {
		t.Fatal(err)
	}
	time.Sleep(200 * time.Millisecond) // the queue is woken ten times a second at most
	var begun atomic.Bool
	err = s.db.InTx(t.Context(), func(ctx context.Context) error {
		if err := queue.Add(ctx, s.db, errand{2}); err != nil {
			return err
		}
		time.Sleep(300 * time.Millisecond)
		begun.Store(c.of(2) > 0)
		return nil
	})
	if err != nil || begun.Load() {
		t.Fatalf("begun before it was asked for: %t, %v", begun.Load(), err)
	}
	s.until("the kept errand is done", func() bool { return s.job(2).State == "completed" })
	if c.of(1) != 0 || s.job(1) != (state{}) {
		t.Errorf("what was taken back was done %d times, %+v", c.of(1), s.job(1))
	}
}

// Two processes share the work; none of it is done twice.
func TestWorkIsDoneOnce(t *testing.T) {
	t.Parallel()
	const jobs = 60
	s := newSite(t)
	var c counter
	for range 2 {
		s.run(works(3, func(_ context.Context, job *river.Job[errand]) error {
			c.done(job.Args.N)
			return nil
		}))
	}
	for n := range jobs {
		s.add(n)
	}
	s.until("everything done", func() bool { return s.job(jobs-1).State == "completed" && c.all.Load() >= jobs })
	time.Sleep(300 * time.Millisecond)
	for n := range jobs {
		if c.of(n) != 1 {
			t.Errorf("errand %d was done %d times", n, c.of(n))
		}
	}
}

func TestNothingToHandOverIsNothing(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.add()
	var jobs int
	if err := s.pool.QueryRow(t.Context(), `SELECT count(*) FROM river_job`).Scan(&jobs); err != nil || jobs != 0 {
		t.Errorf("%d jobs, %v", jobs, err)
	}
}

func TestWorkersAreFew(t *testing.T) {
	t.Parallel()
	const workers, jobs = 2, 7
	s := newSite(t)
	var now, most, done atomic.Int64
	door := make(chan struct{})
	s.run(works(workers, func(ctx context.Context, _ *river.Job[errand]) error {
		most.Store(max(most.Load(), now.Add(1)))
		defer now.Add(-1)
		select {
		case <-door:
		case <-ctx.Done():
		}
		done.Add(1)
		return ctx.Err()
	}))
	for n := range jobs {
		s.add(n)
	}
	s.until("all workers at work", func() bool { return now.Load() == workers })
	time.Sleep(500 * time.Millisecond)
	if now.Load() != workers {
		t.Errorf("%d at work, want %d", now.Load(), workers)
	}
	close(door)
	s.until("everything done", func() bool { return done.Load() == jobs })
	if most.Load() != workers {
		t.Errorf("%d were at work together, want %d", most.Load(), workers)
	}
}

// Pages that hold every connection of theirs do not keep the work from being
// done, nor can the work take more than its few.
func TestTheWorkHasConnectionsOfItsOwn(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	own, err := queue.Pool(t.Context(), s.pool)
	if err != nil {
		t.Fatal(err)
	}
	defer own.Close()
	if most := own.Config().MaxConns; most >= s.pool.Config().MaxConns && most > 5 {
		t.Errorf("the work may take %d connections", most)
	}
	var c counter
	s.run(works(1, func(_ context.Context, job *river.Job[errand]) error {
		c.done(job.Args.N)
		return nil
	}))
	s.add(1)
	for range s.pool.Config().MaxConns {
		held, err := s.pool.Acquire(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer held.Release()
	}
	s.until("the errand is done", func() bool { return c.of(1) == 1 })
}
