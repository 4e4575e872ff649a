package vacancy

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// follow brings everything that hangs on a vacancy to the one for which it is
// given up. The vacancies are locked; the people come after them, as everywhere.
func (s *Store) follow(ctx context.Context, o order, gone, kept Vacancy) error {
	args := pgx.StrictNamedArgs{"gone": gone.ID, "kept": kept.ID}
	if _, err := s.DB.Exec(ctx, holdPeople, pgx.StrictNamedArgs{"gone": gone.ID}); err != nil {
		return err
	}
	if _, err := s.DB.Exec(ctx, leadOn, args); err != nil {
		return err
	}
	args["gone_code"], args["kept_code"], args["now"] = gone.Code, kept.Code, s.Now.Now()
	args["account"], args["body"] = o.actor.Account, o.actor.Body
	for _, sql := range []string{followPeople, followDrives, followPieces} {
		if _, err := s.DB.Exec(ctx, sql, args); err != nil {
			return err
		}
	}
	return journal.Write(ctx, s.DB, o.actor, s.Now.Now(), journal.Change{
		Thing: journal.Vacancy, ID: kept.ID, Action: "take_up", To: gone.Code, Why: o.tidyWhy()})
}

// holdDrives locks the drives that bring a vacancy. Whoever edits a drive locks
// it before its vacancies; so does a merging, and no two wait for each other.
func (s *Store) holdDrives(ctx context.Context, id int64) error {
	_, err := s.DB.Exec(ctx, `
		SELECT d.id FROM drives d
		WHERE d.id IN (SELECT b.drive_id FROM drive_vacancies b WHERE b.vacancy_id = @id)
		ORDER BY d.id
		FOR UPDATE`, pgx.StrictNamedArgs{"id": id})
	return err
}

// leadOn lets those that were given up for this one before lead to the kept one
// at once.
const leadOn = `UPDATE vacancies SET merged_into = @kept WHERE merged_into = @gone AND revision > 0`

const holdPeople = `
	SELECT c.id FROM candidates c
	WHERE c.id IN (SELECT r.candidate_id FROM referrals r WHERE r.vacancy_id = @gone)
	ORDER BY c.id
	FOR NO KEY UPDATE`

// followPeople moves the referrals of @gone to @kept with all that was reached.
// Who is at both is counted once: the referral that goes on and came further
// is the kept one's, the other stays with the one that was given up, and ends
// with it. Each is written down.
const followPeople = `
	WITH ranked AS (
	    SELECT r.id, r.vacancy_id AS was, r.status, r.status NOT IN ('declined', 'not_hired', 'left') AS goes_on,
	           row_number() OVER (PARTITION BY r.candidate_id ORDER BY r.status IN ('declined', 'not_hired', 'left'),
	               num_nonnulls(r.introduced_at, r.interviewed_at, r.hired_at, r.started_at, r.stayed_1_at, r.stayed_3_at) DESC,
	               r.vacancy_id = @kept DESC) = 1 AS counts
	    FROM referrals r
	    WHERE r.vacancy_id IN (@gone, @kept) AND r.candidate_id IN (SELECT candidate_id FROM referrals WHERE vacancy_id = @gone)
	), moved AS (
	    UPDATE referrals r
	    SET vacancy_id = CASE WHEN k.counts THEN @kept::bigint ELSE @gone::bigint END,
	        status = CASE WHEN k.counts OR NOT k.goes_on THEN r.status ELSE 'not_hired' END,
	        reason = CASE WHEN k.counts OR NOT k.goes_on THEN r.reason ELSE 'vacancy_over' END,
	        ended_at = CASE WHEN k.counts OR NOT k.goes_on THEN r.ended_at ELSE @now::timestamptz END,
	        version = r.version + 1
	    FROM ranked k
	    WHERE k.id = r.id AND (k.counts AND k.was = @gone OR NOT k.counts AND (k.was = @kept OR k.goes_on))
	    RETURNING r.id, k.was, k.status, k.counts OR NOT k.goes_on AS stays
	)
	INSERT INTO journal (at, account_id, body_id, thing, thing_id, action, from_value, to_value, why)
	SELECT @now, NULLIF(@account::bigint, 0), NULLIF(@body::bigint, 0), 'referral', m.id,
	       CASE WHEN m.stays THEN 'merged' ELSE 'doubled' END,
	       CASE WHEN NOT m.stays THEN m.status WHEN m.was = @gone THEN @gone_code::text ELSE @kept_code::text END,
	       CASE WHEN NOT m.stays THEN 'not_hired' WHEN m.was = @gone THEN @kept_code::text ELSE @gone_code::text END,
	       CASE WHEN m.stays THEN '' ELSE 'vacancy_over' END
	FROM moved m
	ORDER BY m.id`

// followDrives lets drives bring @kept instead of @gone, with what was reported
// of both. Whoever has a form of such a drive open is told that it changed.
const followDrives = `
	WITH left_out AS (
	    DELETE FROM drive_vacancies WHERE vacancy_id = @gone RETURNING drive_id, registered, hired
	), brought AS (
	    INSERT INTO drive_vacancies AS x (drive_id, vacancy_id, registered, hired)
	    SELECT drive_id, @kept, registered, hired FROM left_out
	    ON CONFLICT (drive_id, vacancy_id) DO UPDATE
	    SET registered = COALESCE(x.registered + EXCLUDED.registered, x.registered, EXCLUDED.registered),
	        hired = COALESCE(x.hired + EXCLUDED.hired, x.hired, EXCLUDED.hired)
	), changed AS (
	    UPDATE drives SET version = version + 1 WHERE id IN (SELECT drive_id FROM left_out)
	)
	INSERT INTO journal (at, account_id, body_id, thing, thing_id, action, from_value, to_value)
	SELECT @now, NULLIF(@account::bigint, 0), NULLIF(@body::bigint, 0), 'drive', l.drive_id, 'merged', @gone_code::text, @kept_code::text
	FROM left_out l
	ORDER BY l.drive_id`

// followPieces gives media pieces about @gone to @kept. They were made from
// another wording: none of the kept one's.
const followPieces = `
	WITH moved AS (
	    UPDATE publicity_items SET vacancy_id = @kept, vacancy_revision = 0, version = version + 1
	    WHERE vacancy_id = @gone AND status <> 'cancelled'
	    RETURNING id
	)
	INSERT INTO journal (at, account_id, body_id, thing, thing_id, action, from_value, to_value)
	SELECT @now, NULLIF(@account::bigint, 0), NULLIF(@body::bigint, 0), 'publicity_item', m.id, 'merged', @gone_code::text, @kept_code::text
	FROM moved m
	ORDER BY m.id`

// AtBoth counts the people who have to do with two vacancies: merged, they are
// counted once.
func (s *Store) AtBoth(ctx context.Context, actor access.Actor, id, other int64) (people int, err error) {
	defer errs.Wrap(&err, "vacancy.AtBoth(%d, %d)", id, other)
	args := reads(actor, access.ReadVacancies).args()
	args["id"], args["other"] = id, other
	return postgres.Value[int](ctx, s.DB, `
		SELECT count(*)
		FROM referrals r
		JOIN referrals too ON too.candidate_id = r.candidate_id AND too.vacancy_id = @other
		JOIN vacancies v ON v.id = r.vacancy_id
		WHERE r.vacancy_id = @id AND `+inScope, args)
}
