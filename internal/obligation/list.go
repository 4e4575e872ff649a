package obligation

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
)

// PageSize is how many obligations a page of the list holds.
const PageSize = 50

// Filter narrows the list; zero fields do not. Body is a lead or executing
// body, Beside a counterpart, Stand what a counterpart (that one, if given)
// says of its side. Page counts from 1.
type Filter struct {
	State     State
	Status    Status
	Kind      Kind
	Body      int64
	Beside    int64
	Stand     Stand
	Directive int64
	Q         string // words of the task or of a body's name, marks optional
	Page      int
}

// Line is an obligation as lists show it.
type Line struct {
	Obligation
	ClausePath     string
	DirectiveKind  string
	DirectiveTitle string
	IssuerVi       string
	IssuerEn       string
	LeadSlug       string
	LeadVi         string
	LeadEn         string
	LeadFullVi     string
	LeadFullEn     string
	ExecutingVi    string
	ExecutingEn    string
	Disputed       bool      // a counterpart says so
	AskedTo        clock.Day // the day asked for, while the request is open
	Children       int       // obligations passed on from this one
	ChildrenHeard  int       // those whose body received or answered
}

const lineColumns = columns + `, c.path AS clause_path, d.kind AS directive_kind, d.title AS directive_title,
	issuer.short_vi AS issuer_vi, issuer.short_en AS issuer_en,
	lead.slug AS lead_slug, lead.short_vi AS lead_vi, lead.short_en AS lead_en, lead.name_vi AS lead_full_vi, lead.name_en AS lead_full_en,
	COALESCE(executing.short_vi, '') AS executing_vi, COALESCE(executing.short_en, '') AS executing_en,
	EXISTS (SELECT FROM obligation_bodies ob WHERE ob.obligation_id = o.id AND ob.role = 'counterpart' AND ob.state = 'disputed') AS disputed,
	(SELECT e.to_day FROM extensions e WHERE e.obligation_id = o.id AND e.decision = '') AS asked_to,
	(SELECT count(*) FROM obligations child WHERE child.parent_id = o.id) AS children,
	(SELECT count(*) FROM obligations child WHERE child.parent_id = o.id AND child.received_at IS NOT NULL) AS children_heard`

const lineTables = `obligations o
	JOIN clauses c ON c.id = o.clause_id
	JOIN directives d ON d.id = o.directive_id
	JOIN bodies issuer ON issuer.id = o.issuer_body_id
	JOIN bodies lead ON lead.id = o.lead_body_id
	LEFT JOIN bodies executing ON executing.id = o.executing_body_id`

// matches are the conditions of Filter but for its state. What was passed on
// to communes stands under its district's obligation, so only the commune
// itself has it in the list.
const matches = inScope + `
	AND (o.parent_id IS NULL OR o.lead_body_id = @self)
	AND (@status = '' OR o.status = @status)
	AND (@kind = '' OR o.kind = @kind)
	AND (@body = 0 OR o.lead_body_id = @body OR o.executing_body_id = @body)
	AND (@beside = 0 AND @stand = '' OR EXISTS (SELECT FROM obligation_bodies other
		WHERE other.obligation_id = o.id AND other.role = 'counterpart'
		  AND (@beside = 0 OR other.body_id = @beside) AND (@stand = '' OR other.state = @stand)))
	AND (@directive = 0 OR o.directive_id = @directive)
	AND (@q = '' OR o.folded LIKE '%' || @q || '%' OR lead.folded LIKE '%' || @q || '%' OR executing.folded LIKE '%' || @q || '%'
		OR c.path = @path)`

// inOrder is the order of the list: the most urgent state first and then by
// day.
const inOrder = `array_position(@order::text[], ` + StateSQL + `), o.due_on NULLS LAST, o.directive_id, c.position, lead.slug, o.id`

// List returns a page of obligations in scope, the most urgent state first and
// then by day.
func (s *Store) List(ctx context.Context, scope access.Scope, f Filter) (lines []Line, err error) {
	defer errs.Wrap(&err, "obligation.List")
	args, err := s.filterArgs(ctx, scope, f)
	if err != nil {
		return nil, err
	}
	args["state"], args["order"] = f.State, States()
	args["limit"], args["offset"] = PageSize, (max(f.Page, 1)-1)*PageSize
	return postgres.All[Line](ctx, s.DB, `
		SELECT `+lineColumns+`
		FROM `+lineTables+`
		WHERE `+matches+` AND (@state = '' OR `+StateSQL+` = @state)
		ORDER BY `+inOrder+`
		LIMIT @limit OFFSET @offset`, args)
}

// Count is how many obligations are in a state.
type Count struct {
	State State
	N     int
}

// Counts returns how many obligations in scope the filter finds in each state,
// whatever its own state and page; states without any are left out.
func (s *Store) Counts(ctx context.Context, scope access.Scope, f Filter) (counts []Count, err error) {
	defer errs.Wrap(&err, "obligation.Counts")
	args, err := s.filterArgs(ctx, scope, f)
	if err != nil {
		return nil, err
	}
	args["order"] = States()
	return postgres.All[Count](ctx, s.DB, `
		SELECT state, count(*) AS n
		FROM (SELECT `+StateSQL+` AS state FROM `+lineTables+` WHERE `+matches+`) AS found
		GROUP BY state
		ORDER BY array_position(@order::text[], state)
		LIMIT 20`, args)
}

func (s *Store) filterArgs(ctx context.Context, scope access.Scope, f Filter) (pgx.StrictNamedArgs, error) {
	holidays, err := s.Calendar(ctx)
	if err != nil {
		return nil, err
	}
	today := s.Now.Today()
	return scopeArgs(scope, pgx.StrictNamedArgs{
		"self": scope.Body, "status": f.Status, "kind": f.Kind, "body": f.Body, "beside": f.Beside, "stand": f.Stand,
		"directive": f.Directive,
		"q":         fold.Fold(f.Q), "path": f.Q, "today": today, "soon": SoonEnd(today, holidays.Calendar),
	}), nil
}

// Children returns what was passed on from an obligation in scope, those that
// nobody received first.
func (s *Store) Children(ctx context.Context, scope access.Scope, id int64) (lines []Line, err error) {
	defer errs.Wrap(&err, "obligation.Children(%d)", id)
	return postgres.All[Line](ctx, s.DB, `
		SELECT `+lineColumns+`
		FROM `+lineTables+`
		WHERE o.parent_id = @id AND `+inScope+`
		ORDER BY o.received_at IS NOT NULL, lead.slug, o.id
		LIMIT 300`,
		scopeArgs(scope, pgx.StrictNamedArgs{"id": id}))
}
