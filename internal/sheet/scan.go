package sheet

import (
	"encoding/xml"
	"errors"
	"io"
)

// deepest is how far elements stand within each other: nothing in a sheet that
// people made comes near it.
const deepest = 64

// errBroken says that a part is not the XML that it should be.
var errBroken = errors.New("sheet: broken XML")

// token is what a scanner comes upon.
type token int

const (
	begins token = iota + 1 // an element
	ends                    // an element, an empty one too
	letters
)

// scanner reads the elements and texts of a part.
type scanner struct {
	in    *xml.Decoder
	part  *rationed
	open  []xml.Name // the elements around
	name  string     // of the element that begins, without its prefix
	attrs []xml.Attr // of that element
	text  []byte     // good until the next call
}

// rationed hands out a part until what is left is used up: a decoder holds a
// whole piece in memory before it shows it.
type rationed struct {
	part io.Reader
	left int
}

// Read refuses a piece that is larger than any that people made.
func (r *rationed) Read(b []byte) (int, error) {
	if r.left <= 0 {
		return 0, refuse("bomb")
	}
	n, err := r.part.Read(b)
	r.left -= n
	return n, err
}

// newScanner reads a part, at most largestParts of it.
func newScanner(part io.Reader) *scanner {
	in := &rationed{part: io.LimitReader(part, largestParts)}
	return &scanner{in: xml.NewDecoder(in), part: in}
}

// next moves to the next element or text; io.EOF follows the last element.
// Namespaces are not looked up: that takes a third of the time, and no part has
// two elements of one name.
func (s *scanner) next() (token, error) {
	for {
		s.part.left = largestPiece
		read, err := s.in.RawToken()
		if errors.Is(err, io.EOF) && len(s.open) > 0 {
			err = errBroken
		}
		if err != nil {
			return 0, err
		}
		switch t := read.(type) {
		case xml.StartElement:
			s.open, s.name, s.attrs = append(s.open, t.Name), t.Name.Local, t.Attr
			if len(s.open) > deepest {
				return 0, errBroken
			}
			return begins, nil
		case xml.EndElement:
			last := len(s.open) - 1
			if last < 0 || s.open[last] != t.Name {
				return 0, errBroken
			}
			s.open = s.open[:last]
			return ends, nil
		case xml.CharData:
			s.text = t
			return letters, nil
		case xml.Directive:
			return 0, errBroken // a document type: no part has one
		}
	}
}

// skip moves behind the element that just began.
func (s *scanner) skip() error {
	for around := len(s.open) - 1; len(s.open) > around; {
		if _, err := s.next(); err != nil {
			return whole(err)
		}
	}
	return nil
}

// attribute is the value of an attribute of the element that just began.
func (s *scanner) attribute(name string) (value string, found bool) {
	for _, a := range s.attrs {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value, true
		}
	}
	return "", false
}

// whole makes the end of the part an error.
func whole(err error) error {
	if errors.Is(err, io.EOF) {
		return errBroken
	}
	return err
}
