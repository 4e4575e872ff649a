package queue_test

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"

	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/queue"
)

// errand is the work of these tests.
type errand struct {
	N int `json:"n"`
}

// Kind names the work in the queue.
func (errand) Kind() string { return "errand" }

// doing is how a worker does an errand.
type doing func(ctx context.Context, job *river.Job[errand]) error

// works is the plan of so many workers that do errands.
func works(workers int, do doing) queue.Plan {
	all := river.NewWorkers()
	river.AddWorker(all, river.WorkFunc(do))
	return queue.Plan{Workers: all, Queues: map[string]int{river.QueueDefault: workers}}
}

// site is a database with its queue.
type site struct {
	t    *testing.T
	pool *pgxpool.Pool
	db   *postgres.DB
}

func newSite(t *testing.T) site {
	t.Helper()
	pool := postgrestest.Pool(t)
	return site{t, pool, postgres.New(pool)}
}

// add hands errands over.
func (s site) add(numbers ...int) {
	s.t.Helper()
	jobs := make([]river.JobArgs, len(numbers))
	for i, n := range numbers {
		jobs[i] = errand{n}
	}
	if err := queue.Add(s.t.Context(), s.db, jobs...); err != nil {
		s.t.Fatal(err)
	}
}

// run is a process that does the work of a plan until it is stopped, which
// waits for its end.
func (s site) run(plan queue.Plan) (stop func()) { return s.runLogging(plan, slog.DiscardHandler) }

func (s site) runLogging(plan queue.Plan, log slog.Handler) (stop func()) {
	s.t.Helper()
	own, err := queue.Pool(s.t.Context(), s.pool)
	if err != nil {
		s.t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(s.t.Context())
	var running sync.WaitGroup
	running.Go(func() {
		if err := queue.Run(ctx, own, plan, slog.New(log)); err != nil {
			s.t.Errorf("run: %v", err)
		}
	})
	stop = sync.OnceFunc(func() {
		cancel()
		running.Wait()
		own.Close()
	})
	s.t.Cleanup(stop)
	return stop
}

// state is where the one job stands.
type state struct {
	State       string
	Attempt     int
	Errors      int
	AttemptedAt *time.Time
	ScheduledAt time.Time
}

// job returns where the job of an errand stands; the zero state where the queue knows none.
func (s site) job(n int) state {
	s.t.Helper()
	all, err := postgres.All[state](s.t.Context(), s.db, `
		SELECT state::text, attempt, COALESCE(array_length(errors, 1), 0) AS errors, attempted_at, scheduled_at
		FROM river_job
		WHERE kind = 'errand' AND args @> jsonb_build_object('n', @n::int)`, pgx.StrictNamedArgs{"n": n})
	if err != nil {
		s.t.Fatal(err)
	}
	if len(all) == 0 {
		return state{}
	}
	return all[0]
}

// until waits for what must come about.
func (s site) until(what string, come func() bool) {
	s.t.Helper()
	for begun := time.Now(); !come(); time.Sleep(10 * time.Millisecond) {
		if time.Since(begun) > time.Minute {
			s.t.Fatalf("in a minute: not %s", what)
		}
	}
}

// counter counts how often each errand was done.
type counter struct {
	mutex sync.Mutex
	times map[int]int
	all   atomic.Int64
}

func (c *counter) done(n int) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.times == nil {
		c.times = map[int]int{}
	}
	c.times[n]++
	c.all.Add(1)
}

func (c *counter) of(n int) int {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.times[n]
}
