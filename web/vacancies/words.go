package vacancies

import (
	"context"
	"slices"
	"strings"

	"cauviec/internal/board"
	"cauviec/internal/reference"
	"cauviec/internal/search"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// distance is what a card says of the way: " · 96 km, khoảng 1 giờ 55 phút, về
// cuối tuần".
func distance(ctx context.Context, km int) string {
	if km == 0 {
		return ""
	}
	minutes := reference.RoadMinutes(km)
	if minutes < 60 {
		return " · " + locale.T(ctx, "finding.way_short", km, minutes) + habit(ctx, km)
	}
	return " · " + locale.T(ctx, "finding.way", km, minutes/60, minutes%60) + habit(ctx, km)
}

// habit is how people live with a distance: ", về cuối tuần".
func habit(ctx context.Context, km int) string {
	habit, ok := board.HabitOf(km)
	if !ok {
		return ""
	}
	return ", " + locale.T(ctx, "jobs.habit."+string(habit))
}

// mark is a benefit that cards name, with its icon.
type mark struct{ benefit, icon string }

// highlights are the benefits that decide whether somebody can come at all:
// where to sleep, how to get there, what to eat.
func highlights(benefits []string) []mark {
	var marks []mark
	if slices.Contains(benefits, "dormitory") {
		marks = append(marks, mark{"dormitory", "bed-double"})
	} else if slices.Contains(benefits, "housing_support") {
		marks = append(marks, mark{"housing_support", "home"})
	}
	if slices.Contains(benefits, "shuttle_bus") {
		marks = append(marks, mark{"shuttle_bus", "bus"})
	}
	if search.HasMeals(benefits) {
		marks = append(marks, mark{search.Meals, "utensils"})
	}
	return marks
}

// comforts are a card's highlights in words.
func (c card) comforts(ctx context.Context) string {
	var words []string
	for _, m := range highlights(c.Benefits) {
		words = append(words, locale.T(ctx, "jobs.benefit."+m.benefit))
	}
	return strings.Join(words, " · ")
}

// offered are the incomes to choose from, with the one that was asked for: those
// under what the words ask for would change nothing.
func (l listing) offered() []int {
	million := l.Million
	all := slices.DeleteFunc(slices.Clone(incomes), func(one int) bool { return int64(one)*1_000_000 < l.reading.MinIncome && one != million })
	if million > 0 && !slices.Contains(all, million) {
		all = append(all, million)
		slices.Sort(all)
	}
	return all
}

// tally is how many vacancies a condition would show; empty where that was not
// counted.
func tally(ctx context.Context, counts map[string]int, value string) string {
	if counts == nil {
		return ""
	}
	return locale.Number(ctx, int64(counts[value]))
}

// incomeChoice is an income to choose, with how many vacancies reach it and what
// the words ask for.
func (l listing) incomeChoice(ctx context.Context, million int) string {
	label := locale.T(ctx, "jobs.income_from", million)
	n, counted := l.facets.Incomes[max(int64(million)*1_000_000, l.reading.MinIncome)]
	if !counted {
		return label
	}
	return label + " (" + locale.Number(ctx, int64(n)) + ")"
}

// dropFilters clears what the filter sheet sets.
func dropFilters(a *address) {
	a.Zones, a.Trades, a.Million, a.Shifts, a.Benefits = nil, nil, 0, nil, nil
}

// firstPage is the way back from a later page.
func firstPage(l listing) string {
	if l.After == "" {
		return ""
	}
	return l.with(func(*address) {}).href()
}

// relaxedWords says what a proposal leaves out.
func relaxedWords(ctx context.Context, r search.Relaxed) string {
	switch r.Dropped {
	case search.PartWord:
		return locale.T(ctx, "jobs.drop.word", r.Word)
	case search.PartBenefit:
		return locale.T(ctx, "finding.drop_benefit", locale.T(ctx, "jobs.benefit."+r.Word))
	}
	return locale.T(ctx, "jobs.drop."+string(r.Dropped))
}

// saidWords is a part of the text as it was understood.
func saidWords(ctx context.Context, said search.Said, income int64) string {
	switch {
	case said.Fact == "":
		return "“" + said.Words + "”"
	case said.Fact != search.FactIncome:
		return locale.T(ctx, "finding.fact."+said.Fact)
	case income == 0:
		return locale.T(ctx, "finding.income_over", said.Words)
	}
	return locale.T(ctx, "finding.income", locale.Millions(ctx, income))
}

// nearTitle names what is shown where nothing was found.
func nearTitle(ctx context.Context, l listing) string {
	if len(l.relaxed) > 0 {
		return locale.T(ctx, "finding.near")
	}
	return locale.T(ctx, "finding.newest")
}

// quickAsks are the questions that most people come with, as links.
func quickAsks(ctx context.Context) []order {
	asks := []struct {
		key string
		address
	}{
		{"jobs.quick.dormitory", address{Benefits: []string{"dormitory"}}},
		{"jobs.quick.bus", address{Benefits: []string{"shuttle_bus"}}},
		{"jobs.benefit." + search.NoExperience, address{Benefits: []string{search.NoExperience}}},
		{"jobs.benefit." + search.Couples, address{Benefits: []string{search.Couples}}},
		{"jobs.trade.82", address{Trades: []string{"82"}}},
		{"jobs.quick.sewing", address{Text: "may"}},
		{"jobs.trade.93", address{Trades: []string{"93"}}},
		{"jobs.quick.ten", address{Million: 10}},
	}
	links := make([]order, len(asks))
	for i, a := range asks {
		links[i] = order{label: locale.T(ctx, a.key), href: a.href()}
	}
	return links
}

// zoneFacts is what there is to know of a zone.
func zoneFacts(ctx context.Context, z board.Zone) []ui.Fact {
	return []ui.Fact{
		{Label: locale.T(ctx, "jobs.zone.kind"), Value: locale.T(ctx, "jobs.zone.kind."+z.Kind)},
		{Label: locale.T(ctx, "jobs.zone.status"), Value: locale.T(ctx, "jobs.zone.status."+z.Status)},
		{Label: locale.T(ctx, "jobs.zone.sectors"), Value: z.Sectors, Wide: true},
	}
}
