package staffvacancies

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// names are what the numbers in details stand for.
type names struct {
	employer, zone, area, occupation string
}

func namesOf(ctx context.Context, v vacancy.Vacancy) names {
	n := names{employer: v.EmployerName, zone: v.ZoneName, area: v.AreaName}
	if v.OccupationCode != "" {
		n.occupation = v.OccupationCode + " " + locale.Pick(ctx, v.OccupationVi, v.OccupationEn)
	}
	return n
}

// say writes one field of a vacancy in words; nothing said is empty.
func say(ctx context.Context, d vacancy.Details, n names, field string) string {
	if words, ok := texts(d, n)[field]; ok {
		return words
	}
	if list, code := choiceOf(d, field); list.Name != "" {
		return sayCodes(ctx, list, code)
	}
	switch field {
	case "headcount", "work_days", "overtime_hours":
		return sayNumber(ctx, d, field)
	case "basic_wage":
		return sayMoney(ctx, d.BasicWage)
	case "income_from":
		return sayMoney(ctx, d.IncomeFrom)
	case "income_to":
		return sayMoney(ctx, d.IncomeTo)
	case "batches":
		return sayBatches(ctx, d.Batches)
	case "turns":
		return sayTurns(ctx, d.Turns)
	case "allowances":
		return sayAllowances(ctx, d.Allowances)
	case "couples":
		if d.Couples {
			return locale.T(ctx, "vacancy.page.couples_yes")
		}
	case "no_fee":
		if d.NoFee {
			return locale.T(ctx, "vacancy.page.no_fee_yes")
		}
		return locale.T(ctx, "vacancy.page.no_fee_no")
	}
	return ""
}

// sayNumber writes a counted field; 0 is nothing said.
func sayNumber(ctx context.Context, d vacancy.Details, field string) string {
	n, key := d.Headcount, "vacancy.page.people_n"
	switch field {
	case "work_days":
		n, key = d.WorkDays, "vacancy.page.work_days_n"
	case "overtime_hours":
		n, key = d.OvertimeHours, "vacancy.page.overtime_n"
	}
	if n == 0 {
		return ""
	}
	return locale.N(ctx, key, n)
}

// texts are the fields that stand as they are.
func texts(d vacancy.Details, n names) map[string]string {
	return map[string]string{
		"employer_id": n.employer, "zone_id": n.zone, "area_id": n.area, "occupation_code": n.occupation,
		"title": d.Title, "employer_ref": d.EmployerRef, "workplace": d.Workplace, "description": d.Description, "pay_note": d.PayNote, "papers": d.Papers,
		"contact_name": d.ContactName, "contact_phone": locale.Phone(d.ContactPhone),
		"starts_on": d.StartsOn.String(), "closes_on": d.ClosesOn.String(),
	}
}

// choiceOf returns the list of a field and what is chosen from it.
func choiceOf(d vacancy.Details, field string) (vacancy.List, []string) {
	switch field {
	case "position":
		return vacancy.Positions, one(d.Position)
	case "education":
		return vacancy.Educations, one(d.Education)
	case "qualification":
		return vacancy.Qualifications, one(d.Qualification)
	case "experience":
		return vacancy.Experiences, one(d.Experience)
	case "contract":
		return vacancy.Contracts, one(d.Contract)
	case "hours":
		return vacancy.Hours, one(d.Hours)
	case "shift":
		return vacancy.Shifts, one(d.Shift)
	case "benefits":
		return vacancy.Benefits, d.Benefits
	case "conditions":
		return vacancy.Conditions, d.Conditions
	case "priority_groups":
		return vacancy.PriorityGroups, d.PriorityGroups
	}
	return vacancy.List{}, nil
}

func one(code string) []string {
	if code == "" {
		return nil
	}
	return []string{code}
}

func sayCodes(ctx context.Context, l vacancy.List, codes []string) string {
	words := make([]string, len(codes))
	for i, code := range codes {
		words[i] = code
		if l.Has(code) {
			words[i] = locale.T(ctx, l.Key(code))
		}
	}
	return strings.Join(words, "; ")
}

func sayMoney(ctx context.Context, vnd int64) string {
	if vnd == 0 {
		return ""
	}
	return locale.Money(ctx, vnd)
}

// sayBatches, sayTurns and sayAllowances write rows in one line.
func sayBatches(ctx context.Context, batches []vacancy.Batch) string {
	words := make([]string, len(batches))
	for i, b := range batches {
		words[i] = locale.N(ctx, "vacancy.page.batch", b.Headcount, b.NeededBy)
	}
	return strings.Join(words, "; ")
}

func sayTurns(ctx context.Context, turns []vacancy.Turn) string {
	words := make([]string, len(turns))
	for i, t := range turns {
		words[i] = t.From + "–" + t.To
		if t.Break > 0 {
			words[i] = locale.T(ctx, "vacancy.page.turn_break", words[i], t.Break)
		}
	}
	return strings.Join(words, "; ")
}

func sayAllowances(ctx context.Context, allowances []vacancy.Allowance) string {
	words := make([]string, len(allowances))
	for i, a := range allowances {
		words[i] = sayCodes(ctx, vacancy.Allowances, one(a.Kind)) + ": " + sayMoney(ctx, a.Amount)
		if a.Condition != "" {
			words[i] += " (" + a.Condition + ")"
		}
	}
	return strings.Join(words, "; ")
}

// label is what a field is called.
func label(ctx context.Context, field string) string { return locale.T(ctx, "vacancy.field."+field) }

// facts are the fields of a vacancy with their words; optional ones of which
// nothing is said are left out.
func facts(ctx context.Context, v vacancy.Vacancy, fields ...string) []ui.Fact {
	n := namesOf(ctx, v)
	var list []ui.Fact
	for _, field := range fields {
		words := say(ctx, v.Details, n, field)
		if words == "" && optional[field] {
			continue
		}
		list = append(list, ui.Fact{
			Label: factLabel(ctx, field), Value: words, DataTest: "fact-" + field,
			Wide: wide[field],
		})
	}
	return list
}

// wide are the fields whose words need a line of their own.
var wide = map[string]bool{
	"description": true, "pay_note": true, "benefits": true, "papers": true, "batches": true, "allowances": true, "turns": true,
}

// factLabel is what a field is called where it is not asked.
func factLabel(ctx context.Context, field string) string {
	if field == "no_fee" {
		return locale.T(ctx, "vacancy.page.promise")
	}
	return label(ctx, field)
}

// here marks the step that one is at.
func here(is bool) templ.Attributes {
	if is {
		return templ.Attributes{"aria-current": "step"}
	}
	return nil
}

// tone is how a state looks.
func tone(status vacancy.Status) ui.Tone {
	switch status {
	case vacancy.Published:
		return ui.Good
	case vacancy.Submitted:
		return ui.Soon
	case vacancy.Filled:
		return ui.Info
	case vacancy.Expired:
		return ui.Late
	}
	return ui.Calm
}

// icon is the sign beside a state's word.
func icon(status vacancy.Status) string {
	switch status {
	case vacancy.Draft:
		return "pencil"
	case vacancy.Paused:
		return "pause"
	case vacancy.Filled:
		return "users"
	case vacancy.Withdrawn:
		return "undo-2"
	case vacancy.Merged:
		return "link"
	}
	return ""
}

func statusWords(ctx context.Context, status vacancy.Status) string {
	return locale.T(ctx, "vacancy.status."+string(status))
}

// place is where people work, in words.
func place(v vacancy.Vacancy) string {
	if v.ZoneName != "" {
		return v.ZoneName
	}
	return v.AreaName
}

// labelsOf writes the names of fields in one line.
func labelsOf(ctx context.Context, fields []string) string {
	words := make([]string, len(fields))
	for i, field := range fields {
		words[i] = label(ctx, field)
	}
	return strings.Join(words, "; ")
}
