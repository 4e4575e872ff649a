package sheet

import (
	"bytes"
	"regexp"
	"strconv"
	"unicode/utf8"
)

// hidden is a letter that XML cannot hold, as the words of workbooks write it:
// "_x000D_".
var hidden = regexp.MustCompile(`_x[0-9a-fA-F]{4}_`)

// shownLetters replaces hidden letters in words from a place on.
func shownLetters(words []byte, from int) []byte {
	if !bytes.Contains(words[from:], []byte("_x")) {
		return words
	}
	shown := hidden.ReplaceAllFunc(words[from:], func(code []byte) []byte {
		n, err := strconv.ParseUint(string(code[2:6]), 16, 32)
		if err != nil {
			return code
		}
		return utf8.AppendRune(nil, rune(n))
	})
	return append(words[:from], shown...)
}

// content appends the text of the element that just began, and leaves it.
func (s *scanner) content(said []byte) ([]byte, error) {
	for {
		what, err := s.next()
		switch {
		case err != nil:
			return said, whole(err)
		case what == ends:
			return said, nil
		case what == begins:
			err = s.skip()
		case what == letters:
			if len(said)+len(s.text) > largestRow {
				return said, refuse("bomb")
			}
			said = append(said, s.text...)
		}
		if err != nil {
			return said, err
		}
	}
}

// words appends the words of the element that just began, whole or in runs of
// their own looks, and leaves it. How they are pronounced is left out.
func (s *scanner) words(said []byte) ([]byte, error) {
	from, depth := len(said), len(s.open)
	for {
		what, err := s.next()
		if err != nil {
			return said, whole(err)
		}
		switch {
		case what == ends && len(s.open) < depth:
			return shownLetters(said, from), nil
		case what == begins && s.name == "t":
			said, err = s.content(said)
		case what == begins && s.name != "r":
			err = s.skip()
		}
		if err != nil {
			return said, err
		}
	}
}
