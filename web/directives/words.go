package directives

import (
	"context"
	"fmt"
	"strings"

	"cauviec/internal/body"
	"cauviec/internal/clock"
	"cauviec/internal/directive"
	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

func paperPath(id int64) string  { return fmt.Sprintf("%s/%d", home, id) }
func reviewPath(id int64) string { return paperPath(id) + "/doi-chieu" }

// proposalPath is where a proposal's forms are posted.
func proposalPath(id, proposal int64) string {
	return fmt.Sprintf("%s/de-xuat/%d", paperPath(id), proposal)
}

// editPath opens a proposal's form in the review.
func editPath(id, proposal int64) string {
	return fmt.Sprintf("%s?sua=%d#%s", reviewPath(id), proposal, proposalAnchor(proposal))
}

// addPath opens the form of a new proposal of a clause.
func addPath(id, clause int64) string {
	return fmt.Sprintf("%s?them=%d#%s", reviewPath(id), clause, newAnchor(clause))
}

func proposalAnchor(proposal int64) string { return fmt.Sprintf("de-xuat-%d", proposal) }
func newAnchor(clause int64) string        { return fmt.Sprintf("them-%d", clause) }
func clauseAnchor(clause int64) string     { return fmt.Sprintf("muc-%d", clause) }

// issuedWords says when a paper was issued, as far as it says so.
func issuedWords(ctx context.Context, on clock.Day, month string) string {
	year, number, found := strings.Cut(month, "-")
	switch {
	case !on.IsZero():
		return on.String()
	case found:
		return locale.T(ctx, "directive.month", number+"/"+year)
	}
	return ""
}

// numberWords is the number as printed; with a blank number, the place where
// it would stand.
func numberWords(number, symbol string) string {
	if number == "" && symbol != "" {
		return "…/" + symbol
	}
	return number
}

// nameOf is what a body is called, in short.
func nameOf(ctx context.Context, b body.Body) string { return locale.Pick(ctx, b.ShortVi, b.ShortEn) }

// fact is a fact of a paper; one that it leaves blank says so.
func fact(label, value string) ui.Fact {
	if value == "" {
		return ui.Fact{Label: label, Body: blankWords()}
	}
	return ui.Fact{Label: label, Value: value}
}

// factsOf lists what a paper says of itself.
func factsOf(ctx context.Context, d directive.Directive) []ui.Fact {
	number := fact(locale.T(ctx, "directive.number"), d.Number)
	if d.Number == "" && d.Symbol != "" {
		number = ui.Fact{Label: number.Label, Value: numberWords("", d.Symbol), Help: locale.T(ctx, "directive.number.blank")}
	}
	issued := fact(locale.T(ctx, "directive.issued"), issuedWords(ctx, d.IssuedOn, d.IssuedMonth))
	if d.IssuedOn.IsZero() && d.IssuedMonth != "" {
		issued.Help = locale.T(ctx, "directive.issued.blank_day")
	}
	number.DataTest, issued.DataTest = "number", "issued"
	facts := []ui.Fact{
		fact(locale.T(ctx, "directive.kind"), d.Kind), number, issued,
		fact(locale.T(ctx, "directive.meeting"), d.MeetingOn.String()),
		fact(locale.T(ctx, "directive.issuer"), locale.Pick(ctx, d.IssuerVi, d.IssuerEn)),
		fact(locale.T(ctx, "directive.chair"), d.Chair),
		fact(locale.T(ctx, "directive.authority"), d.Authority),
		fact(locale.T(ctx, "directive.signatory"), d.Signatory),
	}
	return facts
}

// tones says what a state of an obligation means to the reader.
var tones = map[obligation.State]ui.Tone{
	obligation.Overdue: ui.Late, obligation.Silent: ui.Soon, obligation.DueSoon: ui.Soon, obligation.AwaitingAnswer: ui.Soon,
	obligation.OnTime: ui.Info, obligation.Ongoing: ui.Info, obligation.Undated: ui.Info, obligation.Answered: ui.Good,
	obligation.DoneLate: ui.Good, obligation.DoneOnTime: ui.Good, obligation.Done: ui.Good, obligation.Settled: ui.Good,
}

// stateWords says a state.
func stateWords(ctx context.Context, state obligation.State) string {
	return locale.T(ctx, "obligation.state."+string(state))
}

func kindWords(ctx context.Context, kind obligation.Kind) string {
	return locale.T(ctx, "obligation.kind."+string(kind))
}

// dueWords says a deadline and, when offices are closed on it, the last day on
// which they work.
func dueWords(ctx context.Context, due clock.Day, holidays obligation.Holidays) string {
	if due.IsZero() {
		return ""
	}
	if holidays.Working(due) {
		return due.String()
	}
	vi, en := holidays.Name(due)
	name := locale.Pick(ctx, vi, en)
	if name == "" {
		name = locale.T(ctx, "obligation.due.weekend")
	}
	return locale.T(ctx, "directive.due.off", due.String(), name, holidays.LastWorking(due).String())
}

// ruleWords says how a deadline follows from its words.
func ruleWords(ctx context.Context, rule string) string {
	if key := "obligation.rule." + rule; rule != "" && locale.Has(key) {
		return locale.T(ctx, key)
	}
	return ""
}
