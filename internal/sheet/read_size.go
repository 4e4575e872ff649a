package sheet

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
)

// Size is how long a sheet is.
type Size struct {
	Rows int // that are written down
	Last int // the number of the last one; 0 where rows are written in a way not known here
}

// Size says how long a sheet is. A damaged one is a problem of File.
func (s *Source) Size(sheet string) (Size, error) {
	if size, known := s.sizes[sheet]; known {
		return size, nil
	}
	size, err := s.measured(sheet)
	if err == nil {
		s.sizes[sheet] = size
	}
	return size, err
}

// measured unpacks a sheet once, quickly, to know how long it is and that it
// is whole.
func (s *Source) measured(sheet string) (size Size, err error) {
	part, err := s.part(sheet)
	if err != nil {
		return size, err
	}
	body, err := part.Open()
	if err != nil {
		return size, errors.Join(refuse("damaged"), err)
	}
	defer body.Close()
	m := &measure{}
	if _, err := io.Copy(m, io.LimitReader(body, largestParts)); err != nil {
		return size, errors.Join(refuse("damaged"), err)
	}
	if !bytes.Contains(m.held, []byte("worksheet>")) {
		return size, refuse("damaged")
	}
	m.count(len(m.held))
	return Size{Rows: m.rows, Last: max(m.last, m.rows)}, nil
}

// measure counts rows in what is written to it. It holds the end of it back,
// where a row's opening may not be whole yet.
type measure struct {
	rows, last int
	held       []byte
}

// heldBack is longer than a row's opening and than the end of a sheet.
const heldBack = 64

var opening = []byte("<row")

// Write counts the rows that open in what is certain to be whole.
func (m *measure) Write(b []byte) (int, error) {
	m.held = append(m.held, b...)
	m.count(max(0, len(m.held)-heldBack))
	return len(b), nil
}

// count counts the rows that open in the first bytes held, and lets these go.
func (m *measure) count(until int) {
	for at := 0; at < until; {
		found := bytes.Index(m.held[at:until], opening[:1])
		if found < 0 {
			break
		}
		at += found
		if bytes.HasPrefix(m.held[at:], opening) {
			m.note(m.held[at+len(opening):])
		}
		at++
	}
	m.held = append(m.held[:0], m.held[until:]...)
}

// note counts a row unless the word goes on ("rowBreaks"), with its number if
// that follows.
func (m *measure) note(rest []byte) {
	if len(rest) == 0 || !strings.ContainsRune(" >/\t\r\n", rune(rest[0])) {
		return
	}
	m.rows++
	if number, ok := bytes.CutPrefix(rest, []byte(` r="`)); ok {
		digits, _, _ := bytes.Cut(number[:min(len(number), 8)], []byte(`"`))
		if n, err := strconv.Atoi(string(digits)); err == nil {
			m.last = max(m.last, n)
		}
	}
}
