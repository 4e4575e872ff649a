package typed

import (
	"regexp"
	"strings"

	"cauviec/internal/employer"
)

// zeroless is a company's code, with its branch or not, that a spreadsheet
// took for a number.
var zeroless = regexp.MustCompile(`^\d{9}(?:-?\d{3})?$`)

// TaxCode reads a tax code that may have lost its leading zero; the zero is
// put back only where the check digit then fits. ok is false for what cannot
// be a tax code.
func TaxCode(words string) (code string, ok bool) {
	words = strings.Trim(Tidy(words), "'’ ")
	if code, ok = employer.CleanTaxCode(words); ok {
		return code, true
	}
	plain := apart.Replace(words)
	if zeroless.MatchString(plain) {
		if full, fits := employer.CleanTaxCode("0" + plain); fits {
			return full, true
		}
	}
	return code, false
}
