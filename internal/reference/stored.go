package reference

import (
	"context"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// StoredCalendar returns the working calendar of the holidays in the database,
// which an administrator may have corrected since they were loaded.
func StoredCalendar(ctx context.Context, db *postgres.DB) (c clock.Calendar, err error) {
	defer errs.Wrap(&err, "reference.StoredCalendar")
	holidays, err := postgres.All[Holiday](ctx, db, selectHolidays)
	if err != nil {
		return clock.Calendar{}, err
	}
	return Calendar(holidays), nil
}
