package vacancy

import (
	"io"

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
