package directive

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/obligation"
)

// ProblemField names a proposal in the Problems of Confirm.
func ProblemField(proposal int64) string { return fmt.Sprintf("proposal_%d", proposal) }

// Confirm makes the paper final: every proposal that was not dropped becomes
// obligations, all or none. Version is the paper's as the clerk saw it;
// another version, or a paper confirmed before, is a Conflict. Problems name
// the proposals (ProblemField) that cannot become obligations, or "proposals"
// when there is none.
func (s *Store) Confirm(ctx context.Context, actor access.Actor, id int64, version int) (made []int64, err error) {
	defer errs.Wrap(&err, "directive.Confirm(%d)", id)
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		d, err := s.lock(ctx, actor, id)
		if err != nil {
			return err
		}
		if d.Version != version {
			return errs.Conflict
		}
		items, err := s.assignments(ctx, actor, d)
		if err != nil {
			return err
		}
		obligations := &obligation.Store{DB: s.DB, Now: s.Now}
		if made, err = obligations.Assign(ctx, actor, items); err != nil {
			return err
		}
		return s.finish(ctx, actor, id)
	})
	return made, err
}

// assignments returns what the proposals of a paper become.
func (s *Store) assignments(ctx context.Context, actor access.Actor, d Directive) ([]obligation.New, error) {
	m, err := s.Map(ctx)
	if err != nil {
		return nil, err
	}
	proposals, err := s.Proposals(ctx, actor.Scope(access.EnterDirectives), d.ID)
	if err != nil {
		return nil, err
	}
	matcher, problems := m.Matcher(d.ProvinceCode), errs.Problems{}
	var items []obligation.New
	for _, p := range proposals {
		if !p.Live() {
			continue
		}
		if key := p.Problem(m.ByID); key != "" {
			problems.Add(ProblemField(p.ID), key)
			continue
		}
		items = append(items, p.Assignments(d, matcher, m.ByID)...)
	}
	if len(items) == 0 && len(problems) == 0 {
		problems.Add("proposals", "directive.problem.nothing")
	}
	return items, problems.OrNil()
}

func (s *Store) finish(ctx context.Context, actor access.Actor, id int64) error {
	at := s.Now.Now()
	_, err := s.DB.Exec(ctx, `UPDATE proposals SET state = 'confirmed' WHERE directive_id = @id AND state = 'proposed'`,
		pgx.StrictNamedArgs{"id": id})
	if err != nil {
		return err
	}
	_, err = s.DB.Exec(ctx, `UPDATE directives SET status = 'confirmed', confirmed_at = @at, confirmed_by = NULLIF(@by, 0) WHERE id = @id`,
		pgx.StrictNamedArgs{"id": id, "at": at, "by": actor.Account})
	if err != nil {
		return err
	}
	return s.touch(ctx, actor, id, journal.Change{Action: "confirmed", From: string(Read), To: string(Confirmed)})
}

// Discard removes a paper that was not confirmed, as when the wrong text was
// entered. The journal keeps that it was there.
func (s *Store) Discard(ctx context.Context, actor access.Actor, id int64) (err error) {
	defer errs.Wrap(&err, "directive.Discard(%d)", id)
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		d, err := s.lock(ctx, actor, id)
		if err != nil {
			return err
		}
		var batch pgx.Batch
		for _, statement := range []string{
			`DELETE FROM proposals WHERE directive_id = @id`,
			`UPDATE clauses SET parent_id = NULL WHERE directive_id = @id`,
			`DELETE FROM clauses WHERE directive_id = @id`,
			`DELETE FROM directives WHERE id = @id`,
		} {
			batch.Queue(statement, pgx.StrictNamedArgs{"id": id})
		}
		if err := s.DB.Batch(ctx, &batch); err != nil {
			return err
		}
		return s.record(ctx, actor, id, journal.Change{Action: "discarded", From: string(Read), Why: d.Title})
	})
}
