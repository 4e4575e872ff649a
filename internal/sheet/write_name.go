package sheet

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"cauviec/internal/clock"
)

const (
	longestName = 31  // what Excel allows the name of a sheet
	sampled     = 200 // rows from which the widths are fitted
	narrowest   = 8   // characters
	widest      = 60
)

// Name returns what a sheet can be called: at most 31 characters, without
// those that Excel forbids.
func Name(title string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) || r < ' ' {
			return ' '
		}
		return r
	}, title)
	name = strings.Join(strings.Fields(name), " ")
	if letters := []rune(name); len(letters) > longestName {
		name = strings.TrimSpace(string(letters[:longestName]))
	}
	if name == "" {
		return "1"
	}
	return name
}

// MediaType is what a workbook is sent as.
const MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// FileName returns what a file is called: its list's name, which has no marks,
// and the day: tin-tuyen-dung-2026-11-23.xlsx.
func FileName(list string, day clock.Day) string { return list + "-" + day.ISO() + ".xlsx" }

// widths fits columns to their titles and first rows, in characters.
func widths(columns []Column, rows [][]any) []float64 {
	fitted := make([]float64, len(columns))
	for i, c := range columns {
		longest := max(narrowest, longestWord(c.Title))
		switch c.Kind {
		case Date:
			longest = max(longest, len("dd/mm/yyyy"))
		case Instant:
			longest = max(longest, len("dd/mm/yyyy hh:mm"))
		default:
			for _, row := range rows {
				longest = max(longest, length(row[i]))
			}
		}
		fitted[i] = float64(min(longest, widest) + 2)
	}
	return fitted
}

// longestWord counts the letters of the longest word: a title breaks at its
// spaces, and leaves room for the filter's button.
func longestWord(title string) int {
	n := 0
	for word := range strings.FieldsSeq(title) {
		n = max(n, utf8.RuneCountInString(word)+3)
	}
	return n
}

// length is how many characters a value takes; thousands are set apart.
func length(value any) int {
	switch v := value.(type) {
	case nil:
		return 0
	case string:
		return utf8.RuneCountInString(v)
	}
	n := len(fmt.Sprint(value))
	return n + n/3
}
