package board

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/internal/opendata"
	"cauviec/internal/postgres"
	"cauviec/internal/reference"
)

// Employer is what everybody may know of an employer. It names no person and
// has no telephone, nor one among words: a vacancy has its own published contact.
type Employer struct {
	ID           int64
	Slug         string
	Name         string
	State        employer.State // verified or suspended
	Type         string
	IndustryCode string
	Products     string
	SizeBand     string
	ZoneName     string
	ZoneSlug     string
	Address      string
	Living       string
	employer.Amenities
	Lat, Lon *float64 // of the zone
}

// Point returns where the employer is, the zero Point outside of all zones.
func (e Employer) Point() reference.Point { return pointOf(e.Lat, e.Lon) }

// Employer returns an employer that was verified once, suspended or not; any
// other is NotFound.
func (s *Store) Employer(ctx context.Context, id int64) (e Employer, err error) {
	defer errs.Wrap(&err, "board.Employer(%d)", id)
	e, err = postgres.One[Employer](ctx, s.DB, `
		SELECT e.id, e.slug, e.name, e.state, e.type, e.industry_code, e.products, e.size_band, COALESCE(z.name, '') AS zone_name,
			COALESCE(z.slug, '') AS zone_slug, e.address, e.living, e.dormitory, e.dormitory_note, e.canteen, e.canteen_note,
			e.bus, e.bus_note, e.nursery, e.nursery_note, z.lat, z.lon
		FROM employers e LEFT JOIN zones z ON z.id = e.zone_id
		WHERE e.id = @id AND (e.state = 'verified'
			OR e.state = 'suspended' AND EXISTS (SELECT FROM vacancies v WHERE v.employer_id = e.id AND v.revision > 0))`,
		pgx.StrictNamedArgs{"id": id})
	for _, text := range []*string{&e.Products, &e.Address, &e.Living, &e.DormitoryNote, &e.CanteenNote, &e.BusNote, &e.NurseryNote} {
		*text = opendata.Masked(*text)
	}
	return e, err
}
