package vacancy

import (
	"context"

	"cauviec/internal/errs"
	"cauviec/internal/postgres"
)

// Place is a zone or a district that a form offers.
type Place struct {
	ID   int64
	Name string
	Kind string
}

// Occupation is an entry of the VSCO list that a form offers.
type Occupation struct {
	Code   string
	NameVi string
	NameEn string
}

// Choices are the places and occupations that a vacancy can name.
type Choices struct {
	Zones       []Place
	Districts   []Place // of the destination, on the working map
	Occupations []Occupation
}

// Choices returns the places and occupations that a vacancy can name. They are
// public knowledge.
func (s *Store) Choices(ctx context.Context) (c Choices, err error) {
	defer errs.Wrap(&err, "vacancy.Choices")
	if c.Zones, err = s.Zones(ctx); err != nil {
		return c, err
	}
	c.Districts, err = postgres.All[Place](ctx, s.DB, `
		SELECT a.id, a.name, a.kind
		FROM areas a JOIN partnerships p ON p.destination_province_code = a.province_code
		WHERE a.kind IN ('city', 'town', 'district') AND a.valid_from <= p.map_on AND (a.valid_to IS NULL OR a.valid_to > p.map_on)
		ORDER BY a.folded, a.id
		LIMIT 200`)
	if err != nil {
		return c, err
	}
	c.Occupations, err = postgres.All[Occupation](ctx, s.DB,
		`SELECT code, name_vi, name_en FROM occupations WHERE level >= 2 ORDER BY level DESC, folded, code LIMIT 2000`)
	return c, err
}

// Zones returns the zones, public knowledge, by name.
func (s *Store) Zones(ctx context.Context) (zones []Place, err error) {
	defer errs.Wrap(&err, "vacancy.Zones")
	return postgres.All[Place](ctx, s.DB, `SELECT id, name, kind FROM zones ORDER BY folded, id LIMIT 500`)
}
