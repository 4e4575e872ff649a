package intake

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Channel is where readers are woken when a sheet waits.
const Channel = "imports"

// Every is how often Follow looks for sheets that it was not told of.
const Every = 30 * time.Second

// mostAttempts is how often a sheet is begun: one that brought the program
// down twice is not tried for ever.
const mostAttempts = 3

// claimed is a sheet that this process reads. Its row is locked until the
// transaction ends, so that no other process takes it, and a process that dies
// gives it back.
type claimed struct {
	ID         int64
	AccountID  int64
	BodyID     int64
	BodySlug   string
	Side       access.Side
	Kind       access.Kind
	EmployerID int64
	Version    int
	Content    []byte
}

// actor is the body on whose behalf the sheet is read.
func (c claimed) actor() access.Actor {
	return access.Actor{Account: c.AccountID, Body: c.BodyID, BodySlug: c.BodySlug, Seat: access.Seat{Side: c.Side, Kind: c.Kind},
		Bodies: []int64{c.BodyID}, Employer: c.EmployerID}
}

// Follow reads the sheets that wait, one after the other, until ctx is done. A
// notification wakes it; a look at every interval heals lost ones.
func (s *Store) Follow(ctx context.Context, _ access.Scope, pool *pgxpool.Pool, every time.Duration, log *slog.Logger) {
	woken := make(chan struct{}, 1)
	var listening sync.WaitGroup
	defer listening.Wait()
	listening.Go(func() { postgres.Listen(ctx, pool, Channel, woken, every, log) })
	ticks := time.NewTicker(every)
	defer ticks.Stop()
	for {
		if err := s.ReadWaiting(ctx, access.Everything()); err != nil && ctx.Err() == nil {
			log.ErrorContext(ctx, "import", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticks.C:
		case <-woken:
		}
	}
}

// ReadWaiting reads every sheet that waits and nobody else reads, and then
// lets the law's coach look at what was read.
func (s *Store) ReadWaiting(ctx context.Context, _ access.Scope) (err error) {
	defer errs.Wrap(&err, "intake.ReadWaiting")
	for {
		more, err := s.readNext(ctx)
		if err == nil && !more {
			more, err = s.reviewNext(ctx)
		}
		if err != nil || !more {
			return err
		}
	}
}

// readNext reads the oldest sheet that waits, in one transaction: all of what
// becomes of it is kept, or nothing.
func (s *Store) readNext(ctx context.Context) (found bool, err error) {
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		c, err := postgres.One[claimed](ctx, s.DB, claimNext)
		if errors.Is(err, errs.NotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		found = true
		return s.readClaimed(ctx, c)
	})
	return found, err
}

func (s *Store) readClaimed(ctx context.Context, c claimed) error {
	attempts, err := postgres.Value[int](postgres.Outside(ctx), s.DB, noteAttempt, pgx.StrictNamedArgs{"id": c.ID})
	if err != nil {
		return err
	}
	if attempts > mostAttempts {
		return s.close(ctx, c, nil, refusal("failed"))
	}
	var j *job
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		if _, err := s.DB.Exec(ctx, `DELETE FROM import_rows WHERE import_id = @id`, pgx.StrictNamedArgs{"id": c.ID}); err != nil {
			return err
		}
		return guarded(func() (err error) {
			j, err = s.read(ctx, c)
			return err
		})
	})
	return s.close(ctx, c, j, err)
}

// close says what came of a reading. What is not about the file is an error:
// the sheet waits on.
func (s *Store) close(ctx context.Context, c claimed, j *job, err error) error {
	args := pgx.StrictNamedArgs{"id": c.ID, "state": string(Preview), "problem": nil, "today": s.Now.Today(), "rows": 0, "created": 0,
		"updated": 0, "same": 0, "refused": 0, "incomplete": 0, "headers": []string{}, "ignored": []string{}}
	about, isFile := problemOf(err)
	switch {
	case isFile:
		args["state"], args["problem"] = string(Refused), about
		if _, err := s.DB.Exec(ctx, `DELETE FROM import_files WHERE import_id = @id`, pgx.StrictNamedArgs{"id": c.ID}); err != nil {
			return err
		}
	case err != nil:
		return fmt.Errorf("import %d: %w", c.ID, err)
	default:
		args["rows"], args["created"], args["updated"], args["same"] = j.counts.rows, j.counts.created, j.counts.updated, j.counts.same
		args["refused"], args["incomplete"] = j.counts.refused, j.counts.incomplete
		args["headers"], args["ignored"] = some(j.header.words), some(j.header.ignored)
	}
	_, err = s.DB.Exec(ctx, closeReading, args)
	return err
}

// some is a list that is never nil.
func some(words []string) []string { return append([]string{}, words...) }

// tell notes how far the reading has come, for others to see at once.
func (s *Store) tell(ctx context.Context, id int64, done, total int) error {
	_, err := s.DB.Exec(postgres.Outside(ctx), noteProgress, pgx.StrictNamedArgs{"id": id, "done": done, "total": total})
	return err
}

// wake calls readers once the transaction is kept.
func (s *Store) wake(ctx context.Context) error {
	_, err := s.DB.Exec(ctx, `SELECT pg_notify(@channel, '')`, pgx.StrictNamedArgs{"channel": Channel})
	return err
}

// reason is what the journal of a vacancy says of its import.
func reason(i Import) string { return fmt.Sprintf("#%d %s", i.ID, i.FileName) }
