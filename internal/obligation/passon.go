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

// PassOn gives a district's obligation to each of its communes that live on
// the partnership's working map date, one obligation each, and returns how
// many are new: communes that have it already are left alone.
func (s *Store) PassOn(ctx context.Context, actor access.Actor, id int64) (given int, err error) {
	defer errs.Wrap(&err, "obligation.PassOn(%d)", id)
	err = s.change(ctx, actor, id, PassOn, func(ctx context.Context, o *Obligation, at time.Time) (journal.Change, error) {
		children, err := s.insertChildren(ctx, *o, at)
		if err != nil {
			return journal.Change{}, err
		}
		given = len(children)
		for _, child := range children {
			if err := s.record(ctx, actor, at, child, journal.Change{Action: "assigned", To: string(Assigned)}); err != nil {
				return journal.Change{}, err
			}
		}
		o.heard(at)
		return journal.Change{Action: "passed_on"}, o.work()
	})
	return given, err
}

func (s *Store) insertChildren(ctx context.Context, o Obligation, at time.Time) ([]int64, error) {
	return postgres.Values[int64](ctx, s.DB, `
		INSERT INTO obligations (directive_id, clause_id, parent_id, kind, status, issuer_body_id, lead_body_id, task, folded,
		                         due_on, first_due_on, due_phrase, due_rule, recurrence, heartbeat_days, assigned_at)
		SELECT @directive, @clause, @parent, @kind, 'assigned', @district, b.id, @task, @folded,
		       @due_on, @due_on, @due_phrase, @due_rule, @recurrence, @heartbeat, @at
		FROM bodies b
		JOIN directives d ON d.id = @directive
		JOIN partnerships p ON p.id = d.partnership_id
		WHERE b.parent_id = @district AND b.kind = 'commune'
		  AND b.valid_from <= p.map_on AND (b.valid_to IS NULL OR b.valid_to > p.map_on)
		  AND NOT EXISTS (SELECT FROM obligations child WHERE child.parent_id = @parent AND child.lead_body_id = b.id)
		ORDER BY b.slug
		RETURNING id`,
		pgx.StrictNamedArgs{
			"directive": o.DirectiveID, "clause": o.ClauseID, "parent": o.ID, "kind": o.Kind, "district": o.LeadBodyID,
			"task": o.Task, "folded": fold.Fold(o.Task), "due_on": o.DueOn, "due_phrase": o.DuePhrase, "due_rule": o.DueRule,
			"recurrence": o.Recurrence, "heartbeat": o.HeartbeatDays, "at": at,
		})
}

// heard notes that the body gave a sign of work; the first one is its receipt.
func (o *Obligation) heard(at time.Time) {
	o.LastHeardAt = &at
	if o.ReceivedAt == nil {
		o.ReceivedAt = &at
	}
}

// work moves an obligation that was not yet worked on to InProgress; a report
// that waits for judgement keeps waiting.
func (o *Obligation) work() error {
	if o.Status == Reported {
		return nil
	}
	return o.Move(InProgress)
}
