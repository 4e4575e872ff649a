package sheet

import (
	"bytes"
	"regexp"
	"strconv"
	"unicode/utf8"
)

// plainText appends what a text means to the letters before it: what stands
// for other letters is replaced.
func plainText(letters, raw []byte) ([]byte, error) {
	for len(raw) > 0 {
		at := bytes.IndexAny(raw, "&\r")
		if at < 0 {
			break
		}
		letters = append(letters, raw[:at]...)
		if raw[at] == '\r' { // a line ends with "\n", however it is written
			letters, raw = append(letters, '\n'), bytes.TrimPrefix(raw[at+1:], []byte{'\n'})
			continue
		}
		name, rest, ok := bytes.Cut(raw[at+1:], []byte{';'})
		letter := entity(name)
		if !ok || letter == 0 {
			return nil, errBroken
		}
		letters, raw = utf8.AppendRune(letters, letter), rest
	}
	return append(letters, raw...), nil
}

// entity is the letter that a name between "&" and ";" stands for; 0: none.
func entity(name []byte) rune {
	switch string(name) {
	case "amp":
		return '&'
	case "lt":
		return '<'
	case "gt":
		return '>'
	case "quot":
		return '"'
	case "apos":
		return '\''
	}
	digits, base := bytes.TrimPrefix(name, []byte{'#'}), 10
	if len(digits) == len(name) {
		return 0
	}
	if bytes.HasPrefix(digits, []byte{'x'}) {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseInt(string(digits), base, 32)
	if err != nil || n < 0 {
		return 0
	}
	return rune(n)
}

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
			said, err = plainText(said, s.raw)
		}
		if err != nil {
			return said, err
		}
	}
}

// words appends the words of the element that just began, whole or in runs of
// their own looks, and leaves it. How they are pronounced is left out.
func (s *scanner) words(said []byte) ([]byte, error) {
	from, depth := len(said), len(s.starts)
	for {
		what, err := s.next()
		if err != nil {
			return said, whole(err)
		}
		switch {
		case what == ends && len(s.starts) < depth:
			return shownLetters(said, from), nil
		case what == begins && string(s.name) == "t":
			said, err = s.content(said)
		case what == begins && string(s.name) != "r":
			err = s.skip()
		}
		if err != nil {
			return said, err
		}
	}
}
