package employer

import (
	"regexp"
	"strings"
)

var (
	company = regexp.MustCompile(`^\d{10}$`)
	branch  = regexp.MustCompile(`^\d{10}-?(\d{3})$`)
	person  = regexp.MustCompile(`^\d{12}$`)
)

// checkWeights weigh the first nine digits of a tax code.
var checkWeights = [9]int{31, 29, 23, 19, 17, 13, 7, 5, 3}

// CleanTaxCode returns a tax code without blanks and with the hyphen of a
// branch, and whether it can exist: ten digits of which the last is a check
// digit, ten digits with a branch number (0314409058-002), or the twelve
// digits of a person or household business (since 1 July 2025; these have no
// check digit).
func CleanTaxCode(words string) (code string, ok bool) {
	code = strings.NewReplacer(" ", "", "\u00a0", "", ".", "", "–", "-").Replace(strings.TrimSpace(words))
	if person.MatchString(code) {
		return code, true
	}
	if company.MatchString(code) {
		return code, checkDigit(code)
	}
	if m := branch.FindStringSubmatch(code); m != nil && m[1] != "000" {
		return code[:10] + "-" + m[1], checkDigit(code)
	}
	return code, false
}

// taxDigits returns the digits of a tax code, or of its beginning, as somebody
// looks for it, with the signs that forms put between them; of other words none.
func taxDigits(words string) string {
	digits := strings.NewReplacer(" ", "", "\u00a0", "", ".", "", "-", "", "–", "").Replace(words)
	if strings.Trim(digits, "0123456789") != "" {
		return ""
	}
	return digits
}

// checkDigit reports whether the tenth digit is 10 less the weighted sum
// modulo 11. A remainder of 0 would ask for the digit 10: such a code is not given out.
func checkDigit(code string) bool {
	sum := 0
	for i, weight := range checkWeights {
		sum += weight * int(code[i]-'0')
	}
	return 10-sum%11 == int(code[9]-'0')
}
