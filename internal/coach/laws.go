package coach

import (
	"fmt"

	"cauviec/internal/clock"
	"cauviec/internal/wage"
)

// Law is where a rule comes from, in Vietnamese. Sure says that the article was
// read in the text of the law; otherwise the citation comes from general
// knowledge and has to be checked against it.
type Law struct {
	Code   string // the article that forbids
	Decree string // the article that fines, if one is in force on the day
	Sure   bool
}

// finesFrom is the day on which Decree 283/2026/NĐ-CP came into force.
var finesFrom = clock.MustDay("10/09/2026")

const (
	labourCode = "Bộ luật Lao động 2019, "
	decree283  = "Nghị định 283/2026/NĐ-CP, "
)

// laws gives the articles of each rule but the wage's, which has its decree.
var laws = map[Rule]Law{
	Fee:          {labourCode + "Điều 11 khoản 2", decree283 + "Điều 10, Điều 11", true},
	Deposit:      {labourCode + "Điều 17 khoản 2", decree283 + "Điều 15", false},
	Papers:       {labourCode + "Điều 17 khoản 1", decree283 + "Điều 15", false},
	Sex:          {labourCode + "Điều 3 khoản 8, Điều 8 khoản 1", decree283 + "Điều 10, Điều 11", true},
	Age:          {labourCode + "Điều 3 khoản 8, Điều 8 khoản 1", decree283 + "Điều 10, Điều 11", true},
	Marital:      {labourCode + "Điều 3 khoản 8, Điều 8 khoản 1", decree283 + "Điều 10, Điều 11", true},
	Pregnancy:    {labourCode + "Điều 3 khoản 8, Điều 8 khoản 1", decree283 + "Điều 10, Điều 11", true},
	Origin:       {labourCode + "Điều 3 khoản 8, Điều 8 khoản 1", decree283 + "Điều 10, Điều 11", true},
	Religion:     {labourCode + "Điều 3 khoản 8, Điều 8 khoản 1", decree283 + "Điều 10, Điều 11", true},
	Disability:   {labourCode + "Điều 3 khoản 8, Điều 8 khoản 1", decree283 + "Điều 10, Điều 11", true},
	Appearance:   {labourCode + "Điều 3 khoản 8, Điều 8 khoản 1", "", false},
	Probation:    {labourCode + "Điều 25", "", true},
	ProbationPay: {labourCode + "Điều 26", "", true},
	Overtime:     {labourCode + "Điều 107; Nghị quyết 17/2022/UBTVQH15", "", false},
	Minor:        {labourCode + "Điều 143, Điều 146", "", true},
	Lump:         {labourCode + "Điều 8 khoản 7, Điều 16 khoản 1", "", false},
	Vague:        {labourCode + "Điều 8 khoản 7, Điều 16 khoản 1", decree283 + "Điều 10", false},
}

// apprentices are not on probation: who learns a trade for a firm is paid for
// what they make, pays no tuition, and has a contract of training.
var apprentices = Law{labourCode + "Điều 61 khoản 3, khoản 5", "", false}

// weeklyRest is owed besides the limits of overtime.
var weeklyRest = Law{labourCode + "Điều 111 khoản 1", "", false}

// lawOf returns the articles of a rule; the fines only once they are in force.
func lawOf(r Rule, today clock.Day) Law {
	law := laws[r]
	if today.Before(finesFrom) {
		law.Decree = ""
	}
	return law
}

// underMinimum finds a contract wage for normal hours under the regional
// minimum. Part-time work is paid by the hour and is not compared.
func underMinimum(o Offer, minimum wage.Finding) (Finding, bool) {
	if o.PartTime || o.BasicWage == 0 || minimum.Covers(o.BasicWage) {
		return Finding{}, false
	}
	return Finding{
		Rule: Wage, Field: "basic_wage", Severity: Stops,
		Law:     Law{Code: labourCode + "Điều 90 khoản 2, Điều 91", Decree: minimum.Basis, Sure: true},
		Rewrite: fmt.Sprintf("Lương cơ bản trong hợp đồng từ %s đồng/tháng.", dotted(minimum.Minimum)),
	}, true
}

// dotted writes an amount with dots: 4.730.000.
func dotted(vnd int64) string {
	words := fmt.Sprint(vnd)
	for i := len(words) - 3; i > 0; i -= 3 {
		words = words[:i] + "." + words[i:]
	}
	return words
}
