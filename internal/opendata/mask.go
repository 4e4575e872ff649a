package opendata

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"cauviec/internal/phone"
)

// Mask stands where a telephone number or an address of e-mail was.
const Mask = "[…]"

var (
	// numeral is a run of digits with what people put between them, a comma only
	// where nothing follows it. What comes before and after is no digit.
	numeral = regexp.MustCompile(`\(?\+?\(?\p{Nd}(?:(?:` + gap + `{0,3}|,)\p{Nd}){7,}`)
	email   = regexp.MustCompile(`[^\s@<>()\[\]{},;:"]+@[^\s@<>()\[\]{},;:"]+\.[^\s@<>()\[\]{},;:"]*[^\s@<>()\[\]{},;:".!?]`)
	// date is a day as people write it; two of them would make a number.
	date = regexp.MustCompile(`\b(?:0?[1-9]|[12]\d|3[01])[.\-](?:0?[1-9]|1[0-2])[.\-]20\d\d\b`)
)

// gap is a sign between the digits of a number: a blank of any width or of
// none, a dash, a dot, a bracket.
const gap = `[\t\p{Zs}\p{Cf}\p{Pd}.·•_()]`

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
// "0912345678 0987654321" has two, "9.000.000 - 11.000.000" none. Digits
// may be of any width.
func telephones(run string) bool {
	for part := range strings.SplitSeq(date.ReplaceAllString(norm.NFKC.String(run), "/"), "/") {
		words := strings.FieldsFunc(part, func(r rune) bool { return !unicode.IsDigit(r) })
		for from := range words {
			if begins(words[from:]) {
				return true
			}
		}
	}
	return false
}

// longest is how many digits a number can have, with its country.
const longest = 15

// begins reports whether words of digits begin with a number.
func begins(words []string) bool {
	number := ""
	for _, word := range words {
		number += word
		if rest, abroad := strings.CutPrefix(number, "0084"); abroad {
			number = "84" + rest
		}
		if len(number) > longest || !strings.HasPrefix(number, "0") && !strings.HasPrefix(number, "84") {
			return false
		}
		if _, err := phone.Parse(number); err == nil {
			return true
		}
	}
	return false
}
