package index

import (
	"context"
	"log/slog"
	"slices"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/search"
)

// CatchUp is how often an index looks for changes without being woken, and
// tries again what failed.
const CatchUp = 5 * time.Second

// Follow loads the index and keeps it current until ctx is done. It is woken by
// notifications on a connection of its own, and looks every interval whether
// any was lost; failures are logged and tried again then.
func (x *Index) Follow(ctx context.Context, pool *pgxpool.Pool, every time.Duration, log *slog.Logger) {
	woken := make(chan struct{}, 1)
	var works sync.WaitGroup
	works.Go(func() { postgres.Listen(ctx, pool, search.Channel, woken, every, log) })
	works.Go(func() { x.keepUp(ctx, woken, every, log) })
	works.Wait()
}

// keepUp applies changes whenever it is woken and at every interval.
func (x *Index) keepUp(ctx context.Context, woken <-chan struct{}, every time.Duration, log *slog.Logger) {
	ticks := time.NewTicker(every)
	defer ticks.Stop()
	at := &position{}
	for {
		if err := x.advance(ctx, at); err != nil && ctx.Err() == nil {
			log.ErrorContext(ctx, "search index", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticks.C:
		case <-woken:
		}
	}
}

// position is up to where changes were read.
//
// Numbers are given to changes before their transactions commit, so a lower
// number can appear after a higher one. What cannot is a change of a
// transaction that had ended when changes were read last: so all those of later
// transactions are read each time, and the ones known are passed over.
type position struct {
	horizon int64              // every transaction before it had ended
	seen    map[int64]struct{} // changes of later ones that were applied, by seq
	last    int64              // the highest seq seen: if it is gone, others may be
	day     clock.Day          // on which everything was read
}

// change is a row of live_changes beside what holds for all of them; without
// Seq there is none.
type change struct {
	Horizon   int64
	Last      int64
	Kept      bool
	Seq       *int64
	Tx        *int64
	VacancyID *int64
}

const readChanges = `
	SELECT s.horizon, s.last, s.kept, c.seq, c.tx, c.vacancy_id
	FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon,
		(SELECT max(seq) FROM live_changes) AS last,
		EXISTS (SELECT FROM live_changes WHERE seq = @last) AS kept) s
	LEFT JOIN live_changes c ON c.tx >= @horizon AND @last > 0
	ORDER BY c.seq`

// advance applies what changed since it was called last. The first time, when
// it is too far behind, and every new day it loads everything: that also lets go
// of what has closed.
func (x *Index) advance(ctx context.Context, at *position) error {
	changes, err := postgres.All[change](ctx, x.db, readChanges, pgx.StrictNamedArgs{"horizon": at.horizon, "last": at.last})
	if err != nil {
		return err
	}
	ids, all := at.fresh(changes)
	today := x.now.Today()
	if all || at.day != today {
		err = x.load(ctx)
	} else {
		err = x.refresh(ctx, ids)
	}
	if err == nil {
		at.move(changes)
		at.day = today
	}
	return err
}

// fresh returns the vacancies whose changes were not applied yet, or that all
// have to be read.
func (at *position) fresh(changes []change) (ids []int64, all bool) {
	if !changes[0].Kept {
		return nil, true
	}
	for _, c := range changes {
		if c.Seq == nil {
			continue
		}
		if _, seen := at.seen[*c.Seq]; seen {
			continue
		}
		if c.VacancyID == nil {
			return nil, true
		}
		ids = append(ids, *c.VacancyID)
	}
	slices.Sort(ids)
	return slices.Compact(ids), false
}

// move remembers what was applied.
func (at *position) move(changes []change) {
	seen := map[int64]struct{}{}
	for _, c := range changes {
		if c.Seq != nil && *c.Tx >= changes[0].Horizon {
			seen[*c.Seq] = struct{}{}
		}
	}
	at.horizon, at.last, at.seen = changes[0].Horizon, changes[0].Last, seen
}
