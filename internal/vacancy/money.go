package vacancy

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"cauviec/internal/fold"
)

// ErrMoney means that words could not be read as one amount of monthly pay.
var ErrMoney = errors.New("not an amount of money")

// Amounts of monthly pay that are believed, in VND.
const (
	leastPay = 100_000
	mostPay  = 1_000_000_000
)

var (
	amount = regexp.MustCompile(`^([0-9][0-9., ]*)(.*)$`)
	// grouped has its thousands apart by the same sign throughout.
	grouped = regexp.MustCompile(`^\d{1,3}(?:(?:\.\d{3})+|(?:,\d{3})+|(?: \d{3})+)$`)
	// cents is nothing behind thousands, as spreadsheets show amounts: 9,500,000.00.
	cents   = regexp.MustCompile(`^(\d{1,3}(?:\.\d{3})+),00?$|^(\d{1,3}(?:,\d{3})+)\.00?$`)
	decimal = regexp.MustCompile(`^(\d{1,4})(?:[.,](\d{1,3}))?$`)
	digits  = regexp.MustCompile(`^\d{1,10}$`)
	// unit is what follows the number, folded: "trieu dong thang", "tr5", "k".
	unit = regexp.MustCompile(`^(tr|trieu|k|nghin|ngan)? ?(ruoi|\d{1,3})? ?(k|nghin|ngan)?((?: ?(?:d|dong|vnd))?(?: ?(?:thang|mot thang))?)$`)
)

// ParseMoney reads an amount of monthly pay as people type it and returns VND:
// "9.500.000", "9500000 đ", "9,5 triệu", "9tr", "9tr5", "9 triệu rưỡi",
// "500k", and a bare "9,5" as millions. Empty words are 0. What could mean two
// amounts, or cannot be pay, is ErrMoney; pages echo what was understood.
func ParseMoney(words string) (vnd int64, err error) {
	words = strings.ToLower(fold.Tidy(words))
	if words == "" {
		return 0, nil
	}
	parts := amount.FindStringSubmatch(words)
	if parts == nil {
		return 0, notMoney(words)
	}
	number := cents.ReplaceAllString(strings.TrimSpace(parts[1]), "$1$2")
	tail := unit.FindStringSubmatch(fold.Fold(parts[2]))
	if tail == nil {
		return 0, notMoney(words)
	}
	vnd, ok := valueOf(number, tail[1], tail[2], tail[3])
	if !ok || vnd < leastPay || vnd > mostPay {
		return 0, notMoney(words)
	}
	return vnd, nil
}

func notMoney(words string) error { return fmt.Errorf("%w: %q", ErrMoney, words) }

// valueOf weighs a number by its unit; rest is what follows "triệu": the 5 of
// "9tr5", with its own unit if it has one.
func valueOf(number, unit, rest, restUnit string) (int64, bool) {
	millions := unit == "tr" || unit == "trieu"
	switch {
	case millions:
		whole, ok := scaled(number, 6)
		more, fits := restOf(rest, restUnit)
		return whole + more, ok && fits && (rest == "" || !strings.ContainsAny(number, ".,"))
	case rest != "" || restUnit != "":
		return 0, false
	case unit != "" && grouped.MatchString(number):
		return 1000 * plainDigits(number), true
	case unit != "":
		return scaled(number, 3)
	case grouped.MatchString(number), digits.MatchString(number) && len(number) > 3:
		return plainDigits(number), true
	case decimal.MatchString(number):
		return scaled(number, 6)
	}
	return 0, false
}

// restOf reads what follows "triệu": rưỡi is half of one, 5 is five tenths, 25
// is 25 hundredths, 500 (nghìn) thousands.
func restOf(rest, unit string) (int64, bool) {
	switch {
	case rest == "":
		return 0, unit == ""
	case rest == "ruoi":
		return 500_000, unit == ""
	case unit != "":
		return 1000 * plainDigits(rest), true
	}
	return scaled("0."+rest, 6)
}

// scaled returns a decimal number times ten to the power of places.
func scaled(number string, places int) (int64, bool) {
	m := decimal.FindStringSubmatch(number)
	if m == nil || len(m[2]) > places {
		return 0, false
	}
	return plainDigits(m[1] + m[2] + strings.Repeat("0", places-len(m[2]))), true
}

// apart is what stands between thousands.
var apart = strings.NewReplacer(".", "", ",", "", " ", "")

// plainDigits reads the digits of a number and nothing between them. It is
// called with so few that they fit.
func plainDigits(number string) int64 {
	n, err := strconv.ParseInt(apart.Replace(number), 10, 64)
	if err != nil {
		return 0
	}
	return n
}
