package obligation

import (
	"context"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Party is another body on an obligation. Body is 0 where the paper names a
// group in words only.
type Party struct {
	Body  int64
	Words string
}

// New is an obligation to be given. Executing and ProposalID may be 0; a zero
// DueOn means that the paper gave no day.
type New struct {
	DirectiveID, ClauseID, ProposalID int64
	Kind                              Kind
	Issuer, Lead, Executing           int64
	Task                              string
	DueOn                             clock.Day
	DuePhrase, DueRule, Recurrence    string
	Cooperating, Counterparts         []Party
}

// Check returns what is wrong with the obligation before it is given.
func (n New) Check() error {
	p := errs.Problems{}
	if !slices.Contains(Kinds(), n.Kind) {
		p.Add("kind", "problem.choice")
	}
	if n.Issuer == 0 {
		p.Add("issuer", "problem.choice")
	}
	if n.Lead == 0 {
		p.Add("lead", "problem.choice")
	}
	if _, known := heartbeats[n.Recurrence]; !known {
		p.Add("recurrence", "problem.choice")
	}
	required(p, "task", fold.Tidy(n.Task))
	return p.OrNil()
}

// Assign gives obligations and returns their ids in the same order, all or
// none. It joins the transaction of ctx, if there is one.
func (s *Store) Assign(ctx context.Context, actor access.Actor, items []New) (ids []int64, err error) {
	defer errs.Wrap(&err, "obligation.Assign(%d items)", len(items))
	if !actor.May(access.EnterDirectives) {
		return nil, errs.Forbidden
	}
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		at := s.Now.Now()
		for _, item := range items {
			if err := item.Check(); err != nil {
				return err
			}
			id, err := s.insert(ctx, actor, at, item)
			if err != nil {
				return err
			}
			ids = append(ids, id)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return ids, nil
}

func (s *Store) insert(ctx context.Context, actor access.Actor, at time.Time, n New) (int64, error) {
	if n.Executing == n.Lead {
		n.Executing = 0
	}
	task := fold.Tidy(n.Task)
	id, err := postgres.Value[int64](ctx, s.DB, `
		INSERT INTO obligations (directive_id, clause_id, proposal_id, kind, status, issuer_body_id, lead_body_id, executing_body_id,
		                         task, folded, due_on, first_due_on, due_phrase, due_rule, recurrence, heartbeat_days, assigned_at)
		VALUES (@directive, @clause, NULLIF(@proposal, 0), @kind, 'assigned', @issuer, @lead, NULLIF(@executing, 0),
		        @task, @folded, @due_on, @due_on, @due_phrase, @due_rule, @recurrence, @heartbeat, @at)
		RETURNING id`,
		pgx.StrictNamedArgs{
			"directive": n.DirectiveID, "clause": n.ClauseID, "proposal": n.ProposalID, "kind": n.Kind, "issuer": n.Issuer,
			"lead": n.Lead, "executing": n.Executing, "task": task, "folded": fold.Fold(task), "due_on": n.DueOn,
			"due_phrase": n.DuePhrase, "due_rule": n.DueRule, "recurrence": n.Recurrence, "heartbeat": heartbeats[n.Recurrence], "at": at,
		})
	if err != nil {
		return 0, err
	}
	if err := s.insertParties(ctx, id, n); err != nil {
		return 0, err
	}
	return id, s.record(ctx, actor, at, id, journal.Change{Action: "assigned", To: string(Assigned)})
}

func (s *Store) insertParties(ctx context.Context, id int64, n New) error {
	var batch pgx.Batch
	for role, parties := range map[Role][]Party{Cooperating: n.Cooperating, Counterpart: n.Counterparts} {
		for _, party := range parties {
			batch.Queue(`
				INSERT INTO obligation_bodies (obligation_id, body_id, words, role)
				VALUES (@id, NULLIF(@body, 0), @words, @role)`,
				pgx.StrictNamedArgs{"id": id, "body": party.Body, "words": fold.Tidy(party.Words), "role": role})
		}
	}
	if batch.Len() == 0 {
		return nil
	}
	return s.DB.Batch(ctx, &batch)
}
