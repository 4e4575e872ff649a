package exchange

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Store makes exports and keeps them.
type Store struct {
	DB    *postgres.DB
	Now   clock.Clock
	Words Words // the Vietnamese words of the forms
}

// MostRecords is how many records one export may hold.
const MostRecords = 20_000

// Make writes down everything that changed of public vacancies since the
// beginning of a day, as of now, and keeps the file. No day and a day to come
// are problems of "since", and so is a range with more than MostRecords.
func (s *Store) Make(ctx context.Context, actor access.Actor, since clock.Day) (id int64, err error) {
	defer errs.Wrap(&err, "exchange.Make(%s)", since)
	switch {
	case !actor.May(access.PublishVacancies):
		return 0, errs.Forbidden
	case since.IsZero():
		return 0, errs.One("since", "problem.required")
	case since.After(s.Now.Today()):
		return 0, errs.One("since", "exchange.problem.future")
	}
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		f := file{since: since, at: s.Now.Now(), words: s.Words}
		if err := s.write(ctx, actor.Scope(access.PublishVacancies), &f); err != nil {
			return err
		}
		if id, err = s.keep(ctx, actor, &f); err != nil {
			return err
		}
		return journal.Write(ctx, s.DB, actor, f.at, journal.Change{
			Thing: journal.ExchangeExport, ID: id, Action: "make", From: since.ISO(), To: clock.DayOf(f.at).ISO()})
	})
	return id, err
}

// write puts the records of the range into the file, one by one as a single
// query gives them: all are of the same instant.
func (s *Store) write(ctx context.Context, scope access.Scope, f *file) error {
	rows, err := s.DB.Query(ctx, selectFacts, pgx.StrictNamedArgs{
		"all": scope.All, "from": f.since.Start(), "since": f.since, "today": clock.DayOf(f.at), "limit": MostRecords + 1})
	if err != nil {
		return err
	}
	defer rows.Close()
	f.begin()
	for rows.Next() {
		facts, err := pgx.RowToStructByName[Facts](rows)
		if err != nil {
			return err
		}
		if f.records == MostRecords {
			return errs.One("since", "exchange.problem.many", MostRecords)
		}
		if err := f.add(facts); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return f.end()
}

func (s *Store) keep(ctx context.Context, actor access.Actor, f *file) (int64, error) {
	return postgres.Value[int64](ctx, s.DB, insertExport, pgx.StrictNamedArgs{
		"at": f.at, "since": f.since, "mapping": Mapping, "records": f.records, "appeared": f.appeared, "changed": f.changed,
		"closed": f.closed, "heading": f.heading, "sha256": f.sha256, "lines": f.lines.Bytes(), "account": actor.Account, "body": actor.Body})
}
