package sheet

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// Limits of what is read: nothing in a sheet that people made comes near them.
const (
	longestToken = 4 << 20 // bytes of a tag, or of the text between two
	mostMarks    = 16      // ">" in the attributes of an element
	deepest      = 64      // elements within each other
)

// verbatim begins a text in which nothing stands for anything else.
const verbatim = "![CDATA["

// errBroken says that a part is not the XML that it should be.
var errBroken = errors.New("sheet: broken XML")

// token is what a scanner comes upon.
type token int

const (
	begins token = iota + 1 // an element
	ends                    // an element, an empty one too
	letters
)

// scanner reads the elements and texts of a part. It knows what the parts of a
// workbook are written in: XML in UTF-8 without a document type. A sheet of ten
// thousand rows has a million tags, for which encoding/xml takes half of the
// time of an import.
type scanner struct {
	in     *bufio.Reader
	held   []byte // a token that was longer than the reader's buffer
	long   []byte // a token within which the mark of its end stands
	grown  bool   // that is this one
	name   []byte // of the element, without its prefix
	rest   []byte // of the opening tag: its attributes
	raw    []byte // the text as it is written
	open   []byte // the full names of the elements around, one after the other
	starts []int  // where each of them begins in open
	empty  bool   // the element that began has no content
	tagged bool   // the next thing is a tag
}

// newScanner reads a part, at most largestParts of it.
func newScanner(part io.Reader) *scanner {
	return &scanner{in: bufio.NewReaderSize(io.LimitReader(part, largestParts), 64<<10)}
}

// next moves to the next element or text; io.EOF follows the last element. What
// name, rest and raw hold is good until the next call.
func (s *scanner) next() (token, error) {
	if s.empty {
		s.empty = false
		s.leave()
		return ends, nil
	}
	for {
		if !s.tagged {
			raw, err := s.until('<')
			switch {
			case err == io.EOF && len(s.starts) == 0:
				return 0, io.EOF
			case err == io.EOF:
				return 0, errBroken
			case err != nil:
				return 0, err
			}
			s.tagged = true
			if s.raw = raw; len(raw) > 0 {
				return letters, nil
			}
		}
		s.tagged = false
		if what, err := s.tag(); what != 0 || err != nil {
			return what, err
		}
	}
}

// tag reads what follows a "<"; 0 where that is neither element nor text.
func (s *scanner) tag() (token, error) {
	tag, err := s.until('>')
	if err != nil {
		return 0, whole(err)
	}
	s.grown = false
	switch {
	case len(tag) == 0:
		return 0, errBroken
	case tag[0] == '/':
		return ends, s.closes(bytes.TrimRight(tag[1:], " \t\r\n"))
	case tag[0] == '?':
		_, err = s.through(tag, "?")
		return 0, err
	case bytes.HasPrefix(tag, []byte("!--")):
		_, err = s.through(tag[len("!--"):], "--")
		return 0, err
	case bytes.HasPrefix(tag, []byte(verbatim)):
		tag, err = s.through(tag[len(verbatim):], "]]")
		s.raw = bytes.ReplaceAll(bytes.TrimSuffix(tag, []byte("]]")), []byte("&"), []byte("&amp;"))
		return letters, err
	case tag[0] == '!':
		return 0, errBroken // a document type: no part has one
	}
	return begins, s.opens(tag)
}

// opens enters an element.
func (s *scanner) opens(tag []byte) (err error) {
	for n := 0; !quoted(tag); n++ { // the ">" stood within the value of an attribute
		if tag, err = s.further(tag); err != nil || n == mostMarks {
			return errBroken
		}
	}
	if s.empty = tag[len(tag)-1] == '/'; s.empty {
		tag = tag[:len(tag)-1]
	}
	until := 0
	for until < len(tag) && !space(tag[until]) {
		until++
	}
	if until == 0 || len(s.starts) == deepest {
		return errBroken
	}
	s.starts, s.open = append(s.starts, len(s.open)), append(s.open, tag[:until]...)
	s.name, s.rest = local(tag[:until]), tag[until:]
	return nil
}

func space(b byte) bool { return b == ' ' || b == '\t' || b == '\r' || b == '\n' }

// closes leaves the element around, which has to have that name.
func (s *scanner) closes(name []byte) error {
	if len(s.starts) == 0 || !bytes.Equal(name, s.open[s.starts[len(s.starts)-1]:]) {
		return errBroken
	}
	s.leave()
	return nil
}

func (s *scanner) leave() {
	last := len(s.starts) - 1
	s.name = local(s.open[s.starts[last]:])
	s.open, s.starts = s.open[:s.starts[last]], s.starts[:last]
}

// local is a name without its prefix.
func local(name []byte) []byte { return name[bytes.IndexByte(name, ':')+1:] }

// quoted reports whether every quotation mark in a tag is closed.
func quoted(tag []byte) bool {
	if bytes.IndexByte(tag, '\'') < 0 {
		return bytes.Count(tag, []byte{'"'})%2 == 0
	}
	var mark byte
	for _, b := range tag {
		switch {
		case mark == 0 && (b == '"' || b == '\''):
			mark = b
		case b == mark:
			mark = 0
		}
	}
	return mark == 0
}

// through reads on until a token ends with words.
func (s *scanner) through(tag []byte, words string) (all []byte, err error) {
	for !bytes.HasSuffix(tag, []byte(words)) {
		if tag, err = s.further(tag); err != nil {
			return nil, err
		}
	}
	return tag, nil
}

// further reads on to the next ">", which belongs to the same token.
func (s *scanner) further(tag []byte) ([]byte, error) {
	if !s.grown {
		s.long, s.grown = append(s.long[:0], tag...), true
	}
	more, err := s.until('>')
	s.long = append(append(s.long, '>'), more...)
	if len(s.long) > longestToken {
		err = errBroken
	}
	return s.long, whole(err)
}

// until reads to the next mark and returns what stands before it.
func (s *scanner) until(mark byte) ([]byte, error) {
	piece, err := s.in.ReadSlice(mark)
	if err == nil {
		return piece[:len(piece)-1], nil
	}
	s.held = s.held[:0]
	for err == bufio.ErrBufferFull && len(s.held) < longestToken {
		s.held = append(s.held, piece...)
		piece, err = s.in.ReadSlice(mark)
	}
	s.held = append(s.held, piece...)
	switch {
	case err == bufio.ErrBufferFull:
		return nil, errBroken
	case err != nil:
		return s.held, err
	}
	return s.held[:len(s.held)-1], nil
}

// whole makes the end of the part an error.
func whole(err error) error {
	if err == io.EOF {
		return errBroken
	}
	return err
}

// skip moves behind the element that just began.
func (s *scanner) skip() error {
	for depth := len(s.starts) - 1; len(s.starts) > depth; {
		if _, err := s.next(); err != nil {
			return whole(err)
		}
	}
	return nil
}
