package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Brief returns words cut to at most so many letters, with an ellipsis behind
// what was cut: at the end of a word where one ends in the second half, and
// never between a letter and its marks.
func Brief(words string, most int) string {
	letters := []rune(words)
	if len(letters) <= most {
		return words
	}
	end := most
	for end > most/2 && !unicode.IsSpace(letters[end]) {
		end--
	}
	if !unicode.IsSpace(letters[end]) {
		end = most
		for end > 0 && unicode.Is(unicode.M, letters[end]) {
			end--
		}
	}
	return strings.TrimRight(string(letters[:end]), " ,;") + "…"
}

// Capital returns words with a capital at their beginning.
func Capital(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	if first == utf8.RuneError {
		return words
	}
	return string(unicode.ToUpper(first)) + words[size:]
}
