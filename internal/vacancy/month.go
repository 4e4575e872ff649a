package vacancy

import "slices"

// Rates of pay in percent of the wage for a normal hour: the least that the
// law asks for (Labour Code 2019 Art. 98).
const (
	OvertimeRate = 150 // on a normal working day
	RestDayRate  = 200 // on the weekly day of rest
	HolidayRate  = 300 // on a holiday, beside the day's own pay
	NightPremium = 30  // on top, for each hour from 22:00 to 06:00 (Art. 106)
)

// InsuranceRate is the employee's share in thousandths of the insured wage:
// 8 % pension (Law on Social Insurance 2024 Art. 33), 1.5 % health (Decree
// 188/2025/NĐ-CP) and 1 % unemployment (Law on Employment).
const InsuranceRate = 105

// Limits of normal hours (Labour Code 2019 Art. 105, 106).
const (
	normalDay  = 8 * 60 // minutes
	fullWeek   = 6      // days, when the offer does not say
	nightFrom  = 22 * 60
	nightUntil = 30 * 60 // 06:00 of the next day
)

// insured are the allowances that count as wage for social insurance when they
// are paid every month: those for the conditions, the difficulty and the length
// of the work. Meals, travel, housing, children and bonuses do not count
// (Decree 158/2025/NĐ-CP Art. 7, Circular 10/2020/TT-BLĐTBXH Art. 3).
var insured = []string{"seniority", "hazard", "skill"}

// Month is an estimate of the pay of one month, worked without a day missing
// and with every allowance earned. Money is VND in whole thousands, so that
// the parts add up to the sums. Income tax and union dues are not in it, nor
// overtime at night or on days of rest: the offer does not tell them.
type Month struct {
	Days       int  // of work
	DaysSaid   bool // false: six days a week are assumed
	DayMinutes int  // normal minutes a day
	HourSaid   bool // false: eight hours a day are assumed
	Hour       int64
	Basic      int64
	Allowances []Allowance // always paid or with their condition met
	Overtime   int64
	Hours      int // of overtime
	Night      int64
	NightHours int // of normal work between 22:00 and 06:00
	Beyond     int // hours by which the turns go beyond eight a day: overtime, said or not
	Gross      int64
	Insured    int64 // what contributions are counted on
	Insurance  int64 // the employee's share
	Net        int64
}

// Relation says how an estimate stands to the income that the offer names.
type Relation string

// The relations. Less and More are apart from the stated income by more than a
// twentieth.
const (
	Within Relation = "within"
	Less   Relation = "less"
	More   Relation = "more"
)

// Month returns what the facts of the offer make of one month. It is false
// where they do not suffice: no basic wage, or part-time work whose hours are
// not told.
func (d Details) Month() (m Month, ok bool) {
	day := d.dayMinutes()
	if d.BasicWage <= 0 || day <= 0 {
		return Month{}, false
	}
	m = Month{Days: monthDays(d.WorkDays), DaysSaid: d.WorkDays > 0, DayMinutes: day, HourSaid: len(d.Turns) > 0,
		Basic: thousands(d.BasicWage), Allowances: slices.Clone(d.Allowances), Hours: d.OvertimeHours}
	minutes := int64(m.Days * day)
	m.Hour = (m.Basic*60 + minutes/2) / minutes
	m.Beyond = (m.Days*d.mean(func(t Turn) int { return max(0, t.Worked()-normalDay) }) + 30) / 60
	m.Overtime = thousands(m.Hour * int64(m.Hours) * OvertimeRate / 100)
	if !d.namesNight() {
		m.NightHours = (m.Days*d.mean(Turn.Night) + 30) / 60
		m.Night = thousands(m.Hour * int64(m.NightHours) * NightPremium / 100)
	}
	m.Gross, m.Insured = m.Basic+m.Overtime+m.Night, m.Basic
	for i, a := range m.Allowances {
		m.Allowances[i].Amount = thousands(a.Amount)
		m.Gross += m.Allowances[i].Amount
		if a.Condition == "" && slices.Contains(insured, a.Kind) {
			m.Insured += m.Allowances[i].Amount
		}
	}
	m.Insurance = thousands(m.Insured * InsuranceRate / 1000)
	m.Net = m.Gross - m.Insurance
	return m, true
}

// Beside compares the estimate with a stated income; apart is the difference
// to its nearer end in VND, 0 within.
func (m Month) Beside(from, to int64) (relation Relation, apart int64) {
	to = max(from, to)
	slack := from / 20
	switch {
	case m.Gross < from-slack:
		return Less, from - m.Gross
	case m.Gross > to+slack:
		return More, m.Gross - to
	}
	return Within, 0
}

// dayMinutes returns the normal minutes of a day; 0 for part-time work without
// turns.
func (d Details) dayMinutes() int {
	if len(d.Turns) == 0 {
		if d.Hours == "part" {
			return 0
		}
		return normalDay
	}
	return d.mean(func(t Turn) int { return max(0, min(normalDay, t.Worked())) })
}

// mean returns the mean of what the turns are measured at, 0 without turns: who
// has several changes between them week by week.
func (d Details) mean(measure func(Turn) int) int {
	if len(d.Turns) == 0 {
		return 0
	}
	sum := 0
	for _, t := range d.Turns {
		sum += measure(t)
	}
	return sum / len(d.Turns)
}

// namesNight reports whether an allowance for the night is named: then it is
// what is paid, and no premium is reckoned beside it.
func (d Details) namesNight() bool {
	return slices.ContainsFunc(d.Allowances, func(a Allowance) bool { return a.Kind == "night" })
}

// Night returns the normal minutes of the turn between 22:00 and 06:00. The
// first eight hours worked are the normal ones; the break is spread evenly.
func (t Turn) Night() int {
	span, worked := t.Ends()-t.Begins(), t.Worked()
	if worked <= 0 {
		return 0
	}
	end := t.Begins() + span*min(normalDay, worked)/worked
	night := overlap(t.Begins(), end, nightFrom, nightUntil) + overlap(t.Begins(), end, nightFrom-24*60, nightUntil-24*60)
	return night * worked / span
}

// overlap returns how many minutes two spans have in common.
func overlap(from, to, begin, end int) int { return max(0, min(to, end)-max(from, begin)) }

// monthDays returns the working days of an average month of a week of so many
// days, 26 for six.
func monthDays(week int) int {
	if week == 0 {
		week = fullWeek
	}
	return (week*52 + 6) / 12
}

// thousands rounds to whole thousands of VND.
func thousands(vnd int64) int64 { return (vnd + 500) / 1000 * 1000 }
