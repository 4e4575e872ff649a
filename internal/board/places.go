package board

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/reference"
)

// Zone is an industrial zone of the destination.
type Zone struct {
	ID      int64
	Slug    string
	Name    string
	Kind    string // kcn, ccn
	Status  string // operating, starting, planned
	Sectors string
	Lat     float64
	Lon     float64
	Open    int // vacancies open today
}

// Point returns where the zone is.
func (z Zone) Point() reference.Point { return reference.Point{Lat: z.Lat, Lon: z.Lon} }

// Zones returns the zones, those with most open vacancies first.
func (s *Store) Zones(ctx context.Context, today clock.Day) (zones []Zone, err error) {
	defer errs.Wrap(&err, "board.Zones")
	return postgres.All[Zone](ctx, s.DB, `
		SELECT z.id, z.slug, z.name, z.kind, z.status, z.sectors, z.lat, z.lon, COALESCE(n.open, 0) AS open
		FROM zones z
		LEFT JOIN (
			SELECT v.zone_id, count(*) AS open
			FROM live_vacancies v JOIN employers e ON e.id = v.employer_id AND e.state = 'verified'
			WHERE v.closes_on >= @today
			GROUP BY v.zone_id) n ON n.zone_id = z.id
		ORDER BY COALESCE(n.open, 0) DESC, z.kind DESC, z.id
		LIMIT 100`, pgx.StrictNamedArgs{"today": today})
}

// Zone returns a zone by its slug. Open is not counted.
func (s *Store) Zone(ctx context.Context, slug string) (z Zone, err error) {
	defer errs.Wrap(&err, "board.Zone")
	return postgres.One[Zone](ctx, s.DB, `
		SELECT id, slug, name, kind, status, sectors, lat, lon, 0 AS open FROM zones WHERE slug = @slug`,
		pgx.StrictNamedArgs{"slug": slug})
}

// Choice is a place that a filter offers.
type Choice struct {
	Kind string // kcn, ccn, district
	Key  string // slug of a zone or cluster, code of a district
	Name string
	Lat  *float64
	Lon  *float64
}

// Point returns where the place is, the zero Point when it is not known.
func (c Choice) Point() reference.Point { return pointOf(c.Lat, c.Lon) }

// The kinds of choices.
const (
	ChoiceZone     = "kcn"
	ChoiceCluster  = "ccn"
	ChoiceDistrict = "district" // of the source province, on the working map
)

// Choices returns the zones to work in and the districts to come from, from
// memory or with one query.
func (s *Store) Choices(ctx context.Context) (choices []Choice, err error) {
	defer errs.Wrap(&err, "board.Choices")
	if s.Kept != nil {
		if choices, ok := s.Kept.Choices(); ok {
			return choices, nil
		}
	}
	return postgres.All[Choice](ctx, s.DB, `
		SELECT c.kind, c.key, c.name, c.lat, c.lon
		FROM (
			SELECT z.kind, z.slug AS key, z.name, z.lat, z.lon, z.id AS place
			FROM zones z WHERE z.status <> 'planned'
			UNION ALL
			SELECT 'district', a.code, a.name, a.lat, a.lon, a.id
			FROM areas a JOIN partnerships p ON p.source_province_code = a.province_code
			WHERE a.kind IN ('city', 'town', 'district') AND a.valid_from <= p.map_on AND (a.valid_to IS NULL OR a.valid_to > p.map_on)
		) c
		ORDER BY c.kind, c.place
		LIMIT 300`)
}
