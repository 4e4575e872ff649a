package sheet

import (
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"

	"cauviec/internal/clock"
)

// Kind says how a column's values are written, and which values it takes.
type Kind int

// The kinds of columns. An empty value, such as "" or the zero Day, leaves its
// cell empty.
const (
	// Text takes a string. It is never read as a formula, whatever it begins
	// with, and keeps its leading zeros: phones and tax codes are Text.
	Text Kind = iota
	// Whole takes an int, an int64 or an *int.
	Whole
	// Money takes VND as an int64; 0 is not said and leaves the cell empty.
	Money
	// Date takes a clock.Day.
	Date
	// Instant takes a time.Time or a *time.Time and shows it in clock.Zone.
	Instant
	// Percent takes a float64, 0.25 for 25 %.
	Percent
	kinds
)

// formats are how the kinds look. In the file, the comma stands for the mark
// between thousands of whoever opens it.
var formats = [kinds]string{Text: "@", Whole: "#,##0", Money: "#,##0", Date: "dd/mm/yyyy", Instant: "dd/mm/yyyy hh:mm", Percent: "0%"}

// cell returns what excelize writes for a value; nil is an empty cell.
func (k Kind) cell(value any) (any, error) {
	switch v := value.(type) {
	case nil:
		return nil, nil
	case string:
		if k == Text {
			return text(v), nil
		}
	case int:
		return k.number(int64(v))
	case int64:
		return k.number(v)
	case *int:
		if v == nil {
			return nil, nil
		}
		return k.number(int64(*v))
	case float64:
		if k == Percent {
			return v, nil
		}
	case clock.Day:
		if k == Date {
			return day(v), nil
		}
	case time.Time:
		if k == Instant {
			return instant(v), nil
		}
	case *time.Time:
		if k == Instant && v == nil {
			return nil, nil
		}
		if k == Instant {
			return instant(*v), nil
		}
	}
	return nil, fmt.Errorf("a %T does not belong there", value)
}

func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func (k Kind) number(n int64) (any, error) {
	switch {
	case k == Money && n == 0:
		return nil, nil
	case k == Money || k == Whole:
		return n, nil
	}
	return nil, fmt.Errorf("a number does not belong there")
}

// zero is day 0 of a spreadsheet's calendar, which counts 29 February 1900:
// right from 1 March 1900 on.
var zero = clock.NewDay(1899, time.December, 30)

const secondsOfDay = 24 * 60 * 60

func day(d clock.Day) any {
	if d.IsZero() {
		return nil
	}
	return int64(d.Sub(zero))
}

// instant is days and a part of a day, to the second, as the clock shows them
// in clock.Zone.
func instant(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	h, m, s := t.In(clock.Zone).Clock()
	return float64(clock.DayOf(t).Sub(zero)) + float64(h*3600+m*60+s)/secondsOfDay
}

// styles are a book's looks: of each kind, of the head and of the notes.
type styles struct {
	of                   [kinds]int
	head, label, wrapped int
}

func newStyles(f *excelize.File) (s styles, err error) {
	for k := range kinds {
		if s.of[k], err = f.NewStyle(&excelize.Style{CustomNumFmt: &formats[k], Alignment: &excelize.Alignment{Vertical: "top"}}); err != nil {
			return s, err
		}
	}
	plain := formats[Text]
	for style, look := range map[*int]*excelize.Style{
		&s.head: {Font: &excelize.Font{Bold: true, Color: "FFFFFF"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"17523A"}},
			Alignment: &excelize.Alignment{WrapText: true, Vertical: "center"}},
		&s.label:   {Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "top"}},
		&s.wrapped: {CustomNumFmt: &plain, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}},
	} {
		if *style, err = f.NewStyle(look); err != nil {
			return s, err
		}
	}
	return s, nil
}
