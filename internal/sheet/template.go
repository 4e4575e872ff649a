package sheet

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// Template is an empty sheet for people to fill in, with lists to choose from,
// notes above the columns, an example, and a second sheet that explains it.
type Template struct {
	Sheet   string // names of the three sheets
	Guide   string
	Lists   string
	Columns []TemplateColumn
	Lines   [][]string // of the guide, cell by cell
	Rows    int        // how many are prepared
}

// TemplateColumn is a column of a template.
type TemplateColumn struct {
	Title    string
	Note     string
	Example  any
	Format   Format
	Choices  []string // to choose from in a drop-down; other words can be typed too
	Required bool
	Wide     bool
}

// Format is how the cells of a template's column are kept.
type Format int

// The formats. Digits are kept as text, so that zeros stay.
const (
	General Format = iota
	Digits
	Amount
	DayFormat
)

// templateStyles are the numbers of the styles of a template.
type templateStyles struct {
	head, required, example, bold, wrap int
	cells                               map[Format]int
}

// Write writes the template as a workbook.
func (t Template) Write(w io.Writer) (err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := f.SetSheetName(f.GetSheetName(0), t.Sheet); err != nil {
		return err
	}
	s, err := newTemplateStyles(f)
	if err != nil {
		return err
	}
	for _, step := range []func(*excelize.File, templateStyles) error{t.lists, t.guide, t.head, t.columns} {
		if err := step(f, s); err != nil {
			return err
		}
	}
	f.SetActiveSheet(0)
	return f.Write(w)
}

func newTemplateStyles(f *excelize.File) (s templateStyles, err error) {
	day, amount := "dd/mm/yyyy", "#,##0"
	middle := &excelize.Alignment{WrapText: true, Vertical: "center"}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	s.cells = map[Format]int{}
	for _, made := range []struct {
		to    *int
		style excelize.Style
	}{
		{&s.head, excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill("E4EFE7"), Alignment: middle}},
		{&s.required, excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill("F6E3C5"), Alignment: middle}},
		{&s.example, excelize.Style{Font: &excelize.Font{Italic: true, Color: "6B6B6B"}, NumFmt: 49, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
		{&s.bold, excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
		{&s.wrap, excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
	} {
		if *made.to, err = f.NewStyle(&made.style); err != nil {
			return s, err
		}
	}
	for format, style := range map[Format]excelize.Style{Digits: {NumFmt: 49}, Amount: {CustomNumFmt: &amount}, DayFormat: {CustomNumFmt: &day}} {
		if s.cells[format], err = f.NewStyle(&style); err != nil {
			return s, err
		}
	}
	return s, nil
}

// lists writes what the drop-downs offer on a sheet of its own.
func (t Template) lists(f *excelize.File, s templateStyles) error {
	if _, err := f.NewSheet(t.Lists); err != nil {
		return err
	}
	for i, c := range t.Columns {
		if len(c.Choices) == 0 {
			continue
		}
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		column := append([]string{c.Title}, c.Choices...)
		err = errors.Join(f.SetSheetCol(t.Lists, name+"1", &column), f.SetCellStyle(t.Lists, name+"1", name+"1", s.head), f.SetColWidth(t.Lists, name, name, 34))
		if err != nil {
			return err
		}
	}
	return nil
}

func (t Template) guide(f *excelize.File, s templateStyles) error {
	if _, err := f.NewSheet(t.Guide); err != nil {
		return err
	}
	for i, line := range t.Lines {
		row := i + 1
		err := errors.Join(f.SetSheetRow(t.Guide, fmt.Sprintf("A%d", row), &line),
			f.SetCellStyle(t.Guide, fmt.Sprintf("A%d", row), fmt.Sprintf("A%d", row), s.bold),
			f.SetCellStyle(t.Guide, fmt.Sprintf("B%d", row), fmt.Sprintf("C%d", row), s.wrap))
		if err != nil {
			return err
		}
	}
	return errors.Join(f.SetColWidth(t.Guide, "A", "A", 38), f.SetColWidth(t.Guide, "B", "B", 80), f.SetColWidth(t.Guide, "C", "C", 44))
}

// head writes the titles with their notes, and the example under them.
func (t Template) head(f *excelize.File, s templateStyles) error {
	for i, c := range t.Columns {
		cell, style, title := CellName(i, 1), s.head, c.Title
		if c.Required {
			style, title = s.required, title+" *"
		}
		err := errors.Join(f.SetCellStr(t.Sheet, cell, title), f.SetCellStyle(t.Sheet, cell, cell, style),
			f.SetCellValue(t.Sheet, CellName(i, 2), c.Example), f.SetCellStyle(t.Sheet, CellName(i, 2), CellName(i, 2), s.example))
		if err == nil && c.Note != "" {
			err = f.AddComment(t.Sheet, excelize.Comment{Cell: cell, Author: "Cầu Việc", Paragraph: []excelize.RichTextRun{{Text: c.Note}}, Width: 320, Height: 120})
		}
		if err != nil {
			return err
		}
	}
	return errors.Join(f.SetRowHeight(t.Sheet, 1, 45),
		f.SetPanes(t.Sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
}

// columns sets how the cells are kept and what they offer.
func (t Template) columns(f *excelize.File, s templateStyles) error {
	const firstRow = 3 // under the head and the example
	last := firstRow + t.Rows - 1
	for i, c := range t.Columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		width := 20.0
		if c.Wide {
			width = 42
		}
		if err := f.SetColWidth(t.Sheet, name, name, width); err != nil {
			return err
		}
		if c.Format != General {
			err = f.SetCellStyle(t.Sheet, CellName(i, firstRow), CellName(i, last), s.cells[c.Format])
		}
		if err == nil && len(c.Choices) > 0 {
			offer := excelize.NewDataValidation(true)
			offer.SetSqref(fmt.Sprintf("%s%d:%s%d", name, firstRow, name, last))
			offer.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$2:$%s$%d", t.Lists, name, name, len(c.Choices)+1))
			offer.ShowErrorMessage = false // words that stand on no list are understood too
			err = f.AddDataValidation(t.Sheet, offer)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
