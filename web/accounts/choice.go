package accounts

import (
	"cmp"
	"context"
	"slices"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// choices are the bodies that an account can be of: all of the working map but
// employers, whose users are invited, and the one that an address names. Those
// who keep accounts of their own body only are not asked.
func (s *Screens) choices(ctx context.Context, chosen string) ([]body.Body, error) {
	if !access.From(ctx).Scope(access.ManageAccounts).All {
		return nil, nil
	}
	partnership, err := s.Bodies.Partnership(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.Bodies.Alive(ctx, partnership.MapOn, body.Filter{Except: access.Employer})
	if err != nil || slices.ContainsFunc(list, func(b body.Body) bool { return b.Slug == chosen }) {
		return list, err
	}
	named, err := s.Bodies.BySlugs(ctx, []string{chosen})
	return append(list, named...), err
}

// bodyField asks for one of the bodies, by kind and communes by their district.
func bodyField(ctx context.Context, bodies []body.Body, chosen string) ui.Field {
	f := ui.Field{Name: "body", Label: locale.T(ctx, "account.field.body"), Value: chosen, Blank: locale.T(ctx, "account.field.body.choose")}
	names := map[int64]string{}
	for _, b := range bodies {
		names[b.ID] = locale.Pick(ctx, b.NameVi, b.NameEn)
	}
	for _, b := range byKind(bodies) {
		group := locale.T(ctx, "body.kind."+string(b.Kind))
		if above := names[b.ParentID]; b.Kind == access.Commune && above != "" {
			group = locale.T(ctx, "account.field.body.under", group, above)
		}
		f.Options = append(f.Options, ui.Option{Value: b.Slug, Label: names[b.ID], Group: group})
	}
	return f
}

// byKind orders bodies by kind, then by the body above them, and else as they
// stand.
func byKind(bodies []body.Body) []body.Body {
	at := map[int64]int{}
	for i, b := range bodies {
		at[b.ID] = i
	}
	kinds := body.Kinds()
	return slices.SortedStableFunc(slices.Values(bodies), func(a, b body.Body) int {
		return cmp.Or(cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind)), cmp.Compare(at[a.ParentID], at[b.ParentID]))
	})
}
