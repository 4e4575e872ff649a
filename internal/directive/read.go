package directive

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/obligation"
	"cauviec/internal/postgres"
)

// Get returns a paper in scope.
func (s *Store) Get(ctx context.Context, scope access.Scope, id int64) (d Directive, err error) {
	defer errs.Wrap(&err, "directive.Get(%d)", id)
	return postgres.One[Directive](ctx, s.DB, `
		SELECT `+columns+`
		FROM directives d
		JOIN bodies issuer ON issuer.id = d.issuer_body_id
		WHERE d.id = @id AND `+inScope, scopeArgs(scope, pgx.StrictNamedArgs{"id": id}))
}

// Line is a paper as the list shows it.
type Line struct {
	ID          int64
	Status      Status
	Kind        string
	Number      string
	Symbol      string
	IssuedOn    clock.Day
	IssuedMonth string
	Title       string
	CreatedAt   time.Time
	Proposals   int // those that count
	Obligations int // given by the issuer; what districts passed on is not counted
	Bodies      int // bodies that lead them
	Finished    int
	Overdue     int
}

// mostPapers is how many papers the list holds; a province issues some dozens
// a year on one subject.
const mostPapers = 500

// List returns the papers in scope, newest first.
func (s *Store) List(ctx context.Context, scope access.Scope) (lines []Line, err error) {
	defer errs.Wrap(&err, "directive.List")
	obligations := &obligation.Store{DB: s.DB, Now: s.Now}
	holidays, err := obligations.Calendar(ctx)
	if err != nil {
		return nil, err
	}
	today := s.Now.Today()
	return postgres.All[Line](ctx, s.DB, `
		SELECT d.id, d.status, d.kind, COALESCE(d.number, '') AS number, d.symbol, d.issued_on,
		       COALESCE(d.issued_month, '') AS issued_month, d.title, d.created_at,
		       (SELECT count(*) FROM proposals p WHERE p.directive_id = d.id AND p.state <> 'dropped') AS proposals,
		       count(o.id) AS obligations, count(DISTINCT o.lead_body_id) AS bodies,
		       count(o.id) FILTER (WHERE o.status = 'accepted') AS finished,
		       count(o.id) FILTER (WHERE `+obligation.StateSQL+` = 'overdue') AS overdue
		FROM directives d
		LEFT JOIN obligations o ON o.directive_id = d.id AND o.parent_id IS NULL
		WHERE `+inScope+`
		GROUP BY d.id
		ORDER BY d.status = 'read' DESC, d.id DESC
		LIMIT @limit`,
		scopeArgs(scope, pgx.StrictNamedArgs{"today": today, "soon": obligation.SoonEnd(today, holidays.Calendar), "limit": mostPapers}))
}

// Clauses returns the tree of a paper in scope, in the order of the text.
func (s *Store) Clauses(ctx context.Context, scope access.Scope, id int64) (clauses []Clause, err error) {
	defer errs.Wrap(&err, "directive.Clauses(%d)", id)
	clauses, err = postgres.All[Clause](ctx, s.DB, `
		SELECT c.id, COALESCE(c.parent_id, 0) AS parent_id, c.position, c.path, c.words, 0 AS depth
		FROM clauses c
		JOIN directives d ON d.id = c.directive_id
		WHERE d.id = @id AND `+inScope+`
		ORDER BY c.position
		LIMIT 20000`, scopeArgs(scope, pgx.StrictNamedArgs{"id": id}))
	deepen(clauses)
	return clauses, err
}

// Proposals returns the proposals of a paper in scope, in the order of the
// text; those that a clerk added follow the others of their clause.
func (s *Store) Proposals(ctx context.Context, scope access.Scope, id int64) (proposals []Proposal, err error) {
	defer errs.Wrap(&err, "directive.Proposals(%d)", id)
	return postgres.All[Proposal](ctx, s.DB, `
		SELECT `+proposalColumns+`
		FROM proposals p
		JOIN clauses c ON c.id = p.clause_id
		JOIN directives d ON d.id = p.directive_id
		WHERE d.id = @id AND `+inScope+`
		ORDER BY c.position, p.position, p.id
		LIMIT 20000`, scopeArgs(scope, pgx.StrictNamedArgs{"id": id}))
}

// History returns what was done to a paper in scope, newest first.
func (s *Store) History(ctx context.Context, scope access.Scope, id int64) (entries []journal.Entry, err error) {
	defer errs.Wrap(&err, "directive.History(%d)", id)
	if _, err := s.Get(ctx, scope, id); err != nil {
		return nil, err
	}
	return journal.Of(ctx, s.DB, journal.Directive, id)
}

// Begun is how far the papers have come, for the program's own start.
type Begun struct {
	Any        bool
	Unfinished int64 // a paper that the program entered, did not confirm, and nobody has touched since; or 0
}

// Begun reports whether any paper was entered, and which one the program left
// unconfirmed. Only the program itself asks this, with access.Everything.
func (s *Store) Begun(ctx context.Context, scope access.Scope) (b Begun, err error) {
	defer errs.Wrap(&err, "directive.Begun")
	return postgres.One[Begun](ctx, s.DB, `
		SELECT EXISTS (SELECT FROM directives WHERE @all) AS "any",
		       COALESCE((SELECT min(id) FROM directives WHERE @all AND status = 'read' AND created_by IS NULL AND version = 1), 0) AS unfinished`,
		pgx.StrictNamedArgs{"all": scope.All})
}
