package sheet

import (
	"io"
	"strconv"
	"strings"
)

// rows reads the rows of a sheet.
type rows struct {
	in     *scanner
	words  *sharedWords
	number int    // of the row
	column int    // of the cell, from 1
	text   []byte // of the row's cells, one after the other
	cells  []found
	size   int // of what they say, in bytes
	said   int // by all rows so far
}

// found is a cell with something in it: words that are shared, or a part of
// the row's text.
type found struct {
	column   int
	shared   string
	from, to int
}

// rowsOf begins to read a sheet; the first row is the next.
func rowsOf(part io.Reader, words *sharedWords) (*rows, error) {
	r := &rows{in: newScanner(part), words: words}
	for {
		what, err := r.in.next()
		switch {
		case err != nil:
			return nil, whole(err)
		case what != begins || r.in.name == "worksheet":
		case r.in.name == "sheetData":
			return r, nil
		default:
			if err := r.in.skip(); err != nil {
				return nil, err
			}
		}
	}
}

// next reads a row; io.EOF follows the last one.
func (r *rows) next() (Row, error) {
	for {
		what, err := r.in.next()
		switch {
		case err != nil:
			return Row{}, whole(err)
		case what == ends:
			return Row{}, io.EOF
		case r.said > largestSaid:
			return Row{}, refuse("bomb")
		case what == begins && r.in.name == "row":
			return r.row()
		case what == begins:
			if err := r.in.skip(); err != nil {
				return Row{}, err
			}
		}
	}
}

// row reads the row that just began. Rows that do not say their number follow
// the one before; one that goes back belongs to a damaged sheet.
func (r *rows) row() (Row, error) {
	number := r.number + 1
	if said, found := r.in.attribute("r"); found {
		n, err := strconv.Atoi(said)
		if err != nil || n < number || n > lastRow {
			return Row{}, errBroken
		}
		number = n
	}
	r.number, r.column, r.text, r.cells, r.size = number, 0, r.text[:0], r.cells[:0], 0
	for {
		what, err := r.in.next()
		switch {
		case err != nil:
			return Row{}, whole(err)
		case what == ends:
			return r.gathered(), nil
		case what == begins && r.in.name == "c":
			err = r.cell()
		case what == begins:
			err = r.in.skip()
		}
		if err != nil {
			return Row{}, err
		}
	}
}

// lastRow is as far as a sheet can go.
const lastRow = 1 << 20

// gathered is the row with all its cells, up to the last that holds anything.
func (r *rows) gathered() Row {
	width := 0
	for _, c := range r.cells {
		width = max(width, c.column)
	}
	r.said += r.size
	text, cells := string(r.text), make([]string, width)
	for _, c := range r.cells {
		cells[c.column-1] = c.shared + text[c.from:c.to]
	}
	return Row{Number: r.number, Cells: cells}
}

// cell reads the cell that just began. Where it does not say its column it
// follows the one before.
func (r *rows) cell() error {
	r.column++
	if said, found := r.in.attribute("r"); found {
		if r.column = columnOf(said); r.column == 0 {
			return errBroken
		}
	}
	kind, _ := r.in.attribute("t")
	from := len(r.text)
	if err := r.value(kind == "inlineStr"); err != nil {
		return err
	}
	c := found{column: r.column, from: from, to: len(r.text)}
	if kind == "s" && len(r.text) > from {
		n, err := strconv.Atoi(strings.TrimSpace(string(r.text[from:])))
		if err != nil {
			return errBroken
		}
		r.text, c.to, c.shared = r.text[:from], from, r.words.at(n)
	}
	switch {
	case c.column > mostCells || c.from == c.to && c.shared == "":
		r.text = r.text[:from]
		return nil
	case len(r.cells) == mostCells: // some stand twice
		return errBroken
	}
	if r.size += c.to - c.from + len(c.shared); r.size > largestRow {
		return refuse("bomb")
	}
	r.cells = append(r.cells, c)
	return nil
}

// value appends what is in a cell to the row's text, and leaves the cell. What
// an inline cell says stands in words of its own.
func (r *rows) value(inline bool) error {
	from, worded := len(r.text), false
	for {
		what, err := r.in.next()
		switch name := r.in.name; {
		case err != nil:
			return whole(err)
		case what == ends:
			return nil
		case what == begins && name == "v" && !worded:
			r.text, err = r.in.content(r.text[:from])
		case what == begins && name == "is" && inline:
			worded = true
			r.text, err = r.in.words(r.text[:from])
		case what == begins:
			err = r.in.skip()
		}
		if err != nil {
			return err
		}
	}
}

// columnOf is the column in the name of a cell, from 1; 0 where that is none.
func columnOf(cell string) int {
	n := 0
	for _, b := range []byte(cell) {
		switch {
		case b >= 'A' && b <= 'Z':
			n = n*26 + int(b-'A') + 1
		case b >= 'a' && b <= 'z':
			n = n*26 + int(b-'a') + 1
		case b >= '0' && b <= '9':
			return n
		default:
			return 0
		}
		if n > lastRow {
			return 0
		}
	}
	return 0
}
