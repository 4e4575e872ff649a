package vacancies

import (
	"context"
	"fmt"
	"strings"

	"cauviec/internal/clock"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
)

// weekOf is one week of the pattern of shifts, drawn as seven days of 24 hours.
type weekOf struct {
	number int // from 1; 0: every week is the same
	days   int // of work
	turn   vacancy.Turn
}

// assumedDays is the week that is drawn when the offer does not say how many
// days one works.
const assumedDays = 6

// weeks are the weeks of the pattern: as many as there are turns, because one
// changes between them week by week.
func (o offer) weeks() []weekOf {
	weeks := make([]weekOf, len(o.Turns))
	for i, turn := range o.Turns {
		weeks[i] = weekOf{number: i + 1, days: o.WorkDays, turn: turn}
		if o.WorkDays == 0 {
			weeks[i].days = assumedDays
		}
	}
	if len(weeks) == 1 {
		weeks[0].number = 0
	}
	return weeks
}

// monday is a day of which only the name is used, and dayKeys are the short
// names of the days from Monday on.
var (
	monday  = clock.NewDay(2024, 1, 1)
	dayKeys = []string{"offer.day.1", "offer.day.2", "offer.day.3", "offer.day.4", "offer.day.5", "offer.day.6", "offer.day.0"}
)

// Measures of the drawing in its own units: an hour is four high, a day begins
// right of the hours' names and below the days' names.
const (
	stripLeft, stripTop   = 26, 18
	stripDay, stripHour   = 40, 4
	stripWidth, stripTall = stripLeft + 7*stripDay, stripTop + 24*stripHour + 4
)

// bars draws the hours of work as one path. What runs over midnight goes on at
// the top of the next day.
func (w weekOf) bars() string {
	var b strings.Builder
	for day := range w.days {
		from, to := w.turn.Begins(), w.turn.Ends()
		b.WriteString(bar(day, from, min(to, 24*60)))
		if to > 24*60 {
			b.WriteString(bar((day+1)%7, 0, to-24*60))
		}
	}
	return b.String()
}

func bar(day, from, to int) string {
	x, y, tall := stripLeft+day*stripDay+3, float64(stripTop)+float64(from*stripHour)/60, float64((to-from)*stripHour)/60
	return fmt.Sprintf("M%d %gh%dv%gh-%dz", x, y, stripDay-6, tall, stripDay-6)
}

// grid draws the lines of every sixth hour.
func grid() string {
	var b strings.Builder
	for hour := 0; hour <= 24; hour += 6 {
		fmt.Fprintf(&b, "M%d %dh%d", stripLeft, stripTop+hour*stripHour, 7*stripDay)
	}
	return b.String()
}

// nights draws the hours that the law calls night, 22:00 to 06:00.
func nights() string {
	return fmt.Sprintf("M%d %dh%dv%dh-%dzM%d %dh%dv%dh-%dz", stripLeft, stripTop, 7*stripDay, 6*stripHour, 7*stripDay,
		stripLeft, stripTop+22*stripHour, 7*stripDay, 2*stripHour, 7*stripDay)
}

// box is the viewBox of the drawing.
func box() string { return fmt.Sprintf("0 0 %d %d", stripWidth, stripTall) }

// middle and height place the name of a day and of an hour.
func middle(day int) string  { return fmt.Sprint(stripLeft + day*stripDay + stripDay/2) }
func height(hour int) string { return fmt.Sprint(stripTop + hour*stripHour + 4) }

// title is the week and its hours: "Tuần 2: 22:00–06:00 hôm sau".
func (w weekOf) title(ctx context.Context) string {
	if w.number == 0 {
		return span(ctx, w.turn)
	}
	return locale.T(ctx, "offer.week.n", w.number, span(ctx, w.turn))
}

// span is when a turn begins and ends.
func span(ctx context.Context, t vacancy.Turn) string {
	if t.Ends() > 24*60 {
		return locale.T(ctx, "offer.week.over", t.From, t.To)
	}
	return t.From + "–" + t.To
}

// words is the drawing in a sentence.
func (w weekOf) words(ctx context.Context) string {
	days := locale.Weekday(ctx, monday.Add(w.days-1))
	return locale.T(ctx, "offer.week.words", w.title(ctx), locale.Weekday(ctx, monday), days)
}

// rhythm says how many days a week one works and when shifts change.
func (o offer) rhythm(ctx context.Context) string {
	words := locale.T(ctx, "offer.week.days_unsaid")
	if o.WorkDays > 0 {
		words = locale.N(ctx, "offer.week.days", o.WorkDays)
	}
	if len(o.Turns) > 1 {
		words += " " + locale.T(ctx, "offer.week.rotates")
	}
	return words
}
