// Package limit counts what addresses tried lately and says when it is enough.
// Whole communes share one address behind their carrier, so what is counted
// is what honest people seldom do, and the rules are generous.
package limit

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Rule is how often an address may try something within a window.
type Rule struct {
	Kind   string
	Most   int
	Window time.Duration
}

// keep is how long tries are kept: longer than every window.
const keep = 24 * time.Hour

// Store keeps tries.
type Store struct {
	DB  *postgres.DB
	Now clock.Clock
}

// Take is public: it counts a try from an address and reports whether it is
// still within the rule. In a transaction a try that fails is not counted.
func (s *Store) Take(ctx context.Context, address string, rule Rule) (within bool, err error) {
	defer errs.Wrap(&err, "limit.Take(%s)", rule.Kind)
	if within, err = s.Left(ctx, address, rule); err != nil || !within {
		return false, err
	}
	_, err = s.DB.Exec(ctx, `INSERT INTO tries (kind, address, at) VALUES (@kind, @address, @at)`,
		pgx.StrictNamedArgs{"kind": rule.Kind, "address": address, "at": s.Now.Now()})
	return err == nil, err
}

// Left is public: it reports whether an address may try once more, and counts
// nothing.
func (s *Store) Left(ctx context.Context, address string, rule Rule) (within bool, err error) {
	defer errs.Wrap(&err, "limit.Left(%s)", rule.Kind)
	return postgres.Value[bool](ctx, s.DB, `
		SELECT count(*) < @most FROM tries WHERE kind = @kind AND address = @address AND at > @since`,
		pgx.StrictNamedArgs{"most": rule.Most, "kind": rule.Kind, "address": address, "since": s.Now.Now().Add(-rule.Window)})
}

// Forget is the program's hourly work: it lets go of what no rule counts. It
// asks for the scope of everything.
func (s *Store) Forget(ctx context.Context, scope access.Scope) (err error) {
	defer errs.Wrap(&err, "limit.Forget")
	if !scope.All {
		return errs.Forbidden
	}
	_, err = s.DB.Exec(ctx, `DELETE FROM tries WHERE at < @before`, pgx.StrictNamedArgs{"before": s.Now.Now().Add(-keep)})
	return err
}
