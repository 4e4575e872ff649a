package directive

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Store keeps papers with their clauses and proposals.
type Store struct {
	DB  *postgres.DB
	Now clock.Clock
}

// Map is what papers are read against: the bodies and provinces alive on the
// partnership's working map, employers left out.
type Map struct {
	Partnership body.Partnership
	Bodies      []body.Body
	ByID        map[int64]body.Body
	Provinces   []Province
}

// Map returns the working map. Bodies and provinces are public facts, so it
// asks for no scope.
func (s *Store) Map(ctx context.Context) (m Map, err error) {
	defer errs.Wrap(&err, "directive.Map")
	bodies := body.Store{DB: s.DB, Now: s.Now}
	if m.Partnership, err = bodies.Partnership(ctx); err != nil {
		return Map{}, err
	}
	if m.Bodies, err = bodies.Alive(ctx, m.Partnership.MapOn, body.Filter{Except: access.Employer}); err != nil {
		return Map{}, err
	}
	m.ByID = make(map[int64]body.Body, len(m.Bodies))
	for _, b := range m.Bodies {
		m.ByID[b.ID] = b
	}
	m.Provinces, err = postgres.All[Province](ctx, s.DB, `
		SELECT code, name
		FROM areas
		WHERE kind = 'province' AND code IN (@source, @destination)
		  AND valid_from <= @on AND (valid_to IS NULL OR valid_to > @on)
		ORDER BY code
		LIMIT 2`,
		pgx.StrictNamedArgs{"source": m.Partnership.SourceProvinceCode, "destination": m.Partnership.DestinationProvinceCode,
			"on": m.Partnership.MapOn})
	return m, err
}

// ProvinceName returns the name of a province of the partnership by its code,
// "" for another.
func (m Map) ProvinceName(code string) string {
	for _, p := range m.Provinces {
		if p.Code == code {
			return p.Name
		}
	}
	return ""
}

// Matcher returns the matcher for a paper of a province of the partnership;
// home is its code, or "".
func (m Map) Matcher(home string) Matcher { return NewMatcher(m.Bodies, m.Provinces, home) }

// lock reads a paper in scope and holds it until the transaction ends. Only
// one that awaits confirmation may change; the other is a Conflict.
func (s *Store) lock(ctx context.Context, actor access.Actor, id int64) (Directive, error) {
	if !actor.May(access.EnterDirectives) {
		return Directive{}, errs.Forbidden
	}
	d, err := postgres.One[Directive](ctx, s.DB, `
		SELECT `+columns+`
		FROM directives d
		JOIN bodies issuer ON issuer.id = d.issuer_body_id
		WHERE d.id = @id AND `+inScope+`
		FOR UPDATE OF d`,
		scopeArgs(actor.Scope(access.EnterDirectives), pgx.StrictNamedArgs{"id": id}))
	if err == nil && d.Status != Read {
		err = errs.Conflict
	}
	return d, err
}

// touch makes a new version of the paper and records what was done.
func (s *Store) touch(ctx context.Context, actor access.Actor, id int64, c journal.Change) error {
	if _, err := s.DB.Exec(ctx, `UPDATE directives SET version = version + 1 WHERE id = @id`, pgx.StrictNamedArgs{"id": id}); err != nil {
		return err
	}
	return s.record(ctx, actor, id, c)
}

func (s *Store) record(ctx context.Context, actor access.Actor, id int64, c journal.Change) error {
	c.Thing, c.ID = journal.Directive, id
	return journal.Write(ctx, s.DB, actor, s.Now.Now(), c)
}
