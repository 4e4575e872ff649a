package vacancies

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// edit is a published fact that stands otherwise than was printed. Facts that
// are long are named only.
type edit struct{ field, was, now string }

// unprinted are the fields that no paper shows.
var unprinted = []string{"employer_id", "employer_ref", "area_id", "occupation_code", "no_fee"}

// editsOf lists what papers of an older wording have wrong.
func editsOf(ctx context.Context, was, now vacancy.Details) []edit {
	var edits []edit
	for _, field := range vacancy.Changed(was, now) {
		if slices.Contains(unprinted, field) {
			continue
		}
		edits = append(edits, edit{field: locale.T(ctx, "vacancy.field."+field), was: factOf(ctx, field, was), now: factOf(ctx, field, now)})
	}
	return edits
}

// factOf writes a short fact; a long one is empty.
func factOf(ctx context.Context, field string, d vacancy.Details) string {
	switch field {
	case "title":
		return d.Title
	case "workplace":
		return d.Workplace
	case "headcount":
		return strconv.Itoa(d.Headcount)
	case "basic_wage":
		return locale.Money(ctx, d.BasicWage)
	case "income_from":
		return locale.Money(ctx, d.IncomeFrom)
	case "income_to":
		return locale.Money(ctx, d.IncomeTo)
	case "shift":
		return word(ctx, vacancy.Shifts, d.Shift)
	case "starts_on":
		return d.StartsOn.String()
	case "closes_on":
		return d.ClosesOn.String()
	case "contact_phone":
		return locale.Phone(d.ContactPhone)
	}
	return ""
}

// echo is what was typed; where that is long, the code in it.
func (c checked) echo() string {
	runes := []rune(c.typed)
	switch {
	case len(runes) <= longestCode:
		return c.typed
	case c.code != "":
		return c.code
	}
	return string(runes[:longestCode]) + "…"
}

// title is the verdict; what is over says how.
func (c checked) title(ctx context.Context) string {
	switch {
	case c.forged:
		return locale.T(ctx, "jobs.check.forged.title")
	case c.verdict == ended && c.merged:
		return locale.T(ctx, "jobs.check.merged_ended", c.vacancy.Code, locale.T(ctx, "jobs.closed."+c.closed()))
	case c.verdict == ended:
		return locale.T(ctx, "jobs.closed."+c.closed())
	case c.merged:
		return locale.T(ctx, "jobs.check.merged", c.vacancy.Code)
	}
	return locale.T(ctx, "jobs.check."+string(c.verdict))
}

// tone is how the answer looks; a paper that we never made is an alarm.
func (c checked) tone() ui.Tone {
	if c.forged {
		return ui.Late
	}
	return c.verdict.tone()
}

// closed names how the vacancy is over.
func (c checked) closed() string {
	o := offer{Vacancy: c.vacancy}
	if o.hidden() {
		return "hidden"
	}
	return string(c.state)
}

// words is what the verdict means for who asks.
func (c checked) words(ctx context.Context) string {
	switch {
	case c.forged:
		return locale.T(ctx, "jobs.check.forged", c.printed)
	case c.merged && c.verdict == changed && len(c.edits) > 0:
		return locale.T(ctx, "jobs.check.merged.differs", locale.DayTime(c.at))
	case c.merged && c.verdict == changed:
		return locale.T(ctx, "jobs.check.merged.help", locale.DayTime(c.at))
	case c.verdict == changed && c.printed > 0:
		return locale.T(ctx, "jobs.check.printed", c.printed, locale.DayTime(c.at))
	case c.verdict == changed:
		return locale.T(ctx, "jobs.check.changed.help", locale.DayTime(c.at))
	case c.verdict == waiting:
		return locale.T(ctx, "jobs.check.wait.help", int(unknownCodes.Window.Minutes()))
	}
	return locale.T(ctx, "jobs.check."+string(c.verdict)+".help")
}

// facts are what the offer says today.
func (c checked) facts(ctx context.Context) []ui.Fact {
	v := c.vacancy
	work := ui.Fact{Label: locale.T(ctx, "jobs.check.work"), Body: ui.TextLink(v.Title, href(v.ID, v.Slug))}
	facts := []ui.Fact{
		work, {Label: locale.T(ctx, "jobs.check.employer"), Value: v.EmployerName},
		{Label: locale.T(ctx, "jobs.offer.income"), Value: locale.MonthlyPay(ctx, v.IncomeFrom, v.IncomeTo)},
		{Label: locale.T(ctx, "jobs.offer.place"), Value: offer{Vacancy: v}.place()},
		{Label: locale.T(ctx, "jobs.check.until"), Value: v.ClosesOn.String()},
	}
	if c.merged {
		facts = append(facts, ui.Fact{Label: locale.T(ctx, "jobs.check.code"), Value: v.Code, DataTest: "living-code"})
	}
	return facts
}

// line is the verdict for a telephone clerk, or how to ask.
func (c checked) line(ctx context.Context) string {
	if c.verdict == "" {
		return locale.T(ctx, "jobs.check.line.ask")
	}
	parts := []string{c.echo() + ": " + strings.ToUpper(c.title(ctx))}
	if c.verdict.shows() {
		v := c.vacancy
		parts = append(parts, v.Title, v.EmployerName, locale.MonthlyPay(ctx, v.IncomeFrom, v.IncomeTo),
			locale.T(ctx, "jobs.check.line.until", v.ClosesOn.String()))
	}
	if c.verdict == unknown || c.forged {
		parts = append(parts, locale.T(ctx, "jobs.check.line.beware"))
	}
	for _, e := range c.edits {
		parts = append(parts, e.words())
	}
	return strings.Join(strings.Fields(strings.Join(parts, ". ")), " ")
}

// words is the edit in a few words: "Hạn đăng ký: 01/05/2026 → 15/05/2026".
func (e edit) words() string {
	switch {
	case e.was == "" && e.now == "":
		return e.field
	case e.was == "":
		return e.field + ": " + e.now
	}
	return e.field + ": " + e.was + " → " + e.now
}

// reportHref leads to reporting the advert that was checked.
func (c checked) reportHref() string {
	if c.code == "" {
		return "/bao-tin-xau"
	}
	return "/bao-tin-xau?tin=" + c.code
}
