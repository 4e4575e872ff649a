package export

import (
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/sheet"
)

// Column is a column of a list: its title in the reader's language, and the
// value of a row. Text, Whole, Maybe, Money, Percent, Date and Instant make
// columns.
type Column[T any] struct {
	title string
	kind  sheet.Kind
	of    func(row T) any
}

// Text is a column of words, codes and phone numbers.
func Text[T any](title string, of func(T) string) Column[T] {
	return Column[T]{title, sheet.Text, func(row T) any { return of(row) }}
}

// Whole is a column of counts.
func Whole[T any](title string, of func(T) int) Column[T] {
	return Column[T]{title, sheet.Whole, func(row T) any { return of(row) }}
}

// Maybe is a column of counts that not every row has.
func Maybe[T any](title string, of func(T) *int) Column[T] {
	return Column[T]{title, sheet.Whole, func(row T) any { return of(row) }}
}

// Money is a column of VND; 0 is not said.
func Money[T any](title string, of func(T) int64) Column[T] {
	return Column[T]{title, sheet.Money, func(row T) any { return of(row) }}
}

// Percent is a column of shares, 0.25 for 25 %; nil is none.
func Percent[T any](title string, of func(T) *float64) Column[T] {
	return Column[T]{title, sheet.Percent, func(row T) any {
		if share := of(row); share != nil {
			return *share
		}
		return nil
	}}
}

// Date is a column of days.
func Date[T any](title string, of func(T) clock.Day) Column[T] {
	return Column[T]{title, sheet.Date, func(row T) any { return of(row) }}
}

// Instant is a column of instants; nil is none.
func Instant[T any](title string, of func(T) *time.Time) Column[T] {
	return Column[T]{title, sheet.Instant, func(row T) any { return of(row) }}
}
