// Package code makes short codes that people copy onto paper and read out over
// the telephone, and reads them back. The last sign is a check: one wrong
// sign, or two in each other's place, never make another code.
package code

import (
	"io"
	"strings"
	"unicode"
)

// alphabet has no 0 and O, no 1, I and L. Its 31 signs are a prime number,
// which the check needs.
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

// New returns a code of length signs (2 to 30), all but the last drawn from
// random. Failing to read random is its only error.
func New(random io.Reader, length int) (string, error) {
	free := make([]byte, 0, length)
	one := make([]byte, 1)
	for len(free) < length-1 {
		if _, err := io.ReadFull(random, one); err != nil {
			return "", err
		}
		// Bytes beyond the last whole multiple of 31 would favour some signs.
		if one[0] < byte(256/len(alphabet)*len(alphabet)) {
			free = append(free, alphabet[int(one[0])%len(alphabet)])
		}
	}
	return string(free) + check(string(free)), nil
}

// Clean returns a code as typed, read out or pasted (blanks, dashes of any kind,
// small letters) in its own form, and whether it can be a code of length signs at
// all.
func Clean(words string, length int) (code string, ok bool) {
	code = strings.ToUpper(strings.Map(sign, words))
	if len(code) != length {
		return code, false
	}
	for _, sign := range code {
		if !strings.ContainsRune(alphabet, sign) {
			return code, false
		}
	}
	return code, check(code[:length-1]) == code[length-1:]
}

// sign returns a letter or digit, and drops what people and telephones put
// between them.
func sign(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return r
	}
	return -1
}

// Grouped writes a code for the eye, a hyphen after each four signs: ABCD-EFGH.
func Grouped(code string) string {
	var b strings.Builder
	for i, sign := range code {
		if i > 0 && i%4 == 0 {
			b.WriteByte('-')
		}
		b.WriteRune(sign)
	}
	return b.String()
}

// check makes the sum of the signs' values, weighted 1 to the length, a
// multiple of 31. The weights differ and none is a multiple of the prime 31,
// so a change of one value, or a swap of two different ones, always changes
// the sum.
func check(free string) string {
	sum := 0
	for i, sign := range free {
		sum += (i + 1) * strings.IndexRune(alphabet, sign)
	}
	weight := len(free) + 1
	for value := range len(alphabet) {
		if (sum+weight*value)%len(alphabet) == 0 {
			return alphabet[value : value+1]
		}
	}
	panic("31 is a prime: some value fits")
}
