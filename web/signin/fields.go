package signin

import (
	"context"

	"cauviec/internal/errs"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

func fieldsOfSignIn(ctx context.Context, f form, problems errs.Problems) []ui.Field {
	return []ui.Field{
		{Name: "username", Label: locale.T(ctx, "account.field.username"), Value: f.Username, Autocomplete: "username",
			MaxLength: 64, Autofocus: len(problems) == 0 && f.Username == "", Problem: ui.ProblemOf(problems, "username")},
		{Name: "password", Label: locale.T(ctx, "account.field.password"), Type: "password", Autocomplete: "current-password",
			Autofocus: len(problems) == 0 && f.Username != "", Problem: ui.ProblemOf(problems, "password")},
	}
}

func fieldsOfPassword(ctx context.Context, problems errs.Problems) []ui.Field {
	return []ui.Field{
		{Name: "old", Label: locale.T(ctx, "account.field.old"), Type: "password", Autocomplete: "current-password",
			Problem: ui.ProblemOf(problems, "old")},
		{Name: "new", Label: locale.T(ctx, "account.field.new"), Help: locale.T(ctx, "account.password.help"), Type: "password",
			Autocomplete: "new-password", Problem: ui.ProblemOf(problems, "new")},
		{Name: "again", Label: locale.T(ctx, "account.field.again"), Type: "password", Autocomplete: "new-password",
			Problem: ui.ProblemOf(problems, "again")},
	}
}
