package staffvacancies

import "github.com/a-h/templ"

// step is a part of the form that is saved by itself.
type step struct {
	Name   string   // of its words
	Slug   string   // in its address
	Asks   []string // the fields, in the order of the page
	fields func(s paper) templ.Component
}

// steps are the parts in their order.
var steps = []step{
	{"job", "viec", []string{"employer_id", "title", "occupation_code", "headcount", "batches", "description", "position", "employer_ref"}, jobFields},
	{"place", "noi-lam", []string{"zone_id", "area_id", "workplace", "hours", "shift", "turns", "work_days", "starts_on"}, placeFields},
	{"pay", "luong", []string{"basic_wage", "allowances", "overtime_hours", "income_from", "income_to", "pay_note"}, payFields},
	{"needs", "yeu-cau", []string{"education", "qualification", "experience", "contract", "papers"}, needFields},
	{"care", "phuc-loi", []string{"benefits", "conditions", "priority_groups", "couples"}, careFields},
	{"promise", "cam-ket", []string{"no_fee", "contact_name", "contact_phone", "closes_on"}, promiseFields},
}
