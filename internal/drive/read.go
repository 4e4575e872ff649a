package drive

import (
	"cmp"
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Filter narrows a list; empty fields do not.
type Filter struct {
	District   int64
	Commune    int64
	Status     Status
	From       clock.Day // begins on or after
	Until      clock.Day // begins on or before
	Unreported bool      // over, and nobody has said what came of it
	Standing   bool      // neither postponed nor cancelled
	Newest     bool      // latest first
	After      Cursor
	Limit      int // 0 is mostDrives
}

// mostDrives bounds a list that names no Limit; a district holds some dozens a
// year.
const mostDrives = 500

// List returns drives in scope in the order of their days.
func (s *Store) List(ctx context.Context, scope access.Scope, f Filter) (list []Drive, err error) {
	defer errs.Wrap(&err, "drive.List")
	args := s.filtered(f)
	args["all"], args["bodies"], args["employer"] = scope.All, scope.Bodies, scope.Employer
	return postgres.All[Drive](ctx, s.DB, selectDrives+` WHERE `+inScope+` AND `+matching, args)
}

// Get returns a drive; NotFound when it is not in scope.
func (s *Store) Get(ctx context.Context, scope access.Scope, id int64) (d Drive, err error) {
	defer errs.Wrap(&err, "drive.Get(%d)", id)
	return s.get(ctx, scope, id)
}

func (s *Store) get(ctx context.Context, scope access.Scope, id int64) (Drive, error) {
	return postgres.One[Drive](ctx, s.DB, selectDrives+` WHERE d.id = @id AND `+inScope,
		pgx.StrictNamedArgs{"id": id, "all": scope.All, "bodies": scope.Bodies, "employer": scope.Employer})
}

// Announced returns the drives that are public, in the order of their days.
func (s *Store) Announced(ctx context.Context, f Filter) (list []Drive, err error) {
	defer errs.Wrap(&err, "drive.Announced")
	return postgres.All[Drive](ctx, s.DB, selectDrives+` WHERE `+isPublic+` AND `+matching, s.filtered(f))
}

// AnnouncedOne returns a public drive; one postponed or cancelled after it was
// announced is public still, so that nobody comes for nothing.
func (s *Store) AnnouncedOne(ctx context.Context, id int64) (d Drive, err error) {
	defer errs.Wrap(&err, "drive.AnnouncedOne(%d)", id)
	return postgres.One[Drive](ctx, s.DB, selectDrives+` WHERE d.id = @id AND `+wasPublic, pgx.StrictNamedArgs{"id": id})
}

const (
	isPublic  = `d.status IN ('announced', 'held', 'reported', 'verified')`
	wasPublic = `(` + isPublic + ` OR d.status IN ('postponed', 'cancelled') AND EXISTS (
		SELECT FROM journal j WHERE j.thing = 'drive' AND j.thing_id = d.id AND j.action = 'announced'))`
	matching = `
		    (@district::bigint = 0 OR d.district_body_id = @district)
		AND (@commune::bigint = 0 OR d.commune_body_id = @commune)
		AND (@status = '' OR d.status = @status)
		AND (@from::timestamptz IS NULL OR d.starts_at >= @from)
		AND (@until::timestamptz IS NULL OR d.starts_at < @until)
		AND (NOT @standing OR d.status NOT IN ('postponed', 'cancelled'))
		AND (NOT @unreported OR d.ends_at <= @now AND d.status IN ('planned', 'agreed', 'announced', 'held'))
		AND (@after = 0 OR d.starts_at = @after_at AND d.id > @after
		     OR CASE WHEN @newest THEN d.starts_at < @after_at ELSE d.starts_at > @after_at END)
		ORDER BY CASE WHEN @newest THEN d.starts_at END DESC, CASE WHEN NOT @newest THEN d.starts_at END, d.id
		LIMIT @limit`
)

func (s *Store) filtered(f Filter) pgx.StrictNamedArgs {
	args := pgx.StrictNamedArgs{"district": f.District, "commune": f.Commune, "status": string(f.Status), "from": nil, "until": nil,
		"unreported": f.Unreported, "standing": f.Standing, "now": s.Now.Now(), "newest": f.Newest,
		"after": f.After.ID, "after_at": f.After.StartsAt, "limit": cmp.Or(f.Limit, mostDrives)}
	if !f.From.IsZero() {
		args["from"] = f.From.Start()
	}
	if !f.Until.IsZero() {
		args["until"] = f.Until.End()
	}
	return args
}

// Employer takes part in a drive.
type Employer struct {
	ID   int64
	Name string
	Slug string
}

// Offer is a vacancy that a drive brings. Open tells whether it still takes
// people.
type Offer struct {
	ID         int64
	Title      string
	Slug       string
	Employer   string
	IncomeFrom int64 // VND per month
	IncomeTo   int64
	Headcount  int
	Open       bool
}

// Employers returns who takes part in a drive. It is public with the drive.
func (s *Store) Employers(ctx context.Context, id int64) (list []Employer, err error) {
	defer errs.Wrap(&err, "drive.Employers(%d)", id)
	return postgres.All[Employer](ctx, s.DB, `
		SELECT e.id, e.name, e.slug FROM drive_employers x JOIN employers e ON e.id = x.employer_id
		WHERE x.drive_id = @id ORDER BY e.name, e.id LIMIT 200`, pgx.StrictNamedArgs{"id": id})
}

// Offers returns the vacancies that a drive brings. It is public with the drive.
func (s *Store) Offers(ctx context.Context, id int64) (list []Offer, err error) {
	defer errs.Wrap(&err, "drive.Offers(%d)", id)
	return postgres.All[Offer](ctx, s.DB, `
		SELECT v.id, v.title, v.slug, e.name AS employer, v.income_from, v.income_to, v.headcount,
		       v.status = 'published' AND v.closes_on >= @today AS open
		FROM drive_vacancies x JOIN vacancies v ON v.id = x.vacancy_id JOIN employers e ON e.id = v.employer_id
		WHERE x.drive_id = @id ORDER BY v.title, v.id LIMIT 200`,
		pgx.StrictNamedArgs{"id": id, "today": s.Now.Today()})
}

// reportedBy returns the account that reported a drive; 0 when it is unknown.
func (s *Store) reportedBy(ctx context.Context, id int64) (int64, error) {
	return postgres.Value[int64](ctx, s.DB, `SELECT COALESCE(reported_by, 0) FROM drives WHERE id = @id`, pgx.StrictNamedArgs{"id": id})
}

// Chosen returns the ids of what a drive brings, for its form.
func (s *Store) Chosen(ctx context.Context, scope access.Scope, id int64) (employers, vacancies []int64, err error) {
	defer errs.Wrap(&err, "drive.Chosen(%d)", id)
	if _, err := s.get(ctx, scope, id); err != nil {
		return nil, nil, err
	}
	employers, err = postgres.Values[int64](ctx, s.DB, `SELECT employer_id FROM drive_employers WHERE drive_id = @id ORDER BY employer_id`,
		pgx.StrictNamedArgs{"id": id})
	if err != nil {
		return nil, nil, err
	}
	vacancies, err = postgres.Values[int64](ctx, s.DB, `SELECT vacancy_id FROM drive_vacancies WHERE drive_id = @id ORDER BY vacancy_id`,
		pgx.StrictNamedArgs{"id": id})
	return employers, vacancies, err
}
