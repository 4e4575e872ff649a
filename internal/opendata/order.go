package opendata

import "cauviec/internal/clock"

// Batch is a part of an order: how many people are needed by which day.
type Batch struct {
	NeededBy  clock.Day `json:"needed_by"`
	Headcount int       `json:"headcount"`
}

// Allowance is money beside the basic wage.
type Allowance struct {
	Kind      string `json:"kind"`
	Amount    int64  `json:"amount"`    // VND a month, at most
	Condition string `json:"condition"` // what one does for it; empty: it is always paid
}

// Turn is one shift of the day by the clock. One that ends before it begins
// runs over midnight. Who has several changes between them week by week.
type Turn struct {
	From  string `json:"from"`  // 06:00
	To    string `json:"to"`    // 14:00
	Break int    `json:"break"` // minutes of rest that are not worked
}

// mask takes telephone numbers and addresses of e-mail out of everything that
// somebody has written freely.
func (v *Vacancy) mask() {
	for _, text := range []*string{&v.Title, &v.Workplace, &v.Description, &v.PayNote, &v.Papers, &v.Living} {
		*text = Masked(*text)
	}
	for i := range v.Allowances {
		v.Allowances[i].Condition = Masked(v.Allowances[i].Condition)
	}
}
