package coach

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"cauviec/internal/fold"
)

// A pattern is a regular expression over a speech's line with single blanks
// between parts. Its words are written with marks and match the same word with
// or without them, but never another word with other marks: "nam" is not "năm".
// # is a number, ~ up to three parts of the same sentence.

// says compiles patterns, one each: they are looked for apart, so that none
// hides another.
func says(patterns ...string) []saying {
	all := make([]saying, len(patterns))
	for i, p := range patterns {
		all[i] = sayingOf(within(p))
	}
	return all
}

// within compiles a pattern that stands somewhere in a line.
func within(pattern string) *regexp.Regexp {
	return regexp.MustCompile(" (?:" + loosen(pattern) + ") ")
}

var blanks = strings.NewReplacer("#", "([0-9]+(?:[.][0-9]+)?)", "~", "(?:[^ .]+ ){0,3}")

// loosen lets every word match without its marks too.
func loosen(pattern string) string {
	var b strings.Builder
	for len(pattern) > 0 {
		end := strings.IndexFunc(pattern, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(pattern)
		}
		if end == 0 {
			_, end = utf8.DecodeRuneInString(pattern)
			b.WriteString(pattern[:end])
		} else {
			b.WriteString(eitherWay(pattern[:end]))
		}
		pattern = pattern[end:]
	}
	return blanks.Replace(b.String())
}

func eitherWay(word string) string {
	exact, folded := fold.Exact(word), fold.Fold(word)
	if exact == folded {
		return exact
	}
	return "(?:" + exact + "|" + folded + ")"
}
