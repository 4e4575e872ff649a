package dashboard

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/drive"
	"cauviec/internal/postgres"
)

// loadDrives reads what is ahead and what owes a report, in the body's reach.
func loadDrives(ctx context.Context, s *Store, b *Board) (err error) {
	scope := b.self.Scope(access.ReadDrives)
	if b.Ahead, err = s.drives.List(ctx, scope, drive.Filter{From: b.Today, Standing: true}); err != nil {
		return err
	}
	b.Owing, err = s.drives.List(ctx, scope, drive.Filter{Unreported: true})
	return err
}

// District is what happened on a district's ground, and what came of it. The
// people are those whose home is there.
type District struct {
	ID         int64
	Slug       string
	ShortVi    string
	ShortEn    string
	Ahead      int // drives from today on
	Held       int // drives
	Attended   int // people, as the drives' reports count them
	Registered int // people
	Started    int // people who ever started work
	Lately     int // of them in the last seven days
}

func loadDistricts(ctx context.Context, s *Store, b *Board) (err error) {
	if !b.self.May(access.CountCandidates) {
		return nil
	}
	b.Districts, err = s.districts(ctx, b)
	return err
}

func (s *Store) districts(ctx context.Context, b *Board) ([]District, error) {
	return postgres.All[District](ctx, s.db, selectDistricts,
		pgx.StrictNamedArgs{"employer": int64(0), "now": b.Today.Start(), "lately": b.Today.Add(-lateDays).Start()})
}

// selectDistricts ranks by people at work per person registered; districts
// where nobody registered come last.
const selectDistricts = `
	WITH work AS (
	    SELECT home.id AS area_id, count(*) AS registered, count(*) FILTER (WHERE w.started_at IS NOT NULL) AS started,
	           count(*) FILTER (WHERE w.started_at >= @lately) AS lately
	    FROM candidates c
	    ` + homeDistrict + `
	    ` + firstWork + `
	    GROUP BY home.id),
	events AS (
	    SELECT d.district_body_id AS body_id, sum(d.attended) AS attended,
	           count(*) FILTER (WHERE d.status IN ('held', 'reported', 'verified')) AS held,
	           count(*) FILTER (WHERE d.starts_at >= @now AND d.status NOT IN ('postponed', 'cancelled')) AS ahead
	    FROM drives d
	    GROUP BY d.district_body_id)
	SELECT b.id, b.slug, b.short_vi, b.short_en, COALESCE(e.ahead, 0) AS ahead, COALESCE(e.held, 0) AS held,
	       COALESCE(e.attended, 0) AS attended, COALESCE(w.registered, 0) AS registered, COALESCE(w.started, 0) AS started,
	       COALESCE(w.lately, 0) AS lately
	FROM bodies b
	LEFT JOIN work w ON w.area_id = b.area_id
	LEFT JOIN events e ON e.body_id = b.id
	WHERE b.kind = 'district'
	ORDER BY COALESCE(w.started, 0)::numeric / NULLIF(w.registered, 0) DESC NULLS LAST, b.folded, b.id
	LIMIT 60`
