package intake

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
)

// Obstacle is a row whose vacancy has gone on since the import.
type Obstacle struct {
	RowNo     int
	Title     string
	VacancyID int64 // 0: it is no more
	Code      string
	Status    vacancy.Status
}

// selectObstacles finds the rows of an import whose vacancies are no longer as
// it left them: a new one is of version 1, a changed one of the next version.
const selectObstacles = `
	SELECT r.row_no, r.title, COALESCE(v.id, 0) AS vacancy_id, COALESCE(v.code, '') AS code, COALESCE(v.status, '') AS status
	FROM import_rows r
	JOIN imports i ON i.id = r.import_id
	LEFT JOIN vacancies v ON v.id = r.vacancy_id
	WHERE r.import_id = @id AND ` + ofBody + ` AND i.state = 'confirmed' AND r.outcome IN ('create', 'update')
	  AND (v.id IS NULL OR v.version <> CASE r.outcome WHEN 'create' THEN 1 ELSE r.version + 1 END
	    OR v.revision > 0 OR v.status NOT IN ('draft', 'submitted')
	    OR EXISTS (SELECT FROM drive_vacancies d WHERE d.vacancy_id = v.id)
	    OR EXISTS (SELECT FROM referrals f WHERE f.vacancy_id = v.id)
	    OR EXISTS (SELECT FROM publicity_items p WHERE p.vacancy_id = v.id)
	    OR EXISTS (SELECT FROM vacancy_clearances k WHERE k.vacancy_id = v.id)
	    OR EXISTS (SELECT FROM vacancy_twins t WHERE v.id IN (t.first_id, t.second_id)))
	ORDER BY r.row_no
	LIMIT 200`

// Obstacles lists what stands in the way of undoing an import, 200 rows at
// most. An import that is not confirmed has none.
func (s *Store) Obstacles(ctx context.Context, actor access.Actor, id int64) (list []Obstacle, err error) {
	defer errs.Wrap(&err, "intake.Obstacles(%d)", id)
	return postgres.All[Obstacle](ctx, s.DB, selectObstacles, mine(actor, id))
}

const foreignKeyViolation = "23503"

// Undo takes a confirmed import back: what it made is deleted, what it changed
// is as it was. Where something was built on a row nothing is undone: that is
// the problem "import.problem.built" of "undo"; Obstacles says which rows.
func (s *Store) Undo(ctx context.Context, actor access.Actor, id int64, version int) (err error) {
	defer errs.Wrap(&err, "intake.Undo(%d)", id)
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.oneAtATime(ctx); err != nil {
			return err
		}
		i, err := s.lock(ctx, actor, id, version, Confirmed)
		if err != nil {
			return err
		}
		if !i.Undoable(s.Now.Today()) {
			return errs.Conflict
		}
		obstacles, err := s.Obstacles(ctx, actor, id)
		if err != nil {
			return err
		}
		if len(obstacles) > 0 {
			return errs.One("undo", "import.problem.built", len(obstacles))
		}
		return s.giveBack(ctx, actor, i)
	})
	var pgErr *pgconn.PgError
	if errors.As(err, &pgErr) && pgErr.Code == foreignKeyViolation {
		return errs.One("undo", "import.problem.built", 1)
	}
	return err
}

func (s *Store) giveBack(ctx context.Context, actor access.Actor, i Import) error {
	rows, err := s.taken(ctx, i.ID)
	if err != nil {
		return err
	}
	var made, changed []vacancy.Drafted
	for _, r := range rows {
		if r.Outcome == Create {
			made = append(made, vacancy.Drafted{ID: r.VacancyID, Version: 1})
		} else if r.Was != nil {
			before := vacancy.Drafted{ID: r.VacancyID, Version: r.Version + 1, Status: vacancy.Draft}
			if err := json.Unmarshal(r.Was, &before.Details); err != nil {
				return err
			}
			changed = append(changed, before)
		}
	}
	if err := s.vacancies().RemoveMany(ctx, actor, made, reason(i)); err != nil {
		return err
	}
	if err := s.vacancies().RewriteMany(ctx, actor, changed, vacancy.ImportUndo, reason(i)); err != nil {
		return err
	}
	_, err = s.DB.Exec(ctx, `
		UPDATE imports SET state = 'undone', undone_at = @now, undone_by = NULLIF(@by::bigint, 0), version = version + 1 WHERE id = @id`,
		pgx.StrictNamedArgs{"id": i.ID, "now": s.Now.Now(), "by": actor.Account})
	return err
}
