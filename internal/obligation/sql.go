package obligation

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/postgres"
)

// columns are those of Obligation, from obligations o.
const columns = `o.id, o.directive_id, o.clause_id, COALESCE(o.parent_id, 0) AS parent_id, o.kind, o.status, o.suspended_from,
	o.issuer_body_id, o.lead_body_id, COALESCE(o.executing_body_id, 0) AS executing_body_id, o.task, o.due_on, o.first_due_on,
	o.due_phrase, o.due_rule, o.recurrence, o.heartbeat_days, o.assigned_at, o.received_at, o.last_heard_at, ` + reportedAt + ` AS reported_at,
	o.finished_at, o.version`

// reportedAt is when the report that waits for judgement was sent.
const reportedAt = `(SELECT max(r.sent_at) FROM reports r
	WHERE o.status = 'reported' AND r.obligation_id = o.id AND r.kind IN ('report', 'answer') AND r.decision = '')`

// inScope limits rows to those that the reader's bodies lead, execute, gave,
// or stand beside; @all sees every row.
const inScope = `(@all OR o.lead_body_id = ANY (@bodies) OR o.executing_body_id = ANY (@bodies) OR EXISTS (
	SELECT FROM obligation_bodies beside WHERE beside.obligation_id = o.id AND beside.body_id = ANY (@bodies)))`

// StateSQL is Obligation.State as an SQL expression over obligations o. It
// takes @today, and @soon as SoonEnd returns it.
const StateSQL = `CASE
	WHEN o.status = 'suspended' THEN 'suspended'
	WHEN o.kind = 'request' THEN CASE o.status WHEN 'accepted' THEN 'settled' WHEN 'reported' THEN 'answered' ELSE 'awaiting_answer' END
	WHEN o.status = 'accepted' AND o.due_on IS NULL THEN 'done'
	WHEN o.status = 'accepted' AND (o.finished_at` + localDay + ` > o.due_on THEN 'done_late'
	WHEN o.status = 'accepted' THEN 'done_on_time'
	WHEN o.kind = 'standing' OR o.due_on IS NULL THEN CASE
		WHEN o.status <> 'reported'
			AND (GREATEST(o.assigned_at, o.received_at, o.last_heard_at)` + localDay + ` + o.heartbeat_days < @today::date THEN 'silent'
		WHEN o.kind = 'standing' THEN 'ongoing'
		ELSE 'undated' END
	WHEN o.status = 'reported' AND ` + reportedAt + ` IS NOT NULL THEN CASE
		WHEN (` + reportedAt + localDay + ` > o.due_on THEN 'overdue' ELSE 'on_time' END
	WHEN o.due_on < @today::date THEN 'overdue'
	WHEN o.due_on < @soon::date THEN 'due_soon'
	ELSE 'on_time' END`

// localDay ends an instant in brackets and makes it the day of clock.Zone.
const localDay = ` AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`

// scopeArgs are the arguments of inScope together with more.
func scopeArgs(scope access.Scope, more pgx.StrictNamedArgs) pgx.StrictNamedArgs {
	args := pgx.StrictNamedArgs{"all": scope.All, "bodies": scope.Bodies}
	for name, value := range more {
		args[name] = value
	}
	return args
}

// lock reads an obligation in scope and holds it until the transaction ends.
func (s *Store) lock(ctx context.Context, scope access.Scope, id int64) (Obligation, error) {
	return postgres.One[Obligation](ctx, s.DB, `
		SELECT `+columns+`
		FROM obligations o
		WHERE o.id = @id AND `+inScope+`
		FOR UPDATE OF o`,
		scopeArgs(scope, pgx.StrictNamedArgs{"id": id}))
}

// save writes what an operation may change, and makes a new version.
func (s *Store) save(ctx context.Context, o Obligation) error {
	_, err := s.DB.Exec(ctx, `
		UPDATE obligations
		SET status = @status, suspended_from = @suspended_from, lead_body_id = @lead, executing_body_id = NULLIF(@executing, 0),
		    due_on = @due_on, received_at = @received_at, last_heard_at = @last_heard_at, finished_at = @finished_at,
		    version = version + 1
		WHERE id = @id`,
		pgx.StrictNamedArgs{
			"id": o.ID, "status": o.Status, "suspended_from": o.SuspendedFrom, "lead": o.LeadBodyID, "executing": o.ExecutingBodyID,
			"due_on": o.DueOn, "received_at": o.ReceivedAt, "last_heard_at": o.LastHeardAt, "finished_at": o.FinishedAt,
		})
	return err
}
