package vacancy

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
)

// Get returns a vacancy that the actor may read. Those who do not write
// vacancies see what was published once.
func (s *Store) Get(ctx context.Context, actor access.Actor, id int64) (v Vacancy, err error) {
	defer errs.Wrap(&err, "vacancy.Get(%d)", id)
	return s.one(ctx, selectOne, reads(actor, access.ReadVacancies), id)
}

// Public returns a vacancy as the public knows it, open or ended; drafts are
// NotFound. Whether one can register says Vacancy.Open.
func (s *Store) Public(ctx context.Context, id int64) (v Vacancy, err error) {
	defer errs.Wrap(&err, "vacancy.Public(%d)", id)
	return postgres.One[Vacancy](ctx, s.DB, selectPublic+`v.id = @id`, pgx.StrictNamedArgs{"id": id})
}

// ByCode returns the public vacancy with an offer code, as CleanCode gives it.
func (s *Store) ByCode(ctx context.Context, code string) (v Vacancy, err error) {
	defer errs.Wrap(&err, "vacancy.ByCode")
	return postgres.One[Vacancy](ctx, s.DB, selectPublic+`v.code = @code`, pgx.StrictNamedArgs{"code": code})
}

// HoldOpen returns a public vacancy that is open today and keeps it so until
// the transaction ends: who registers or is introduced calls it on the write.
// One that is not open is the problem "vacancy.problem.not_open" of "vacancy".
func (s *Store) HoldOpen(ctx context.Context, id int64) (v Vacancy, err error) {
	defer errs.Wrap(&err, "vacancy.HoldOpen(%d)", id)
	v, err = postgres.One[Vacancy](ctx, s.DB, selectPublic+`v.id = @id FOR SHARE OF v, e`, pgx.StrictNamedArgs{"id": id})
	if err == nil && !v.Open(s.Now.Today()) {
		err = errs.One("vacancy", "vacancy.problem.not_open")
	}
	return v, err
}

// Filter narrows a list of vacancies; zero fields do not.
type Filter struct {
	Status   Status // Expired too
	Employer int64
	Zone     int64
	Text     string    // part of the title or the employer's name, marks optional, or an offer code
	Mine     int64     // created or submitted by this account
	Expiring clock.Day // published and over by the end of this day
	View     View      // what somebody has to look at
	Before   int64     // the last vacancy of the page before
	Limit    int
}

func (s *Store) filterArgs(actor access.Actor, f Filter) pgx.StrictNamedArgs {
	args := reads(actor, access.ReadVacancies).args()
	args["today"], args["status"], args["employer"], args["zone"] = s.Now.Today(), string(f.Status), f.Employer, f.Zone
	args["mine"], args["expiring"], args["text"] = f.Mine, f.Expiring, fold.Fold(f.Text)
	args["view"], args["settled"] = f.View, ShortSince(s.Now.Today()).Start()
	args["poster"] = actor.Body
	return args
}

// List returns vacancies that the actor may read, the newest first, and
// whether there are more.
func (s *Store) List(ctx context.Context, actor access.Actor, f Filter) (list []Vacancy, more bool, err error) {
	defer errs.Wrap(&err, "vacancy.List")
	args := s.filterArgs(actor, f)
	args["before"], args["limit"] = f.Before, f.Limit+1
	list, err = postgres.All[Vacancy](ctx, s.DB, selectMany, args)
	if len(list) > f.Limit {
		return list[:f.Limit], true, err
	}
	return list, false, err
}

// CountStates returns how many vacancies of a filter are called what today.
// The filter's own status is left out.
func (s *Store) CountStates(ctx context.Context, actor access.Actor, f Filter) (counts map[Status]int, err error) {
	defer errs.Wrap(&err, "vacancy.CountStates")
	f.Status = ""
	rows, err := postgres.All[struct {
		Status Status
		N      int
	}](ctx, s.DB, countStates, s.filterArgs(actor, f))
	counts = make(map[Status]int, len(rows))
	for _, row := range rows {
		counts[row.Status] = row.N
	}
	return counts, err
}

// Counts returns how far vacancies are drawn down, by their numbers.
func (s *Store) Counts(ctx context.Context, actor access.Actor, ids ...int64) (counts map[int64]Counts, err error) {
	defer errs.Wrap(&err, "vacancy.Counts")
	args := reads(actor, access.ReadVacancies).args()
	args["ids"] = ids
	rows, err := postgres.All[struct {
		ID int64
		Counts
	}](ctx, s.DB, countPeople, args)
	counts = make(map[int64]Counts, len(rows))
	for _, row := range rows {
		counts[row.ID] = row.Counts
	}
	return counts, err
}
