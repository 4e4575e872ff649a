package vacancies

import (
	"context"
	"html"
	"strings"

	"cauviec/internal/vacancy"
	"cauviec/web/locale"
)

// noneAsked is what Google reads as asking for nothing.
const noneAsked = "no requirements"

// monthsAsked is the least experience of each answer in months; what cannot be
// said in whole months is not said.
var monthsAsked = map[string]int{"from_1_to_2": 12, "from_2_to_5": 24, "over_5": 60}

// experienceAsked is nil where nothing is said.
func (o offer) experienceAsked() any {
	if o.Experience == "none" {
		return noneAsked
	}
	if months := monthsAsked[o.Experience]; months > 0 {
		return map[string]any{"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}
	}
	return nil
}

// educationAsked is nil where nothing is said, or Google has no word for it.
func (o offer) educationAsked() any {
	switch o.Education {
	case "any", "none":
		return noneAsked
	case "upper_secondary":
		return map[string]any{"@type": "EducationalOccupationalCredential", "credentialCategory": "high school"}
	}
	return nil
}

// workHours are the turns in one sentence, or the kind of shift.
func (o offer) workHours(ctx context.Context) string {
	if len(o.Turns) == 0 {
		return word(ctx, vacancy.Shifts, o.Shift)
	}
	turns := make([]string, len(o.Turns))
	for i, t := range o.Turns {
		turns[i] = span(ctx, t)
	}
	return strings.Join(turns, "; ") + ". " + o.rhythm(ctx)
}

// html is the whole of the offer as search engines want it: the text of the
// page in paragraphs and lists.
func (o offer) html(ctx context.Context) string {
	var b strings.Builder
	paragraph := func(words ...string) {
		if text := strings.TrimSpace(strings.Join(words, "")); text != "" {
			b.WriteString("<p>" + strings.ReplaceAll(html.EscapeString(text), "\n", "<br>") + "</p>")
		}
	}
	paragraph(o.Description)
	paragraph(locale.T(ctx, "jobs.offer.basic"), ": ", locale.Money(ctx, o.BasicWage), ". ",
		locale.T(ctx, "jobs.offer.income"), ": ", locale.MonthlyPay(ctx, o.IncomeFrom, o.IncomeTo), ".")
	paragraph(o.PayNote)
	if words := listed(ctx, vacancy.Benefits, o.Benefits); len(words) > 0 {
		b.WriteString("<ul>")
		for _, w := range words {
			b.WriteString("<li>" + html.EscapeString(w) + "</li>")
		}
		b.WriteString("</ul>")
	}
	paragraph(o.Living)
	if o.Papers != "" {
		paragraph(locale.T(ctx, "jobs.offer.papers"), ": ", o.Papers)
	}
	paragraph(locale.T(ctx, "jobs.promise"), ".")
	return b.String()
}

// sentence joins words as a list in a text.
func sentence(words []string) string { return strings.Join(words, ", ") }
