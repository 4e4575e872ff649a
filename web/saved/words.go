package saved

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/saved"
	"cauviec/internal/search"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
)

func number(id int64) string { return strconv.FormatInt(id, 10) }

// target is where a button is sent: what was put aside is taken back.
func target(ctx context.Context, id int64) string {
	if Has(ctx, id) {
		return removePath
	}
	return path
}

func icon(ctx context.Context, id int64) string {
	if Has(ctx, id) {
		return "check"
	}
	return "star"
}

func label(ctx context.Context, id int64) string {
	if Has(ctx, id) {
		return locale.T(ctx, "saved.kept")
	}
	return locale.T(ctx, "saved.keep")
}

// item is a vacancy as these pages show it.
type item struct {
	saved.Vacancy
	km    int // on the road; 0 when either end is not known
	today clock.Day
}

func (i item) href() string { return fmt.Sprintf("%s/%d-%s", listPath, i.ID, i.Slug) }

// likeIt is the list of what is alike and still open.
func (i item) likeIt() string {
	if len(i.OccupationCode) < search.GroupSigns {
		return listPath
	}
	return listPath + "?nghe=" + i.OccupationCode[:search.GroupSigns]
}

// closing says until when one can register, or that it is over.
func (i item) closing(ctx context.Context) string {
	if !i.Open {
		return locale.T(ctx, "saved.over")
	}
	return i.ClosesOn.String() + " (" + locale.Left(ctx, i.ClosesOn, i.today) + ")"
}

// distance is how far the way from home is, and how people live with it.
func (i item) distance(ctx context.Context) string {
	if i.km == 0 {
		return ""
	}
	words := locale.T(ctx, "jobs.km", i.km)
	if habit, ok := board.HabitOf(i.km); ok {
		words += ", " + locale.T(ctx, "jobs.habit."+string(habit))
	}
	return words
}

// word is the word of a code, nothing for no code.
func word(ctx context.Context, list vacancy.List, code string) string {
	if code == "" {
		return ""
	}
	return locale.T(ctx, list.Key(code))
}

// living are the benefits that decide whether somebody can come: a bed, the way,
// meals. What is not offered is said, too.
func (i item) living(ctx context.Context, key string, codes ...string) string {
	var words []string
	for _, code := range codes {
		if slices.Contains(i.Benefits, code) {
			words = append(words, locale.T(ctx, vacancy.Benefits.Key(code)))
		}
	}
	if len(words) == 0 {
		return locale.T(ctx, "saved.none."+key)
	}
	return strings.Join(words, "; ")
}

// line is one fact of all vacancies that are compared.
type line struct {
	name string
	of   []string
}

// numbered is a title that differs from its neighbours'.
func numbered(n int, i item) string { return strconv.Itoa(n+1) + ". " + i.Title }

// lines are the facts by which work is chosen.
func lines(ctx context.Context, items []item) []line {
	facts := []struct {
		key string
		of  func(item) string
	}{
		{"income", func(i item) string { return locale.MonthlyPay(ctx, i.IncomeFrom, i.IncomeTo) }},
		{"basic", func(i item) string { return locale.Money(ctx, i.BasicWage) }},
		{"place", item.Place},
		{"distance", func(i item) string { return i.distance(ctx) }},
		{"shift", func(i item) string { return word(ctx, vacancy.Shifts, i.Shift) }},
		{"dormitory", func(i item) string { return i.living(ctx, "dormitory", "dormitory", "housing_support") }},
		{"bus", func(i item) string { return i.living(ctx, "bus", "shuttle_bus", "travel_support") }},
		{"meals", func(i item) string { return i.living(ctx, "meals", "meals_1", "meals_2", "meals_3", "meal_money") }},
		{"contract", func(i item) string { return word(ctx, vacancy.Contracts, i.Contract) }},
		{"papers", func(i item) string { return i.Papers }},
		{"closes", func(i item) string { return i.closing(ctx) }},
	}
	var all []line
	for _, fact := range facts {
		l, known := line{name: locale.T(ctx, "saved.fact."+fact.key)}, false
		for _, i := range items {
			value := ""
			if i.Shown {
				value = fact.of(i)
			}
			known = known || value != ""
			l.of = append(l.of, value)
		}
		if known {
			all = append(all, l)
		}
	}
	return all
}
