package obligation

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Decision is what the Office said to a request for more time.
type Decision string

// The decisions; the empty one is none yet.
const (
	Granted Decision = "granted"
	Refused Decision = "refused"
)

// Extension is a request for more time, and what became of it. The people are
// named as their accounts are.
type Extension struct {
	ID            int64
	FromDay       clock.Day
	ToDay         clock.Day
	Reason        string
	AskedAt       time.Time
	AskedBy       string
	AskedBodyVi   string
	AskedBodyEn   string
	Decision      Decision
	DecidedAt     *time.Time
	DecidedBy     string
	DecidedBodyVi string
	DecidedBodyEn string
	Why           string
}

// CheckExtension returns what is wrong with asking for the day to.
func (o Obligation) CheckExtension(to, today clock.Day, why string) error {
	p := errs.Problems{}
	switch {
	case to.IsZero():
		p.Add("to", "problem.required")
	case !to.After(o.DueOn):
		p.Add("to", "obligation.problem.not_later", o.DueOn)
	case to.Before(today):
		p.Add("to", "problem.past")
	}
	required(p, "reason", fold.Tidy(why))
	return p.OrNil()
}

// AskExtension asks the Office for more time. While one request is open,
// another is a Conflict.
func (s *Store) AskExtension(ctx context.Context, actor access.Actor, id int64, to clock.Day, why string) (err error) {
	defer errs.Wrap(&err, "obligation.AskExtension(%d)", id)
	return s.change(ctx, actor, id, AskExtension, func(ctx context.Context, o *Obligation, at time.Time) (journal.Change, error) {
		if err := o.CheckExtension(to, clock.DayOf(at), why); err != nil {
			return journal.Change{}, err
		}
		_, err := s.DB.Exec(ctx, `
			INSERT INTO extensions (obligation_id, asked_at, asked_by, from_day, to_day, reason)
			VALUES (@obligation, @at, @by, @from, @to, @reason)`,
			pgx.StrictNamedArgs{"obligation": o.ID, "at": at, "by": actor.Account, "from": o.DueOn, "to": to, "reason": fold.Tidy(why)})
		return journal.Change{Action: "extension_asked", From: o.DueOn.String(), To: to.String(), Why: fold.Tidy(why)}, err
	})
}

// Grant gives the time that was asked for.
func (s *Store) Grant(ctx context.Context, actor access.Actor, id, extension int64, why string) (err error) {
	defer errs.Wrap(&err, "obligation.Grant(%d, %d)", id, extension)
	why = fold.Tidy(why)
	p := errs.Problems{}
	limited(p, "reason", why)
	if err := p.OrNil(); err != nil {
		return err
	}
	return s.decideExtension(ctx, actor, id, extension, Granted, why)
}

// Refuse leaves the day as it is, and says why.
func (s *Store) Refuse(ctx context.Context, actor access.Actor, id, extension int64, why string) (err error) {
	defer errs.Wrap(&err, "obligation.Refuse(%d, %d)", id, extension)
	why, err = reason(why)
	if err != nil {
		return err
	}
	return s.decideExtension(ctx, actor, id, extension, Refused, why)
}

func (s *Store) decideExtension(ctx context.Context, actor access.Actor, id, extension int64, decision Decision, why string) error {
	return s.change(ctx, actor, id, DecideExtension, func(ctx context.Context, o *Obligation, at time.Time) (journal.Change, error) {
		to, err := s.closeExtension(ctx, actor, at, o.ID, extension, decision, why)
		if err != nil {
			return journal.Change{}, err
		}
		from := o.DueOn
		if decision == Granted {
			o.DueOn = to
		}
		return journal.Change{Action: "extension_" + string(decision), From: from.String(), To: o.DueOn.String(), Why: why}, nil
	})
}

// closeExtension writes the decision and returns the day that was asked for. A
// request that is decided already is a Conflict.
func (s *Store) closeExtension(ctx context.Context, actor access.Actor, at time.Time, id, extension int64, decision Decision,
	why string) (clock.Day, error) {
	args := pgx.StrictNamedArgs{"obligation": id, "extension": extension}
	decided, err := postgres.Value[string](ctx, s.DB, `
		SELECT decision FROM extensions WHERE id = @extension AND obligation_id = @obligation`, args)
	if err != nil {
		return clock.Day{}, err
	}
	if decided != "" {
		return clock.Day{}, errs.Conflict
	}
	return postgres.Value[clock.Day](ctx, s.DB, `
		UPDATE extensions
		SET decision = @decision, decided_at = @at, decided_by = @by, why = @why
		WHERE id = @extension
		RETURNING to_day`,
		pgx.StrictNamedArgs{"decision": decision, "at": at, "by": actor.Account, "why": why, "extension": extension})
}
