package board

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
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

// Address is a page of the board for a map of the site.
type Address struct {
	Kind    string // vacancy, employer, zone
	ID      int64
	Slug    string
	Changed *time.Time
}

// mostAddresses is what one map of a site may hold (sitemaps.org).
const mostAddresses = 50_000

// Addresses returns the pages of zones, verified employers and open vacancies.
func (s *Store) Addresses(ctx context.Context, today clock.Day) (addresses []Address, err error) {
	defer errs.Wrap(&err, "board.Addresses")
	return postgres.All[Address](ctx, s.DB, `
		SELECT 'zone' AS kind, z.id, z.slug, NULL::timestamptz AS changed FROM zones z WHERE z.status <> 'planned'
		UNION ALL
		SELECT 'employer', e.id, e.slug, NULL FROM employers e WHERE e.state = 'verified'
		UNION ALL
		SELECT 'vacancy', v.id, v.slug, l.published_at
		FROM live_vacancies l JOIN vacancies v ON v.id = l.vacancy_id
		JOIN employers e ON e.id = v.employer_id AND e.state = 'verified'
		WHERE l.closes_on >= @today
		ORDER BY kind DESC, id DESC
		LIMIT @limit`, pgx.StrictNamedArgs{"today": today, "limit": mostAddresses - 10})
}
