package publicity

import (
	"context"
	"net/http"
	"slices"
	"strconv"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/journal"
	"cauviec/internal/publicity"
	"cauviec/web/locale"
	"cauviec/web/route"
	"cauviec/web/ui"
)

// form keeps the words of a plan as typed.
type form struct {
	Key       string
	Vacancy   string
	Form      string
	Title     string
	PlannedOn string
}

func readForm(r *http.Request) form {
	return form{Key: r.PostFormValue(route.KeyField), Vacancy: r.PostFormValue("vacancy"), Form: r.PostFormValue("form"),
		Title: r.PostFormValue("title"), PlannedOn: r.PostFormValue("planned_on")}
}

// details reads the words as values.
func (f form) details() (publicity.Plan, error) {
	problems := errs.Problems{}
	var vacancy int64
	if f.Vacancy != "" {
		var err error
		if vacancy, err = strconv.ParseInt(f.Vacancy, 10, 64); err != nil {
			problems.Add("vacancy", "problem.choice")
		}
	}
	day, err := clock.ParseDay(f.PlannedOn)
	if err != nil {
		problems.Add("planned_on", "problem.date")
	}
	return publicity.Plan{VacancyID: vacancy, Form: publicity.Form(f.Form), Title: f.Title, PlannedOn: day}, problems.OrNil()
}

// listing is what the list shows.
type listing struct {
	items  []publicity.Item
	filter publicity.Filter
	may    bool
	today  clock.Day
	first  string // address of the first page, empty on it
	next   string // address of the next page, empty on the last
}

// part is one of the list's tables.
type part struct {
	title string
	items []publicity.Item
}

// parts are what lies ahead or needs a hand, and below it what is over; a part
// without items is left out.
func (l listing) parts(ctx context.Context) []part {
	ahead := part{title: locale.T(ctx, "publicity.part.ahead")}
	over := part{title: locale.T(ctx, "publicity.part.over")}
	for _, item := range l.items {
		if item.Standing(l.today).Over() {
			over.items = append(over.items, item)
		} else {
			ahead.items = append(ahead.items, item)
		}
	}
	return slices.DeleteFunc([]part{ahead, over}, func(p part) bool { return len(p.items) == 0 })
}

// view is what an item's page shows.
type view struct {
	item    publicity.Item
	history []journal.Entry
	mine    bool
	today   clock.Day
	typed   route.Typed
}

func badge(s publicity.Standing) (ui.Tone, string) {
	switch s {
	case publicity.Run:
		return ui.Good, "circle-check"
	case publicity.Stale, publicity.Closed:
		return ui.Late, "circle-alert"
	case publicity.Overdue:
		return ui.Late, "clock"
	case publicity.Dropped:
		return ui.Calm, "circle"
	}
	return ui.Info, "calendar-days"
}

func formOptions(ctx context.Context) []ui.Option {
	var options []ui.Option
	for _, f := range publicity.Forms() {
		options = append(options, ui.Option{Value: string(f), Label: locale.T(ctx, "publicity.form."+string(f))})
	}
	return options
}

// vacancyOptions offers open vacancies: first those that nobody publicised.
func vacancyOptions(ctx context.Context, choices []publicity.Choice) []ui.Option {
	var options []ui.Option
	for _, c := range choices {
		group := "publicity.choices.covered"
		if c.Pieces == 0 {
			group = "publicity.choices.uncovered"
		}
		label := c.Title + " – " + c.Employer
		if c.ZoneName != "" {
			label += ", " + c.ZoneName
		}
		options = append(options, ui.Option{Value: strconv.FormatInt(c.ID, 10), Label: label, Group: locale.T(ctx, group)})
	}
	return options
}
