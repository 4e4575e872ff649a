package board

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Drive is a recruitment drive that has been announced.
type Drive struct {
	ID       int64
	Slug     string
	Title    string
	Venue    string
	StartsAt time.Time
	Commune  string
	District string
}

// Drives returns the next announced drives, the soonest first.
func (s *Store) Drives(ctx context.Context, now time.Time, limit int) (drives []Drive, err error) {
	defer errs.Wrap(&err, "board.Drives")
	return postgres.All[Drive](ctx, s.DB, `
		SELECT d.id, d.slug, d.title, d.venue, d.starts_at,
			COALESCE(ca.name, cb.short_vi) AS commune, COALESCE(da.name, db.short_vi) AS district
		FROM drives d
		JOIN bodies cb ON cb.id = d.commune_body_id
		JOIN bodies db ON db.id = d.district_body_id
		LEFT JOIN areas ca ON ca.id = cb.area_id
		LEFT JOIN areas da ON da.id = db.area_id
		WHERE d.status = 'announced' AND d.ends_at >= @now
		ORDER BY d.starts_at, d.id
		LIMIT @limit`, pgx.StrictNamedArgs{"now": now, "limit": limit})
}
