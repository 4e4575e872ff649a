package obligation

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Remind sends a reminder (đôn đốc) to the bodies that work the obligation; to
// a request it is a polite follow-up.
func (s *Store) Remind(ctx context.Context, actor access.Actor, id int64, words string) (err error) {
	defer errs.Wrap(&err, "obligation.Remind(%d)", id)
	words, err = sentWords(words, nil)
	if err != nil {
		return err
	}
	return s.change(ctx, actor, id, Remind, func(ctx context.Context, o *Obligation, at time.Time) (journal.Change, error) {
		_, err := s.DB.Exec(ctx, `
			INSERT INTO reminders (obligation_id, words, sent_at, sent_by)
			VALUES (@obligation, @words, @at, @by)`,
			pgx.StrictNamedArgs{"obligation": o.ID, "words": words, "at": at, "by": actor.Account})
		return journal.Change{Action: "reminded"}, err
	})
}

// Suspend stops the obligation for a reason; Resume takes it up where it was.
func (s *Store) Suspend(ctx context.Context, actor access.Actor, id int64, why string) (err error) {
	defer errs.Wrap(&err, "obligation.Suspend(%d)", id)
	why, err = reason(why)
	if err != nil {
		return err
	}
	return s.change(ctx, actor, id, Suspend, func(_ context.Context, o *Obligation, _ time.Time) (journal.Change, error) {
		o.SuspendedFrom = o.Status
		return journal.Change{Action: "suspended", Why: why}, o.Move(Suspended)
	})
}

// Resume takes a suspended obligation up where it was.
func (s *Store) Resume(ctx context.Context, actor access.Actor, id int64, why string) (err error) {
	defer errs.Wrap(&err, "obligation.Resume(%d)", id)
	why, err = reason(why)
	if err != nil {
		return err
	}
	return s.change(ctx, actor, id, Resume, func(_ context.Context, o *Obligation, _ time.Time) (journal.Change, error) {
		back := o.SuspendedFrom
		o.SuspendedFrom = ""
		return journal.Change{Action: "resumed", Why: why}, o.Move(back)
	})
}

// Reassign gives the obligation to another lead body, which begins anew; an
// executing body stays only if it is under the new lead.
func (s *Store) Reassign(ctx context.Context, actor access.Actor, id, to int64, why string) (err error) {
	defer errs.Wrap(&err, "obligation.Reassign(%d, %d)", id, to)
	why, err = reason(why)
	if err != nil {
		return err
	}
	return s.change(ctx, actor, id, Reassign, func(ctx context.Context, o *Obligation, _ time.Time) (journal.Change, error) {
		heir, err := s.heir(ctx, actor, o.ID, to)
		if err != nil {
			return journal.Change{}, err
		}
		was, err := s.name(ctx, o.LeadBodyID)
		if err != nil {
			return journal.Change{}, err
		}
		under, err := s.under(ctx, o.ExecutingBodyID, to)
		if err != nil {
			return journal.Change{}, err
		}
		if !under {
			o.ExecutingBodyID = 0
		}
		o.LeadBodyID, o.ReceivedAt = to, nil
		return journal.Change{Action: "reassigned", From: was.ShortVi, To: heir.ShortVi, Why: why}, o.Move(Assigned)
	})
}

// heir returns the name of a body that the obligation may be given to.
func (s *Store) heir(ctx context.Context, actor access.Actor, id, to int64) (Name, error) {
	heirs, err := s.Heirs(ctx, actor.Scope(access.JudgeObligations), id)
	if err != nil {
		return Name{}, err
	}
	for _, h := range heirs {
		if h.ID == to {
			return h, nil
		}
	}
	return Name{}, errs.One("body", "problem.choice")
}

func (s *Store) name(ctx context.Context, body int64) (Name, error) {
	return postgres.One[Name](ctx, s.DB, `SELECT `+nameColumns+` FROM bodies b WHERE b.id = @id`,
		pgx.StrictNamedArgs{"id": body})
}

// under reports whether body is directly under parent.
func (s *Store) under(ctx context.Context, body, parent int64) (bool, error) {
	return postgres.Value[bool](ctx, s.DB, `SELECT EXISTS (SELECT FROM bodies WHERE id = @body AND parent_id = @parent)`,
		pgx.StrictNamedArgs{"body": body, "parent": parent})
}
