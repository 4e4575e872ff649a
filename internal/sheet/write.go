// Package sheet is sheets as people open them in Excel or LibreOffice: tables
// of typed columns in .xlsx files, in a memory that does not grow with them.
package sheet

import (
	"archive/zip"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"
)

// Most is how many rows a written table holds. Excel opens some more, but no
// list of ours is read row by row beyond it.
const Most = 100_000

// Column is a column of a table: what stands above it and how its values are
// written.
type Column struct {
	Title string
	Kind  Kind
}

// Fact is a line of the sheet that says what the table is.
type Fact struct{ Label, Value string }

// Notes is the second sheet of a book: its name, and what it says of the table.
type Notes struct {
	Name  string
	Facts []Fact
}

// Book is a workbook that is written row by row. Rows that do not fit in a
// small memory wait in a temporary file until Close.
type Book struct {
	file    *excelize.File
	stream  *excelize.StreamWriter
	name    string
	columns []Column
	styles  styles
	held    [][]any // the first rows, from which the widths are fitted
	rows    int     // of the table, without its head
	begun   bool
}

// New begins a book whose table is on the sheet name. Creator is who the file
// says has made it, at the instant given.
func New(name string, columns []Column, creator string, at time.Time) (b *Book, err error) {
	f := excelize.NewFile()
	defer func() {
		if err != nil {
			f.Close()
		}
	}()
	b = &Book{file: f, name: Name(name), columns: columns}
	if err = f.SetSheetName(f.GetSheetName(0), b.name); err != nil {
		return nil, err
	}
	stamp := at.UTC().Format(time.RFC3339)
	if err = f.SetDocProps(&excelize.DocProperties{Creator: creator, Title: name, Created: stamp, Modified: stamp}); err != nil {
		return nil, err
	}
	if b.styles, err = newStyles(f); err != nil {
		return nil, err
	}
	b.stream, err = f.NewStreamWriter(b.name)
	return b, err
}

// Rows returns how many rows the table has.
func (b *Book) Rows() int { return b.rows }

// Full reports whether the table takes no more rows.
func (b *Book) Full() bool { return b.rows >= Most }

// Add writes a row: a value for each column, of a type that the column's Kind
// takes. A row too many or a value of another type is an error of the program.
func (b *Book) Add(values ...any) error {
	if b.Full() || len(values) != len(b.columns) {
		return fmt.Errorf("sheet: row %d with %d values in %d columns", b.rows+1, len(values), len(b.columns))
	}
	row := make([]any, len(values))
	for i, value := range values {
		cell, err := b.columns[i].Kind.cell(value)
		if err != nil {
			return fmt.Errorf("sheet: column %q: %w", b.columns[i].Title, err)
		}
		row[i] = cell
	}
	b.rows++
	if !b.begun {
		b.held = append(b.held, row)
		if len(b.held) < sampled {
			return nil
		}
		return b.begin()
	}
	return b.write(b.rows+1, row)
}

// begin fits the widths, freezes the head and writes what was held.
func (b *Book) begin() error {
	b.begun = true
	for i, width := range widths(b.columns, b.held) {
		if err := b.stream.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	err := b.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
	if err != nil {
		return err
	}
	if err := b.head(); err != nil {
		return err
	}
	for i, row := range b.held {
		if err := b.write(i+2, row); err != nil {
			return err
		}
	}
	b.held = nil
	return nil
}

func (b *Book) head() error {
	titles := make([]any, len(b.columns))
	for i, c := range b.columns {
		titles[i] = excelize.Cell{StyleID: b.styles.head, Value: c.Title}
	}
	return b.stream.SetRow("A1", titles)
}

func (b *Book) write(number int, row []any) error {
	for i, value := range row {
		if value != nil {
			row[i] = excelize.Cell{StyleID: b.styles.of[b.columns[i].Kind], Value: value}
		}
	}
	return b.stream.SetRow(fmt.Sprintf("A%d", number), row)
}

// Save ends the table, adds the notes and writes the whole file to out.
func (b *Book) Save(out io.Writer, notes Notes) error {
	if !b.begun {
		if err := b.begin(); err != nil {
			return err
		}
	}
	last, err := excelize.CoordinatesToCellName(len(b.columns), b.rows+1)
	if err != nil {
		return err
	}
	if err := b.file.AutoFilter(b.name, "A1:"+last, nil); err != nil {
		return err
	}
	if err := b.stream.Flush(); err != nil {
		return err
	}
	if err := b.note(notes); err != nil {
		return err
	}
	// The file goes to out as it is packed, not through a buffer of its size.
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return zip.NewWriter(out) })
	_, err = b.file.WriteToBuffer()
	return err
}

func (b *Book) note(notes Notes) error {
	name := Name(notes.Name)
	if _, err := b.file.NewSheet(name); err != nil {
		return err
	}
	if err := b.file.SetColWidth(name, "A", "A", 24); err != nil {
		return err
	}
	if err := b.file.SetColWidth(name, "B", "B", 90); err != nil {
		return err
	}
	for i, fact := range notes.Facts {
		label, value := fmt.Sprintf("A%d", i+1), fmt.Sprintf("B%d", i+1)
		if err := b.file.SetCellStr(name, label, fact.Label); err != nil {
			return err
		}
		if err := b.file.SetCellStr(name, value, fact.Value); err != nil {
			return err
		}
	}
	end := fmt.Sprintf("A%d", max(len(notes.Facts), 1))
	if err := b.file.SetCellStyle(name, "A1", end, b.styles.label); err != nil {
		return err
	}
	return b.file.SetCellStyle(name, "B1", "B"+end[1:], b.styles.wrapped)
}

// Close lets go of the temporary file.
func (b *Book) Close() error { return b.file.Close() }
