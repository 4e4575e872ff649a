package dashboard

import (
	"cmp"
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/postgres"
	"cauviec/internal/reference"
)

// Zone is an industrial zone with the open orders in it and the people who
// came. KM is the road from the city of the workers' province, 0 unknown.
type Zone struct {
	ID      int64
	Name    string
	Lat     float64
	Lon     float64
	Orders  int // open
	Wanted  int // by those
	Started int // people, by those
	Working int // hired by any order of the zone and not gone
	KM      int
}

func loadZones(ctx context.Context, s *Store, b *Board) error {
	rows, err := postgres.All[struct {
		Zone
		FromLat *float64
		FromLon *float64
	}](ctx, s.db, selectZones, pgx.StrictNamedArgs{"today": b.Today, "people": b.self.May(access.CountCandidates)})
	for _, row := range rows {
		if row.FromLat != nil && row.FromLon != nil {
			row.KM = reference.RoadKM(reference.Point{Lat: *row.FromLat, Lon: *row.FromLon}, reference.Point{Lat: row.Lat, Lon: row.Lon})
		}
		b.Zones = append(b.Zones, row.Zone)
	}
	return err
}

const selectZones = `
	SELECT z.id, z.name, z.lat, z.lon, count(*) FILTER (WHERE ` + open + `) AS orders,
	       COALESCE(sum(v.headcount) FILTER (WHERE ` + open + `), 0)::int AS wanted,
	       COALESCE(sum(r.started) FILTER (WHERE ` + open + ` AND @people), 0)::int AS started,
	       COALESCE(sum(r.working) FILTER (WHERE @people), 0)::int AS working, 0 AS km, home.lat AS from_lat, home.lon AS from_lon
	FROM zones z
	JOIN vacancies v ON v.zone_id = z.id
	LEFT JOIN LATERAL (
	    SELECT count(r.started_at) AS started, count(*) FILTER (WHERE r.status IN ('hired', 'started', 'stayed_1', 'stayed_3')) AS working
	    FROM referrals r WHERE r.vacancy_id = v.id) r ON true
	LEFT JOIN LATERAL (
	    SELECT a.lat, a.lon FROM bodies b JOIN areas a ON a.id = b.area_id
	    WHERE b.kind = 'district' AND b.side = 'source' AND a.kind = 'city'
	    ORDER BY b.id
	    LIMIT 1) home ON true
	WHERE v.revision > 0
	GROUP BY z.id, home.lat, home.lon
	ORDER BY wanted DESC, z.id
	LIMIT 60`

// Maker is an employer with its open orders.
type Maker struct {
	ID      int64
	Name    string
	Orders  int
	Wanted  int
	Started int
}

// loadMakers reads the employers whose open orders lack most people.
func loadMakers(ctx context.Context, s *Store, b *Board) (err error) {
	b.Makers, err = postgres.All[Maker](ctx, s.db, `
		SELECT e.id, e.name, count(*) AS orders, sum(v.headcount)::int AS wanted,
		       COALESCE(sum(r.started) FILTER (WHERE @people), 0)::int AS started
		FROM employers e
		JOIN vacancies v ON v.employer_id = e.id
		LEFT JOIN LATERAL (SELECT count(r.started_at) AS started FROM referrals r WHERE r.vacancy_id = v.id) r ON true
		WHERE `+open+`
		GROUP BY e.id
		ORDER BY sum(v.headcount) - COALESCE(sum(r.started), 0) DESC, e.folded, e.id
		LIMIT @limit`, pgx.StrictNamedArgs{"today": b.Today, "people": b.self.May(access.CountCandidates), "limit": shown})
	return err
}

func loadUnknown(ctx context.Context, s *Store, b *Board) (err error) {
	b.Unknown, err = postgres.Value[int](ctx, s.db, `SELECT count(*)::int FROM employers WHERE state = 'unverified'`)
	return err
}

// Suited is an open order with how far it is from the district.
type Suited struct {
	ID         int64
	Title      string
	Employer   string
	ZoneName   string
	Headcount  int
	IncomeFrom int64 // VND a month
	IncomeTo   int64
	Dormitory  bool
	Bus        bool
	KM         int
}

// farKM is from where a daily way is too long, so that only orders with a
// place to sleep suit.
const farKM = 60

// loadSuited reads the open orders that suit the district: the nearest; from
// far away those with a dormitory.
func loadSuited(ctx context.Context, s *Store, b *Board) error {
	rows, err := postgres.All[struct {
		Suited
		Lat, Lon         float64
		FromLat, FromLon float64
	}](ctx, s.db, `
		SELECT v.id, v.title, e.name AS employer, z.name AS zone_name, v.headcount, v.income_from, v.income_to,
		       'dormitory' = ANY (v.benefits) AS dormitory, 'shuttle_bus' = ANY (v.benefits) AS bus, 0 AS km,
		       z.lat, z.lon, home.lat AS from_lat, home.lon AS from_lon
		FROM vacancies v
		JOIN employers e ON e.id = v.employer_id
		JOIN zones z ON z.id = v.zone_id
		JOIN areas home ON home.id = @home AND home.lat IS NOT NULL AND home.lon IS NOT NULL
		WHERE `+open+`
		ORDER BY v.published_at DESC, v.id
		LIMIT 300`, pgx.StrictNamedArgs{"today": b.Today, "home": b.Body.AreaID})
	for _, row := range rows {
		row.KM = reference.RoadKM(reference.Point{Lat: row.FromLat, Lon: row.FromLon}, reference.Point{Lat: row.Lat, Lon: row.Lon})
		if row.KM < farKM || row.Dormitory {
			b.Suited = append(b.Suited, row.Suited)
		}
	}
	slices.SortStableFunc(b.Suited, func(one, other Suited) int { return cmp.Compare(one.KM, other.KM) })
	b.Suited = b.Suited[:min(len(b.Suited), shown)]
	return err
}
