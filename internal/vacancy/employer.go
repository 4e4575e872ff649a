package vacancy

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
	"cauviec/internal/search"
)

func (s *Store) employers() *employer.Store { return &employer.Store{DB: s.DB, Now: s.Now} }

// SuspendEmployer suspends an employer and pauses everything it has published,
// for the same reason. Verifying it again does not resume them: whoever
// answers for each does.
func (s *Store) SuspendEmployer(ctx context.Context, actor access.Actor, id int64, version int, why string, looked ...employer.Look) (err error) {
	defer errs.Wrap(&err, "vacancy.SuspendEmployer(%d)", id)
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.employers().Suspend(ctx, actor, id, version, why, looked...); err != nil {
			return err
		}
		paused, err := postgres.Values[int64](ctx, s.DB, `
			UPDATE vacancies SET status = 'paused', version = version + 1
			WHERE employer_id = @employer AND status = 'published'
			RETURNING id`, pgx.StrictNamedArgs{"employer": id})
		if err != nil {
			return err
		}
		for _, vacancy := range paused {
			if err := s.hide(ctx, actor, vacancy, why); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Store) hide(ctx context.Context, actor access.Actor, id int64, why string) error {
	if err := search.Remove(ctx, s.DB, id); err != nil {
		return err
	}
	return journal.Write(ctx, s.DB, actor, s.Now.Now(), journal.Change{
		Thing: journal.Vacancy, ID: id, Action: string(Pause), From: string(Published), To: string(Paused), Why: why})
}

// UpdateEmployer changes an employer and lets its published vacancies be found
// by its new name.
func (s *Store) UpdateEmployer(ctx context.Context, actor access.Actor, id int64, version int, d employer.Details) (err error) {
	defer errs.Wrap(&err, "vacancy.UpdateEmployer(%d)", id)
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.employers().Update(ctx, actor, id, version, d); err != nil {
			return err
		}
		published, err := postgres.All[Vacancy](ctx, s.DB,
			`SELECT `+columns+from+` WHERE v.employer_id = @employer AND v.status = 'published' ORDER BY v.id LIMIT 10000`,
			pgx.StrictNamedArgs{"employer": id})
		if err != nil {
			return err
		}
		for _, v := range published {
			if err := search.Put(ctx, s.DB, entryOf(v)); err != nil {
				return err
			}
		}
		return nil
	})
}
