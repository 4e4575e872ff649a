package demo

import (
	"context"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/people"
	"cauviec/internal/postgres"
)

// second ends the user name of a body's second account: what one submits,
// another judges.
const second = "-2"

// communeOf is a commune where people live and drives are held.
type communeOf struct {
	AreaID   int64
	BodyID   int64
	Slug     string
	District string // slug of the district's body
	Name     string
}

// makeAccounts gives every body an account that is named as the body, a second
// one to those whose rules ask for a second person, and one to the system's
// administrator.
func (w *world) makeAccounts(ctx context.Context) error {
	w.goTo(200, 8, 0)
	on, err := postgres.Value[clock.Day](ctx, w.db, `SELECT map_on FROM partnerships ORDER BY id LIMIT 1`)
	if err != nil {
		return err
	}
	if err := w.readCommunes(ctx, on); err != nil {
		return err
	}
	slugs, err := postgres.Values[string](ctx, w.db, `
		SELECT slug FROM bodies WHERE kind NOT IN ('commune', 'employer') AND valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)
		ORDER BY slug`, on)
	if err != nil {
		return err
	}
	seeds := []people.Seed{{Username: "quan-tri", FullName: "Quản trị hệ thống", BodySlug: "ls-ubnd", Role: access.System}}
	for _, slug := range slugs {
		seeds = append(seeds, w.seed(slug, slug, access.Admin), w.seed(slug+second, slug, access.Staff))
	}
	for _, c := range w.communes {
		seeds = append(seeds, w.seed(c.Slug, c.Slug, access.Staff))
	}
	if err := w.create(ctx, seeds); err != nil {
		return err
	}
	var acting []string
	for _, slug := range slugs {
		acting = append(acting, slug, slug+second)
	}
	w.accounts = map[string]access.Actor{}
	return w.load(ctx, acting...)
}

func (w *world) seed(username, body string, role access.Role) people.Seed {
	name, _ := w.person()
	return people.Seed{Username: username, FullName: name, BodySlug: body, Role: role}
}

// create makes accounts with the sample world's password, hashed once.
func (w *world) create(ctx context.Context, seeds []people.Seed) error {
	hash, err := people.Hash(ctx, Password)
	if err != nil {
		return err
	}
	return (&people.Store{DB: w.db, Now: w.clock}).BulkCreate(ctx, seeds, hash)
}

func (w *world) readCommunes(ctx context.Context, on clock.Day) (err error) {
	w.communes, err = postgres.All[communeOf](ctx, w.db, `
		SELECT a.id AS area_id, b.id AS body_id, b.slug, p.slug AS district, b.short_vi AS name
		FROM bodies b JOIN areas a ON a.id = b.area_id JOIN bodies p ON p.id = b.parent_id
		WHERE b.kind = 'commune' AND b.valid_from <= $1 AND (b.valid_to IS NULL OR b.valid_to > $1)
		ORDER BY b.slug`, on)
	return err
}
