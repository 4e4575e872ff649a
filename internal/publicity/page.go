package publicity

import (
	"context"
	"fmt"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Over reports whether nothing is left to do about an item of this standing.
func (s Standing) Over() bool { return s == Run || s == Dropped }

// Cursor says behind which item a list goes on; the zero Cursor begins it.
type Cursor struct {
	Over bool
	Day  clock.Day
	ID   int64
}

// Cursor returns where a list goes on behind i.
func (i Item) Cursor(today clock.Day) Cursor {
	return Cursor{Over: i.Standing(today).Over(), Day: i.PlannedOn, ID: i.ID}
}

// String writes the cursor as an address carries it; the zero Cursor is empty.
func (c Cursor) String() string {
	if c.ID == 0 {
		return ""
	}
	part := "a"
	if c.Over {
		part = "b"
	}
	return fmt.Sprintf("%s.%s.%d", part, c.Day.ISO(), c.ID)
}

// ParseCursor reads what String wrote; anything else begins the list.
func ParseCursor(words string) Cursor {
	var c Cursor
	parts := strings.Split(words, ".")
	if len(parts) != 3 || parts[0] != "a" && parts[0] != "b" {
		return Cursor{}
	}
	if err := c.Day.UnmarshalText([]byte(parts[1])); err != nil || c.Day.IsZero() {
		return Cursor{}
	}
	if _, err := fmt.Sscanf(parts[2], "%d", &c.ID); err != nil || c.ID <= 0 {
		return Cursor{}
	}
	c.Over = parts[0] == "b"
	return c
}

// standingSQL is Item.Standing as an expression over publicity_items i and its
// vacancy v. It takes @today.
const standingSQL = `CASE
	WHEN i.status = 'cancelled' THEN 'dropped'
	WHEN i.vacancy_id IS NOT NULL AND i.status = 'planned' AND NOT COALESCE(v.status = 'published' AND v.closes_on >= @today, false) THEN 'closed'
	WHEN i.vacancy_id IS NOT NULL AND i.vacancy_revision < COALESCE(v.revision, 0) THEN 'stale'
	WHEN i.status = 'published' THEN 'run'
	WHEN i.planned_on < @today THEN 'overdue'
	ELSE 'on_plan' END`

// placeSQL is where an item stands in the list: what is over comes after what
// is not, the latest first.
const placeSQL = `((` + standingSQL + `) IN ('run', 'dropped'),
	CASE WHEN (` + standingSQL + `) IN ('run', 'dropped') THEN DATE '2000-01-01' - i.planned_on ELSE i.planned_on - DATE '2000-01-01' END, i.id)`

// Page returns a part of the list: what lies ahead or needs a hand in the order
// of its days, and behind it what is over, the latest first; and whether there
// is more.
func (s *Store) Page(ctx context.Context, scope access.Scope, f Filter, after Cursor, limit int) (items []Item, more bool, err error) {
	defer errs.Wrap(&err, "publicity.Page")
	args := scoped(scope, s.Now.Today())
	args["body"], args["vacancy"], args["from"], args["until"] = f.Body, f.Vacancy, f.From, f.Until
	args["standing"], args["limit"] = string(f.Standing), limit+1
	args["after"], args["after_over"], args["after_day"] = after.ID, after.Over, after.Day
	items, err = postgres.All[Item](ctx, s.DB, selectItems+matching+`
		AND (@standing = '' OR (`+standingSQL+`) = @standing)
		AND (@after = 0 OR `+placeSQL+` > (@after_over, CASE WHEN @after_over THEN DATE '2000-01-01' - @after_day::date
			ELSE @after_day::date - DATE '2000-01-01' END, @after))
		ORDER BY `+placeSQL+`
		LIMIT @limit`, args)
	if len(items) > limit {
		return items[:limit], true, err
	}
	return items, false, err
}
