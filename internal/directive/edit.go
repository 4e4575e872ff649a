package directive

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Correct sets a proposal right. Version is the proposal's as the clerk saw
// it; another is a Conflict. Problems name the fields of Edit.
func (s *Store) Correct(ctx context.Context, actor access.Actor, id, proposal int64, version int, e Edit) (err error) {
	defer errs.Wrap(&err, "directive.Correct(%d, %d)", id, proposal)
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		p, err := s.lockProposal(ctx, actor, id, proposal, version)
		if err != nil {
			return err
		}
		m, err := s.Map(ctx)
		if err != nil {
			return err
		}
		e = e.tidy()
		if err := e.check(m.ByID).OrNil(); err != nil {
			return err
		}
		args := p.apply(e).editArgs()
		args["id"] = proposal
		if _, err := s.DB.Exec(ctx, updateProposal, args); err != nil {
			return err
		}
		return s.touch(ctx, actor, id, journal.Change{Action: "corrected", To: p.ClausePath})
	})
}

// Add adds a proposal of the clerk's own to a clause of the paper.
func (s *Store) Add(ctx context.Context, actor access.Actor, id, clause int64, e Edit) (proposal int64, err error) {
	defer errs.Wrap(&err, "directive.Add(%d, %d)", id, clause)
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		if _, err := s.lock(ctx, actor, id); err != nil {
			return err
		}
		path, err := postgres.Value[string](ctx, s.DB, `SELECT path FROM clauses WHERE id = @clause AND directive_id = @id`,
			pgx.StrictNamedArgs{"clause": clause, "id": id})
		if err != nil {
			return err
		}
		m, err := s.Map(ctx)
		if err != nil {
			return err
		}
		e = e.tidy()
		if err := e.check(m.ByID).OrNil(); err != nil {
			return err
		}
		if proposal, err = s.insertAdded(ctx, id, clause, e); err != nil {
			return err
		}
		return s.touch(ctx, actor, id, journal.Change{Action: "added", To: path})
	})
	return proposal, err
}

// insertAdded puts a clerk's proposal after all others.
func (s *Store) insertAdded(ctx context.Context, id, clause int64, e Edit) (int64, error) {
	last, err := postgres.Value[int](ctx, s.DB, `SELECT COALESCE(max(position), 0) FROM proposals WHERE directive_id = @id`,
		pgx.StrictNamedArgs{"id": id})
	if err != nil {
		return 0, err
	}
	p := Proposal{ClauseID: clause, Position: last + 1, LeadWords: []string{}, ExecutingWords: []string{}, Source: fromClerk}.apply(e)
	return postgres.Value[int64](ctx, s.DB, insertProposal, p.insertArgs(id))
}

// Drop leaves a proposal out of what will be confirmed.
func (s *Store) Drop(ctx context.Context, actor access.Actor, id, proposal int64, version int) (err error) {
	defer errs.Wrap(&err, "directive.Drop(%d, %d)", id, proposal)
	return s.setState(ctx, actor, id, proposal, version, Proposed, Dropped, "dropped")
}

// Restore takes a dropped proposal back.
func (s *Store) Restore(ctx context.Context, actor access.Actor, id, proposal int64, version int) (err error) {
	defer errs.Wrap(&err, "directive.Restore(%d, %d)", id, proposal)
	return s.setState(ctx, actor, id, proposal, version, Dropped, Proposed, "restored")
}

func (s *Store) setState(ctx context.Context, actor access.Actor, id, proposal int64, version int, from, to State, action string) error {
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		p, err := s.lockProposal(ctx, actor, id, proposal, version)
		if err != nil {
			return err
		}
		if p.State != from {
			return errs.Conflict
		}
		_, err = s.DB.Exec(ctx, `UPDATE proposals SET state = @state, version = version + 1 WHERE id = @id`,
			pgx.StrictNamedArgs{"id": proposal, "state": to})
		if err != nil {
			return err
		}
		return s.touch(ctx, actor, id, journal.Change{Action: action, To: p.ClausePath})
	})
}

// lockProposal reads a proposal of a paper that it holds until the transaction
// ends. Another version than the one seen is a Conflict.
func (s *Store) lockProposal(ctx context.Context, actor access.Actor, id, proposal int64, version int) (Proposal, error) {
	if _, err := s.lock(ctx, actor, id); err != nil {
		return Proposal{}, err
	}
	p, err := postgres.One[Proposal](ctx, s.DB, `
		SELECT `+proposalColumns+`
		FROM proposals p
		JOIN clauses c ON c.id = p.clause_id
		WHERE p.id = @proposal AND p.directive_id = @id`, pgx.StrictNamedArgs{"proposal": proposal, "id": id})
	if err == nil && p.Version != version {
		err = errs.Conflict
	}
	return p, err
}

// CorrectHeader sets the facts of a paper right. Version is the paper's as the
// clerk saw it; another is a Conflict. Problems name the fields of Header.
func (s *Store) CorrectHeader(ctx context.Context, actor access.Actor, id int64, version int, h Header) (err error) {
	defer errs.Wrap(&err, "directive.CorrectHeader(%d)", id)
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		d, err := s.lock(ctx, actor, id)
		if err != nil {
			return err
		}
		if d.Version != version {
			return errs.Conflict
		}
		h = h.tidy()
		if err := h.check().OrNil(); err != nil {
			return err
		}
		args := h.args()
		args["id"] = id
		if _, err := s.DB.Exec(ctx, updateHeader, args); err != nil {
			return err
		}
		return s.touch(ctx, actor, id, journal.Change{Action: "header_corrected", From: d.Number, To: h.Number})
	})
}
