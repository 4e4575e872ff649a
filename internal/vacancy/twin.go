package vacancy

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Cause is why two vacancies look like one order twice.
type Cause string

// The causes.
const (
	SameReference Cause = "reference" // the employer gave both the same number
	SameFacts     Cause = "facts"     // the same work, place, pay and days
)

// twinCause is the one rule of duplicates, over vacancies v and twin: why they
// look like one order, or NULL. Both are the same employer's. Its own number
// is compared without case and spaces, titles as slugs, which are folded:
// without marks, tone placement, case and spaces. A relisting's number is its
// original's on purpose, and the original has ended by then.
const twinCause = `(CASE
	WHEN twin.employer_id <> v.employer_id OR twin.id = v.id OR twin.id IN (v.amends, v.relisted_from) OR v.id IN (twin.amends, twin.relisted_from)
	  THEN NULL
	WHEN v.employer_ref <> '' AND upper(replace(v.employer_ref, ' ', '')) = upper(replace(twin.employer_ref, ' ', '')) THEN 'reference'
	WHEN v.slug = twin.slug AND v.occupation_code = twin.occupation_code
	  AND v.zone_id IS NOT DISTINCT FROM twin.zone_id AND v.area_id IS NOT DISTINCT FROM twin.area_id
	  AND (v.basic_wage, v.income_from, v.income_to) = (twin.basic_wage, twin.income_from, twin.income_to)
	  AND v.starts_on IS NOT DISTINCT FROM twin.starts_on AND v.closes_on IS NOT DISTINCT FROM twin.closes_on
	  THEN 'facts'
	END)`

// twinLives is true of a twin that is still to be told apart: not ended, over
// or kept on purpose.
const twinLives = `(twin.status IN ('draft', 'submitted') OR twin.status IN ('published', 'paused') AND twin.closes_on >= @today::date)
	AND NOT EXISTS (SELECT FROM vacancy_twins k WHERE k.first_id = least(v.id, twin.id) AND k.second_id = greatest(v.id, twin.id))`

// Twin is a vacancy that looks like the same order as another.
type Twin struct {
	ID       int64
	Code     string
	Title    string
	Status   Status
	ClosesOn clock.Day
	Cause    Cause
}

// Twins returns what looks like the same order as a vacancy and nobody kept on
// purpose, the same reference first. One that has ended has none.
func (s *Store) Twins(ctx context.Context, actor access.Actor, id int64) (twins []Twin, err error) {
	defer errs.Wrap(&err, "vacancy.Twins(%d)", id)
	args := reads(actor, access.ReadVacancies).args()
	args["id"], args["today"] = id, s.Now.Today()
	return postgres.All[Twin](ctx, s.DB, selectTwins, args)
}

const selectTwins = `
	SELECT twin.id, twin.code, twin.title, twin.status, twin.closes_on, ` + twinCause + ` AS cause
	FROM vacancies v
	JOIN vacancies twin ON twin.employer_id = v.employer_id
	WHERE v.id = @id AND v.status IN ('draft', 'submitted', 'published', 'paused') AND ` + inScope + `
	  AND ` + twinCause + ` IS NOT NULL AND ` + twinLives + `
	ORDER BY cause DESC, twin.id
	LIMIT 20`

// isTwin refuses two vacancies that do not look like one order, with Conflict.
func (s *Store) isTwin(ctx context.Context, actor access.Actor, id, other int64) error {
	twins, err := s.Twins(ctx, actor, id)
	if err != nil {
		return err
	}
	for _, t := range twins {
		if t.ID == other {
			return nil
		}
	}
	return errs.Conflict
}

// KeepBoth notes why two vacancies that look like one order are two. Nobody is
// asked of them again.
func (s *Store) KeepBoth(ctx context.Context, actor access.Actor, id, other int64, why string) (err error) {
	defer errs.Wrap(&err, "vacancy.KeepBoth(%d, %d)", id, other)
	if !actor.May(access.WriteVacancies) {
		return errs.Forbidden
	}
	if why = fold.Tidy(why); why == "" {
		return errs.One("why", "problem.required")
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.holdBoth(ctx, actor, id, other); err != nil {
			return err
		}
		if err := s.isTwin(ctx, actor, id, other); err != nil {
			return err
		}
		_, err := s.DB.Exec(ctx, `
			INSERT INTO vacancy_twins (first_id, second_id, reason, account_id, at)
			VALUES (least(@id::bigint, @other::bigint), greatest(@id::bigint, @other::bigint), @why, NULLIF(@by::bigint, 0), @now)`,
			pgx.StrictNamedArgs{"id": id, "other": other, "why": why, "by": actor.Account, "now": s.Now.Now()})
		if err != nil {
			return err
		}
		for _, one := range []int64{id, other} {
			c := journal.Change{Thing: journal.Vacancy, ID: one, Action: "keep_both", Why: why}
			if err := journal.Write(ctx, s.DB, actor, s.Now.Now(), c); err != nil {
				return err
			}
		}
		return nil
	})
}

// holdBoth locks two vacancies in the order of their numbers, so that no two
// who compare them wait for each other, their employer first.
func (s *Store) holdBoth(ctx context.Context, actor access.Actor, id, other int64) error {
	if _, err := s.DB.Exec(ctx, holdEmployer, pgx.StrictNamedArgs{"id": id}); err != nil {
		return err
	}
	args := reads(actor, access.WriteVacancies).args()
	args["ids"] = []int64{id, other}
	held, err := postgres.Values[int64](ctx, s.DB,
		`SELECT v.id FROM vacancies v WHERE v.id = ANY (@ids) AND `+inScope+` ORDER BY v.id FOR UPDATE`, args)
	if err == nil && len(held) != 2 {
		err = errs.NotFound
	}
	return err
}
