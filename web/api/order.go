package api

import (
	"cauviec/internal/opendata"
	"cauviec/internal/vacancy"
)

// batch is a part of an order.
type batch struct {
	NeededBy  string `json:"needed_by"` // a day
	Headcount int    `json:"headcount"`
}

// allowance is money beside the wage in the contract.
type allowance struct {
	Kind      string `json:"kind"`
	Amount    int64  `json:"amount_vnd"` // a month, at most
	Condition string `json:"condition"`  // empty: always paid
}

// turn is one shift of the day by the clock.
type turn struct {
	From  string `json:"from"` // 06:00
	To    string `json:"to"`   // not later than from: on the next day
	Break int    `json:"break_minutes"`
}

func batchesOf(list []opendata.Batch) []batch {
	batches := make([]batch, len(list))
	for i, b := range list {
		batches[i] = batch{b.NeededBy.ISO(), b.Headcount}
	}
	return batches
}

func allowancesOf(list []opendata.Allowance) []allowance {
	allowances := make([]allowance, len(list))
	for i, a := range list {
		allowances[i] = allowance(a)
	}
	return allowances
}

func turnsOf(list []opendata.Turn) []turn {
	turns := make([]turn, len(list))
	for i, t := range list {
		turns[i] = turn(t)
	}
	return turns
}

// month is the example of a month's pay that the page of the vacancy reckons
// out.
type month struct {
	WorkDays        int   `json:"work_days"`
	WorkDaysAssumed bool  `json:"work_days_assumed"`
	DayMinutes      int   `json:"normal_minutes_per_day"`
	MinutesAssumed  bool  `json:"normal_minutes_assumed"`
	Hour            int64 `json:"normal_hour_vnd"`
	Basic           int64 `json:"basic_vnd"`
	Allowances      int64 `json:"allowances_vnd"`
	OvertimeHours   int   `json:"overtime_hours"`
	Overtime        int64 `json:"overtime_vnd"`
	NightHours      int   `json:"night_hours"`
	Night           int64 `json:"night_vnd"`
	Gross           int64 `json:"gross_vnd"`
	Insured         int64 `json:"insured_vnd"`
	Insurance       int64 `json:"insurance_vnd"`
	Net             int64 `json:"net_vnd"`
}

// monthOf is nil where the facts do not suffice for an example.
func monthOf(v opendata.Vacancy) *month {
	d := vacancy.Details{BasicWage: v.BasicWage, OvertimeHours: v.OvertimeHours, Hours: v.Hours, WorkDays: v.WorkDays}
	for _, a := range v.Allowances {
		d.Allowances = append(d.Allowances, vacancy.Allowance(a))
	}
	for _, t := range v.Turns {
		d.Turns = append(d.Turns, vacancy.Turn(t))
	}
	m, ok := d.Month()
	if !ok {
		return nil
	}
	example := &month{
		WorkDays: m.Days, WorkDaysAssumed: !m.DaysSaid, DayMinutes: m.DayMinutes, MinutesAssumed: !m.HourSaid,
		Hour: m.Hour, Basic: m.Basic, OvertimeHours: m.Hours, Overtime: m.Overtime, NightHours: m.NightHours, Night: m.Night,
		Gross: m.Gross, Insured: m.Insured, Insurance: m.Insurance, Net: m.Net,
	}
	for _, a := range m.Allowances {
		example.Allowances += a.Amount
	}
	return example
}
