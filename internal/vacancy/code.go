package vacancy

import (
	"io"
	"strings"

	"cauviec/internal/code"
)

// codeLength counts the check, the last sign: 887 million offer codes.
const codeLength = 7

// NewCode returns an offer code drawn from random; see package code. Failing
// to read random is its only error.
func NewCode(random io.Reader) (string, error) { return code.New(random, codeLength) }

// CleanCode returns an offer code as typed or read out in its own form, and
// whether it can be one at all.
func CleanCode(words string) (offer string, ok bool) { return code.Clean(words, codeLength) }

// mostWords bounds how many words of a text are tried as a code.
const mostWords = 200

// CodesIn returns what can be an offer code in a text, such as a pasted link or
// "Mã tin ABCDEFG": a code may be parted by one blank as people copy it.
func CodesIn(text string) (offers []string) {
	try := func(words string) {
		if offer, ok := CleanCode(words); ok {
			offers = append(offers, offer)
		}
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\r\n,;:=?&/()", r) })
	words = words[:min(len(words), mostWords)]
	for i, word := range words {
		try(word)
		if i > 0 {
			try(words[i-1] + word)
		}
	}
	return offers
}
