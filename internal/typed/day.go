package typed

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"

	"cauviec/internal/clock"
)

// What is wrong with a day. ErrYear says that it is one, but of which year has
// to be asked.
var (
	ErrDay  = errors.New("not a day")
	ErrYear = errors.New("a day without its year")
)

// Days that are believed.
var (
	firstDay = clock.NewDay(2000, time.January, 1)
	lastDay  = clock.NewDay(2099, time.December, 31)
)

var (
	serial   = regexp.MustCompile(`^(\d{5})(?:\.\d+)?$`)
	yearless = regexp.MustCompile(`^\d{1,2}\s*[/.-]\s*\d{1,2}$`)
	short    = regexp.MustCompile(`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$`)
	spoken   = regexp.MustCompile(`^(?:ngày\s*)?(\d{1,2})\s*(?:tháng|[/.-])\s*(\d{1,2})(?:\s*(?:,?\s*năm|[/.-])\s*(\d{4}))?$`)
	hours    = regexp.MustCompile(`[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$`)
)

// Day reads a day as people type it: what clock.ParseDay reads, "1/6/26",
// "ngày 1 tháng 6 năm 2026", with a time behind it, or the serial number under
// which a spreadsheet keeps it. Empty words are the zero Day; "31/12" is
// ErrYear, other words are ErrDay.
func Day(words string) (clock.Day, error) {
	words = strings.ToLower(hours.ReplaceAllString(Tidy(words), ""))
	if m := serial.FindStringSubmatch(words); m != nil {
		return believed(serialDay(m[1]))
	}
	if yearless.MatchString(words) {
		return clock.Day{}, ErrYear
	}
	if m := short.FindStringSubmatch(words); m != nil {
		words = m[1] + "/" + m[2] + "/20" + m[3]
	}
	if m := spoken.FindStringSubmatch(words); m != nil {
		if m[3] == "" {
			return clock.Day{}, ErrYear
		}
		words = m[1] + "/" + m[2] + "/" + m[3]
	}
	day, err := clock.ParseDay(words)
	if err != nil {
		return clock.Day{}, ErrDay
	}
	return believed(day)
}

// serialDay counts from 30 December 1899, as spreadsheets do for every day
// after February 1900.
func serialDay(digits string) clock.Day {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return clock.Day{}
	}
	return clock.NewDay(1899, time.December, 30).Add(n)
}

func believed(day clock.Day) (clock.Day, error) {
	if !day.IsZero() && (day.Before(firstDay) || day.After(lastDay)) {
		return clock.Day{}, ErrDay
	}
	return day, nil
}
