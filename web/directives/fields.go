package directives

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"cauviec/internal/access"
	"cauviec/internal/body"
	"cauviec/internal/directive"
	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

func numeral(n int64) string { return strconv.FormatInt(n, 10) }

// steps are those of entering a paper.
func steps(ctx context.Context) []string {
	return []string{locale.T(ctx, "directive.step.enter"), locale.T(ctx, "directive.step.review"), locale.T(ctx, "directive.step.confirm")}
}

// indent sets a clause in by how deep it stands.
func indent(depth int) string {
	return []string{"", "sm:pl-6", "sm:pl-12", "sm:pl-16"}[min(max(depth, 0), 3)]
}

// headWords joins what names a paper, what is blank left out.
func headWords(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), " · ")
}

func namesOf(ctx context.Context, bodies []body.Body) string {
	names := make([]string, 0, len(bodies))
	for _, b := range bodies {
		names = append(names, nameOf(ctx, b))
	}
	return strings.Join(names, ", ")
}

// leadLabel says what the first body of a proposal is to it.
func leadLabel(ctx context.Context, kind obligation.Kind) string {
	if kind == obligation.Request {
		return locale.T(ctx, "obligation.lead.request")
	}
	return locale.T(ctx, "obligation.lead")
}

// problemLabels name the proposals that cannot be confirmed by their clauses.
func (v review) problemLabels(ctx context.Context) map[string]string {
	labels := map[string]string{}
	v.live(func(p directive.Proposal) {
		labels[directive.ProblemField(p.ID)] = locale.Clause(ctx, p.ClausePath)
	})
	return labels
}

// part is one of the four parts that bodies have in a proposal.
type part struct {
	name   string
	label  string
	side   access.Side // whose bodies may be chosen; "" is both
	chosen []string
}

// chosenWords names the chosen bodies, or says that there is none.
func (v review) chosenWords(ctx context.Context, chosen []string) string {
	var names []string
	for _, word := range chosen {
		id, err := strconv.ParseInt(word, 10, 64)
		if b, ok := v.onMap.ByID[id]; err == nil && ok {
			names = append(names, nameOf(ctx, b))
		}
		if word == everyDistrict {
			names = append(names, locale.T(ctx, "directive.every_district"))
		}
	}
	switch {
	case len(names) == 0:
		return locale.T(ctx, "directive.choose")
	case len(names) > 4:
		return locale.N(ctx, "directive.bodies.n", len(names))
	}
	return strings.Join(names, ", ")
}

func kindOptions(ctx context.Context) []ui.Option {
	var options []ui.Option
	for _, kind := range obligation.Kinds() {
		options = append(options, ui.Option{Value: string(kind), Label: kindWords(ctx, kind), Help: locale.T(ctx, "directive.kind."+string(kind)+".help")})
	}
	return options
}

func recurrenceOptions(ctx context.Context) []ui.Option {
	var options []ui.Option
	for _, r := range directive.Recurrences() {
		label := locale.T(ctx, "directive.recurrence.once")
		if r != "" {
			label = locale.T(ctx, "obligation.recurrence."+r)
		}
		options = append(options, ui.Option{Value: r, Label: label})
	}
	return options
}

// proposalLabels name the fields of a proposal's form for its problems.
func proposalLabels(ctx context.Context) []ui.Field {
	return []ui.Field{
		{Name: "kind", Label: locale.T(ctx, "obligation.kind")},
		{Name: "task", Label: locale.T(ctx, "obligation.task")},
		{Name: "leads", Label: locale.T(ctx, "obligation.lead")},
		{Name: "executing", Label: locale.T(ctx, "obligation.executing")},
		{Name: "cooperating", Label: locale.T(ctx, "obligation.cooperating")},
		{Name: "cooperating_words", Label: locale.T(ctx, "directive.field.cooperating_words")},
		{Name: "counterparts", Label: locale.T(ctx, "directive.counterparts")},
		{Name: "counterpart_words", Label: locale.T(ctx, "directive.field.counterpart_words")},
		{Name: "due_on", Label: locale.T(ctx, "obligation.due")},
		{Name: "due_phrase", Label: locale.T(ctx, "directive.field.due_phrase")},
		{Name: "recurrence", Label: locale.T(ctx, "obligation.recurrence")},
	}
}

// action is where the form is posted.
func (f proposalForm) action(id int64) string {
	if f.Proposal == 0 {
		return paperPath(id) + "/de-xuat"
	}
	return proposalPath(id, f.Proposal)
}

// back is the review without the form.
func (f proposalForm) back(id int64) string {
	if f.Proposal == 0 {
		return reviewPath(id) + "#" + clauseAnchor(f.Clause)
	}
	return reviewPath(id) + "#" + proposalAnchor(f.Proposal)
}

// submit is the words of the form's button.
func (f proposalForm) submit(ctx context.Context) string {
	if f.Proposal == 0 {
		return locale.T(ctx, "directive.add")
	}
	return locale.T(ctx, "directive.save")
}

// fields are the questions about the paper's facts, in the order of the paper.
func (f headerForm) fields(ctx context.Context) []ui.Field {
	list := []ui.Field{
		{Name: "kind", Value: f.Kind, Width: ui.Medium},
		{Name: "number", Value: f.Number, Optional: true, Width: ui.Medium, Help: locale.T(ctx, "directive.field.number.help")},
		{Name: "symbol", Value: f.Symbol, Optional: true, Width: ui.Medium},
		{Name: "issued_on", Value: f.IssuedOn, Optional: true, Width: ui.Short, Placeholder: "dd/mm/yyyy"},
		{Name: "issued_month", Value: f.IssuedMonth, Optional: true, Width: ui.Short, Placeholder: "mm/yyyy", Help: locale.T(ctx, "directive.field.issued_month.help")},
		{Name: "title", Value: f.Title, Rows: 3},
		{Name: "meeting_on", Value: f.MeetingOn, Optional: true, Width: ui.Short, Placeholder: "dd/mm/yyyy"},
		{Name: "chair", Value: f.Chair, Optional: true},
		{Name: "authority", Value: f.Authority, Optional: true},
		{Name: "signatory", Value: f.Signatory, Optional: true},
		{Name: "recipients", Value: f.Recipients, Optional: true, Rows: 7, Help: locale.T(ctx, "directive.field.lines")},
	}
	for i := range list {
		list[i].Label = locale.T(ctx, "directive.field."+list[i].Name)
		list[i].Problem = ui.ProblemOf(f.Problems, list[i].Name)
	}
	return list
}
