package vacancy

import (
	"io"
	"strings"
)

// alphabet of offer codes: no 0 and O, no 1, I and L. Its 31 signs are a prime
// number, which the check needs.
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

// codeLength counts the check, the last sign.
const codeLength = 7

// NewCode returns an offer code drawn from random: six free signs (887 million
// codes) and a check. Failing to read random is its only error.
func NewCode(random io.Reader) (string, error) {
	code := make([]byte, 0, codeLength)
	one := make([]byte, 1)
	for len(code) < codeLength-1 {
		if _, err := io.ReadFull(random, one); err != nil {
			return "", err
		}
		// Bytes beyond the last whole multiple of 31 would favour some signs.
		if one[0] < byte(256/len(alphabet)*len(alphabet)) {
			code = append(code, alphabet[int(one[0])%len(alphabet)])
		}
	}
	return string(code) + checkSign(string(code)), nil
}

// CleanCode returns a code as typed or read out (blanks, hyphens, small
// letters) in its own form, and whether it can be a code at all. One wrong
// sign, or two signs in each other's place, never make another code.
func CleanCode(words string) (code string, ok bool) {
	code = strings.ToUpper(strings.NewReplacer(" ", "", "-", "", ".", "").Replace(strings.TrimSpace(words)))
	if len(code) != codeLength {
		return code, false
	}
	for _, sign := range code {
		if !strings.ContainsRune(alphabet, sign) {
			return code, false
		}
	}
	return code, checkSign(code[:codeLength-1]) == code[codeLength-1:]
}

// checkSign makes the sum of the signs' values, weighted 1 to 7, a multiple of
// 31. The weights differ and none is a multiple of the prime 31, so a change
// of one value, or a swap of two different ones, always changes the sum.
func checkSign(free string) string {
	sum := 0
	for i, sign := range free {
		sum += (i + 1) * strings.IndexRune(alphabet, sign)
	}
	for value := range len(alphabet) {
		if (sum+codeLength*value)%len(alphabet) == 0 {
			return alphabet[value : value+1]
		}
	}
	panic("31 is a prime: some value fits")
}
