package opendata

import (
	"strconv"
	"strings"

	"cauviec/internal/clock"
)

// Cursor is how far a mirror has read. The zero Cursor has read nothing.
type Cursor struct {
	epoch int64 // of the numbers of transactions
	base  int64 // the mirror began when every transaction before it had ended
	tx    int64 // the last change that was read
	id    int64 // and the vacancy that it is of
	day   clock.Day
	// While the vacancies that closed since day are told, one by one: before
	// which day, and the last that was told.
	before   clock.Day
	closed   clock.Day
	closedID int64
}

// edition is how cursors are written. Another one cannot be read.
const edition = "1"

// IsZero reports whether nothing was read yet.
func (c Cursor) IsZero() bool { return c == Cursor{} }

// String writes the cursor for an address; ParseCursor reads it.
func (c Cursor) String() string {
	numbers := []int64{c.epoch, c.base, c.tx, c.id, number(c.day), number(c.before), number(c.closed), c.closedID}
	texts := make([]string, 0, 1+len(numbers))
	texts = append(texts, edition)
	for _, n := range numbers {
		texts = append(texts, strconv.FormatInt(n, 36))
	}
	return strings.Join(texts, "-")
}

// ParseCursor reads what String wrote. Empty text is the zero Cursor.
func ParseCursor(text string) (c Cursor, ok bool) {
	if text == "" {
		return Cursor{}, true
	}
	texts := strings.Split(text, "-")
	if len(texts) != 9 || texts[0] != edition {
		return Cursor{}, false
	}
	var numbers [8]int64
	for i, text := range texts[1:] {
		n, err := strconv.ParseInt(text, 36, 64)
		if err != nil || n < 0 {
			return Cursor{}, false
		}
		numbers[i] = n
	}
	if max(numbers[4], numbers[5], numbers[6]) > mostDays || numbers[4] == 0 {
		return Cursor{}, false
	}
	return Cursor{epoch: numbers[0], base: numbers[1], tx: numbers[2], id: numbers[3],
		day: dayOf(numbers[4]), before: dayOf(numbers[5]), closed: dayOf(numbers[6]), closedID: numbers[7]}, true
}

var firstDay = clock.MustDay("2000-01-01")

// mostDays is the number of the last day of a cursor, in the year 2273.
const mostDays = 100_000

// number counts a day; 0 is no day.
func number(d clock.Day) int64 {
	if d.IsZero() {
		return 0
	}
	return int64(d.Sub(firstDay))
}

func dayOf(n int64) clock.Day {
	if n == 0 {
		return clock.Day{}
	}
	return firstDay.Add(int(n))
}
