package obligation

import "cauviec/internal/clock"

// Due explains a day that counts: where it comes from and what it means.
type Due struct {
	Phrase        string    // as the paper says it
	Rule          string    // how the day follows from the phrase
	First         clock.Day // the day the paper gave
	Day           clock.Day // the day that counts now; over at its local midnight
	HolidayVi     string    // the name of the day off on which Day falls, if any
	HolidayEn     string
	Off           bool        // offices are closed on Day
	LastWorking   clock.Day   // the last working day on or before Day
	Extensions    []Extension // those granted, in the order of time
	WorkingDaysTo int         // working days after today until Day, at most MaxCounted
}

// MaxCounted bounds how far working days are counted ahead.
const MaxCounted = 60

// Explain returns how the obligation's day explains itself; without a day it
// is the zero Due with the phrase. Extensions are all that were asked for.
func (o Obligation) Explain(today clock.Day, holidays Holidays, extensions []Extension) Due {
	due := Due{Phrase: o.DuePhrase, Rule: o.DueRule, First: o.FirstDueOn, Day: o.DueOn}
	if o.DueOn.IsZero() {
		return due
	}
	due.HolidayVi, due.HolidayEn = holidays.Name(o.DueOn)
	due.Off = !holidays.Working(o.DueOn)
	due.LastWorking = holidays.LastWorking(o.DueOn)
	due.WorkingDaysTo = workingDays(holidays.Calendar, today, o.DueOn)
	for _, e := range extensions {
		if e.Decision == Granted {
			due.Extensions = append(due.Extensions, e)
		}
	}
	return due
}

// workingDays counts the working days after from until to, at most MaxCounted.
func workingDays(calendar clock.Calendar, from, to clock.Day) int {
	n := 0
	for day := from.Add(1); !day.After(to) && n < MaxCounted; day = day.Add(1) {
		if calendar.Working(day) {
			n++
		}
	}
	return n
}
