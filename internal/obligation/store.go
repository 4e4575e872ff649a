package obligation

import (
	"context"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Store keeps obligations.
type Store struct {
	DB  *postgres.DB
	Now clock.Clock

	calendar calendarCache
}

// maxWords bounds what is written in one field, in characters.
const maxWords = 5000

// step is what an operation does to the obligation it has locked. It returns
// what the journal says beside the statuses.
type step func(ctx context.Context, o *Obligation, at time.Time) (journal.Change, error)

// change runs one operation: lock the obligation in the actor's reach, ask the
// rule of the action, do the step, save, record.
func (s *Store) change(ctx context.Context, actor access.Actor, id int64, action Action, do step) error {
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		o, err := s.lock(ctx, actor.Scope(access.ReadObligations), id)
		if err != nil {
			return err
		}
		if err := o.Allow(actor, action); err != nil {
			return err
		}
		at := s.Now.Now()
		was := o.Status
		entry, err := do(ctx, &o, at)
		if err != nil {
			return err
		}
		if err := s.save(ctx, o); err != nil {
			return err
		}
		if entry.From == "" && entry.To == "" {
			entry.From, entry.To = string(was), string(o.Status)
		}
		return s.record(ctx, actor, at, o.ID, entry)
	})
}

// record writes the journal entry of an obligation.
func (s *Store) record(ctx context.Context, actor access.Actor, at time.Time, id int64, entry journal.Change) error {
	entry.Thing, entry.ID = journal.Obligation, id
	return journal.Write(ctx, s.DB, actor, at, entry)
}

// required adds a problem when tidied words are missing or too long.
func required(p errs.Problems, field, words string) {
	if words == "" {
		p.Add(field, "problem.required")
	}
	limited(p, field, words)
}

func limited(p errs.Problems, field, words string) {
	if len([]rune(words)) > maxWords {
		p.Add(field, "problem.long", maxWords)
	}
}

// reason tidies and checks the one field of many operations.
func reason(words string) (string, error) {
	words = fold.Tidy(words)
	p := errs.Problems{}
	required(p, "reason", words)
	return words, p.OrNil()
}
