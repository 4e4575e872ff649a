package employer

import (
	"context"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
)

// Get returns an employer in scope.
func (s *Store) Get(ctx context.Context, scope access.Scope, id int64) (e Employer, err error) {
	defer errs.Wrap(&err, "employer.Get(%d)", id)
	args := scopeArgs(scope)
	args["id"] = id
	return postgres.One[Employer](ctx, s.DB, selectOne, args)
}

// Filter narrows a list of employers; zero fields do not.
type Filter struct {
	Text  string // part of the name, marks optional, or the beginning of the tax code
	State State
	Zone  int64
	After Cursor
	Limit int
}

// Cursor says behind which employer a list goes on; the zero Cursor begins it.
type Cursor struct {
	Folded string
	ID     int64
}

// Cursor returns where a list goes on behind e.
func (e Employer) Cursor() Cursor { return Cursor{Folded: fold.Fold(e.Name), ID: e.ID} }

// List returns employers in scope by name, and whether there are more.
func (s *Store) List(ctx context.Context, scope access.Scope, f Filter) (list []Employer, more bool, err error) {
	defer errs.Wrap(&err, "employer.List")
	args := scopeArgs(scope)
	args["state"], args["zone"], args["text"] = string(f.State), f.Zone, fold.Fold(f.Text)
	args["tax"] = taxDigits(f.Text)
	args["after"], args["after_id"], args["limit"] = f.After.Folded, f.After.ID, f.Limit+1
	list, err = postgres.All[Employer](ctx, s.DB, selectMany, args)
	if len(list) > f.Limit {
		return list[:f.Limit], true, err
	}
	return list, false, err
}

// CountStates returns how many employers in scope are in each state.
func (s *Store) CountStates(ctx context.Context, scope access.Scope) (counts map[State]int, err error) {
	defer errs.Wrap(&err, "employer.CountStates")
	rows, err := postgres.All[struct {
		State State
		N     int
	}](ctx, s.DB, countStates, scopeArgs(scope))
	counts = make(map[State]int, len(rows))
	for _, row := range rows {
		counts[row.State] = row.N
	}
	return counts, err
}

// Choice is an employer as a form offers it.
type Choice struct {
	ID      int64
	Name    string
	TaxCode string
	State   State
	ZoneID  int64
}

// Choices returns the employers in scope for whom one can write a vacancy, by name.
func (s *Store) Choices(ctx context.Context, scope access.Scope) (choices []Choice, err error) {
	defer errs.Wrap(&err, "employer.Choices")
	return postgres.All[Choice](ctx, s.DB, selectChoices, scopeArgs(scope))
}
