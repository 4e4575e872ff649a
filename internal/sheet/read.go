package sheet

import (
	"archive/zip"
	"errors"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"cauviec/internal/errs"
)

// Source is an uploaded workbook, read row by row from the bytes as they were
// uploaded: only the words that its cells share are kept unpacked.
type Source struct {
	zip    *zip.Reader
	book   []listed
	shared *zip.File // nil: no cells share words
	words  *sharedWords
	sizes  map[string]Size // of sheets that were measured
}

// Row is a row of an uploaded sheet: its number there, from 1, and what its
// cells hold. Numbers and days stand as the sheet keeps them, not as it shows
// them.
type Row struct {
	Number int
	Cells  []string
}

// Open opens a workbook that Check accepts. What is wrong with the file is a
// problem of File. The content must stay as it is while the source is read.
func Open(content []byte) (*Source, error) {
	z, err := unzip(content)
	if err != nil {
		return nil, err
	}
	s := &Source{zip: z, sizes: map[string]Size{}}
	return s, s.list()
}

// Sheets lists the names of the sheets in order, without those that are
// nothing but a chart.
func (s *Source) Sheets() []string {
	names := make([]string, len(s.book))
	for i, named := range s.book {
		names[i] = named.name
	}
	return names
}

// Rows returns the rows of a sheet that hold anything, in order. A sheet that
// ends before it should is a problem of File; nothing follows an error.
func (s *Source) Rows(sheet string) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		stopped := false
		err := s.each(sheet, func(r Row) bool {
			stopped = !yield(r, nil)
			return !stopped
		})
		if err != nil && !stopped {
			yield(Row{}, err)
		}
	}
}

// each reads the rows of a sheet until do has enough.
func (s *Source) each(sheet string, do func(Row) bool) (err error) {
	defer func() {
		if err != nil && !errors.Is(err, errs.Invalid) {
			err = errors.Join(refuse("damaged"), err)
		}
	}()
	if _, err := s.Size(sheet); err != nil {
		return err
	}
	part, err := s.part(sheet)
	if err != nil {
		return err
	}
	words, err := s.sharedWords()
	if err != nil {
		return err
	}
	body, err := part.Open()
	if err != nil {
		return err
	}
	defer body.Close()
	rows, err := rowsOf(body, words)
	for err == nil {
		var row Row
		if row, err = rows.next(); err == nil && clean(row.Cells) && !do(row) {
			return nil
		}
	}
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// clean takes out what is no text (a sheet can hide a zero byte in a cell), and
// reports whether anything is left.
func clean(cells []string) (filled bool) {
	for i, c := range cells {
		if strings.IndexByte(c, 0) >= 0 || !utf8.ValidString(c) {
			cells[i] = strings.ReplaceAll(strings.ToValidUTF8(c, ""), "\x00", "")
		}
		filled = filled || cells[i] != ""
	}
	return filled
}

// CellName names a cell as people do: column 0 of row 5 is A5.
func CellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column+1, max(row, 1))
	if err != nil {
		return ""
	}
	return name
}
