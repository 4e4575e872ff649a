package drive

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Store keeps drives.
type Store struct {
	DB  *postgres.DB
	Now clock.Clock
}

// Plan enters a drive. A district plans in its own communes, the centre in all.
func (s *Store) Plan(ctx context.Context, actor access.Actor, p Plan) (id int64, err error) {
	defer errs.Wrap(&err, "drive.Plan")
	if !actor.May(access.PlanDrives) {
		return 0, errs.Forbidden
	}
	if err := p.Check(s.Now.Now()); err != nil {
		return 0, err
	}
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		args := s.planned(actor, p)
		args["planner"], args["at"], args["by"] = actor.Body, s.Now.Now(), actor.Account
		ids, err := postgres.Values[int64](ctx, s.DB, insertDrive, args)
		if err != nil {
			return err
		}
		if len(ids) == 0 {
			return errs.One("commune", "problem.choice")
		}
		id = ids[0]
		if err := s.offer(ctx, id, p); err != nil {
			return err
		}
		return s.record(ctx, actor, id, "planned", "", string(Planned), "")
	})
	return id, err
}

// Change rewrites the plan of a drive that is not over. One that was postponed
// is planned anew, and the commune has to agree again when time or place change.
func (s *Store) Change(ctx context.Context, actor access.Actor, id int64, version int, p Plan) (err error) {
	defer errs.Wrap(&err, "drive.Change(%d)", id)
	if err := p.Check(s.Now.Now()); err != nil {
		return err
	}
	return s.change(ctx, actor, access.PlanDrives, id, version, func(ctx context.Context, was Drive) error {
		if was.Status == Cancelled || was.Status == Held || was.Status == Reported || was.Status == Verified {
			return errs.Conflict
		}
		args := s.planned(actor, p)
		args["id"] = id
		n, err := s.DB.Exec(ctx, updateDrive, args)
		if err != nil {
			return err
		}
		if n == 0 {
			return errs.One("commune", "problem.choice")
		}
		if err := s.offer(ctx, id, p); err != nil {
			return err
		}
		to := was.Status
		moved := !was.StartsAt.Equal(p.StartsAt) || was.Venue != strings.TrimSpace(p.Venue) || was.CommuneID != p.Commune
		if moved || was.Status == Postponed {
			to = Planned
		}
		if err := s.setStatus(ctx, id, to, ""); err != nil {
			return err
		}
		return s.record(ctx, actor, id, "changed", string(was.Status), string(to), "")
	})
}

// planned are the arguments of a plan.
func (s *Store) planned(actor access.Actor, p Plan) pgx.StrictNamedArgs {
	scope := actor.Scope(access.PlanDrives)
	title := strings.TrimSpace(p.Title)
	return pgx.StrictNamedArgs{
		"kind": string(p.Kind), "commune": p.Commune, "title": title, "slug": fold.Slug(title), "venue": strings.TrimSpace(p.Venue),
		"starts_at": p.StartsAt, "ends_at": p.EndsAt, "note": strings.TrimSpace(p.Note), "all": scope.All, "bodies": scope.Bodies,
	}
}

// offer writes which employers and vacancies the drive brings. An employer
// that is not verified or a vacancy that is not open is a problem.
func (s *Store) offer(ctx context.Context, id int64, p Plan) error {
	b := &pgx.Batch{}
	b.Queue(`DELETE FROM drive_vacancies WHERE drive_id = $1`, id)
	b.Queue(`DELETE FROM drive_employers WHERE drive_id = $1`, id)
	if err := s.DB.Batch(ctx, b); err != nil {
		return err
	}
	n, err := s.DB.Exec(ctx, insertVacancies, pgx.StrictNamedArgs{"id": id, "vacancies": p.Vacancies, "today": s.Now.Today()})
	if err != nil {
		return err
	}
	if int(n) < len(p.Vacancies) {
		return errs.One("vacancies", "drive.problem.vacancy_closed")
	}
	n, err = s.DB.Exec(ctx, insertEmployers, pgx.StrictNamedArgs{"id": id, "employers": p.Employers})
	if err != nil {
		return err
	}
	if int(n) < len(p.Employers) {
		return errs.One("employers", "drive.problem.employer_unverified")
	}
	_, err = s.DB.Exec(ctx, insertVacancyEmployers, pgx.StrictNamedArgs{"id": id})
	return err
}

// change locks a drive in the actor's reach and lets do change it. Another
// body's drive is NotFound, one that somebody changed meanwhile a Conflict.
func (s *Store) change(ctx context.Context, actor access.Actor, need access.Need, id int64, version int,
	do func(ctx context.Context, was Drive) error) error {
	if !actor.May(need) {
		return errs.Forbidden
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if _, err := postgres.Value[int64](ctx, s.DB, `SELECT id FROM drives WHERE id = @id FOR UPDATE`, pgx.StrictNamedArgs{"id": id}); err != nil {
			return err
		}
		was, err := s.get(ctx, actor.Scope(need), id)
		if err != nil {
			return err
		}
		if was.Version != version {
			return errs.Conflict
		}
		return do(ctx, was)
	})
}

func (s *Store) setStatus(ctx context.Context, id int64, to Status, reason string) error {
	_, err := s.DB.Exec(ctx, `UPDATE drives SET status = @status, status_reason = @reason WHERE id = @id`,
		pgx.StrictNamedArgs{"id": id, "status": string(to), "reason": reason})
	return err
}

func (s *Store) record(ctx context.Context, actor access.Actor, id int64, action, from, to, why string) error {
	return journal.Write(ctx, s.DB, actor, s.Now.Now(), journal.Change{Thing: journal.Drive, ID: id, Action: action, From: from, To: to, Why: why})
}
