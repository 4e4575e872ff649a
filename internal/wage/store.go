package wage

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Place is where people work: in a zone, or outside of all zones in an area.
// Zero means not known.
type Place struct {
	Zone int64
	Area int64
}

// Store reads minimum wages, regions and the areas that zones lie in.
type Store struct{ DB *postgres.DB }

// At returns the minimum wage at a place on a day. The law is public: every
// scope sees it. The zero Finding means that the place or the day is not known.
func (s *Store) At(ctx context.Context, _ access.Scope, place Place, day clock.Day) (found Finding, err error) {
	defer errs.Wrap(&err, "wage.At(%+v, %s)", place, day)
	areas, err := postgres.All[given](ctx, s.DB, `
		WITH own AS (
			SELECT area_id FROM zone_areas WHERE zone_id = @zone
			UNION
			SELECT id FROM areas WHERE id = @area AND @zone = 0
		), reached AS (
			SELECT area_id, 0 AS steps FROM own
			UNION
			SELECT s.new_area_id, 1
			FROM own
			JOIN areas a ON a.id = own.area_id OR a.parent_id = own.area_id
			JOIN area_successors s ON s.old_area_id = a.id
		)
		SELECT reached.steps, m.monthly_vnd AS minimum, r.region, m.legal_basis AS basis
		FROM reached
		JOIN areas a ON a.id = reached.area_id
		JOIN wage_regions r ON r.area_id = a.id
		JOIN minimum_wages m ON m.region = r.region
		WHERE a.valid_from <= @day AND (a.valid_to IS NULL OR a.valid_to > @day)
		  AND r.effective_from <= @day AND (r.effective_to IS NULL OR r.effective_to > @day)
		  AND m.effective_from <= @day AND (m.effective_to IS NULL OR m.effective_to > @day)
		ORDER BY reached.steps, m.monthly_vnd DESC
		LIMIT 500`,
		pgx.StrictNamedArgs{"zone": place.Zone, "area": place.Area, "day": day})
	return highest(areas), err
}
