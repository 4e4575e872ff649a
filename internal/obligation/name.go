package obligation

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Name is a body to choose.
type Name struct {
	ID      int64
	Slug    string
	ShortVi string
	ShortEn string
}

const nameColumns = `b.id, b.slug, b.short_vi, b.short_en`

// Leads returns the bodies that lead or execute obligations in scope.
func (s *Store) Leads(ctx context.Context, scope access.Scope) (names []Name, err error) {
	defer errs.Wrap(&err, "obligation.Leads")
	return postgres.All[Name](ctx, s.DB, `
		SELECT `+nameColumns+`
		FROM bodies b
		WHERE EXISTS (SELECT FROM obligations o
			WHERE b.id IN (o.lead_body_id, o.executing_body_id) AND o.parent_id IS NULL AND `+inScope+`)
		ORDER BY b.id
		LIMIT 200`, scopeArgs(scope, nil))
}

// Source is a directive to choose.
type Source struct {
	ID    int64
	Title string
}

// Directives returns the directives that obligations in scope come from.
func (s *Store) Directives(ctx context.Context, scope access.Scope) (sources []Source, err error) {
	defer errs.Wrap(&err, "obligation.Directives")
	return postgres.All[Source](ctx, s.DB, `
		SELECT d.id, d.title
		FROM directives d
		WHERE EXISTS (SELECT FROM obligations o WHERE o.directive_id = d.id AND `+inScope+`)
		ORDER BY d.id DESC
		LIMIT 100`, scopeArgs(scope, nil))
}

// Heirs returns the bodies that an obligation may be given to: named
// successors of its lead first, then those that live on the partnership's
// working map date on the lead's side; a commune's goes to a commune of the
// same district.
func (s *Store) Heirs(ctx context.Context, scope access.Scope, id int64) (names []Name, err error) {
	defer errs.Wrap(&err, "obligation.Heirs(%d)", id)
	return postgres.All[Name](ctx, s.DB, `
		SELECT `+nameColumns+`
		FROM obligations o
		JOIN directives d ON d.id = o.directive_id
		JOIN partnerships p ON p.id = d.partnership_id
		JOIN bodies lead ON lead.id = o.lead_body_id
		JOIN bodies b ON b.id <> lead.id AND b.side = lead.side AND b.kind <> 'employer'
			AND (b.kind = 'commune') = (lead.kind = 'commune')
			AND (lead.kind <> 'commune' OR b.parent_id = lead.parent_id)
		LEFT JOIN body_successors heir ON heir.old_body_id = lead.id AND heir.new_body_id = b.id
		WHERE o.id = @id AND `+inScope+`
		  AND (heir.old_body_id IS NOT NULL OR (b.valid_from <= p.map_on AND (b.valid_to IS NULL OR b.valid_to > p.map_on)))
		ORDER BY heir.old_body_id IS NULL, b.id
		LIMIT 100`,
		scopeArgs(scope, pgx.StrictNamedArgs{"id": id}))
}
