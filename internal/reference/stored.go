package reference

import (
	"context"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// StoredHolidays returns the holidays in the database, which an administrator
// may have corrected since they were loaded.
func StoredHolidays(ctx context.Context, db *postgres.DB) (holidays []Holiday, err error) {
	defer errs.Wrap(&err, "reference.StoredHolidays")
	return postgres.All[Holiday](ctx, db, selectHolidays)
}
