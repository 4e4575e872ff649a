package vacancies

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// papersOf parts what papers are asked for into a list: a paper a line, or
// between semicolons and commas that stand in no bracket and no number.
func papersOf(text string) []string {
	if strings.Contains(text, "\n") {
		return trimmed(strings.Split(text, "\n"))
	}
	var parts []string
	depth, begun := 0, 0
	for i, r := range text {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		case depth <= 0 && (r == ';' || r == ',' && strings.HasPrefix(text[i+1:], " ")):
			parts = append(parts, text[begun:i])
			begun = i + 1
		}
	}
	return trimmed(append(parts, text[begun:]))
}

// trimmed returns the words without marks of lists, each with a capital; empty
// ones are left out.
func trimmed(words []string) []string {
	var kept []string
	for _, w := range words {
		if w = strings.Trim(w, " \t\r-–•*.;,"); w != "" {
			first, size := utf8.DecodeRuneInString(w)
			kept = append(kept, string(unicode.ToUpper(first))+w[size:])
		}
	}
	return kept
}
