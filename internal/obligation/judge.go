package obligation

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Seen is what the judge had before them: the report, and the version of the
// obligation. When either is no longer the newest, the judgement is a Conflict.
type Seen struct {
	Report  int64
	Version int
}

// Accept takes a report: an order is done, a standing duty goes on, a request
// is settled by its answer. Words to the sender are optional.
func (s *Store) Accept(ctx context.Context, actor access.Actor, id int64, seen Seen, words string) (err error) {
	defer errs.Wrap(&err, "obligation.Accept(%d)", id)
	words = fold.Tidy(words)
	p := errs.Problems{}
	limited(p, "reason", words)
	if err := p.OrNil(); err != nil {
		return err
	}
	return s.judge(ctx, actor, id, Judge, seen, judgement{"accepted", words, func(o *Obligation, sent time.Time) error {
		if o.Kind == Standing {
			return o.Move(InProgress)
		}
		o.FinishedAt = &sent
		return o.Move(Accepted)
	}})
}

// Return sends a report back with a reason; the clock runs on.
func (s *Store) Return(ctx context.Context, actor access.Actor, id int64, seen Seen, why string) (err error) {
	defer errs.Wrap(&err, "obligation.Return(%d)", id)
	why, err = reason(why)
	if err != nil {
		return err
	}
	return s.judge(ctx, actor, id, ReturnReport, seen, judgement{"returned", why, func(o *Obligation, _ time.Time) error {
		return o.Move(InProgress)
	}})
}

type judgement struct {
	decision, why string
	move          func(o *Obligation, sent time.Time) error
}

func (s *Store) judge(ctx context.Context, actor access.Actor, id int64, action Action, seen Seen, j judgement) error {
	return s.change(ctx, actor, id, action, func(ctx context.Context, o *Obligation, at time.Time) (journal.Change, error) {
		if o.Version != seen.Version {
			return journal.Change{}, errs.Conflict
		}
		sent, err := s.decide(ctx, actor, at, o.ID, seen.Report, j)
		if err != nil {
			return journal.Change{}, err
		}
		return journal.Change{Action: j.decision, Why: j.why}, j.move(o, sent)
	})
}

// decide writes the decision on the newest report and returns when that was
// sent. Another report than the newest is a Conflict.
func (s *Store) decide(ctx context.Context, actor access.Actor, at time.Time, obligation, report int64, j judgement) (time.Time, error) {
	newest, err := postgres.Value[int64](ctx, s.DB, `
		SELECT COALESCE(max(id), 0) FROM reports
		WHERE obligation_id = @obligation AND kind IN ('report', 'answer')`,
		pgx.StrictNamedArgs{"obligation": obligation})
	if err != nil {
		return time.Time{}, err
	}
	if newest != report {
		return time.Time{}, errs.Conflict
	}
	return postgres.Value[time.Time](ctx, s.DB, `
		UPDATE reports
		SET decision = @decision, decided_at = @at, decided_by = @by, reason = @reason
		WHERE id = @report
		RETURNING sent_at`,
		pgx.StrictNamedArgs{"decision": j.decision, "at": at, "by": actor.Account, "reason": j.why, "report": report})
}
