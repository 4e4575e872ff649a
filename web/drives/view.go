package drives

import (
	"context"
	"slices"
	"strconv"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/drive"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// view is what a drive's page shows.
type view struct {
	drive     drive.Drive
	employers []drive.Employer
	offers    []drive.Offer
	orders    []drive.Order // of a report, that the reader sees
	history   []journal.Entry
	actor     access.Actor
	now       time.Time
	typed     route.Typed
}

func (v view) today() clock.Day { return clock.DayOf(v.now) }

// may reports whether the reader may do what moves the drive on.
func (v view) may(need access.Need, to drive.Status) bool {
	return v.actor.May(need) && v.drive.May(to, v.now)
}

// mayAgree: the commune itself, or a planner who has heard from it.
func (v view) mayAgree() bool {
	return v.may(access.AgreeDrives, drive.Agreed) || v.may(access.PlanDrives, drive.Agreed)
}

func (v view) mayPostpone() bool {
	return v.may(access.PlanDrives, drive.Postponed) || v.may(access.AgreeDrives, drive.Postponed)
}

func (v view) mayEdit() bool {
	s := v.drive.Status
	return v.actor.May(access.PlanDrives) && (s == drive.Planned || s == drive.Agreed || s == drive.Announced || s == drive.Postponed)
}

// holdKind: where the report may be written at once, that it was held is the
// lesser step.
func (v view) holdKind() ui.Kind {
	if v.may(access.RecordDrives, drive.Reported) {
		return ui.Secondary
	}
	return ui.Primary
}

// action is one of the buttons of a drive's page.
func (v view) action(ctx context.Context, name, to string, kind ui.Kind) ui.ActionForm {
	return ui.ActionForm{Href: path(v.drive.ID) + to, Label: locale.T(ctx, "drive.action."+name), Kind: kind, Version: v.drive.Version,
		DataTest: "drive-" + name}
}

// asking is an action that asks why.
func (v view) asking(ctx context.Context, name, to string, kind ui.Kind, optional bool) ui.ActionForm {
	a := v.action(ctx, name, to, kind)
	field := ui.Field{Name: "why", Prefix: name + "-", Label: locale.T(ctx, "drive.why."+name), Rows: 2, Optional: optional}
	if words, problems, refused := v.typed.Of(name); refused {
		field.Value, field.Problem, a.Open = words, ui.ProblemOf(problems, "why"), true
	}
	a.Reason = &field
	return a
}

func tone(s drive.Status) ui.Tone {
	switch s {
	case drive.Verified, drive.Announced:
		return ui.Good
	case drive.Agreed, drive.Held, drive.Reported:
		return ui.Info
	case drive.Postponed:
		return ui.Soon
	case drive.Cancelled:
		return ui.Late
	}
	return ui.Calm
}

// place names where a drive is, with its parents.
func place(ctx context.Context, d drive.Drive) string {
	return d.Venue + ", " + locale.Pick(ctx, d.CommuneVi, d.CommuneEn) + ", " + locale.Pick(ctx, d.DistrictVi, d.DistrictEn)
}

// when writes the day and hours: Thứ Tư 17/04/2024, 08:00–11:00.
func when(ctx context.Context, d drive.Drive) string {
	return day(ctx, d) + ", " + hours(d)
}

func day(ctx context.Context, d drive.Drive) string {
	return locale.Weekday(ctx, d.Day()) + " " + d.Day().String()
}

func hours(d drive.Drive) string { return locale.Time(d.StartsAt) + "–" + locale.Time(d.EndsAt) }

func facts(ctx context.Context, v view) []ui.Fact {
	d := v.drive
	list := []ui.Fact{
		{Label: locale.T(ctx, "drive.when"), Value: when(ctx, d), Help: meaning(ctx, d, v.today())},
		{Label: locale.T(ctx, "drive.where"), Value: place(ctx, d)},
		{Label: locale.T(ctx, "drive.kind"), Value: locale.T(ctx, "drive.kind."+string(d.Kind))},
	}
	if v.actor.SignedIn() {
		list = append(list, ui.Fact{Label: locale.T(ctx, "drive.planner"), Value: locale.Pick(ctx, d.PlannerVi, d.PlannerEn)})
	}
	if d.StatusReason != "" {
		list = append(list, ui.Fact{Label: locale.T(ctx, "form.why"), Value: d.StatusReason, Wide: true})
	}
	if d.Note != "" {
		list = append(list, ui.Fact{Label: locale.T(ctx, "drive.note"), Value: d.Note, Wide: true})
	}
	return list
}

func meaning(ctx context.Context, d drive.Drive, today clock.Day) string {
	if d.Day().Before(today) {
		return locale.Ago(ctx, d.Day(), today)
	}
	if d.Day() == today {
		return locale.T(ctx, "format.today")
	}
	return locale.N(ctx, "format.days_left", d.Day().Sub(today))
}

// resultFacts are the counts of a report; the parts say of what they are part.
func resultFacts(ctx context.Context, r drive.Results) []ui.Fact {
	fact := func(name string, n int, help string) ui.Fact {
		return ui.Fact{Label: locale.T(ctx, "drive.count."+name), Value: locale.Number(ctx, int64(n)), Help: help, DataTest: "count-" + name}
	}
	share := func(n int) string {
		return locale.T(ctx, "drive.of_attended", locale.Percent(ctx, int64(n), int64(r.Attended)))
	}
	list := []ui.Fact{
		fact("attended", r.Attended, ""), fact("women", r.Women, share(r.Women)),
		fact("ethnic_minority", r.EthnicMinority, share(r.EthnicMinority)), fact("poor_household", r.PoorHousehold, share(r.PoorHousehold)),
		fact("counselled", r.Counselled, ""), fact("registered", r.Registered, ""), fact("interviewed", r.Interviewed, ""),
		fact("shortlisted", r.Shortlisted, ""), fact("hired", r.Hired, ""), fact("leaflets", r.Leaflets, ""),
	}
	if r.Difficulties != "" {
		list = append(list, ui.Fact{Label: locale.T(ctx, "drive.difficulties"), Value: r.Difficulties, Wide: true})
	}
	return list
}

// resultFields are the questions of a report.
func resultFields(ctx context.Context, f resultForm, p errs.Problems) []ui.Field {
	var fields []ui.Field
	for _, name := range counts {
		fields = append(fields, ui.Field{Name: name, Label: locale.T(ctx, "drive.count."+name), Value: f.Count[name], InputMode: "numeric",
			Width: ui.Short, Problem: ui.ProblemOf(p, name)})
	}
	return append(fields, ui.Field{Name: "difficulties", Label: locale.T(ctx, "drive.difficulties"), Value: f.Difficulties, Rows: 3,
		Optional: true, Problem: ui.ProblemOf(p, "difficulties")})
}

// planFields are the questions of a plan, in the order of the page.
func planFields(ctx context.Context, f planForm, c drive.Choices, p errs.Problems) []ui.Field {
	fields := []ui.Field{
		{Name: "kind", Label: locale.T(ctx, "drive.kind"), Value: f.Kind, Options: kindOptions(ctx)},
		{Name: "title", Label: locale.T(ctx, "drive.title"), Help: locale.T(ctx, "drive.title.help"), Value: f.Title, MaxLength: 200},
		{Name: "commune", Label: locale.T(ctx, "drive.commune"), Value: f.Commune, Blank: locale.T(ctx, "drive.commune.choose"), Options: communeOptions(ctx, c.Communes)},
		{Name: "venue", Label: locale.T(ctx, "drive.venue"), Help: locale.T(ctx, "drive.venue.help"), Value: f.Venue, MaxLength: 300},
		{Name: "day", Label: locale.T(ctx, "drive.day"), Value: f.Day, Placeholder: "dd/mm/yyyy", Width: ui.Short},
		{Name: "from", Label: locale.T(ctx, "drive.from"), Value: f.From, Placeholder: "08:00", Width: ui.Short},
		{Name: "until", Label: locale.T(ctx, "drive.until"), Value: f.Until, Placeholder: "11:00", Width: ui.Short},
		{Name: "note", Label: locale.T(ctx, "drive.note"), Help: locale.T(ctx, "drive.note.help"), Value: f.Note, Rows: 3, Optional: true},
		{Name: "vacancies", Label: locale.T(ctx, "drive.vacancies"), Help: locale.T(ctx, "drive.vacancies.help"), Optional: true},
		{Name: "employers", Label: locale.T(ctx, "drive.employers"), Help: locale.T(ctx, "drive.employers.help"), Optional: true, Options: choiceOptions(c.Employers)},
	}
	for i := range fields {
		fields[i].Problem = ui.ProblemOf(p, fields[i].Name)
	}
	return fields
}

func kindOptions(ctx context.Context) []ui.Option {
	var options []ui.Option
	for _, k := range drive.Kinds() {
		options = append(options, ui.Option{Value: string(k), Label: locale.T(ctx, "drive.kind."+string(k))})
	}
	return options
}

func communeOptions(ctx context.Context, communes []drive.Commune) []ui.Option {
	var options []ui.Option
	for _, c := range communes {
		district := locale.Pick(ctx, c.DistrictVi, c.DistrictEn)
		options = append(options, ui.Option{Value: strconv.FormatInt(c.ID, 10), Label: locale.Pick(ctx, c.NameVi, c.NameEn) + ", " + district, Group: district})
	}
	return options
}

func choiceOptions(choices []drive.Choice) []ui.Option {
	var options []ui.Option
	for _, c := range choices {
		options = append(options, ui.Option{Value: strconv.FormatInt(c.ID, 10), Label: c.Name, Group: c.Employer})
	}
	return options
}

// offersOf is the question of which vacancies to bring, employer by employer.
func offersOf(c drive.Choices) []ui.Field {
	var fields []ui.Field
	for _, v := range c.Vacancies {
		last := len(fields) - 1
		if last < 0 || fields[last].Label != v.Employer {
			fields = append(fields, ui.Field{Name: "vacancies", Prefix: strconv.Itoa(last+1) + "-", Label: v.Employer})
			last++
		}
		fields[last].Options = append(fields[last].Options, ui.Option{Value: strconv.FormatInt(v.ID, 10), Label: v.Name})
	}
	return fields
}

// chosen counts which of a question's options are chosen.
func chosen(f ui.Field, values []string) int {
	n := 0
	for _, o := range f.Options {
		if slices.Contains(values, o.Value) {
			n++
		}
	}
	return n
}

func districtOptions(ctx context.Context, districts []drive.District) []ui.Option {
	var options []ui.Option
	for _, d := range districts {
		options = append(options, ui.Option{Value: strconv.FormatInt(d.ID, 10), Label: locale.Pick(ctx, d.NameVi, d.NameEn)})
	}
	return options
}

func districtField(ctx context.Context, l listing) ui.Field {
	f := ui.Field{Name: "huyen", Label: locale.T(ctx, "drive.district"), Blank: locale.T(ctx, "drive.district.all"), Options: districtOptions(ctx, l.districts)}
	if l.filter.District != 0 {
		f.Value = strconv.FormatInt(l.filter.District, 10)
	}
	return f
}
