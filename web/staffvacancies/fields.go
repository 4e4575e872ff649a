package staffvacancies

import (
	"context"
	"strconv"

	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// sheet is a form on its page.
type sheet struct {
	Form      form
	Problems  errs.Problems
	Choices   choices
	Action    string
	Back      string
	Version   int  // 0: a new vacancy
	Published bool // a reason is asked
	Title     string
	Conflict  bool // somebody else was quicker
	Differs   []difference
	Findings  []vacancy.Finding // what the coach has against the facts as saved
}

// difference is a field that stands otherwise than was typed.
type difference struct{ Field, Newest, Typed string }

// order is the fields in the order of the page.
var order = []string{
	"why", "employer_id", "title", "occupation_code", "headcount", "description", "position", "zone_id", "area_id", "workplace",
	"basic_wage", "income_from", "income_to", "pay_note", "education", "qualification", "experience", "papers",
	"hours", "shift", "contract", "starts_on", "benefits", "conditions", "priority_groups", "no_fee",
	"contact_name", "contact_phone", "closes_on",
}

// optional are the fields that publishing does not ask for.
var optional = map[string]bool{
	"area_id": true, "workplace": true, "income_to": true, "pay_note": true, "experience": true, "papers": true, "shift": true,
	"contract": true, "starts_on": true, "priority_groups": true,
}

// labels are the names of the fields, for the summary of problems.
func (s sheet) labels(ctx context.Context) []ui.Field {
	fields := make([]ui.Field, len(order))
	for i, name := range order {
		fields[i] = ui.Field{Name: name, Label: fieldLabel(ctx, name)}
	}
	return fields
}

func fieldLabel(ctx context.Context, name string) string {
	if name == "why" {
		return locale.T(ctx, "vacancy.why.revise")
	}
	return label(ctx, name)
}

// field is a question with what was typed and what is wrong with it.
func (s sheet) field(ctx context.Context, name string) ui.Field {
	f := ui.Field{
		Name: name, Label: fieldLabel(ctx, name), Value: s.Form.Get(name), Optional: optional[name],
		Problem: ui.ProblemOf(s.Problems, name),
	}
	if key := "vacancy.field." + name + ".help"; locale.Has(key) {
		f.Help = locale.T(ctx, key)
	}
	return f
}

// short is a question for a number or a day.
func (s sheet) short(ctx context.Context, name, mode string) ui.Field {
	f := s.field(ctx, name)
	f.Width, f.InputMode = ui.Short, mode
	return f
}

// day is a question for a day, typed as people write it.
func (s sheet) day(ctx context.Context, name string) ui.Field {
	f := s.short(ctx, name, "")
	f.Placeholder = "dd/mm/yyyy"
	return f
}

// money is a question for an amount; what was understood stands under it.
func (s sheet) money(ctx context.Context, name string) ui.Field {
	f := s.field(ctx, name)
	f.Width, f.Suffix = ui.Medium, locale.T(ctx, "vacancy.form.unit")
	vnd, err := vacancy.ParseMoney(f.Value)
	if err == nil && vnd > 0 {
		f.Help += " " + locale.T(ctx, "vacancy.form.understood", locale.Money(ctx, vnd))
	}
	return f
}

// listed is a question answered from a list of codes.
func (s sheet) listed(ctx context.Context, name string, l vacancy.List) ui.Field {
	f := s.field(ctx, name)
	f.Blank = locale.T(ctx, "vacancy.form.choose")
	for _, code := range l.Codes {
		f.Options = append(f.Options, ui.Option{Value: code, Label: locale.T(ctx, l.Key(code))})
	}
	return f
}

// placed is a question answered from zones or districts.
func (s sheet) placed(ctx context.Context, name, blank string, places []vacancy.Place) ui.Field {
	f := s.field(ctx, name)
	f.Blank = locale.T(ctx, blank)
	for _, p := range places {
		f.Options = append(f.Options, ui.Option{Value: strconv.FormatInt(p.ID, 10), Label: p.Name})
	}
	return f
}

func (s sheet) employer(ctx context.Context) ui.Field {
	f := s.field(ctx, "employer_id")
	if s.Choices.Own != 0 {
		f.Value, f.ReadOnly, f.Help = s.Choices.employerWords(s.Choices.Own), true, ""
		return f
	}
	f.ReadOnly = s.Published
	for _, e := range s.Choices.Employers {
		f.List = append(f.List, employerLabel(e))
	}
	return f
}

func (s sheet) occupation(ctx context.Context) ui.Field {
	f := s.field(ctx, "occupation_code")
	for _, o := range s.Choices.Occupations {
		f.List = append(f.List, occupationLabel(ctx, o))
	}
	return f
}

// long is a question answered in several lines.
func (s sheet) long(ctx context.Context, name string, rows int) ui.Field {
	f := s.field(ctx, name)
	f.Rows = rows
	return f
}
