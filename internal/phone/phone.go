// Package phone reads Vietnamese telephone numbers as people type them and
// keeps them in E.164. A number is not a person: families share one.
package phone

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// ErrPhone means that words could not be read as a Vietnamese number.
var ErrPhone = errors.New("not a phone number")

var (
	// mobile numbers have ten digits; the prefixes are those in use since 2018.
	mobile = regexp.MustCompile(`^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])\d{7}$`)
	// fixed lines have eleven: 0204 Bắc Giang, 0205 Lạng Sơn, 0222 Bắc Ninh, 024 Hà Nội.
	fixed = regexp.MustCompile(`^02\d{9}$`)
	// blanks are what people put between the digits.
	blanks = strings.NewReplacer(" ", "", ".", "", "-", "", "(", "", ")", "", "\u00a0", "", "\t", "")
)

// Parse returns the E.164 form (+84912345678) of a mobile or fixed number
// typed with or without +84, blanks, dots, or the leading zero that a
// spreadsheet drops. Empty words are an empty number; others are ErrPhone.
func Parse(words string) (string, error) {
	digits := blanks.Replace(strings.TrimSpace(words))
	if digits == "" {
		return "", nil
	}
	national := national(digits)
	if !mobile.MatchString(national) && !fixed.MatchString(national) {
		return "", fmt.Errorf("%w: %d characters", ErrPhone, len(words))
	}
	return "+84" + national[1:], nil
}

// national returns digits in the form dialled at home, with its leading zero.
func national(digits string) string {
	if rest, ok := strings.CutPrefix(digits, "+84"); ok {
		return withZero(rest)
	}
	if rest, ok := strings.CutPrefix(digits, "84"); ok && len(digits) > 9 {
		return withZero(rest)
	}
	return withZero(digits)
}

func withZero(digits string) string {
	if strings.HasPrefix(digits, "0") {
		return digits
	}
	return "0" + digits
}
