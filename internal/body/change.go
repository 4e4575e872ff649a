package body

import (
	"context"
	"errors"
	"strings"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/journal"
	"cauviec/internal/postgres"
)

// Create adds a body and returns its id. Its side follows from its province.
// Problems name slug, kind, province_code, parent, counterpart, valid_from or a
// name.
func (s *Store) Create(ctx context.Context, actor access.Actor, n New) (id int64, err error) {
	defer errs.Wrap(&err, "body.Create(%q)", n.Slug)
	if !actor.May(access.ManageBodies) {
		return 0, errs.Forbidden
	}
	n.Names = n.Names.tidy()
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		at, err := s.place(ctx, n)
		if err != nil {
			return err
		}
		if id, err = s.insert(ctx, n, at); err != nil {
			return err
		}
		return s.record(ctx, actor, id, "create", "", n.NameVi, "")
	})
	return id, err
}

// position is where a new body stands among the others.
type position struct {
	side        access.Side
	parent      int64
	counterpart int64
}

// place checks the new body against what is kept and returns where it stands:
// under a body of its own side, across from one of the other.
func (s *Store) place(ctx context.Context, n New) (at position, err error) {
	problems := n.check()
	partnership, err := s.Partnership(ctx)
	if err != nil {
		return at, err
	}
	if at.side = partnership.SideOf(n.ProvinceCode); at.side == "" {
		problems.Add("province_code", "problem.choice")
	}
	related, err := s.BySlugs(ctx, []string{n.Parent, n.Counterpart})
	if err != nil {
		return at, err
	}
	for _, b := range related {
		switch {
		case b.Slug == n.Parent && b.Side == at.side:
			at.parent = b.ID
		case b.Slug == n.Counterpart && b.Side != at.side:
			at.counterpart = b.ID
		}
	}
	if n.Parent != "" && at.parent == 0 {
		problems.Add("parent", "problem.choice")
	}
	if n.Counterpart != "" && at.counterpart == 0 {
		problems.Add("counterpart", "problem.choice")
	}
	return at, problems.OrNil()
}

func (s *Store) insert(ctx context.Context, n New, at position) (int64, error) {
	id, err := postgres.Value[int64](ctx, s.DB, insertBody, pgx.StrictNamedArgs{
		"slug": n.Slug, "kind": string(n.Kind), "side": string(at.side), "province": n.ProvinceCode,
		"name_vi": n.NameVi, "short_vi": n.ShortVi, "name_en": n.NameEn, "short_en": n.ShortEn, "folded": n.folded(),
		"parent": at.parent, "counterpart": at.counterpart, "area": n.AreaID, "valid_from": n.ValidFrom,
	})
	if errors.Is(err, errs.NotFound) {
		return 0, errs.One("slug", "body.problem.slug_taken")
	}
	return id, err
}

// Rename corrects what a body is called. A body that goes on under another
// name from a day is closed with its successor instead.
func (s *Store) Rename(ctx context.Context, actor access.Actor, id int64, names Names, why string) (err error) {
	defer errs.Wrap(&err, "body.Rename(%d)", id)
	if !actor.May(access.ManageBodies) {
		return errs.Forbidden
	}
	names = names.tidy()
	if err := names.check().OrNil(); err != nil {
		return err
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		was, err := s.lock(ctx, id)
		if err != nil || was.Names() == names {
			return err
		}
		_, err = s.DB.Exec(ctx, updateNames, pgx.StrictNamedArgs{
			"id": id, "name_vi": names.NameVi, "short_vi": names.ShortVi, "name_en": names.NameEn,
			"short_en": names.ShortEn, "folded": names.folded(),
		})
		if err != nil {
			return err
		}
		return s.record(ctx, actor, id, "rename", was.NameVi, names.NameVi, strings.TrimSpace(why))
	})
}

// End is how a body ends: the first day on which it is no more, and by what
// name it goes on (empty for none); SuccessorSlug is empty when the new
// organisation is not kept here.
type End struct {
	On            clock.Day
	SuccessorName string
	SuccessorSlug string
	Why           string
}

// check finds what is wrong with the end of b.
func (e End) check(b Body) errs.Problems {
	problems := errs.Problems{}
	switch {
	case e.On.IsZero():
		problems.Add("valid_to", "problem.required")
	case !e.On.After(b.ValidFrom):
		problems.Add("valid_to", "body.problem.ends_before_start", b.ValidFrom)
	}
	if e.SuccessorSlug != "" && e.SuccessorName == "" {
		problems.Add("successor_name", "problem.required")
	}
	if e.Why == "" {
		problems.Add("why", "problem.required")
	}
	return problems
}

// Close ends a body on a day; what it did stays. Its accounts keep working
// until an administrator closes them, so that nothing is left half done.
func (s *Store) Close(ctx context.Context, actor access.Actor, id int64, end End) (err error) {
	defer errs.Wrap(&err, "body.Close(%d)", id)
	if !actor.May(access.ManageBodies) {
		return errs.Forbidden
	}
	end.SuccessorName = fold.Tidy(end.SuccessorName)
	end.SuccessorSlug = strings.TrimSpace(end.SuccessorSlug)
	end.Why = strings.TrimSpace(end.Why)
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		was, err := s.lock(ctx, id)
		if err != nil {
			return err
		}
		if err := end.check(was).OrNil(); err != nil {
			return err
		}
		if err := s.end(ctx, id, end); err != nil {
			return err
		}
		return s.record(ctx, actor, id, "close", was.ValidTo.String(), end.On.String(), end.Why)
	})
}

// end writes the last day and the successor.
func (s *Store) end(ctx context.Context, id int64, end End) error {
	_, err := s.DB.Exec(ctx, `UPDATE bodies SET valid_to = @on WHERE id = @id`, pgx.StrictNamedArgs{"id": id, "on": end.On})
	if err != nil || end.SuccessorName == "" {
		return err
	}
	var successor Body
	if end.SuccessorSlug != "" {
		successor, err = s.BySlug(ctx, end.SuccessorSlug)
		if errors.Is(err, errs.NotFound) || err == nil && successor.ID == id {
			return errs.One("successor_slug", "problem.choice")
		}
		if err != nil {
			return err
		}
	}
	_, err = s.DB.Exec(ctx, insertSuccessor, pgx.StrictNamedArgs{
		"id": id, "successor": successor.ID, "name": end.SuccessorName, "day": end.On,
	})
	return err
}

func (s *Store) lock(ctx context.Context, id int64) (Body, error) {
	return postgres.One[Body](ctx, s.DB, selectOne+`b.id = @id FOR UPDATE`, pgx.StrictNamedArgs{"id": id})
}

func (s *Store) record(ctx context.Context, actor access.Actor, id int64, action, from, to, why string) error {
	return journal.Write(ctx, s.DB, actor, s.Now.Now(), journal.Change{
		Thing: journal.Body, ID: id, Action: action, From: from, To: to, Why: why,
	})
}
