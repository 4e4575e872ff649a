package staffvacancies

import (
	"context"
	"strconv"

	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// stats are the figures of the order.
func (p page) stats(ctx context.Context) []ui.Stat {
	n := func(key string, count int) ui.Stat {
		return ui.Stat{Label: locale.T(ctx, key), Value: locale.Number(ctx, int64(count)), DataTest: key}
	}
	list := []ui.Stat{
		n("vacancy.page.wanted", p.V.Headcount), n("vacancy.page.introduced", p.Counts.Introduced),
		n("vacancy.page.started", p.Counts.Started), n("vacancy.page.to_fill", p.Counts.ToFill(p.V.Headcount)),
	}
	if p.Counts.Left > 0 {
		list[2].Change = locale.N(ctx, "vacancy.page.left_n", p.Counts.Left)
	}
	if p.Counts.Coming() > 0 {
		list[3].Change = locale.N(ctx, "posting.order.coming", p.Counts.Coming())
	}
	return list
}

// driveAddress is a drive's page for its reader: that of the staff or, for who
// does not read it, the public one.
func driveAddress(d vacancy.Brought) string {
	if d.Readable {
		return "/quan-ly/dot-tuyen-dung/" + number(d.Drive)
	}
	return "/dot-tuyen-dung/" + number(d.Drive) + "-" + d.Slug
}

// share is a part of a hundred, to draw a bar with.
func share(part, whole int) string {
	if whole <= 0 {
		return "0"
	}
	return strconv.FormatFloat(100*float64(part)/float64(whole), 'f', 1, 64)
}

// batchWords say how far a batch is filled.
func batchWords(ctx context.Context, b vacancy.BatchState) string {
	words := locale.T(ctx, "posting.batch.at_work", b.Headcount-b.ToFill, b.Headcount)
	if b.Coming > 0 {
		words += " · " + locale.N(ctx, "posting.batch.coming", b.Coming)
	}
	if left := b.ToFill - b.Coming; left > 0 {
		words += " · " + locale.N(ctx, "posting.batch.missing", left)
	}
	return words
}

// outcomeWords say what came of a vacancy.
func (p page) outcomeWords(ctx context.Context) string {
	words := locale.T(ctx, "posting.outcome."+string(p.V.Outcome), p.V.OutcomeHired)
	if p.V.OutcomeReason != "" {
		words += " · " + locale.T(ctx, vacancy.OutcomeReasons.Key(p.V.OutcomeReason))
	}
	return words
}

// hired is the question how many were found.
func (p page) hired(ctx context.Context) ui.Field {
	f := ui.Field{Name: "hired", Label: locale.T(ctx, "posting.outcome.hired"), Value: number(int64(p.Counts.AtWork())), Width: ui.Short,
		InputMode: "numeric", Prefix: "outcome-"}
	if p.Refused.Action == tell {
		f.Value, f.Problem = p.Refused.Words.Get("hired"), ui.ProblemOf(p.Refused.Problems, "hired")
	}
	return f
}

// why is the question why nobody, or not everybody, was found.
func (p page) why(ctx context.Context, prefix string) ui.Field {
	f := ui.Field{Name: "reason", Label: locale.T(ctx, "posting.outcome.reason"), Value: vacancy.OutcomeReasons.Codes[0], Prefix: prefix}
	for _, code := range vacancy.OutcomeReasons.Codes {
		f.Options = append(f.Options, ui.Option{Value: code, Label: locale.T(ctx, vacancy.OutcomeReasons.Key(code))})
	}
	return f
}
