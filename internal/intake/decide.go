package intake

import (
	"context"
	"runtime"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
)

// countMoved counts rows that the world has left behind since they were read:
// the vacancy to update has changed, one to create has come to be, or its
// employer is no longer there to write for.
const countMoved = `
	SELECT count(*)
	FROM import_rows r
	LEFT JOIN vacancies v ON r.outcome = 'update' AND v.id = r.vacancy_id
	LEFT JOIN employers e ON r.outcome = 'create' AND e.id = r.employer_id
	WHERE r.import_id = @id
	  AND (r.outcome = 'update' AND (v.id IS NULL OR v.version <> r.version OR v.status <> 'draft')
	    OR r.outcome = 'create' AND (e.id IS NULL OR e.state = 'suspended' OR r.ref <> '' AND EXISTS (
	        SELECT FROM vacancies t
	        WHERE t.employer_id = e.id AND t.employer_ref <> '' AND upper(replace(t.employer_ref, ' ', '')) = upper(replace(r.ref, ' ', '')))))`

// lock holds an import of the actor's body in a state and version; else it is a
// Conflict. No import is of version 0, which a form without one says.
func (s *Store) lock(ctx context.Context, actor access.Actor, id int64, version int, state State) (Import, error) {
	if !actor.May(access.WriteVacancies) {
		return Import{}, errs.Forbidden
	}
	i, err := postgres.One[Import](ctx, s.DB, selectImport+` FOR UPDATE OF i`, mine(actor, id))
	if err == nil && (i.State != state || i.Version != version) {
		err = errs.Conflict
	}
	return i, err
}

// oneAtATime lets one import be confirmed or undone at a time: two that hold
// the same order must not both create it.
func (s *Store) oneAtATime(ctx context.Context) error {
	_, err := s.DB.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('cauviec.imports', 0))`)
	return err
}

// Confirm takes in every row that is not refused, in one transaction. With
// submit, those of which nothing is missing are submitted too. When rows are
// no longer as the preview showed them, or their submission was judged on
// another day, nothing is taken: the sheet is read anew, and done is false.
func (s *Store) Confirm(ctx context.Context, actor access.Actor, id int64, version int, submit bool) (done bool, err error) {
	defer errs.Wrap(&err, "intake.Confirm(%d)", id)
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.oneAtATime(ctx); err != nil {
			return err
		}
		i, err := s.lock(ctx, actor, id, version, Preview)
		if err != nil {
			return err
		}
		if i.Accepted() == 0 {
			return errs.One("confirm", "import.problem.nothing")
		}
		moved, err := postgres.Value[int](ctx, s.DB, countMoved, pgx.StrictNamedArgs{"id": id})
		if err != nil {
			return err
		}
		if moved > 0 || submit && i.JudgedOn != s.Now.Today() {
			return s.readAgain(ctx, id, moved)
		}
		done = true
		if submit && !i.Reviewed {
			if err := s.review(ctx, i.ID, i.Headers); err != nil {
				return err
			}
		}
		return s.takeIn(ctx, actor, i, submit)
	})
	return done, err
}

func (s *Store) readAgain(ctx context.Context, id int64, moved int) error {
	if _, err := s.DB.Exec(ctx, `UPDATE imports SET state = 'waiting', moved = @moved, reread = true, version = version + 1 WHERE id = @id`,
		pgx.StrictNamedArgs{"id": id, "moved": moved}); err != nil {
		return err
	}
	if _, err := s.DB.Exec(ctx, `DELETE FROM import_progress WHERE import_id = @id`, pgx.StrictNamedArgs{"id": id}); err != nil {
		return err
	}
	return s.wake(ctx)
}

func (s *Store) takeIn(ctx context.Context, actor access.Actor, i Import, submit bool) error {
	rows, err := s.taken(ctx, i.ID)
	if err != nil {
		return err
	}
	fresh, changed := parted(rows)
	err = s.vacancies().CreateMany(ctx, actor, len(fresh), func(n int) (vacancy.Drafted, error) {
		runtime.Gosched() // who waits for a page goes first
		return fresh[n].drafted(submit)
	}, reason(i))
	if err != nil {
		return err
	}
	rewritten := make([]vacancy.Drafted, len(changed))
	for n, r := range changed {
		if rewritten[n], err = r.drafted(submit); err != nil {
			return err
		}
	}
	if err := s.vacancies().RewriteMany(ctx, actor, rewritten, vacancy.ImportUpdate, reason(i)); err != nil {
		return err
	}
	submitted := 0
	for _, r := range rows {
		if submit && r.complete() {
			submitted++
		}
	}
	return s.decide(ctx, actor, i.ID, Confirmed, submitted)
}

// decide closes an import and forgets its file.
func (s *Store) decide(ctx context.Context, actor access.Actor, id int64, state State, submitted int) error {
	if _, err := s.DB.Exec(ctx, `DELETE FROM import_files WHERE import_id = @id`, pgx.StrictNamedArgs{"id": id}); err != nil {
		return err
	}
	_, err := s.DB.Exec(ctx, `
		UPDATE imports SET state = @state, submitted = @submitted, decided_at = @now, decided_by = NULLIF(@by::bigint, 0), version = version + 1
		WHERE id = @id`,
		pgx.StrictNamedArgs{"id": id, "state": string(state), "submitted": submitted, "now": s.Now.Now(), "by": actor.Account})
	return err
}

// Discard throws an import away that nobody has confirmed.
func (s *Store) Discard(ctx context.Context, actor access.Actor, id int64, version int) (err error) {
	defer errs.Wrap(&err, "intake.Discard(%d)", id)
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if _, err := s.lock(ctx, actor, id, version, Preview); err != nil {
			return err
		}
		return s.decide(ctx, actor, id, Discarded, 0)
	})
}

// Forget deletes the sheets that nobody decided on in time, and what is kept
// of the rows of old imports beyond what became of them. The program does it
// by itself.
func (s *Store) Forget(ctx context.Context, _ access.Scope) (err error) {
	defer errs.Wrap(&err, "intake.Forget")
	today := s.Now.Today()
	b := &pgx.Batch{}
	b.Queue(`UPDATE imports SET state = 'expired', version = version + 1 WHERE state = 'preview' AND uploaded_at < $1`, daysAgo(today, FileDays))
	b.Queue(`DELETE FROM import_files f USING imports i WHERE i.id = f.import_id AND i.state NOT IN ('waiting', 'preview')`)
	b.Queue(`DELETE FROM import_progress p USING imports i WHERE i.id = p.import_id AND i.state <> 'waiting'`)
	b.Queue(`UPDATE import_rows r SET details = NULL, was = NULL, typed = NULL, problems = NULL, missing = NULL
		FROM imports i
		WHERE i.id = r.import_id AND i.state NOT IN ('waiting', 'preview') AND COALESCE(i.decided_at, i.uploaded_at) < $1
		  AND (r.details IS NOT NULL OR r.typed IS NOT NULL OR r.missing IS NOT NULL)`, daysAgo(today, DetailsDays))
	return s.DB.Batch(ctx, b)
}

func daysAgo(today clock.Day, days int) any { return today.Add(-days).Start() }
