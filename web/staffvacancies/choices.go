package staffvacancies

import (
	"context"
	"strings"

	"cauviec/internal/employer"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
)

// choices are what the form offers.
type choices struct {
	vacancy.Choices
	Employers []employer.Choice
	Own       int64 // the employer whose user writes: there is no choice then
}

// employerLabel is how an employer stands in the list that one types into.
func employerLabel(c employer.Choice) string { return c.Name + " · " + c.TaxCode }

func (c choices) employerWords(id int64) string {
	for _, e := range c.Employers {
		if e.ID == id {
			return employerLabel(e)
		}
	}
	return ""
}

// employer finds who was typed: an entry of the list, a name or a tax code. An
// employer's own user need not type.
func (c choices) employer(f form, p errs.Problems) int64 {
	if c.Own != 0 {
		return c.Own
	}
	typed := fold.Fold(f.Get("employer_id"))
	if typed == "" {
		return 0
	}
	for _, e := range c.Employers {
		if typed == fold.Fold(employerLabel(e)) || typed == fold.Fold(e.Name) || typed == fold.Fold(e.TaxCode) {
			return e.ID
		}
	}
	p.Add("employer_id", "vacancy.problem.employer_choice")
	return 0
}

func occupationLabel(ctx context.Context, o vacancy.Occupation) string {
	return o.Code + " " + locale.Pick(ctx, o.NameVi, o.NameEn)
}

func (c choices) occupationWords(ctx context.Context, code string) string {
	for _, o := range c.Occupations {
		if o.Code == code {
			return occupationLabel(ctx, o)
		}
	}
	return code
}

// occupation finds what was typed: a code, alone or before its name, or a name.
func (c choices) occupation(f form, p errs.Problems) string {
	typed := fold.Fold(f.Get("occupation_code"))
	if typed == "" {
		return ""
	}
	code, _, _ := strings.Cut(typed, " ")
	for _, o := range c.Occupations {
		if o.Code == code || typed == fold.Fold(o.NameVi) || typed == fold.Fold(o.NameEn) {
			return o.Code
		}
	}
	p.Add("occupation_code", "vacancy.problem.occupation_choice")
	return ""
}

// names are what the numbers in details stand for.
func (c choices) names(ctx context.Context, d vacancy.Details) names {
	return names{
		employer: c.employerWords(d.EmployerID), occupation: c.occupationWords(ctx, d.OccupationCode),
		zone: placeName(c.Zones, d.ZoneID), area: placeName(c.Districts, d.AreaID),
	}
}

func placeName(places []vacancy.Place, id int64) string {
	for _, p := range places {
		if p.ID == id {
			return p.Name
		}
	}
	return ""
}
