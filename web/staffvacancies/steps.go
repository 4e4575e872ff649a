package staffvacancies

import (
	"context"
	"slices"

	"github.com/a-h/templ"

	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
)

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

// reviewSlug is the last step: everything at once, before it is sent.
const reviewSlug = "xem-lai"

// title is what a step is called.
func (s step) title(ctx context.Context) string { return locale.T(ctx, "posting.step."+s.Name) }

// stepAddress is a step of a draft.
func stepAddress(id int64, slug string) string { return address(id) + "/soan/" + slug }

// stepBySlug returns where a step stands, or -1.
func stepBySlug(slug string) int {
	return slices.IndexFunc(steps, func(s step) bool { return s.Slug == slug })
}

// stepOf returns the step that asks a field, or -1.
func stepOf(field string) int {
	return slices.IndexFunc(steps, func(s step) bool { return slices.Contains(s.Asks, field) })
}

// following is where one goes after a step.
func following(here int) string {
	if here+1 < len(steps) {
		return steps[here+1].Slug
	}
	return reviewSlug
}

// mark is a step in the list of steps.
type mark struct {
	Title string
	Href  string // empty: not yet
	Here  bool
	Open  int // how many of its fields still want something
}

// marks are the steps of a draft with what is missing in each, and the review.
func marks(ctx context.Context, v vacancy.Vacancy, here int, missing errs.Problems) []mark {
	list := make([]mark, 0, len(steps)+1)
	for i, s := range steps {
		m := mark{Title: locale.T(ctx, "posting.step."+s.Name+".short"), Here: i == here}
		for _, field := range s.Asks {
			if _, is := missing[field]; is {
				m.Open++
			}
		}
		if v.ID != 0 {
			m.Href = stepAddress(v.ID, s.Slug)
		}
		list = append(list, m)
	}
	review := mark{Title: locale.T(ctx, "posting.review"), Here: here == len(steps), Open: len(missing)}
	if v.ID != 0 {
		review.Href = stepAddress(v.ID, reviewSlug)
	}
	return append(list, review)
}
