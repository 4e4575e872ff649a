package vacancy

import (
	"context"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// NamedSQL is true for the referrals n that stand for people of the drive that
// x, a row of drive_vacancies, tells of: they came for this order there, or they
// were there for another or for none and came to this order later.
const NamedSQL = `n.vacancy_id = x.vacancy_id AND CASE
	WHEN n.drive_id IS NOT NULL THEN n.drive_id = x.drive_id
	ELSE EXISTS (SELECT FROM candidates c WHERE c.id = n.candidate_id AND c.drive_id = x.drive_id)
	  OR EXISTS (SELECT FROM referrals m WHERE m.candidate_id = n.candidate_id AND m.drive_id = x.drive_id) END`

// hiredNamed counts, of x, the people hired who are known by name.
const hiredNamed = `(SELECT count(*)::int FROM referrals n WHERE n.hired_at IS NOT NULL AND ` + NamedSQL + `)`

// SpotSQL counts those whom drives hired on the spot for vacancies v and who
// are not known by name. A drive's report says how many it hired for which
// order. Whoever of its people has a referral to the order counts by that
// alone, so nobody draws an order down twice; that one of them was hired only
// later is not told apart, and then the order is drawn by too few until the
// names are entered.
const SpotSQL = `COALESCE((
	SELECT sum(greatest(0, x.hired - ` + hiredNamed + `))
	FROM drive_vacancies x WHERE x.vacancy_id = v.id AND x.hired > 0), 0)::int`

const countPeople = `
	SELECT v.id, count(r.introduced_at) AS introduced, count(*) FILTER (WHERE r.status = 'hired') AS hired,
	       count(r.started_at) AS started, count(r.started_at) FILTER (WHERE r.status = 'left') AS left,
	       ` + SpotSQL + ` AS spot
	FROM vacancies v LEFT JOIN referrals r ON r.vacancy_id = v.id
	WHERE v.id = ANY (@ids) AND ` + inScope + `
	GROUP BY v.id
	ORDER BY v.id
	LIMIT 1000`

// Brought is what one drive brought an order, as it was reported.
type Brought struct {
	Drive      int64
	Title      string
	Slug       string
	StartsAt   time.Time
	Registered int
	Hired      int  // on the spot
	Named      int  // people of the drive hired for the order and known by name, on the spot or later
	Readable   bool // the reader may read the drive's own page
}

// Spot returns how many of those hired on the spot count without a name.
func (d Brought) Spot() int { return max(0, d.Hired-d.Named) }

// Brought returns the drives that an order is drawn down by, the latest first:
// where its Counts.Spot comes from.
func (s *Store) Brought(ctx context.Context, actor access.Actor, id int64) (list []Brought, err error) {
	defer errs.Wrap(&err, "vacancy.Brought(%d)", id)
	args := reads(actor, access.ReadVacancies).args()
	drives := actor.Scope(access.ReadDrives)
	args["id"], args["every_drive"], args["bodies"], args["employer"] = id, drives.All, drives.Bodies, drives.Employer
	return postgres.All[Brought](ctx, s.DB, selectBrought, args)
}

// selectBrought has room for every drive: together they explain a sum, and an
// order is brought to some dozens.
const selectBrought = `
	SELECT d.id AS drive, d.title, d.slug, d.starts_at, x.registered, x.hired, ` + hiredNamed + ` AS named,
	       COALESCE(@every_drive OR d.district_body_id = ANY (@bodies) OR d.commune_body_id = ANY (@bodies) OR @employer <> 0 AND EXISTS (
	           SELECT FROM drive_employers e WHERE e.drive_id = d.id AND e.employer_id = @employer), false) AS readable
	FROM drive_vacancies x
	JOIN drives d ON d.id = x.drive_id
	JOIN vacancies v ON v.id = x.vacancy_id
	WHERE v.id = @id AND ` + inScope + ` AND (x.registered > 0 OR x.hired > 0)
	ORDER BY d.starts_at DESC, d.id
	LIMIT 1000`
