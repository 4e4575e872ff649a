package opendata

import (
	"regexp"
	"strings"

	"cauviec/internal/phone"
)

// Mask stands where a telephone number or an address of e-mail was.
const Mask = "[…]"

var (
	// numeral is a run of digits with what people put between them. What comes
	// before and after is no digit.
	numeral = regexp.MustCompile(`\+?\(?\d(?:[ \t\x{00a0}.()\-]{0,3}\d){7,}`)
	email   = regexp.MustCompile(`[^\s@<>()\[\]{},;:"]+@[^\s@<>()\[\]{},;:"]+\.[^\s@<>()\[\]{},;:"]*[^\s@<>()\[\]{},;:".!?]`)
)

// Masked returns text without telephone numbers and addresses of e-mail, which
// the form has no place for and people write all the same.
func Masked(text string) string {
	text = email.ReplaceAllString(text, Mask)
	return numeral.ReplaceAllStringFunc(text, func(run string) string {
		if telephones(run) {
			return Mask
		}
		return run
	})
}

// telephones reports whether a run of digits is a number or has one in it:
// "0912345678 0987654321" has two, "9.000.000 - 11.000.000" none.
func telephones(run string) bool {
	words := strings.FieldsFunc(run, func(r rune) bool { return strings.ContainsRune(" \t\u00a0.-()", r) })
	for from := range words {
		for to := from + 1; to <= len(words); to++ {
			joined := strings.Join(words[from:to], "")
			if !strings.HasPrefix(joined, "0") && !strings.HasPrefix(joined, "84") && !strings.HasPrefix(joined, "+84") {
				break
			}
			if _, err := phone.Parse(joined); err == nil {
				return true
			}
		}
	}
	return false
}
