package staffvacancies

import (
	"context"
	"net/url"
	"strconv"
	"strings"

	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
)

// form keeps the words as typed, by the names of the fields.
type form struct{ url.Values }

// formOf writes a vacancy as the words of a form.
func formOf(ctx context.Context, d vacancy.Details, from choices) form {
	f := form{url.Values{
		"benefits": d.Benefits, "conditions": d.Conditions, "priority_groups": d.PriorityGroups,
	}}
	for field, words := range map[string]string{
		"employer_id": from.employerWords(d.EmployerID), "occupation_code": from.occupationWords(ctx, d.OccupationCode),
		"zone_id": number(d.ZoneID), "area_id": number(d.AreaID), "title": d.Title, "workplace": d.Workplace,
		"headcount": number(int64(d.Headcount)), "description": d.Description, "position": d.Position,
		"education": d.Education, "qualification": d.Qualification, "experience": d.Experience, "contract": d.Contract,
		"hours": d.Hours, "shift": d.Shift, "basic_wage": money(ctx, d.BasicWage), "income_from": money(ctx, d.IncomeFrom),
		"income_to": money(ctx, d.IncomeTo), "pay_note": d.PayNote, "papers": d.Papers, "contact_name": d.ContactName,
		"contact_phone": locale.Phone(d.ContactPhone), "starts_on": d.StartsOn.String(), "closes_on": d.ClosesOn.String(),
	} {
		f.Set(field, words)
	}
	if d.NoFee {
		f.Set("no_fee", "1")
	}
	return f
}

func number(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

func money(ctx context.Context, vnd int64) string {
	if vnd == 0 {
		return ""
	}
	return locale.Number(ctx, vnd)
}

// details reads the words as values. Whether they make sense is for the
// vacancy to say.
func (f form) details(from choices) (vacancy.Details, errs.Problems) {
	p := errs.Problems{}
	return vacancy.Details{
		EmployerID: from.employer(f, p), OccupationCode: from.occupation(f, p), Title: f.Get("title"),
		ZoneID: f.choice(p, "zone_id"), AreaID: f.choice(p, "area_id"), Workplace: f.Get("workplace"),
		Headcount: f.people(p), Description: f.Get("description"), Position: f.Get("position"), Education: f.Get("education"),
		Qualification: f.Get("qualification"), Experience: f.Get("experience"), Contract: f.Get("contract"),
		Hours: f.Get("hours"), Shift: f.Get("shift"), BasicWage: f.money(p, "basic_wage"),
		IncomeFrom: f.money(p, "income_from"), IncomeTo: f.money(p, "income_to"), PayNote: f.Get("pay_note"),
		Benefits: f.Values["benefits"], Conditions: f.Values["conditions"], PriorityGroups: f.Values["priority_groups"],
		Papers: f.Get("papers"), NoFee: f.Get("no_fee") == "1", ContactName: f.Get("contact_name"),
		ContactPhone: f.Get("contact_phone"), StartsOn: f.day(p, "starts_on"), ClosesOn: f.day(p, "closes_on"),
	}, p
}

// choice reads the number of a chosen thing; none is 0.
func (f form) choice(p errs.Problems, field string) int64 {
	if f.Get(field) == "" {
		return 0
	}
	id, err := strconv.ParseInt(f.Get(field), 10, 64)
	if err != nil || id <= 0 {
		p.Add(field, "problem.choice")
		return 0
	}
	return id
}

// people reads a number as people write it: 1200, 1.200.
func (f form) people(p errs.Problems) int {
	words := strings.NewReplacer(".", "", ",", "", " ", "").Replace(f.Get("headcount"))
	if words == "" {
		return 0
	}
	n, err := strconv.ParseInt(words, 10, 32)
	if err != nil {
		p.Add("headcount", "problem.number")
	}
	return int(n)
}

func (f form) money(p errs.Problems, field string) int64 {
	vnd, err := vacancy.ParseMoney(f.Get(field))
	if err != nil {
		p.Add(field, "problem.money")
	}
	return vnd
}

func (f form) day(p errs.Problems, field string) clock.Day {
	day, err := clock.ParseDay(f.Get(field))
	if err != nil {
		p.Add(field, "problem.date")
	}
	return day
}

// choices are what the form offers.
type choices struct {
	vacancy.Choices
	Employers []employer.Choice
	Own       int64 // the employer whose user writes: there is no choice then
}

// employerLabel is how an employer stands in the list that one types into.
func employerLabel(c employer.Choice) string { return c.Name + " · " + c.TaxCode }

func (c choices) employerWords(id int64) string {
	for _, e := range c.Employers {
		if e.ID == id {
			return employerLabel(e)
		}
	}
	return ""
}

// employer finds who was typed: an entry of the list, a name or a tax code. An
// employer's own user need not type.
func (c choices) employer(f form, p errs.Problems) int64 {
	if c.Own != 0 {
		return c.Own
	}
	typed := fold.Fold(f.Get("employer_id"))
	if typed == "" {
		return 0
	}
	for _, e := range c.Employers {
		if typed == fold.Fold(employerLabel(e)) || typed == fold.Fold(e.Name) || typed == fold.Fold(e.TaxCode) {
			return e.ID
		}
	}
	p.Add("employer_id", "vacancy.problem.employer_choice")
	return 0
}

func occupationLabel(ctx context.Context, o vacancy.Occupation) string {
	return o.Code + " " + locale.Pick(ctx, o.NameVi, o.NameEn)
}

func (c choices) occupationWords(ctx context.Context, code string) string {
	for _, o := range c.Occupations {
		if o.Code == code {
			return occupationLabel(ctx, o)
		}
	}
	return code
}

// occupation finds what was typed: a code, alone or before its name, or a name.
func (c choices) occupation(f form, p errs.Problems) string {
	typed := fold.Fold(f.Get("occupation_code"))
	if typed == "" {
		return ""
	}
	code, _, _ := strings.Cut(typed, " ")
	for _, o := range c.Occupations {
		if o.Code == code || typed == fold.Fold(o.NameVi) || typed == fold.Fold(o.NameEn) {
			return o.Code
		}
	}
	p.Add("occupation_code", "vacancy.problem.occupation_choice")
	return ""
}

// names are what the numbers in details stand for.
func (c choices) names(ctx context.Context, d vacancy.Details) names {
	return names{
		employer: c.employerWords(d.EmployerID), occupation: c.occupationWords(ctx, d.OccupationCode),
		zone: placeName(c.Zones, d.ZoneID), area: placeName(c.Districts, d.AreaID),
	}
}

func placeName(places []vacancy.Place, id int64) string {
	for _, p := range places {
		if p.ID == id {
			return p.Name
		}
	}
	return ""
}
