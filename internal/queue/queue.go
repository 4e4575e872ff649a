// Package queue hands work over to be done beside the pages: River's queue in
// the same database, so that work is handed over with the transaction that asks
// for it, and any process of the site may do it.
//
// The work has connections of its own, few of them, and few workers: pages do
// not wait for it.
package queue

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

const (
	// connections are three for workers, one to listen, one to look after the queue.
	connections = 5
	// poll is how often the queue is looked at without being woken.
	poll = 15 * time.Second
	// cooldown is the least time between two looks.
	cooldown = 100 * time.Millisecond
	// jobTime is how long a piece of work may take that says nothing else.
	jobTime = time.Minute
	// rescueAfter is when work counts as left behind by a process that died. It
	// is longer than any work may take.
	rescueAfter = 15 * time.Minute
	// stopTime is how long work under way may take when the site stops.
	stopTime = 10 * time.Second
)

// Plan is what work there is: who does it, how many at a time by queue, and
// what is to be done again and again.
type Plan struct {
	Workers  *river.Workers
	Queues   map[string]int
	Periodic []*river.PeriodicJob
}

// adding is a client that only hands over: it needs no connection, for it
// writes in the transaction of the asker.
var adding = sync.OnceValues(func() (*river.Client[pgx.Tx], error) {
	return river.NewClient(riverpgxv5.New(nil), &river.Config{Logger: slog.New(slog.DiscardHandler)})
})

// Add hands pieces of work over. They are done if the transaction of ctx, or
// one of their own where there is none, is kept.
func Add(ctx context.Context, db *postgres.DB, works ...river.JobArgs) (err error) {
	defer errs.Wrap(&err, "queue.Add")
	if len(works) == 0 {
		return nil
	}
	client, err := adding()
	if err != nil {
		return err
	}
	many := make([]river.InsertManyParams, len(works))
	for i, work := range works {
		many[i] = river.InsertManyParams{Args: work}
	}
	return db.InTx(ctx, func(ctx context.Context) error {
		tx, ok := postgres.Tx(ctx)
		if !ok {
			return errors.New("no transaction")
		}
		_, err := client.InsertManyTx(ctx, tx, many)
		return err
	})
}

// Pool opens the few connections of the work, to where pool leads.
func Pool(ctx context.Context, pool *pgxpool.Pool) (own *pgxpool.Pool, err error) {
	defer errs.Wrap(&err, "queue.Pool")
	config := pool.Config()
	config.MaxConns, config.MinConns, config.MinIdleConns = connections, 0, 0
	return pgxpool.NewWithConfig(ctx, config)
}

// Run does the work of a plan until ctx is done, over connections from Pool.
func Run(ctx context.Context, own *pgxpool.Pool, plan Plan, log *slog.Logger) (err error) {
	defer errs.Wrap(&err, "queue.Run")
	queues := make(map[string]river.QueueConfig, len(plan.Queues))
	for name, workers := range plan.Queues {
		queues[name] = river.QueueConfig{MaxWorkers: workers}
	}
	client, err := river.NewClient(riverpgxv5.New(own), &river.Config{
		Queues: queues, Workers: plan.Workers, PeriodicJobs: plan.Periodic, Logger: quiet(log),
		FetchCooldown: cooldown, FetchPollInterval: poll, JobTimeout: jobTime, RescueStuckJobsAfter: rescueAfter,
		SoftStopTimeout: stopTime, ErrorHandler: failures{log},
	})
	if err != nil {
		return err
	}
	if err := client.Start(ctx); err != nil {
		return err
	}
	<-client.Stopped()
	return nil
}
