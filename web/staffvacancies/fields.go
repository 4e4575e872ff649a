package staffvacancies

import (
	"context"
	"strconv"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
	"cauviec/internal/wage"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// paper is a form on its page.
type paper struct {
	Form      form
	Problems  errs.Problems
	Choices   choices
	Action    string
	Back      string
	Version   int  // 0: a new vacancy
	Published bool // a reason is asked
	Title     string
	Conflict  bool // somebody else was quicker
	Moved     bool // so far that nothing can be saved now
	Differs   []ui.Difference
	Findings  []vacancy.Finding // what the coach has against the facts as saved

	// Of a step by itself.
	Here    int
	First   string // the field to begin with
	Marks   []mark // all steps; none: the form is on one page
	To      string // where saving leads back to: reviewSlug, or on to the next
	Start   *start // what a new vacancy can begin with
	Minimum wage.Finding
	Day     clock.Day // whose minimum it is
	Place   string
	Wage    int64 // as saved
}

// minimumTone is how the saved wage stands to the minimum.
func (s paper) minimumTone() ui.Tone {
	if s.Wage > 0 && !s.Minimum.Covers(s.Wage) {
		return ui.Late
	}
	return ui.Info
}

// order is the fields in the order of the page.
var order = fieldOrder()

func fieldOrder() []string {
	fields := []string{"why"}
	for _, step := range steps {
		fields = append(fields, step.Asks...)
	}
	return fields
}

// optional are the fields that publishing does not ask for.
var optional = map[string]bool{
	"employer_ref": true, "batches": true, "area_id": true, "workplace": true, "shift": true, "turns": true, "work_days": true,
	"starts_on": true, "allowances": true, "overtime_hours": true, "income_to": true, "pay_note": true, "experience": true,
	"contract": true, "papers": true, "priority_groups": true, "couples": true,
}

// labels are the names of the fields, for the summary of problems.
func (s paper) labels(ctx context.Context) []ui.Field {
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
func (s paper) field(ctx context.Context, name string) ui.Field {
	f := ui.Field{
		Name: name, Label: fieldLabel(ctx, name), Value: s.Form.Get(name), Optional: optional[name],
		Problem: ui.ProblemOf(s.Problems, name), Autofocus: name == s.First,
	}
	if key := "vacancy.field." + name + ".help"; locale.Has(key) {
		f.Help = locale.T(ctx, key)
	}
	return f
}

// short is a question for a number or a day.
func (s paper) short(ctx context.Context, name, mode string) ui.Field {
	f := s.field(ctx, name)
	f.Width, f.InputMode = ui.Short, mode
	return f
}

// medium is a question for a short code.
func (s paper) medium(ctx context.Context, name string) ui.Field {
	f := s.field(ctx, name)
	f.Width = ui.Medium
	return f
}

// unit is a question for a number of something.
func (s paper) unit(ctx context.Context, name, key string) ui.Field {
	f := s.short(ctx, name, "numeric")
	f.Suffix = locale.T(ctx, key)
	return f
}

// day is a question for a day, typed as people write it.
func (s paper) day(ctx context.Context, name string) ui.Field {
	f := s.short(ctx, name, "")
	f.Placeholder = "dd/mm/yyyy"
	return f
}

// money is a question for an amount. What was typed otherwise than it is kept
// is said again behind the box as it was understood.
func (s paper) money(ctx context.Context, name string) ui.Field {
	f := s.field(ctx, name)
	f.Width, f.Suffix = ui.Medium, locale.T(ctx, "vacancy.form.unit")
	if amount := understood(ctx, f.Value); amount != "" {
		f.Suffix = locale.T(ctx, "vacancy.form.understood", amount)
	}
	return f
}

// listed is a question answered from a list of codes.
func (s paper) listed(ctx context.Context, name string, l vacancy.List) ui.Field {
	f := s.field(ctx, name)
	f.Blank = locale.T(ctx, "vacancy.form.choose")
	for _, code := range l.Codes {
		f.Options = append(f.Options, ui.Option{Value: code, Label: locale.T(ctx, l.Key(code))})
	}
	return f
}

// placed is a question answered from zones or districts.
func (s paper) placed(ctx context.Context, name, blank string, places []vacancy.Place) ui.Field {
	f := s.field(ctx, name)
	f.Blank = locale.T(ctx, blank)
	for _, p := range places {
		f.Options = append(f.Options, ui.Option{Value: strconv.FormatInt(p.ID, 10), Label: p.Name})
	}
	return f
}

func (s paper) employer(ctx context.Context) ui.Field {
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

func (s paper) occupation(ctx context.Context) ui.Field {
	f := s.field(ctx, "occupation_code")
	for _, o := range s.Choices.Occupations {
		f.List = append(f.List, occupationLabel(ctx, o))
	}
	return f
}

// long is a question answered in several lines.
func (s paper) long(ctx context.Context, name string, rows int) ui.Field {
	f := s.field(ctx, name)
	f.Rows = rows
	return f
}
