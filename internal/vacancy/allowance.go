package vacancy

import (
	"strings"
	"unicode/utf8"

	"cauviec/internal/errs"
	"cauviec/internal/fold"
)

// Allowance is money beside the basic wage.
type Allowance struct {
	Kind      string `json:"kind"`
	Amount    int64  `json:"amount"`    // VND a month, at most
	Condition string `json:"condition"` // what one does for it; empty: it is always paid
}

// Allowances are the kinds of money beside the basic wage.
var Allowances = List{"allowance", []string{
	"attendance", "productivity", "seniority", "housing", "travel", "meals", "night", "hazard", "skill", "children", "other",
}}

// mostAllowances is how many allowances one vacancy names.
const mostAllowances = 12

// monthCap is the most overtime of a month in hours (Labour Code 2019 Art.
// 107, Resolution 17/2022/UBTVQH15).
const monthCap = 60

// normalAllowances returns the allowances that say something, never nil.
func normalAllowances(allowances []Allowance) []Allowance {
	kept := []Allowance{}
	for _, a := range allowances {
		a.Condition = fold.Tidy(a.Condition)
		if a != (Allowance{}) {
			kept = append(kept, a)
		}
	}
	return kept
}

func (d Details) checkAllowances(p errs.Problems) {
	if len(d.Allowances) > mostAllowances {
		p.Add("allowances", "problem.many", mostAllowances)
	}
	for _, a := range d.Allowances {
		switch {
		case !Allowances.Has(a.Kind):
			p.Add("allowances", "vacancy.problem.allowance_kind")
		case a.Amount <= 0 || a.Amount > mostPay:
			p.Add("allowances", "vacancy.problem.allowance_amount")
		case utf8.RuneCountInString(a.Condition) > shortText:
			p.Add("allowances", "problem.long", shortText)
		}
	}
	if d.OvertimeHours < 0 || d.OvertimeHours > monthCap {
		p.Add("overtime_hours", "vacancy.problem.overtime", monthCap)
	}
}

// allowanceWords are the conditions as one text, a sentence each.
func (d Details) allowanceWords() string {
	sentences := make([]string, len(d.Allowances))
	for i, a := range d.Allowances {
		sentences[i] = a.Condition
	}
	return strings.Join(sentences, "\n")
}
