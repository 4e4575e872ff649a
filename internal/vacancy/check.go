package vacancy

import (
	"slices"
	"unicode/utf8"

	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/phone"
	"cauviec/internal/wage"
)

// Longest texts, in characters, and the largest order.
const (
	titleLength = 150
	shortText   = 200
	longText    = 4000
	mostPeople  = 100_000
)

// longestRun is how many months ahead a vacancy may close.
const longestRun = 12

// Ground is what the publish gate has to know beside the vacancy itself.
type Ground struct {
	Employer employer.State
	Minimum  wage.Finding // at the place of work, on the day work can begin
	Cleared  []Clearance
}

// CheckDraft judges what is written so far: a title and an employer are
// enough, but nothing may be nonsense.
func (d Details) CheckDraft() errs.Problems {
	p := errs.Problems{}
	if fold.Slug(d.Title) == "" {
		p.Add("title", "problem.required")
	}
	if d.EmployerID == 0 {
		p.Add("employer_id", "problem.required")
	}
	d.checkLengths(p)
	d.checkCodes(p)
	d.checkNumbers(p)
	d.checkAllowances(p)
	d.checkTurns(p)
	d.checkBatches(p)
	if _, err := phone.Parse(d.ContactPhone); err != nil {
		p.Add("contact_phone", "problem.phone")
	}
	return p
}

func (d Details) checkLengths(p errs.Problems) {
	for _, text := range []struct {
		field, text string
		longest     int
	}{
		{"title", d.Title, titleLength},
		{"workplace", d.Workplace, shortText},
		{"contact_name", d.ContactName, shortText},
		{"employer_ref", d.EmployerRef, shortText},
		{"description", d.Description, longText},
		{"pay_note", d.PayNote, longText},
		{"papers", d.Papers, longText},
	} {
		if utf8.RuneCountInString(text.text) > text.longest {
			p.Add(text.field, "problem.long", text.longest)
		}
	}
}

// choices are the fields with one code.
func (d Details) choices() map[string]struct {
	list List
	code string
} {
	return map[string]struct {
		list List
		code string
	}{
		"position": {Positions, d.Position}, "education": {Educations, d.Education},
		"qualification": {Qualifications, d.Qualification}, "experience": {Experiences, d.Experience},
		"contract": {Contracts, d.Contract}, "hours": {Hours, d.Hours}, "shift": {Shifts, d.Shift},
	}
}

func (d Details) checkCodes(p errs.Problems) {
	for field, c := range d.choices() {
		if c.code != "" && !c.list.Has(c.code) {
			p.Add(field, "problem.choice")
		}
	}
	if !Benefits.HasAll(d.Benefits) {
		p.Add("benefits", "problem.choice")
	}
	if !Conditions.HasAll(d.Conditions) {
		p.Add("conditions", "problem.choice")
	}
	if !PriorityGroups.HasAll(d.PriorityGroups) {
		p.Add("priority_groups", "problem.choice")
	}
	if slices.Contains(d.Benefits, NoBenefit) && len(d.Benefits) > 1 {
		p.Add("benefits", "vacancy.problem.benefits_none")
	}
}

func (d Details) checkNumbers(p errs.Problems) {
	if d.Headcount < 0 || d.Headcount > mostPeople {
		p.Add("headcount", "vacancy.problem.headcount", mostPeople)
	}
	for field, vnd := range map[string]int64{"basic_wage": d.BasicWage, "income_from": d.IncomeFrom, "income_to": d.IncomeTo} {
		if vnd < 0 || vnd > mostPay {
			p.Add(field, "problem.money")
		}
	}
	if d.IncomeTo != 0 && d.IncomeTo < d.IncomeFrom {
		p.Add("income_to", "vacancy.problem.income_order")
	}
	if d.IncomeFrom != 0 && d.IncomeFrom < d.BasicWage {
		p.Add("income_from", "vacancy.problem.income_below_basic")
	}
}

// CheckSubmit judges whether the vacancy can be put before a second person:
// the starred fields of Mẫu 03a/PLI (Decree 23/2021/NĐ-CP), a place, a last
// day, a contact, the promise of no fee (Labour Code 2019 Art. 11.2 and 17),
// a contract wage that the law allows, and nothing that package coach stops.
func (d Details) CheckSubmit(today clock.Day, minimum wage.Finding) errs.Problems {
	return d.check(today, minimum, d.Findings(today, minimum, nil), false)
}

// check is what both gates ask for.
func (d Details) check(today clock.Day, minimum wage.Finding, found []Finding, public bool) errs.Problems {
	p := d.CheckDraft()
	d.checkStarred(p)
	d.checkPay(p, minimum)
	checkLaw(p, found, public)
	d.checkDays(p, today)
	if !d.NoFee {
		p.Add("no_fee", "vacancy.problem.no_fee")
	}
	return p
}

// CheckPublish is the gate to the public: CheckSubmit, a verified employer, and
// a second person's reason for whatever the coach freezes or warns of.
func (d Details) CheckPublish(today clock.Day, g Ground) errs.Problems {
	p := d.check(today, g.Minimum, d.Findings(today, g.Minimum, g.Cleared), true)
	switch g.Employer {
	case employer.Verified:
	case employer.Suspended:
		p.Add("employer_id", "vacancy.problem.employer_suspended")
	default:
		p.Add("employer_id", "vacancy.problem.employer_unverified")
	}
	return p
}

// checkStarred asks for what the form stars. Of the occupation at least two
// digits are needed: Mẫu 02 counts by these.
func (d Details) checkStarred(p errs.Problems) {
	for field, given := range map[string]bool{
		"description": d.Description != "", "position": d.Position != "", "education": d.Education != "",
		"qualification": d.Qualification != "", "hours": d.Hours != "", "benefits": len(d.Benefits) > 0,
		"contact_name": d.ContactName != "", "contact_phone": d.ContactPhone != "",
		"basic_wage": d.BasicWage != 0, "income_from": d.IncomeFrom != 0, "closes_on": !d.ClosesOn.IsZero(),
		"zone_id": d.ZoneID != 0 || d.AreaID != 0,
	} {
		if !given {
			p.Add(field, "problem.required")
		}
	}
	if d.Headcount == 0 {
		p.Add("headcount", "problem.positive")
	}
	if len(d.OccupationCode) < 2 {
		p.Add("occupation_code", "vacancy.problem.occupation")
	}
	if !slices.ContainsFunc(surroundings, func(code string) bool { return slices.Contains(d.Conditions, code) }) {
		p.Add("conditions", "vacancy.problem.surroundings")
	}
}

// checkPay compares the contract wage for normal hours with the regional
// minimum (Decree 293/2025/NĐ-CP Art. 4 and those before it). Part-time work is
// paid by the hour and its monthly wage is not compared.
func (d Details) checkPay(p errs.Problems, minimum wage.Finding) {
	if d.BasicWage == 0 || d.Hours == "part" {
		return
	}
	switch {
	case d.ZoneID == 0 && d.AreaID == 0:
	case !minimum.Known():
		p.Add("zone_id", "vacancy.problem.minimum_unknown")
	case !minimum.Covers(d.BasicWage):
		p.Add("basic_wage", "vacancy.problem.minimum", minimum.Minimum, minimum.Region, minimum.Basis)
	}
}

func (d Details) checkDays(p errs.Problems, today clock.Day) {
	switch {
	case d.ClosesOn.IsZero():
	case !d.ClosesOn.After(today):
		p.Add("closes_on", "vacancy.problem.closes_past")
	case d.ClosesOn.After(LastDay(today)):
		p.Add("closes_on", "vacancy.problem.closes_far", longestRun)
	}
}

// LastDay returns the latest day on which a vacancy may close: the same day of
// the month a year ahead.
func LastDay(today clock.Day) clock.Day {
	y, m, day := today.Date()
	return clock.NewDay(y, m+longestRun, day)
}

// WageDay returns the day whose minimum wage applies: when work begins, but
// not before today.
func (d Details) WageDay(today clock.Day) clock.Day {
	if d.StartsOn.After(today) {
		return d.StartsOn
	}
	return today
}

// Place returns where people work, for the minimum wage.
func (d Details) Place() wage.Place { return wage.Place{Zone: d.ZoneID, Area: d.AreaID} }
