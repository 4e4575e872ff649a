package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Source is an uploaded workbook, read row by row. Large parts wait in
// temporary files until Close.
type Source struct {
	zip   *zip.Reader
	file  *excelize.File
	sizes map[string]Size // of sheets that were measured
}

// Row is a row of an uploaded sheet: its number there, from 1, and what its
// cells hold. Numbers and days stand as the sheet keeps them, not as it shows
// them.
type Row struct {
	Number int
	Cells  []string
}

// Open opens a workbook that Check accepts. What is wrong with the file is a
// problem of File.
func Open(content []byte) (s *Source, err error) {
	defer caught(&err)
	z, err := unzip(content)
	if err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(content),
		excelize.Options{UnzipSizeLimit: largestParts, UnzipXMLSizeLimit: partInMemory, RawCellValue: true})
	if err != nil {
		return nil, errors.Join(refuse("damaged"), err)
	}
	return &Source{zip: z, file: f, sizes: map[string]Size{}}, nil
}

// caught makes the panic of a library over a file made to confuse it a refusal.
func caught(err *error) {
	if cause := recover(); cause != nil {
		*err = errors.Join(refuse("damaged"), fmt.Errorf("panic: %v", cause))
	}
}

// Close removes the temporary files.
func (s *Source) Close() error { return s.file.Close() }

// Sheets lists the names of the sheets in order.
func (s *Source) Sheets() []string { return s.file.GetSheetList() }

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

func (s *Source) each(sheet string, do func(Row) bool) (err error) {
	size, err := s.Size(sheet)
	if err != nil {
		return err
	}
	rows, err := s.file.Rows(sheet)
	if err != nil {
		return errors.Join(refuse("damaged"), err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	last := 0
	for {
		cells, more, err := nextRow(rows)
		switch {
		case err != nil:
			return err
		case !more && last < size.Last:
			return refuse("damaged")
		case !more:
			return nil
		}
		last++
		cells = cells[:min(len(cells), mostCells)]
		if clean(cells) && !do(Row{Number: last, Cells: cells}) {
			return nil
		}
	}
}

func nextRow(rows *excelize.Rows) (cells []string, more bool, err error) {
	defer caught(&err)
	if !rows.Next() {
		if rows.Error() != nil {
			return nil, false, errors.Join(refuse("damaged"), rows.Error())
		}
		return nil, false, nil
	}
	cells, err = rows.Columns()
	if err != nil {
		return nil, true, errors.Join(refuse("damaged"), err)
	}
	return cells, true, nil
}

// clean takes out what is no text (a sheet can hide a zero byte in a cell), and
// reports whether anything is left.
func clean(cells []string) (filled bool) {
	for i, c := range cells {
		if strings.ContainsRune(c, 0) || !utf8.ValidString(c) {
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
