package body

import (
	"context"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
)

// Store keeps the bodies and the partnership.
type Store struct {
	DB  *postgres.DB
	Now clock.Clock
}

// Get returns a body; NotFound when there is none.
func (s *Store) Get(ctx context.Context, id int64) (b Body, err error) {
	defer errs.Wrap(&err, "body.Get(%d)", id)
	return postgres.One[Body](ctx, s.DB, selectOne+`b.id = @id`, pgx.StrictNamedArgs{"id": id})
}

// BySlug returns a body by its slug; NotFound when there is none.
func (s *Store) BySlug(ctx context.Context, slug string) (b Body, err error) {
	defer errs.Wrap(&err, "body.BySlug(%q)", slug)
	return postgres.One[Body](ctx, s.DB, selectOne+`b.slug = @slug`, pgx.StrictNamedArgs{"slug": slug})
}

// Counterpart returns the body of the same trade in the other province;
// NotFound when the body has none.
func (s *Store) Counterpart(ctx context.Context, id int64) (b Body, err error) {
	defer errs.Wrap(&err, "body.Counterpart(%d)", id)
	return postgres.One[Body](ctx, s.DB, selectOne+`b.id = (SELECT c.counterpart_id FROM bodies c WHERE c.id = @id)`,
		pgx.StrictNamedArgs{"id": id})
}

// Some returns bodies by id, for pages that name many.
func (s *Store) Some(ctx context.Context, ids []int64) (found map[int64]Body, err error) {
	defer errs.Wrap(&err, "body.Some")
	list, err := postgres.All[Body](ctx, s.DB, selectOne+`b.id = ANY (@ids)`, pgx.StrictNamedArgs{"ids": ids})
	if err != nil {
		return nil, err
	}
	found = make(map[int64]Body, len(list))
	for _, b := range list {
		found[b.ID] = b
	}
	return found, nil
}

// BySlugs returns those of the bodies that exist, in the order of the screens.
func (s *Store) BySlugs(ctx context.Context, slugs []string) (list []Body, err error) {
	defer errs.Wrap(&err, "body.BySlugs")
	return postgres.All[Body](ctx, s.DB, selectOne+`b.slug = ANY (@slugs) ORDER BY `+inOrder,
		pgx.StrictNamedArgs{"slugs": slugs})
}

// Filter narrows a list of bodies; empty fields do not. Text is looked for in
// all names, with or without marks. Limit is 1000 unless it is less; the first
// Skip bodies are left out.
type Filter struct {
	Side     access.Side
	Kind     access.Kind
	Except   access.Kind
	Parent   int64
	Province string
	Text     string
	Limit    int
	Skip     int
}

const mostBodies = 1000

// Alive returns the bodies that exist on a day, in the order of the screens:
// workers' province first, then by kind and name.
func (s *Store) Alive(ctx context.Context, on clock.Day, f Filter) (list []Body, err error) {
	defer errs.Wrap(&err, "body.Alive(%s)", on)
	if f.Limit <= 0 || f.Limit > mostBodies {
		f.Limit = mostBodies
	}
	return postgres.All[Body](ctx, s.DB, selectAlive, pgx.StrictNamedArgs{
		"on": on, "side": string(f.Side), "kind": string(f.Kind), "except": string(f.Except), "parent": f.Parent,
		"province": f.Province, "text": fold.Fold(f.Text), "limit": f.Limit, "skip": f.Skip,
	})
}

// Children returns the bodies right under one that exist on a day.
func (s *Store) Children(ctx context.Context, parent int64, on clock.Day) ([]Body, error) {
	return s.Alive(ctx, on, Filter{Parent: parent})
}

// Successors returns how bodies go on, by the old body's id, in order of time.
func (s *Store) Successors(ctx context.Context, ids ...int64) (of map[int64][]Successor, err error) {
	defer errs.Wrap(&err, "body.Successors")
	list, err := postgres.All[Successor](ctx, s.DB, selectSuccessors, pgx.StrictNamedArgs{"ids": ids})
	if err != nil {
		return nil, err
	}
	of = map[int64][]Successor{}
	for _, next := range list {
		of[next.OldBodyID] = append(of[next.OldBodyID], next)
	}
	return of, nil
}

// Partnership returns the pair of provinces that the product works for: the
// first one kept. NotFound means that the reference data is not loaded.
func (s *Store) Partnership(ctx context.Context) (p Partnership, err error) {
	defer errs.Wrap(&err, "body.Partnership")
	return postgres.One[Partnership](ctx, s.DB, selectPartnership)
}
