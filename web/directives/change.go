package directives

import (
	"context"
	"errors"
	"net/http"

	"cauviec/internal/access"
	"cauviec/internal/directive"
	"cauviec/internal/errs"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/signin"
)

// correct sets a proposal right.
func (s *Screens) correct(w http.ResponseWriter, r *http.Request) error {
	id, proposal, err := proposalIDs(r)
	if err != nil {
		return err
	}
	f := readProposalForm(r)
	f.Proposal = proposal
	err = s.sendEdit(r.Context(), f, func(ctx context.Context, e directive.Edit) error {
		return s.Directives.Correct(ctx, access.From(ctx), id, proposal, f.Version, e)
	})
	if err == nil {
		return s.done(w, r, "directive.done.corrected", reviewPath(id)+"#"+proposalAnchor(proposal))
	}
	return s.editAgain(w, r, id, f, err)
}

// add adds a clerk's own proposal to a clause.
func (s *Screens) add(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	f := readProposalForm(r)
	var proposal int64
	err = s.sendEdit(r.Context(), f, func(ctx context.Context, e directive.Edit) (err error) {
		proposal, err = s.Directives.Add(ctx, access.From(ctx), id, f.Clause, e)
		return err
	})
	if err == nil {
		return s.done(w, r, "directive.done.added", reviewPath(id)+"#"+proposalAnchor(proposal))
	}
	return s.editAgain(w, r, id, f, err)
}

// sendEdit reads the form and hands it to send. What the form and the store
// find wrong is told together only as far as the store was asked.
func (s *Screens) sendEdit(ctx context.Context, f proposalForm, send func(context.Context, directive.Edit) error) error {
	m, err := s.Directives.Map(ctx)
	if err != nil {
		return err
	}
	e, err := f.edit(m)
	if err != nil {
		return err
	}
	return send(ctx, e)
}

// editAgain shows the review with the form as it was sent: what is wrong with
// it, or what the proposal has become meanwhile.
func (s *Screens) editAgain(w http.ResponseWriter, r *http.Request, id int64, f proposalForm, failure error) error {
	problems, invalid := errs.ProblemsOf(failure)
	if !invalid && !errors.Is(failure, errs.Conflict) {
		return failure
	}
	v, err := s.reviewOf(r.Context(), id)
	if err != nil {
		return err
	}
	p, kept := v.find(f.Proposal)
	if v.Status != directive.Read || f.Proposal != 0 && !kept {
		return failure
	}
	f.Problems = problems
	status := http.StatusUnprocessableEntity
	if !invalid {
		f.Stale, f.Key, status = true, "", http.StatusConflict
	}
	if kept {
		f.Clause, f.Version = p.ClauseID, p.Version
	}
	v.edit = f
	return route.Page(w, r, status, reviewPage(v))
}

func (s *Screens) drop(w http.ResponseWriter, r *http.Request) error {
	return s.setState(w, r, "directive.done.dropped", s.Directives.Drop)
}

func (s *Screens) restore(w http.ResponseWriter, r *http.Request) error {
	return s.setState(w, r, "directive.done.restored", s.Directives.Restore)
}

func (s *Screens) setState(w http.ResponseWriter, r *http.Request, said string,
	set func(ctx context.Context, actor access.Actor, id, proposal int64, version int) error) error {
	id, proposal, err := proposalIDs(r)
	if err != nil {
		return err
	}
	err = set(r.Context(), access.From(r.Context()), id, proposal, route.Version(r))
	if err == nil {
		return s.done(w, r, said, reviewPath(id)+"#"+proposalAnchor(proposal))
	}
	return s.staleAgain(w, r, id, err)
}

// correctHeader sets the paper's facts right.
func (s *Screens) correctHeader(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	f := readHeaderForm(r)
	h, err := f.header()
	if err == nil {
		err = s.Directives.CorrectHeader(r.Context(), access.From(r.Context()), id, f.Version, h)
	}
	if err == nil {
		return s.done(w, r, "directive.done.header", reviewPath(id))
	}
	problems, invalid := errs.ProblemsOf(err)
	if !invalid && !errors.Is(err, errs.Conflict) {
		return err
	}
	v, failure := s.reviewOf(r.Context(), id)
	if failure != nil {
		return failure
	}
	if v.Status != directive.Read {
		return err
	}
	f.Problems = problems
	status := http.StatusUnprocessableEntity
	if !invalid {
		f.Stale, f.Key, f.Version, status = true, "", v.Version, http.StatusConflict
	}
	v.header = f
	return route.Page(w, r, status, reviewPage(v))
}

// confirm turns the proposals into obligations.
func (s *Screens) confirm(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	made, err := s.Directives.Confirm(r.Context(), access.From(r.Context()), id, route.Version(r))
	problems, invalid := errs.ProblemsOf(err)
	switch {
	case err == nil:
		signin.Flash(r.Context(), locale.N(r.Context(), "directive.done.confirmed", len(made)))
		return route.SeeOther(w, r, paperPath(id))
	case !invalid:
		return s.staleAgain(w, r, id, err)
	}
	v, err := s.reviewOf(r.Context(), id)
	if err != nil {
		return err
	}
	v.problems = problems
	return route.Page(w, r, http.StatusUnprocessableEntity, reviewPage(v))
}

// staleAgain shows the review as it now is when a change came too late; a
// paper that is confirmed or gone is shown as such.
func (s *Screens) staleAgain(w http.ResponseWriter, r *http.Request, id int64, failure error) error {
	if !errors.Is(failure, errs.Conflict) {
		return failure
	}
	v, err := s.reviewOf(r.Context(), id)
	if err != nil {
		return err
	}
	if v.Status != directive.Read {
		return failure
	}
	v.stale = true
	return route.Page(w, r, http.StatusConflict, reviewPage(v))
}

// discard removes a paper under review.
func (s *Screens) discard(w http.ResponseWriter, r *http.Request) error {
	id, err := route.ID(r, "id")
	if err != nil {
		return err
	}
	if err := s.Directives.Discard(r.Context(), access.From(r.Context()), id); err != nil {
		return err
	}
	return s.done(w, r, "directive.done.discarded", home)
}

func (s *Screens) done(w http.ResponseWriter, r *http.Request, said, where string) error {
	signin.Flash(r.Context(), locale.T(r.Context(), said))
	return route.SeeOther(w, r, where)
}

func proposalIDs(r *http.Request) (id, proposal int64, err error) {
	if id, err = route.ID(r, "id"); err != nil {
		return 0, 0, err
	}
	proposal, err = route.ID(r, "proposal")
	return id, proposal, err
}
