package dashboard

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
)

// expiringDays is how near its end an order is "expiring", as in the list of
// vacancies.
const expiringDays = 7

// Orders are vacancies by what has to be done with them.
type Orders struct {
	Drafts       int
	Returned     int // drafts that were given back with a reason
	Submitted    int
	OldestWait   *time.Time // since when the oldest of them waits
	Published    int        // open today
	Paused       int
	Expiring     int
	Short        int
	Doubled      int
	Unbrought    int
	Unpublicised int
	Unasked      int // its own, over, and nobody said what came of them
	Thinned      int // its own, filled, and people left since
	Missed       int // were not published when they should have been
	Wanted       int // headcount of those open
	Introduced   int // people, by those open
	Started      int // people, by those open
}

// Left is how many people the open orders still want.
func (o Orders) Left() int { return max(o.Wanted-o.Started, 0) }

// ofEmployer limits vacancies v to a board: an employer's to its own.
const ofEmployer = `(@employer::bigint = 0 OR v.employer_id = @employer)`

// open is true for vacancies v that take people @today.
const open = `v.status = 'published' AND v.closes_on >= @today::date`

func loadOrders(ctx context.Context, s *Store, b *Board) (err error) {
	b.Orders, err = postgres.One[Orders](ctx, s.db, selectOrders, pgx.StrictNamedArgs{
		"today": b.Today, "expiring": b.Today.Add(expiringDays), "settled": vacancy.ShortSince(b.Today).Start(),
		"employer": b.self.Employer, "people": b.self.May(access.CountCandidates), "poster": b.self.Body,
	})
	return err
}

const selectOrders = `
	SELECT count(*) FILTER (WHERE v.status = 'draft') AS drafts,
	       count(*) FILTER (WHERE v.status = 'draft' AND v.return_reason <> '') AS returned,
	       count(*) FILTER (WHERE v.status = 'submitted') AS submitted,
	       min(v.submitted_at) FILTER (WHERE v.status = 'submitted') AS oldest_wait,
	       count(*) FILTER (WHERE ` + open + `) AS published,
	       count(*) FILTER (WHERE v.status = 'paused' AND v.closes_on >= @today::date) AS paused,
	       count(*) FILTER (WHERE v.status = 'published' AND v.closes_on BETWEEN @today::date AND @expiring::date) AS expiring,
	       count(*) FILTER (WHERE ` + vacancy.ShortSQL + `) AS short,
	       count(*) FILTER (WHERE ` + vacancy.DoubledSQL + `) AS doubled,
	       count(*) FILTER (WHERE ` + vacancy.UnbroughtSQL + `) AS unbrought,
	       count(*) FILTER (WHERE ` + vacancy.UnpublicisedSQL + `) AS unpublicised,
	       count(*) FILTER (WHERE ` + vacancy.UnaskedSQL + `) AS unasked,
	       count(*) FILTER (WHERE ` + vacancy.ThinnedSQL + `) AS thinned,
	       count(*) FILTER (WHERE ` + vacancy.MissedSQL + `) AS missed,
	       COALESCE(sum(v.headcount) FILTER (WHERE ` + open + `), 0)::int AS wanted,
	       COALESCE(sum(r.introduced) FILTER (WHERE ` + open + ` AND @people), 0)::int AS introduced,
	       COALESCE(sum(r.started) FILTER (WHERE ` + open + ` AND @people), 0)::int AS started
	FROM vacancies v
	LEFT JOIN LATERAL (
	    SELECT count(r.introduced_at) AS introduced, count(r.started_at) AS started FROM referrals r WHERE r.vacancy_id = v.id) r ON true
	WHERE ` + ofEmployer

// Order is a vacancy as dashboards show it. Going are people on the way or at
// work, those among them whom drives hired without a name.
type Order struct {
	ID          int64
	Title       string
	Employer    string
	ZoneName    string
	Headcount   int
	Introduced  int
	Going       int
	Started     int
	ClosesOn    clock.Day
	SubmittedAt *time.Time
}

const selectOrder = `
	SELECT v.id, v.title, e.name AS employer, COALESCE(z.name, v.workplace) AS zone_name, v.headcount, r.introduced, r.going, r.started,
	       v.closes_on, v.submitted_at
	FROM vacancies v
	JOIN employers e ON e.id = v.employer_id
	LEFT JOIN zones z ON z.id = v.zone_id
	JOIN LATERAL (
	    SELECT count(r.introduced_at) AS introduced, count(r.started_at) AS started,
	           count(*) FILTER (WHERE r.status NOT IN ('declined', 'not_hired', 'left')) + ` + vacancy.SpotSQL + ` AS going
	    FROM referrals r WHERE r.vacancy_id = v.id) r ON true
	WHERE ` + ofEmployer + ` AND `

// shown is how many rows a table of a dashboard holds.
const shown = 5

func loadInbox(ctx context.Context, s *Store, b *Board) (err error) {
	b.Inbox, err = postgres.All[Order](ctx, s.db, selectOrder+`v.status = 'submitted'
		ORDER BY v.submitted_at, v.id
		LIMIT @limit`, pgx.StrictNamedArgs{"employer": b.self.Employer, "limit": shown})
	return err
}

// loadShort reads the open orders that most lack people.
func loadShort(ctx context.Context, s *Store, b *Board) (err error) {
	b.Short, err = postgres.All[Order](ctx, s.db, selectOrder+open+`
		ORDER BY v.headcount - r.going DESC, v.closes_on, v.id
		LIMIT @limit`, pgx.StrictNamedArgs{"employer": b.self.Employer, "today": b.Today, "limit": shown})
	return err
}

// Delays say how fast demand reaches people: medians in days over the orders
// published in the last ninety days. Nil: no such order.
type Delays struct {
	Published *float64 // from submitted to published
	Brought   *float64 // from published to the first drive that brought it
	Orders    int      // published in that time
	Reached   int      // of them, brought to a district by a drive
}

const delayDays = 90

func loadDelays(ctx context.Context, s *Store, b *Board) (err error) {
	b.Delays, err = postgres.One[Delays](ctx, s.db, `
		SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY EXTRACT(epoch FROM v.published_at - v.submitted_at)::float8 / 86400) AS published,
		       percentile_cont(0.5) WITHIN GROUP (ORDER BY EXTRACT(epoch FROM f.first - v.published_at)::float8 / 86400)
		           FILTER (WHERE f.first IS NOT NULL) AS brought,
		       count(*) AS orders, count(f.first) AS reached
		FROM vacancies v
		LEFT JOIN LATERAL (
		    SELECT GREATEST(min(d.starts_at), v.published_at) AS first
		    FROM drive_vacancies x JOIN drives d ON d.id = x.drive_id
		    WHERE x.vacancy_id = v.id AND d.status NOT IN ('postponed', 'cancelled') AND d.starts_at <= @now
		    HAVING count(*) > 0) f ON true
		WHERE v.published_at >= @since`,
		pgx.StrictNamedArgs{"now": b.Now, "since": b.Today.Add(-delayDays).Start()})
	return err
}
