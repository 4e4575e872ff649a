package accounts

import (
	"context"
	"strings"

	"cauviec/internal/body"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

func (v bodyView) facts(ctx context.Context) []ui.Fact {
	b := v.Body
	return []ui.Fact{
		{Label: locale.T(ctx, "body.field.kind"), Value: locale.T(ctx, "body.kind."+string(b.Kind))},
		{Label: locale.T(ctx, "body.field.province_code"), Value: locale.T(ctx, "body.side."+string(b.Side))},
		{Label: locale.T(ctx, "body.field.slug"), Value: b.Slug, DataTest: "slug"},
		{Label: locale.T(ctx, "body.field.life"), Value: life(ctx, b), DataTest: "life"},
		{Label: locale.T(ctx, "body.field.parent"), Body: linkTo(v.Parent)},
		{Label: locale.T(ctx, "body.field.counterpart"), Body: linkTo(v.Other)},
	}
}

// life says from when until when the body exists.
func life(ctx context.Context, b body.Body) string {
	if b.ValidTo.IsZero() {
		return locale.T(ctx, "body.life.from", b.ValidFrom)
	}
	return locale.T(ctx, "body.life.between", b.ValidFrom, b.ValidTo)
}

// lead is the body's short name and how it goes on today.
func (v bodyView) lead(ctx context.Context) string {
	lead := locale.Pick(ctx, v.Body.ShortVi, v.Body.ShortEn)
	now := body.NowCalled(v.Successors, v.Today)
	if len(now) == 0 {
		return lead
	}
	names := make([]string, len(now))
	for i, next := range now {
		names[i] = next.NewName
	}
	return lead + " (" + locale.T(ctx, "body.now_called", strings.Join(names, ", ")) + ")"
}
