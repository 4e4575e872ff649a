package candidates

import (
	"context"
	"strconv"
	"time"

	"cauviec/internal/candidate"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// areaWords names an area with its kind: xã Chi Lăng.
func areaWords(ctx context.Context, kind, name string) string {
	if name == "" {
		return ""
	}
	return locale.T(ctx, "candidate.area."+kind, name)
}

// placeWords names a home with what it lies in.
func placeWords(ctx context.Context, communeKind, commune, districtKind, district string) string {
	inner, outer := areaWords(ctx, communeKind, commune), areaWords(ctx, districtKind, district)
	if inner == "" || outer == "" {
		return inner + outer
	}
	return inner + ", " + outer
}

func statusWords(ctx context.Context, s candidate.Status) string {
	return locale.T(ctx, "referral.status."+string(s))
}

func tone(s candidate.Status) ui.Tone {
	switch s {
	case candidate.Registered:
		return ui.Soon
	case candidate.Introduced, candidate.Interviewed, candidate.Hired:
		return ui.Info
	case candidate.Started, candidate.Stayed1, candidate.Stayed3:
		return ui.Good
	}
	return ui.Calm
}

// field is a question with its label, help if there are words for it, and
// problem. Kind tells apart what different forms say of the same question.
func field(ctx context.Context, p errs.Problems, name, value string) ui.Field {
	f := ui.Field{Name: name, Label: locale.T(ctx, "candidate.field."+name), Value: value, Problem: ui.ProblemOf(p, name)}
	if help := "candidate.help." + name; locale.Has(help) {
		f.Help = locale.T(ctx, help)
	}
	return f
}

func optionsOf[T ~string](ctx context.Context, prefix string, codes []T) []ui.Option {
	options := make([]ui.Option, 0, len(codes))
	for _, code := range codes {
		options = append(options, ui.Option{Value: string(code), Label: locale.T(ctx, prefix+string(code))})
	}
	return options
}

// mannerOptions are the ways to agree, each as a sentence of its own.
func mannerOptions(ctx context.Context) []ui.Option {
	options := optionsOf(ctx, "candidate.manner.", candidate.Manners())
	for i, o := range options {
		options[i].Label = fold.Capital(o.Label)
	}
	return options
}

// communeOptions groups the communes by district.
func communeOptions(ctx context.Context, communes []candidate.Commune) []ui.Option {
	options := make([]ui.Option, 0, len(communes))
	for _, c := range communes {
		options = append(options, ui.Option{Value: strconv.FormatInt(c.ID, 10), Label: areaWords(ctx, c.Kind, c.Name),
			Group: areaWords(ctx, c.DistrictKind, c.District)})
	}
	return options
}

// openingOptions groups the open vacancies by employer.
func openingOptions(openings []candidate.Opening) []ui.Option {
	options := make([]ui.Option, 0, len(openings))
	for _, o := range openings {
		options = append(options, ui.Option{Value: strconv.FormatInt(o.ID, 10), Label: o.Title, Group: o.EmployerName})
	}
	return options
}

// personFields are the questions about a person, in their order.
func personFields(ctx context.Context, f form, p errs.Problems, communes []candidate.Commune) []ui.Field {
	name := field(ctx, p, "full_name", f.FullName)
	name.Autocomplete, name.MaxLength = "name", 100
	born := field(ctx, p, "birth_year", f.BirthYear)
	born.InputMode, born.Width, born.MaxLength, born.Autocomplete = "numeric", ui.Short, 4, "bday-year"
	phone := field(ctx, p, "phone", f.Phone)
	phone.Type, phone.Width, phone.Autocomplete, phone.MaxLength = "tel", ui.Medium, "tel", 20
	area := field(ctx, p, "area", f.Area)
	area.Options, area.Blank = communeOptions(ctx, communes), locale.T(ctx, "candidate.choose_commune")
	return []ui.Field{name, born, phone, area}
}

// officerFields are personFields as an officer fills them in for somebody, who
// may have no telephone.
func officerFields(ctx context.Context, f form, p errs.Problems, communes []candidate.Commune) []ui.Field {
	fields := personFields(ctx, f, p, communes)
	for i := range fields {
		fields[i].Help, fields[i].Autocomplete = "", "off"
		fields[i].Optional = fields[i].Name == "phone"
	}
	return fields
}

// genderField may be left out.
func genderField(ctx context.Context, f form, p errs.Problems) ui.Field {
	g := field(ctx, p, "gender", f.Gender)
	g.Optional, g.Width = true, ui.Short
	g.Options, g.Blank = optionsOf(ctx, "candidate.gender.", candidate.Genders()), locale.T(ctx, "candidate.gender.unsaid")
	return g
}

// consentField is a box that nobody ticks but the person.
func consentField(ctx context.Context, p errs.Problems, name, value string, args ...any) ui.Field {
	f := field(ctx, p, name, value)
	f.Label = locale.T(ctx, "candidate.field."+name, args...)
	return f
}

// since returns when the referral came where it stands.
func since(r candidate.Referral) time.Time {
	at, _ := r.Reached(r.Status)
	return at
}

// consentWords says what somebody agreed to.
func consentWords(ctx context.Context, c candidate.Consent) string {
	if c.Purpose == candidate.ToIntroduce && c.EmployerName != "" {
		return locale.T(ctx, "candidate.consent.introduce_to", c.EmployerName)
	}
	return locale.T(ctx, "candidate.consent."+string(c.Purpose))
}

// consentState says when and how it was given, and whether it still holds.
func consentState(ctx context.Context, c candidate.Consent) string {
	given := locale.T(ctx, "candidate.consent.given", locale.DayTime(c.GivenAt), locale.T(ctx, "candidate.manner."+string(c.Manner)))
	if c.Active() {
		return given
	}
	return given + " · " + locale.T(ctx, "candidate.consent.withdrawn", locale.DayTime(*c.WithdrawnAt))
}

// summed is a consent as the summary of problems calls it: its label is a
// whole sentence.
func summed(ctx context.Context, f ui.Field) ui.Field {
	f.Label = locale.T(ctx, "candidate.consents")
	return f
}
