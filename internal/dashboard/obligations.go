package dashboard

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/obligation"
	"cauviec/internal/postgres"
)

// Duties are the obligations that a body leads or executes.
type Duties struct {
	Lines  []obligation.Line // the most urgent first, at most a page of them
	States map[obligation.State]int
}

// Total is how many there are.
func (d Duties) Total() int {
	total := 0
	for _, n := range d.States {
		total += n
	}
	return total
}

// Running is how many are not finished.
func (d Duties) Running() int {
	done := 0
	for _, state := range []obligation.State{obligation.Done, obligation.DoneLate, obligation.DoneOnTime, obligation.Settled} {
		done += d.States[state]
	}
	return d.Total() - done
}

func loadDuties(ctx context.Context, s *Store, b *Board) (err error) {
	b.Duties, err = s.duties(ctx, b, obligation.Filter{Body: b.Body.ID})
	return err
}

func (s *Store) duties(ctx context.Context, b *Board, f obligation.Filter) (d Duties, err error) {
	scope := b.self.Scope(access.ReadObligations)
	if d.Lines, err = s.obligations.List(ctx, scope, f); err != nil {
		return d, err
	}
	counts, err := s.obligations.Counts(ctx, scope, f)
	d.States = make(map[obligation.State]int, len(counts))
	for _, c := range counts {
		d.States[c.State] = c.N
	}
	return d, err
}

// Joint is an obligation that the body stands beside, with what it says of its
// own side.
type Joint struct {
	obligation.Line
	Stand obligation.Stand
}

func loadJoint(ctx context.Context, s *Store, b *Board) error {
	lines, err := s.obligations.List(ctx, b.self.Scope(access.ReadObligations), obligation.Filter{Beside: b.Body.ID})
	if err != nil {
		return err
	}
	stands, err := postgres.All[struct {
		ObligationID int64
		State        obligation.Stand
	}](ctx, s.db, `
		SELECT obligation_id, state FROM obligation_bodies
		WHERE body_id = @body AND role = 'counterpart'
		ORDER BY obligation_id, id
		LIMIT 500`, pgx.StrictNamedArgs{"body": b.Body.ID})
	if err != nil {
		return err
	}
	of := map[int64]obligation.Stand{}
	for _, stand := range stands {
		of[stand.ObligationID] = stand.State
	}
	for _, line := range lines {
		b.Joint = append(b.Joint, Joint{Line: line, Stand: of[line.ID]})
	}
	return nil
}

// BodyStanding is how many obligations of a lead body are in each group of
// states.
type BodyStanding struct {
	ID      int64
	Slug    string
	Kind    access.Kind
	ShortVi string
	ShortEn string
	Overdue int
	Silent  int
	Waiting int // due soon, or a request without an answer
	Running int
	Done    int
	Last    clock.Day // last heard of
}

// FollowUp is what the office that follows obligations up has to know beside
// their states.
type FollowUp struct {
	Reported   int // reports and answers that wait for judgement
	Returned   int // reports given back and not sent again
	Extensions int // asked for and not decided
	Disputed   int // a counterpart disagrees
	NewlyLate  int // overdue since a week or less
	Districts  int // districts among the silent
	Quietest   int // days without a word of the most silent
	OldestAsk  int // days of the oldest request without an answer
}

const followDays = 7

func loadFollow(ctx context.Context, s *Store, b *Board) (err error) {
	if b.Duties, err = s.duties(ctx, b, obligation.Filter{}); err != nil {
		return err
	}
	args := b.args(pgx.StrictNamedArgs{"soon": obligation.SoonEnd(b.Today, b.Calendar)})
	delete(args, "body")
	if b.Standing, err = postgres.All[BodyStanding](ctx, s.db, selectStanding, args); err != nil {
		return err
	}
	args["lately"] = b.Today.Add(-followDays)
	if b.Follow, err = postgres.One[FollowUp](ctx, s.db, selectFollowUp, args); err != nil {
		return err
	}
	b.Requests, err = s.obligations.List(ctx, b.self.Scope(access.ReadObligations), obligation.Filter{Kind: obligation.Request})
	if err != nil {
		return err
	}
	b.Bodies, err = postgres.All[body.Body](ctx, s.db, selectBodies, pgx.StrictNamedArgs{})
	return err
}

// stated are the obligations that lists show, with their state today.
const stated = `
	SELECT o.*, ` + obligation.StateSQL + ` AS state,
	       (GREATEST(o.assigned_at, o.received_at, o.last_heard_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS heard
	FROM obligations o
	WHERE o.parent_id IS NULL`

const selectStanding = `
	SELECT b.id, b.slug, b.kind, b.short_vi, b.short_en,
	       count(*) FILTER (WHERE o.state = 'overdue') AS overdue, count(*) FILTER (WHERE o.state = 'silent') AS silent,
	       count(*) FILTER (WHERE o.state IN ('due_soon', 'awaiting_answer')) AS waiting,
	       count(*) FILTER (WHERE o.state IN ('on_time', 'ongoing', 'undated', 'answered', 'suspended')) AS running,
	       count(*) FILTER (WHERE o.state IN ('done', 'done_late', 'done_on_time', 'settled')) AS done, max(o.heard) AS last
	FROM (` + stated + `) o JOIN bodies b ON b.id = o.lead_body_id
	GROUP BY b.id
	ORDER BY overdue DESC, silent DESC, waiting DESC, b.side DESC, b.kind, b.folded, b.id
	LIMIT 60`

const selectFollowUp = `
	SELECT count(*) FILTER (WHERE o.status = 'reported') AS reported,
	       count(*) FILTER (WHERE o.status = 'in_progress' AND (
	           SELECT r.decision FROM reports r WHERE r.obligation_id = o.id AND r.kind = 'report' ORDER BY r.id DESC LIMIT 1) = 'returned') AS returned,
	       count(*) FILTER (WHERE EXISTS (SELECT FROM extensions e WHERE e.obligation_id = o.id AND e.decision = '')) AS extensions,
	       count(*) FILTER (WHERE EXISTS (
	           SELECT FROM obligation_bodies p WHERE p.obligation_id = o.id AND p.role = 'counterpart' AND p.state = 'disputed')) AS disputed,
	       count(*) FILTER (WHERE o.state = 'overdue' AND o.due_on >= @lately::date) AS newly_late,
	       count(*) FILTER (WHERE o.state = 'silent' AND b.kind = 'district') AS districts,
	       COALESCE(max(@today::date - o.heard) FILTER (WHERE o.state = 'silent'), 0) AS quietest,
	       COALESCE(max(@today::date - o.heard) FILTER (WHERE o.state = 'awaiting_answer'), 0) AS oldest_ask
	FROM (` + stated + `) o JOIN bodies b ON b.id = o.lead_body_id`

// selectBodies reads the provinces' departments and districts of the working map.
const selectBodies = `
	SELECT b.id, b.slug, b.kind, b.side, b.province_code, b.name_vi, b.short_vi, b.name_en, b.short_en,
	       COALESCE(b.parent_id, 0) AS parent_id, COALESCE(b.counterpart_id, 0) AS counterpart_id,
	       COALESCE(b.area_id, 0) AS area_id, b.valid_from, b.valid_to
	FROM bodies b, (SELECT map_on FROM partnerships ORDER BY id LIMIT 1) p
	WHERE b.kind NOT IN ('commune', 'employer') AND b.valid_from <= p.map_on AND (b.valid_to IS NULL OR b.valid_to > p.map_on)
	ORDER BY b.side DESC, b.kind = 'district', b.id
	LIMIT 100`

// CommuneReply is a commune of the district and what it did with the
// obligation that was passed on to it. ObligationID is 0 where none was.
type CommuneReply struct {
	Slug         string
	ShortVi      string
	ShortEn      string
	ObligationID int64
	Received     bool
	State        obligation.State
	Heard        clock.Day
	Drives       int // held
}

// loadCommunes reads the newest obligation that the district passed on.
func loadCommunes(ctx context.Context, s *Store, b *Board) (err error) {
	b.Communes, err = postgres.All[CommuneReply](ctx, s.db, `
		SELECT c.slug, c.short_vi, c.short_en, COALESCE(o.id, 0) AS obligation_id, o.received_at IS NOT NULL AS received,
		       COALESCE(o.state, '') AS state, o.heard, (
		           SELECT count(*)::int FROM drives d
		           WHERE d.commune_body_id = c.id AND d.status IN ('held', 'reported', 'verified')) AS drives
		FROM bodies c
		LEFT JOIN LATERAL (
		    SELECT o.id, o.received_at, `+obligation.StateSQL+` AS state,
		           (COALESCE(o.last_heard_at, o.received_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS heard
		    FROM obligations o
		    WHERE o.lead_body_id = c.id AND o.parent_id IS NOT NULL
		    ORDER BY o.id DESC
		    LIMIT 1) o ON true
		WHERE c.parent_id = @body AND c.kind = 'commune'
		ORDER BY o.received_at IS NOT NULL, o.id IS NULL, c.folded, c.id
		LIMIT 100`, b.args(pgx.StrictNamedArgs{"soon": obligation.SoonEnd(b.Today, b.Calendar)}))
	return err
}
