package alert

import (
	"context"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/queue"
)

// The queues: one round at a time in a process, three calls at a time.
const (
	roundQueue = "alerts"
	handQueue  = "messages"
	handers    = 3
)

const (
	roundEvery = 5 * time.Minute
	roundTime  = 10 * time.Minute
	callTime   = 30 * time.Second
	mostTries  = 10 // the last a good two hours after the first
	firstPause = 15 * time.Second
)

// HandArgs is the work of delivering a message. It names no person.
type HandArgs struct {
	Message int64 `json:"message"`
}

// Kind names the work.
func (HandArgs) Kind() string { return "alert_message" }

// InsertOpts lets a message be handed over once and tried several times.
func (HandArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{Queue: handQueue, MaxAttempts: mostTries, UniqueOpts: river.UniqueOpts{ByArgs: true}}
}

// RoundArgs is the work of looking whom to tell.
type RoundArgs struct{}

// Kind names the work.
func (RoundArgs) Kind() string { return "alert_round" }

// InsertOpts lets one round be under way at a time, over all processes. What
// fails is made up for by the next.
func (RoundArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{Queue: roundQueue, MaxAttempts: 1, UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: []rivertype.JobState{
		rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRunning, rivertype.JobStateScheduled}}}
}

// Plan is what the desk does beside the pages.
func (d *Desk) Plan() queue.Plan {
	workers := river.NewWorkers()
	river.AddWorker(workers, &hander{desk: d})
	river.AddWorker(workers, &rounds{store: d.Store})
	return queue.Plan{
		Workers: workers,
		Queues:  map[string]int{roundQueue: 1, handQueue: handers},
		Periodic: []*river.PeriodicJob{river.NewPeriodicJob(river.PeriodicInterval(roundEvery),
			func() (river.JobArgs, *river.InsertOpts) { return RoundArgs{}, nil }, &river.PeriodicJobOpts{RunOnStart: true})},
	}
}

type hander struct {
	river.WorkerDefaults[HandArgs]
	desk *Desk
}

// Work delivers a message.
func (h *hander) Work(ctx context.Context, job *river.Job[HandArgs]) error {
	return h.desk.Deliver(ctx, job.Args.Message, job.Attempt >= job.MaxAttempts)
}

// Timeout ends a call that hangs.
func (h *hander) Timeout(*river.Job[HandArgs]) time.Duration { return callTime }

// NextRetry waits longer after each try.
func (h *hander) NextRetry(job *river.Job[HandArgs]) time.Time {
	return h.desk.Store.Now.Now().Add(pause(job.Attempt))
}

// pause is how long to wait after a try: a quarter of a minute, then twice as
// long each time.
func pause(attempt int) time.Duration {
	return firstPause << min(max(attempt-1, 0), mostTries)
}

type rounds struct {
	river.WorkerDefaults[RoundArgs]
	store *Store
}

// Work does a round.
func (r *rounds) Work(ctx context.Context, _ *river.Job[RoundArgs]) error {
	return r.store.Round(ctx, access.Everything())
}

// Timeout ends a round that hangs.
func (r *rounds) Timeout(*river.Job[RoundArgs]) time.Duration { return roundTime }

// Round forgets what is due and, in the morning, tells everybody who was not
// told today.
func (s *Store) Round(ctx context.Context, scope access.Scope) (err error) {
	defer errs.Wrap(&err, "alert.Round")
	if err := s.Forget(ctx, scope); err != nil {
		return err
	}
	for Morning(s.Now.Now()) {
		looked, err := s.Gather(ctx, scope)
		if err != nil || looked == 0 {
			return err
		}
	}
	return nil
}
