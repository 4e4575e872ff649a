package vacancies

import (
	"context"

	"cauviec/internal/vacancy"
	"cauviec/web/locale"
)

// example is one month of the offer as the page reckons it out.
type example struct {
	vacancy.Month
	week int // days of work a week; 0: not said
}

// payLine is a part of a month's pay, or a sum of parts.
type payLine struct {
	label, how string
	amount     string
	sum        bool
	test       string
}

// months returns the example of a month; the list is empty where the facts do
// not suffice for one.
func (o offer) months() []example {
	m, ok := o.Month()
	if !ok {
		return nil
	}
	return []example{{m, o.WorkDays}}
}

// lead says what the month is like: how many days, how long, how much overtime.
func (e example) lead(ctx context.Context) string {
	words := locale.T(ctx, "offer.month.days", e.Days, hoursOf(ctx, e.DayMinutes))
	if e.Hours > 0 {
		words += locale.T(ctx, "offer.month.and_overtime", e.Hours)
	}
	return words + locale.T(ctx, "offer.month.and_conditions")
}

// hoursOf writes a span of minutes: 8 giờ, 7 giờ 30 phút.
func hoursOf(ctx context.Context, minutes int) string {
	if minutes%60 == 0 {
		return locale.N(ctx, "offer.hours", minutes/60)
	}
	return locale.T(ctx, "offer.hours_minutes", minutes/60, minutes%60)
}

// lines are the parts of the month and its sums, in the order of reckoning.
func (e example) lines(ctx context.Context) []payLine {
	lines := []payLine{{label: locale.T(ctx, "offer.month.basic"), amount: locale.Number(ctx, e.Basic)}}
	for _, a := range e.Allowances {
		lines = append(lines, payLine{label: word(ctx, vacancy.Allowances, a.Kind), how: a.Condition, amount: "+ " + locale.Number(ctx, a.Amount)})
	}
	if e.Overtime > 0 {
		lines = append(lines, payLine{label: locale.T(ctx, "offer.month.overtime"), amount: "+ " + locale.Number(ctx, e.Overtime),
			how: locale.T(ctx, "offer.month.rate", e.Hours, e.Hour, vacancy.OvertimeRate), test: "overtime"})
	}
	if e.Night > 0 {
		lines = append(lines, payLine{label: locale.T(ctx, "offer.month.night"), amount: "+ " + locale.Number(ctx, e.Night),
			how: locale.T(ctx, "offer.month.rate", e.NightHours, e.Hour, vacancy.NightPremium), test: "night"})
	}
	return append(lines,
		payLine{label: locale.T(ctx, "offer.month.gross"), amount: "= " + locale.Number(ctx, e.Gross), sum: true, test: "gross"},
		payLine{label: locale.T(ctx, "offer.month.insurance"), how: locale.T(ctx, "offer.month.insured", e.Insured), amount: "− " + locale.Number(ctx, e.Insurance)},
		payLine{label: locale.T(ctx, "offer.month.net"), amount: "≈ " + locale.Number(ctx, e.Net), sum: true, test: "net"})
}

// beside says how the month stands to the income that the offer names.
func (e example) beside(ctx context.Context, o offer) string {
	relation, apart := e.Beside(o.IncomeFrom, o.IncomeTo)
	return locale.T(ctx, "offer.month."+string(relation), locale.Money(ctx, apart))
}

// far reports whether the stated income is another than what the facts make.
func (e example) far(o offer) bool {
	relation, _ := e.Beside(o.IncomeFrom, o.IncomeTo)
	return relation != vacancy.Within
}

// gaps are what the offer does not say, and what the example takes instead.
func (e example) gaps(ctx context.Context) []string {
	var gaps []string
	long := e.Beyond > e.Hours
	if long {
		gaps = append(gaps, locale.T(ctx, "offer.month.long", e.Beyond, e.Hours))
	}
	for _, g := range []struct {
		missing bool
		key     string
	}{
		{!e.DaysSaid, "offer.month.no_days"},
		{!e.HourSaid, "offer.month.no_turns"},
		{e.Hours == 0 && !long, "offer.month.no_overtime"},
		{len(e.Allowances) == 0, "offer.month.no_allowances"},
	} {
		if g.missing {
			gaps = append(gaps, locale.T(ctx, g.key))
		}
	}
	return gaps
}
