package publicity

import (
	"context"
	"strconv"

	"github.com/a-h/templ"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/publicity"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// mineValue tells the checkbox whether only the own body's pieces are shown.
func mineValue(l listing) string {
	if l.filter.Body != 0 {
		return "1"
	}
	return ""
}

// span are the first and the last day of the list.
func (l listing) span(ctx context.Context) []ui.Field {
	return []ui.Field{
		{Name: "tu", Label: locale.T(ctx, "publicity.from"), Value: l.filter.From.String(), Placeholder: "dd/mm/yyyy", Width: ui.Short},
		{Name: "den", Label: locale.T(ctx, "publicity.until"), Value: l.filter.Until.String(), Placeholder: "dd/mm/yyyy", Width: ui.Short},
	}
}

// pager leads through the pages of the list.
func (l listing) pager(ctx context.Context) ui.Pager {
	return ui.Pager{Summary: locale.N(ctx, "publicity.list.count", len(l.items)), First: l.first, Next: l.next}
}

// planFields are the questions of a plan, in the order of the page.
func planFields(ctx context.Context, f form, choices []publicity.Choice, p errs.Problems) []ui.Field {
	return []ui.Field{
		{Name: "vacancy", Label: locale.T(ctx, "publicity.vacancy"), Help: locale.T(ctx, "publicity.vacancy.help"), Value: f.Vacancy,
			Optional: true, Blank: locale.T(ctx, "publicity.vacancy.none"), Options: vacancyOptions(ctx, choices), Problem: ui.ProblemOf(p, "vacancy")},
		{Name: "form", Label: locale.T(ctx, "publicity.form"), Value: f.Form, Options: formOptions(ctx), Problem: ui.ProblemOf(p, "form")},
		{Name: "title", Label: locale.T(ctx, "publicity.piece"), Value: f.Title, MaxLength: 200, Problem: ui.ProblemOf(p, "title")},
		{Name: "planned_on", Label: locale.T(ctx, "publicity.planned_on"), Value: f.PlannedOn, Placeholder: "dd/mm/yyyy", Width: ui.Short,
			Problem: ui.ProblemOf(p, "planned_on")},
	}
}

func facts(ctx context.Context, v view) []ui.Fact {
	i := v.item
	list := []ui.Fact{
		{Label: locale.T(ctx, "publicity.body"), Value: locale.Pick(ctx, i.BodyVi, i.BodyEn)},
		{Label: locale.T(ctx, "publicity.form"), Value: locale.T(ctx, "publicity.form."+string(i.Form))},
		{Label: locale.T(ctx, "publicity.planned_on"), Value: i.PlannedOn.String(), Help: planned(ctx, v)},
	}
	if i.VacancyID != nil {
		href := "/viec-lam/" + strconv.FormatInt(*i.VacancyID, 10) + "-" + i.VacancySlug
		list = append(list, ui.Fact{Label: locale.T(ctx, "publicity.vacancy"), Body: ui.TextLink(i.VacancyTitle, href),
			Help: locale.T(ctx, "publicity.revisions", i.VacancyRevision, i.CurrentRevision)})
	}
	if i.PublishedAt != nil {
		list = append(list, ui.Fact{Label: locale.T(ctx, "publicity.published_at"), Value: locale.DayTime(*i.PublishedAt)})
	}
	if i.Link != "" {
		list = append(list, ui.Fact{Label: locale.T(ctx, "publicity.link"), Body: ui.TextLink(i.Link, i.Link)})
	}
	return list
}

// waits says how far the planned day of a piece that has not run is.
func waits(ctx context.Context, i publicity.Item, today clock.Day) string {
	if i.Status != publicity.Planned {
		return ""
	}
	return locale.Left(ctx, i.PlannedOn, today)
}

// planned says what the planned day means while the piece has not run.
func planned(ctx context.Context, v view) string {
	return waits(ctx, v.item, v.today)
}

func action(ctx context.Context, v view, name, path string, kind ui.Kind, field func(words string, p errs.Problems) ui.Field) ui.ActionForm {
	words, problems, open := v.typed.Of(name)
	asked := field(words, problems)
	return ui.ActionForm{Href: address(v.item.ID) + path, Label: locale.T(ctx, "publicity.action."+name),
		Kind: kind, Version: v.item.Version, Fields: question(asked), Open: open, DataTest: "publicity-" + name}
}

func question(f ui.Field) templ.Component {
	if f.Rows > 0 {
		return ui.TextArea(f)
	}
	return ui.Input(f)
}

func publishAction(ctx context.Context, v view) ui.ActionForm {
	return action(ctx, v, "publish", "/da-dang", ui.Primary, func(words string, p errs.Problems) ui.Field {
		return ui.Field{Name: "link", Prefix: "publish-", Label: locale.T(ctx, "publicity.link"), Help: locale.T(ctx, "publicity.link.help"),
			Value: words, Type: "url", Optional: true, Problem: ui.ProblemOf(p, "link")}
	})
}

func correctAction(ctx context.Context, v view) ui.ActionForm {
	return action(ctx, v, "correct", "/dinh-chinh", ui.Primary, func(words string, p errs.Problems) ui.Field {
		return ui.Field{Name: "why", Prefix: "correct-", Label: locale.T(ctx, "publicity.correct.what"), Value: words, Rows: 2, Optional: true,
			Problem: ui.ProblemOf(p, "why")}
	})
}

func cancelAction(ctx context.Context, v view) ui.ActionForm {
	return action(ctx, v, "cancel", "/huy", ui.Danger, func(words string, p errs.Problems) ui.Field {
		return ui.Field{Name: "why", Prefix: "cancel-", Label: locale.T(ctx, "form.why"), Value: words, Rows: 2, Problem: ui.ProblemOf(p, "why")}
	})
}
