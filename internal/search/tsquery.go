package search

import "strings"

// The texts of tsquery. They are empty when no word was asked for.

// anywhere is true where all words occur, in one of the readings.
func (a Asked) anywhere() string { return oneOf(a.Readings, "") }

// inTitle is true where all words occur in the title, in one of the readings.
func (a Asked) inTitle() string { return oneOf(a.Readings, ":A") }

// exactly is true where all words occur with the marks as typed.
func (a Asked) exactly() string { return all(ExactForm, a.Exact, "") }

// exactInTitle is true where all occur in the title with the marks as typed.
func (a Asked) exactInTitle() string { return all(ExactForm, a.Exact, ":A") }

// patterns returns occupation codes as patterns of LIKE.
func patterns(codes []string) []string {
	found := Codes(codes)
	for i, code := range found {
		found[i] = code + "%"
	}
	return found
}

// oneOf is true where one of the readings holds.
func oneOf(readings [][]string, weight string) string {
	texts := make([]string, len(readings))
	for i, reading := range readings {
		texts[i] = "(" + all("", reading, weight) + ")"
	}
	return strings.Join(texts, " | ")
}

// all is true where all terms occur.
func all(form string, terms []string, weight string) string {
	texts := make([]string, len(terms))
	for i, term := range terms {
		texts[i] = "'" + form + term + "'" + weight
	}
	return strings.Join(texts, " & ")
}
