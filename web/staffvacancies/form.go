package staffvacancies

import (
	"context"
	"net/url"
	"strconv"
	"strings"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
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
		"employer_ref": d.EmployerRef, "work_days": number(int64(d.WorkDays)), "overtime_hours": number(int64(d.OvertimeHours)),
		"no_fee": yes(d.NoFee), "couples": yes(d.Couples),
	} {
		f.Set(field, words)
	}
	f.setRows(ctx, d)
	return f
}

// yes is what a ticked box sends.
func yes(ticked bool) string {
	if ticked {
		return "1"
	}
	return ""
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
		EmployerRef: f.Get("employer_ref"), Headcount: f.count(p, "headcount"), Batches: f.batches(p), Description: f.Get("description"), Position: f.Get("position"), Education: f.Get("education"),
		Qualification: f.Get("qualification"), Experience: f.Get("experience"), Contract: f.Get("contract"),
		Hours: f.Get("hours"), Shift: f.Get("shift"), Turns: f.turns(p), WorkDays: f.count(p, "work_days"),
		BasicWage: f.money(p, "basic_wage"), Allowances: f.allowances(p), OvertimeHours: f.count(p, "overtime_hours"),
		IncomeFrom: f.money(p, "income_from"), IncomeTo: f.money(p, "income_to"), PayNote: f.Get("pay_note"),
		Benefits: f.Values["benefits"], Conditions: f.Values["conditions"], PriorityGroups: f.Values["priority_groups"],
		Couples: f.Get("couples") == "1", Papers: f.Get("papers"), NoFee: f.Get("no_fee") == "1", ContactName: f.Get("contact_name"),
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

// count reads a number as people write it: 1200, 1.200.
func (f form) count(p errs.Problems, field string) int {
	return countIn(p, field, f.Get(field))
}

// countIn reads words of a field as a number; none is 0.
func countIn(p errs.Problems, field, words string) int {
	words = strings.NewReplacer(".", "", ",", "", " ", "").Replace(words)
	if words == "" {
		return 0
	}
	n, err := strconv.ParseInt(words, 10, 32)
	if err != nil {
		p.Add(field, "problem.number")
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
