package obligation

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/attachment"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// SentKind is the kind of something that was sent about an obligation.
type SentKind string

// The kinds: progress is told, a report is judged, an answer comes from the
// body that a request was put to.
const (
	KindProgress SentKind = "progress"
	KindReport   SentKind = "report"
	KindAnswer   SentKind = "answer"
)

// Sent is an update, a report or an answer, with what the Office said to it.
type Sent struct {
	ID        int64
	Kind      SentKind
	BodyVi    string
	BodyEn    string
	Person    string
	Words     string
	SentAt    time.Time
	Decision  string // accepted, returned, or nothing yet
	DecidedAt *time.Time
	DecidedBy string
	Reason    string
	Files     []attachment.Kept `db:"-"`
}

// Reminder is a reminder as it was sent.
type Reminder struct {
	Words  string
	SentAt time.Time
	SentBy string
}

// Detail is everything that an obligation's page shows.
type Detail struct {
	Line
	Clauses    []string // exact words, from the top of the directive's tree to the clause itself
	Beside     []Beside
	Sent       []Sent // newest first
	Extensions []Extension
	Reminders  []Reminder
	Passed     []Line // to communes
	History    []journal.Entry
	Due        Due
}

// Waiting returns the report or answer that waits for judgement, if any.
func (d Detail) Waiting() (Sent, bool) {
	for _, sent := range d.Sent {
		if sent.Kind != KindProgress {
			return sent, d.Status == Reported && sent.Decision == ""
		}
	}
	return Sent{}, false
}

// Asked returns the extension that waits for a decision, if any.
func (d Detail) Asked() (Extension, bool) {
	for _, e := range d.Extensions {
		if e.Decision == "" {
			return e, true
		}
	}
	return Extension{}, false
}

// Get returns an obligation in scope with all that belongs to it.
func (s *Store) Get(ctx context.Context, scope access.Scope, id int64) (d Detail, err error) {
	defer errs.Wrap(&err, "obligation.Get(%d)", id)
	d.Line, err = postgres.One[Line](ctx, s.DB, `
		SELECT `+lineColumns+`
		FROM `+lineTables+`
		WHERE o.id = @id AND `+inScope,
		scopeArgs(scope, pgx.StrictNamedArgs{"id": id}))
	if err != nil {
		return Detail{}, err
	}
	for _, read := range []func(context.Context, *Detail) error{
		s.readClauses, s.readBeside, s.readSent, s.readExtensions, s.readReminders,
	} {
		if err := read(ctx, &d); err != nil {
			return Detail{}, err
		}
	}
	if d.Passed, err = s.Children(ctx, scope, id); err != nil {
		return Detail{}, err
	}
	if d.History, err = journal.Of(ctx, s.DB, journal.Obligation, id); err != nil {
		return Detail{}, err
	}
	holidays, err := s.Calendar(ctx)
	d.Due = d.Explain(s.Now.Today(), holidays, d.Extensions)
	return d, err
}

func (s *Store) readClauses(ctx context.Context, d *Detail) (err error) {
	d.Clauses, err = postgres.Values[string](ctx, s.DB, `
		WITH RECURSIVE up AS (
			SELECT id, parent_id, words, 0 AS height FROM clauses WHERE id = @clause
			UNION ALL
			SELECT c.id, c.parent_id, c.words, up.height + 1 FROM clauses c JOIN up ON up.parent_id = c.id
		)
		SELECT words FROM up
		ORDER BY height DESC
		LIMIT 20`,
		pgx.StrictNamedArgs{"clause": d.ClauseID})
	return err
}

func (s *Store) readBeside(ctx context.Context, d *Detail) (err error) {
	d.Beside, err = postgres.All[Beside](ctx, s.DB, `
		SELECT COALESCE(ob.body_id, 0) AS body_id, ob.words, ob.role, COALESCE(b.slug, '') AS slug,
		       COALESCE(b.short_vi, '') AS short_vi, COALESCE(b.short_en, '') AS short_en,
		       COALESCE(b.name_vi, '') AS full_vi, COALESCE(b.name_en, '') AS full_en,
		       ob.state, ob.note, ob.stated_at, COALESCE(a.full_name, '') AS stated_by
		FROM obligation_bodies ob
		LEFT JOIN bodies b ON b.id = ob.body_id
		LEFT JOIN accounts a ON a.id = ob.stated_by
		WHERE ob.obligation_id = @id
		ORDER BY ob.role DESC, ob.id
		LIMIT 100`,
		pgx.StrictNamedArgs{"id": d.ID})
	return err
}

func (s *Store) readExtensions(ctx context.Context, d *Detail) (err error) {
	d.Extensions, err = postgres.All[Extension](ctx, s.DB, `
		SELECT e.id, e.from_day, e.to_day, e.reason, e.asked_at, asker.full_name AS asked_by,
		       asking.short_vi AS asked_body_vi, asking.short_en AS asked_body_en, e.decision, e.decided_at,
		       COALESCE(decider.full_name, '') AS decided_by, COALESCE(deciding.short_vi, '') AS decided_body_vi,
		       COALESCE(deciding.short_en, '') AS decided_body_en, e.why
		FROM extensions e
		JOIN accounts asker ON asker.id = e.asked_by
		JOIN bodies asking ON asking.id = asker.body_id
		LEFT JOIN accounts decider ON decider.id = e.decided_by
		LEFT JOIN bodies deciding ON deciding.id = decider.body_id
		WHERE e.obligation_id = @id
		ORDER BY e.id
		LIMIT 100`,
		pgx.StrictNamedArgs{"id": d.ID})
	return err
}

func (s *Store) readReminders(ctx context.Context, d *Detail) (err error) {
	d.Reminders, err = postgres.All[Reminder](ctx, s.DB, `
		SELECT r.words, r.sent_at, a.full_name AS sent_by
		FROM reminders r
		JOIN accounts a ON a.id = r.sent_by
		WHERE r.obligation_id = @id
		ORDER BY r.id DESC
		LIMIT 50`,
		pgx.StrictNamedArgs{"id": d.ID})
	return err
}
