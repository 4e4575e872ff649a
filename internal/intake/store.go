package intake

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/attachment"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/sheet"
)

// Upload keeps a sheet to be read in the background. A file that cannot be a
// sheet is a problem of sheet.File.
func (s *Store) Upload(ctx context.Context, actor access.Actor, name string, content []byte) (id int64, err error) {
	defer errs.Wrap(&err, "intake.Upload(%d bytes)", len(content))
	if !actor.May(access.WriteVacancies) {
		return 0, errs.Forbidden
	}
	if err := sheet.Check(content); err != nil {
		return 0, err
	}
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		id, err = postgres.Value[int64](ctx, s.DB, insertImport, pgx.StrictNamedArgs{
			"account": actor.Account, "body": actor.Body, "employer": scopeOf(actor), "name": attachment.CleanName(name), "size": len(content), "now": s.Now.Now()})
		if err != nil {
			return err
		}
		if _, err := s.DB.Exec(ctx, insertFile, pgx.StrictNamedArgs{"id": id, "content": content}); err != nil {
			return err
		}
		return s.wake(ctx)
	})
	return id, err
}

// Get returns an import of the actor's body.
func (s *Store) Get(ctx context.Context, actor access.Actor, id int64) (i Import, err error) {
	defer errs.Wrap(&err, "intake.Get(%d)", id)
	return postgres.One[Import](ctx, s.DB, selectImport, mine(actor, id))
}

// mine are the arguments of a query about one import of the actor's body; who
// may not write vacancies has none.
func mine(actor access.Actor, id int64) pgx.StrictNamedArgs {
	return pgx.StrictNamedArgs{"id": id, "body": actor.Scope(access.WriteVacancies).Body}
}

// List returns imports of the actor's body, the newest first, those older than
// before, and whether there are more.
func (s *Store) List(ctx context.Context, actor access.Actor, before int64, limit int) (list []Import, more bool, err error) {
	defer errs.Wrap(&err, "intake.List")
	list, err = postgres.All[Import](ctx, s.DB, selectImports, pgx.StrictNamedArgs{
		"body": actor.Scope(access.WriteVacancies).Body, "before": before, "limit": limit + 1})
	if len(list) > limit {
		return list[:limit], true, err
	}
	return list, false, err
}

// ShowIncomplete are the rows that are taken but cannot be submitted yet.
const ShowIncomplete = "incomplete"

// Rows returns rows of an import behind a row of the sheet: all, those with an
// Outcome, or ShowIncomplete.
func (s *Store) Rows(ctx context.Context, actor access.Actor, id int64, show string, after, limit int) (rows []Row, more bool, err error) {
	defer errs.Wrap(&err, "intake.Rows(%d)", id)
	args := mine(actor, id)
	args["show"], args["after"], args["limit"] = show, after, limit+1
	rows, err = postgres.All[Row](ctx, s.DB, selectRows, args)
	if len(rows) > limit {
		return rows[:limit], true, err
	}
	return rows, false, err
}
