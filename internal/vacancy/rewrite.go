package vacancy

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// RewriteMany changes many vacancies that nobody has published and that are
// still as they were seen, else Conflict. The caller has judged the details.
func (s *Store) RewriteMany(ctx context.Context, actor access.Actor, drafts []Drafted, action Action, why string) (err error) {
	defer errs.Wrap(&err, "vacancy.RewriteMany(%d)", len(drafts))
	if len(drafts) == 0 {
		return nil
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.inReach(ctx, actor, drafts); err != nil {
			return err
		}
		if err := s.holdMany(ctx, actor, drafts); err != nil {
			return err
		}
		b := &pgx.Batch{}
		for _, d := range drafts {
			args := argsOf(d.Details)
			args["id"] = d.ID
			b.Queue(updateDetails, args)
			at, by := d.submission(s.Now.Now(), actor)
			b.Queue(`UPDATE vacancies SET status = $2, submitted_at = $3, submitted_by = $4, version = version + 1 WHERE id = $1`,
				d.ID, string(d.Status), at, by)
		}
		if err := s.DB.Batch(ctx, b); err != nil {
			return err
		}
		return s.recordMany(ctx, actor, drafts, action, why)
	})
}

// RemoveMany deletes vacancies that an import has made and that are still as
// it made them, else Conflict. What was ever public stays.
func (s *Store) RemoveMany(ctx context.Context, actor access.Actor, drafts []Drafted, why string) (err error) {
	defer errs.Wrap(&err, "vacancy.RemoveMany(%d)", len(drafts))
	if len(drafts) == 0 {
		return nil
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if !actor.May(access.WriteVacancies) {
			return errs.Forbidden
		}
		if err := s.holdMany(ctx, actor, drafts); err != nil {
			return err
		}
		ids, _ := numbersOf(drafts)
		if _, err := s.DB.Exec(ctx, `DELETE FROM vacancies WHERE id = ANY (@ids)`, pgx.StrictNamedArgs{"ids": ids}); err != nil {
			return err
		}
		for i := range drafts {
			drafts[i].Status = Draft
		}
		return s.recordMany(ctx, actor, drafts, ImportUndo, why)
	})
}

// holdMany locks vacancies in the actor's reach that were never public and are
// of the versions seen.
func (s *Store) holdMany(ctx context.Context, actor access.Actor, drafts []Drafted) error {
	ids, versions := numbersOf(drafts)
	scope := actor.Scope(access.WriteVacancies)
	held, err := postgres.Values[int64](ctx, s.DB, `
		SELECT v.id
		FROM vacancies v JOIN unnest(@ids::bigint[], @versions::int[]) AS seen (id, version) ON seen.id = v.id AND seen.version = v.version
		WHERE v.status IN ('draft', 'submitted') AND v.revision = 0 AND (@all OR v.employer_id = @own)
		ORDER BY v.id
		FOR UPDATE OF v`,
		pgx.StrictNamedArgs{"ids": ids, "versions": versions, "all": scope.All, "own": scope.Employer})
	if err == nil && len(held) != len(drafts) {
		err = errs.Conflict
	}
	return err
}

func numbersOf(drafts []Drafted) (ids []int64, versions []int) {
	for _, d := range drafts {
		ids, versions = append(ids, d.ID), append(versions, d.Version)
	}
	return ids, versions
}
