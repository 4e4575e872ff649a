package staffvacancies

import (
	"context"
	"slices"
	"strings"

	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/signin"
)

// amounts are the fields with one amount of money.
var amounts = []string{"basic_wage", "income_from", "income_to"}

// understood returns how an amount was read that was typed in other words than
// it is kept in; empty when there is nothing to say.
func understood(ctx context.Context, words string) string {
	vnd, err := vacancy.ParseMoney(words)
	if err != nil || vnd <= 0 || strings.TrimSpace(words) == locale.Number(ctx, vnd) {
		return ""
	}
	return locale.Money(ctx, vnd)
}

// sayRead says on the page after a saved step how its amounts were read.
func sayRead(ctx context.Context, here int, f form) {
	var read []string
	for _, field := range amounts {
		if amount := understood(ctx, f.Get(field)); amount != "" && slices.Contains(steps[here].Asks, field) {
			read = append(read, locale.T(ctx, "posting.read.one_amount", label(ctx, field), amount))
		}
	}
	if len(read) > 0 && f.Get(goField) != goLater {
		signin.Flash(ctx, locale.T(ctx, "posting.read", strings.Join(read, "; ")))
	}
}
