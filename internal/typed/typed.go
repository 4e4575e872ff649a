// Package typed reads values as people type them into a form or a spreadsheet:
// counts with dots, days without a year or as serial numbers, yes and no in a
// dozen words, codes that lost their zeros, words of a list without marks. Each
// function is pure, takes any text, and says when it cannot be sure.
package typed

import (
	"errors"
	"math"
	"regexp"
	"strconv"
	"strings"

	"cauviec/internal/fold"
)

// ErrCount means that words could not be read as a count.
var ErrCount = errors.New("not a count")

var (
	// machine is a number as a spreadsheet keeps it: 9.5E6, 912345678.0.
	machine = regexp.MustCompile(`^-?\d{1,17}(?:\.\d+)?(?:[eE][+-]?\d{1,2})?$`)
	// whole is a number with or without its thousands apart.
	whole = regexp.MustCompile(`^(\d{1,9}|\d{1,3}(?:[., ]\d{3})+)(?: ?[\p{L}. ]+)?$`)
)

// apart is what stands between thousands.
var apart = strings.NewReplacer(".", "", ",", "", " ", "")

// decimals is how many places of a kept number are believed: further ones are
// what binary fractions leave behind (9.300000000000001).
const decimals = 6

// Tidy returns the words of a cell composed, without the blanks around and
// with ordinary ones between; a number as a spreadsheet keeps it becomes plain
// digits.
func Tidy(words string) string {
	words = strings.TrimSpace(strings.ReplaceAll(fold.NFC(strings.ToValidUTF8(words, "")), "\u00a0", " "))
	if !machine.MatchString(words) || !strings.ContainsAny(words, ".eE") {
		return words
	}
	number, err := strconv.ParseFloat(words, 64)
	if err != nil || math.Abs(number) > 1<<53 {
		return words
	}
	if _, places, _ := strings.Cut(words, "."); !strings.ContainsAny(words, "eE") && len(places) <= decimals && strings.Trim(places, "0") != "" {
		return words
	}
	shift := math.Pow(10, decimals)
	return strconv.FormatFloat(math.Round(number*shift)/shift, 'f', -1, 64)
}

// Count reads a number of people or things: "1.200", "1,200", "200 người".
// Empty words are 0.
func Count(words string) (int, error) {
	words = Tidy(words)
	if words == "" {
		return 0, nil
	}
	m := whole.FindStringSubmatch(words)
	if m == nil {
		return 0, ErrCount
	}
	n, err := strconv.Atoi(apart.Replace(m[1]))
	if err != nil || n > math.MaxInt32 {
		return 0, ErrCount
	}
	return n, nil
}

var yes = map[string]bool{
	"co": true, "c": true, "x": true, "1": true, "yes": true, "y": true, "true": true, "dung": true, "v": true, "ok": true,
	"cam ket": true, "co cam ket": true, "nhan": true, "dong y": true,
	"khong": false, "ko": false, "k": false, "0": false, "no": false, "n": false, "false": false, "chua": false, "khong co": false,
	"khong nhan": false, "sai": false,
}

// Yes reads a yes or a no; known is false for other words. Empty words are an
// unknown no.
func Yes(words string) (is, known bool) {
	words = Tidy(words)
	switch words {
	case "✓", "✔", "☑":
		return true, true
	case "-", "✗", "☐":
		return false, true
	}
	is, known = yes[fold.Fold(words)]
	return is, known
}
