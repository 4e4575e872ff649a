package opendata

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Change tells a mirror what holds of a vacancy now: what it says, or that it
// is no longer to be shown.
type Change struct {
	ID      int64
	Vacancy *Vacancy // nil: to be removed
	Reason  Reason   // why it is to be removed
}

// Reason is why a vacancy is no longer shown.
type Reason string

// The reasons.
const (
	Filled    Reason = "filled"    // enough people were found
	Withdrawn Reason = "withdrawn" // for good
	Paused    Reason = "paused"    // it may come back
	Expired   Reason = "expired"   // the last day is over
	Employer  Reason = "employer"  // the employer is not trusted at the moment
	Gone      Reason = "gone"      // no longer known
)

// Reasons lists why a vacancy can be removed.
func Reasons() []Reason { return []Reason{Filled, Withdrawn, Paused, Expired, Employer, Gone} }

// MostChanges is how many changes one answer may hold.
const MostChanges = 500

// ErrTooOld means that changes after a cursor are no longer known: the mirror
// throws away what it has and begins anew without a cursor.
var ErrTooOld = errors.New("changes that old are no longer kept")

// Page is a part of the changes.
type Page struct {
	Changes []Change
	Next    Cursor
	More    bool // there are more already
}

// feed is what holds for all changes, as one snapshot saw it.
type feed struct {
	Epoch   int64
	Horizon int64 // every transaction before it had ended
}

// Changes returns what changed after a cursor in the public list of vacancies,
// at most limit of it. From the zero Cursor on it tells every vacancy of the
// list once.
//
// Transactions get their numbers before they end, so a lower one can appear
// after a higher one. Only changes of transactions before the oldest that is
// still at work are told: none of those can appear later. A vacancy that
// changes while a mirror reads moves to a later place and is told again there.
// That a vacancy closes by its date is no transaction: it is told when the day
// of the cursor is over.
func (s *Store) Changes(ctx context.Context, after Cursor, limit int) (page Page, err error) {
	defer errs.Wrap(&err, "opendata.Changes")
	f, err := postgres.One[feed](ctx, s.DB, `
		SELECT epoch, pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon FROM public_feed`)
	if err != nil {
		return Page{}, err
	}
	today := s.Now.Today()
	switch {
	case after.IsZero():
		after = Cursor{epoch: f.Epoch, base: f.Horizon, day: today}
	case after.epoch != f.Epoch || after.day.Before(today.Add(-cursorDays)):
		return Page{}, ErrTooOld
	case today.Before(after.day): // another process has seen midnight before this one
		today = after.day
	}
	page = Page{Next: after}
	if err := s.closings(ctx, &page, today, limit); err != nil || page.More {
		return page, err
	}
	return page, s.moves(ctx, &page, f.Horizon, today, limit)
}

const closed = `
	SELECT vacancy_id AS id, closes_on
	FROM live_vacancies
	WHERE closes_on >= @from AND closes_on < @before AND (closes_on, vacancy_id) > (@closed, @id)
	ORDER BY closes_on, vacancy_id
	LIMIT @limit`

// closings tells the vacancies that closed since the day of the cursor.
func (s *Store) closings(ctx context.Context, page *Page, today clock.Day, limit int) error {
	at := &page.Next
	if at.before.IsZero() {
		at.before, at.closed = today, firstDay
	}
	if at.day == at.before {
		at.before, at.closed = clock.Day{}, clock.Day{}
		return nil
	}
	rows, err := postgres.All[struct {
		ID       int64
		ClosesOn clock.Day
	}](ctx, s.DB, closed, pgx.StrictNamedArgs{"from": at.day, "before": at.before, "closed": at.closed, "id": at.closedID, "limit": limit})
	if err != nil {
		return err
	}
	for _, row := range rows {
		page.Changes = append(page.Changes, Change{ID: row.ID, Reason: Expired})
		at.closed, at.closedID = row.ClosesOn, row.ID
	}
	if page.More = len(rows) == limit; !page.More {
		at.day, at.before, at.closed, at.closedID = at.before, clock.Day{}, clock.Day{}, 0
	}
	return nil
}

// move is a vacancy whose last change is at a place in the order.
type move struct {
	Tx     int64
	ID     int64
	Live   bool
	Reason Reason
}

// moved passes over what was no longer shown when the mirror began: it has
// never heard of that.
const moved = `
	SELECT m.tx, m.id, m.live, m.reason
	FROM (
		SELECT c.tx, c.vacancy_id AS id, ` + isLive + ` AS live,
			CASE WHEN v.id IS NULL THEN 'gone' WHEN v.status IN ('filled', 'withdrawn') THEN v.status
				WHEN e.state <> 'verified' THEN 'employer' WHEN v.status = 'paused' THEN 'paused'
				WHEN v.closes_on < @today THEN 'expired' ELSE 'gone' END AS reason
		FROM public_changes c
		LEFT JOIN vacancies v ON v.id = c.vacancy_id
		LEFT JOIN employers e ON e.id = v.employer_id
		LEFT JOIN live_vacancies l ON l.vacancy_id = c.vacancy_id
		WHERE (c.tx, c.vacancy_id) > (@tx, @id) AND c.tx < @horizon) m
	WHERE m.live OR m.tx >= @base
	ORDER BY m.tx, m.id
	LIMIT @limit`

// isLive is true for vacancies v of employers e that the list shows @today,
// where l is what search keeps of them.
const isLive = `(l.vacancy_id IS NOT NULL AND l.closes_on >= @today AND e.state = 'verified')`

// moves tells what transactions changed.
func (s *Store) moves(ctx context.Context, page *Page, horizon int64, today clock.Day, limit int) error {
	at, room := &page.Next, limit-len(page.Changes)
	rows, err := postgres.All[move](ctx, s.DB, moved, pgx.StrictNamedArgs{
		"tx": at.tx, "id": at.id, "horizon": horizon, "base": at.base, "today": today, "limit": room})
	if err != nil {
		return err
	}
	vacancies, err := s.liveOf(ctx, rows, today)
	if err != nil {
		return err
	}
	for _, row := range rows {
		at.tx, at.id = row.Tx, row.ID
		if !row.Live {
			page.Changes = append(page.Changes, Change{ID: row.ID, Reason: row.Reason})
			continue
		}
		// One that has changed since the rows were read is told at its new place.
		if v, ok := vacancies[row.ID]; ok {
			page.Changes = append(page.Changes, Change{ID: row.ID, Vacancy: &v})
		}
	}
	page.More = len(rows) == room
	return nil
}

func (s *Store) liveOf(ctx context.Context, rows []move, today clock.Day) (map[int64]Vacancy, error) {
	var ids []int64
	for _, row := range rows {
		if row.Live {
			ids = append(ids, row.ID)
		}
	}
	list, err := s.vacancies(ctx, ids, today)
	byID := make(map[int64]Vacancy, len(list))
	for _, v := range list {
		byID[v.ID] = v
	}
	return byID, err
}
