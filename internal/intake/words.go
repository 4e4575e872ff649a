package intake

import (
	"cauviec/internal/typed"
	"cauviec/internal/vacancy"
)

// Words is what the columns and the entries of lists are called on the sheet:
// by field, and by list and code. The first word is the one that is written,
// all are understood.
type Words struct {
	Headers map[string][]string
	Lists   map[string]map[string][]string // by the name of a vacancy.List
}

// Fields of a sheet that are no fields of a vacancy. Note and Reasons are for
// the reader and mean nothing.
const (
	Note     = "note"
	Reasons  = "reasons"
	Code     = "code"
	TaxCode  = "tax_code"
	Employer = "employer"
)

// Column is one that the template has.
type Column struct {
	Field    string
	Kind     Kind
	List     vacancy.List // that a Choice or Several takes
	Required bool
}

// Kind is what a column holds.
type Kind int

// The kinds. Digits are codes and numbers whose zeros count.
const (
	Text Kind = iota
	Digits
	Number
	Money
	Date
	YesNo
	Choice
	Several
	Place
	District
	Occupation
)

// columns are those of the template, in its order.
var columns = []Column{
	{Field: Note},
	{Field: TaxCode, Kind: Digits, Required: true},
	{Field: Employer},
	{Field: "employer_ref", Kind: Digits},
	{Field: Code, Kind: Digits},
	{Field: "title", Required: true},
	{Field: "occupation_code", Kind: Occupation},
	{Field: "headcount", Kind: Number},
	{Field: "batches"},
	{Field: "zone_id", Kind: Place},
	{Field: "area_id", Kind: District},
	{Field: "workplace"},
	{Field: "description"},
	{Field: "position", Kind: Choice, List: vacancy.Positions},
	{Field: "hours", Kind: Choice, List: vacancy.Hours},
	{Field: "shift", Kind: Choice, List: vacancy.Shifts},
	{Field: "turns"},
	{Field: "work_days", Kind: Number},
	{Field: "basic_wage", Kind: Money},
	{Field: "income_from", Kind: Money},
	{Field: "income_to", Kind: Money},
	{Field: "allowances"},
	{Field: "overtime_hours", Kind: Number},
	{Field: "pay_note"},
	{Field: "education", Kind: Choice, List: vacancy.Educations},
	{Field: "qualification", Kind: Choice, List: vacancy.Qualifications},
	{Field: "experience", Kind: Choice, List: vacancy.Experiences},
	{Field: "papers"},
	{Field: "contract", Kind: Choice, List: vacancy.Contracts},
	{Field: "benefits", Kind: Several, List: vacancy.Benefits},
	{Field: "conditions", Kind: Several, List: vacancy.Conditions},
	{Field: "priority_groups", Kind: Several, List: vacancy.PriorityGroups},
	{Field: "couples", Kind: YesNo},
	{Field: "no_fee", Kind: YesNo},
	{Field: "contact_name"},
	{Field: "contact_phone", Kind: Digits},
	{Field: "starts_on", Kind: Date},
	{Field: "closes_on", Kind: Date},
}

// Columns returns the columns of the template: one employer's own user is not
// asked who the employer is.
func Columns(ownEmployer bool) []Column {
	var list []Column
	for _, c := range columns {
		if !ownEmployer || c.Field != TaxCode && c.Field != Employer {
			list = append(list, c)
		}
	}
	return list
}

// Fields lists everything that a header can mean.
func Fields() []string {
	list := []string{Reasons}
	for _, c := range columns {
		list = append(list, c.Field)
	}
	return list
}

// Lists are the lists whose words a sheet may hold.
func Lists() []vacancy.List {
	lists := []vacancy.List{vacancy.Allowances}
	for _, c := range columns {
		if c.List.Name != "" {
			lists = append(lists, c.List)
		}
	}
	return lists
}

// lexicons teaches the words of each list, with what people also call them.
func (w Words) lexicons() map[string]*typed.Lexicon {
	all := map[string]*typed.Lexicon{}
	for _, list := range Lists() {
		l := &typed.Lexicon{}
		for _, code := range list.Codes {
			l.Add(code, w.Lists[list.Name][code]...)
		}
		for _, code := range list.Codes {
			l.Add(code, spoken[list.Name][code]...)
		}
		all[list.Name] = l
	}
	return all
}
