package drive

import (
	"context"
	"strconv"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
)

// Share is what a drive brought one of its orders: a part of the drive's own
// counts. Each person belongs to one order.
type Share struct {
	Vacancy    int64
	Registered int
	Hired      int // on the spot
}

// ShareField names a count of an order in a report's problems.
func ShareField(count string, vacancy int64) string {
	return count + "-" + strconv.FormatInt(vacancy, 10)
}

// CheckShares judges what is said of the orders: no count is negative, and
// together they have at most the drive's own. Where they have more, the problem
// stands at the order with which it begins; there may be people who belong to
// none of them.
func (r Results) CheckShares(shares []Share) errs.Problems {
	problems := errs.Problems{}
	registered, hired := 0, 0
	for _, s := range shares {
		registered = atMost(problems, ShareField("registered", s.Vacancy), s.Registered, registered, r.Registered)
		hired = atMost(problems, ShareField("hired", s.Vacancy), s.Hired, hired, r.Hired)
	}
	return problems
}

// atMost adds a count to the sum of those before and returns the new sum; what
// cannot be counted adds nothing.
func atMost(problems errs.Problems, field string, count, before, whole int) int {
	if count < 0 || count > most {
		problems.Add(field, "drive.problem.count")
		return before
	}
	if before <= whole && before+count > whole {
		problems.Add(field, "drive.problem.shares", before+count, whole)
	}
	return before + count
}

// Order is a vacancy that a drive brings, with what was reported of it. Both
// counts are nil until they are said.
type Order struct {
	Drive      int64
	ID         int64
	Title      string
	Employer   string
	Registered *int
	Hired      *int // on the spot
	Named      int  // people of the drive entered by name for this order
	NamedHired int  // of them, hired: on the spot or later
}

// Orders returns the orders that drives in scope bring, by their drive and in
// the order of the screens. An employer sees its own.
func (s *Store) Orders(ctx context.Context, scope access.Scope, drives ...int64) (list []Order, err error) {
	defer errs.Wrap(&err, "drive.Orders(%d)", drives)
	return postgres.All[Order](ctx, s.DB, selectOrders, pgx.StrictNamedArgs{
		"drives": drives, "all": scope.All, "bodies": scope.Bodies, "employer": scope.Employer})
}

const selectOrders = `
	SELECT d.id AS drive, v.id, v.title, e.name AS employer, x.registered, x.hired, n.named, n.named_hired
	FROM drives d
	JOIN drive_vacancies x ON x.drive_id = d.id
	JOIN vacancies v ON v.id = x.vacancy_id
	JOIN employers e ON e.id = v.employer_id
	JOIN LATERAL (
	    SELECT count(*) AS named, count(n.hired_at) AS named_hired FROM referrals n WHERE ` + vacancy.NamedSQL + `) n ON true
	WHERE d.id = ANY (@drives) AND ` + inScope + ` AND (@all OR @employer = 0 OR v.employer_id = @employer)
	ORDER BY d.id, v.title, v.id
	LIMIT 20000`

// share writes what a report says of the drive's orders; those that it does
// not name have nobody. An order that the drive does not bring is NotFound.
func (s *Store) share(ctx context.Context, drive int64, shares []Share) error {
	var vacancies []int64
	var registered, hired []int
	for _, one := range shares {
		vacancies, registered, hired = append(vacancies, one.Vacancy), append(registered, one.Registered), append(hired, one.Hired)
	}
	known, err := postgres.Value[int](ctx, s.DB, updateShares, pgx.StrictNamedArgs{
		"drive": drive, "vacancies": vacancies, "registered": registered, "hired": hired})
	if err == nil && known < len(shares) {
		err = errs.NotFound
	}
	return err
}

const updateShares = `
	WITH said AS (
	    SELECT * FROM unnest(@vacancies::bigint[], @registered::int[], @hired::int[]) AS s (vacancy_id, registered, hired)),
	written AS (
	    UPDATE drive_vacancies x
	    SET registered = COALESCE((SELECT s.registered FROM said s WHERE s.vacancy_id = x.vacancy_id), 0),
	        hired = COALESCE((SELECT s.hired FROM said s WHERE s.vacancy_id = x.vacancy_id), 0)
	    WHERE x.drive_id = @drive
	    RETURNING x.vacancy_id)
	SELECT count(*)::int FROM written JOIN said USING (vacancy_id)`
