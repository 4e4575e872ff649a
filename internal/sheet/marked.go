package sheet

import (
	"errors"
	"io"
	"iter"

	"github.com/xuri/excelize/v2"
)

// Marked is a row of which some cells stand out.
type Marked struct {
	Cells []string
	Marks []int // columns, from 0
}

// WriteMarked writes rows under a header on a sheet of a new workbook, all as
// text, so that what was typed stays as it was. The first column is wide.
func WriteMarked(w io.Writer, sheet string, header []string, rows iter.Seq2[Marked, error]) (err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := f.SetSheetName(f.GetSheetName(0), sheet); err != nil {
		return err
	}
	s, err := newMarkedStyles(f)
	if err != nil {
		return err
	}
	stream, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	err = errors.Join(stream.SetColWidth(1, 1, 60), stream.SetColWidth(2, max(2, len(header)), 20),
		stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
		stream.SetRow("A1", styled(header, s.head)))
	if err != nil {
		return err
	}
	n := 1
	for row, err := range rows {
		n++
		if err == nil {
			err = stream.SetRow(CellName(0, n), s.cells(row))
		}
		if err != nil {
			return err
		}
	}
	if err := stream.Flush(); err != nil {
		return err
	}
	return f.Write(w)
}

// markedStyles are the numbers of the styles.
type markedStyles struct{ head, plain, mark int }

func newMarkedStyles(f *excelize.File) (s markedStyles, err error) {
	text := &excelize.Alignment{WrapText: true, Vertical: "top"}
	for _, made := range []struct {
		to    *int
		style excelize.Style
	}{
		{&s.head, excelize.Style{Font: &excelize.Font{Bold: true}, NumFmt: 49, Alignment: text}},
		{&s.plain, excelize.Style{NumFmt: 49, Alignment: text}},
		{&s.mark, excelize.Style{NumFmt: 49, Alignment: text, Font: &excelize.Font{Color: "8B1A1A"},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FBE3E1"}}}},
	} {
		if *made.to, err = f.NewStyle(&made.style); err != nil {
			return s, err
		}
	}
	return s, nil
}

// cells are the cells of a row, those that stand out in their own style.
func (s markedStyles) cells(row Marked) []any {
	cells := styled(row.Cells, s.plain)
	for _, at := range row.Marks {
		if at >= 0 && at < len(cells) {
			cells[at] = excelize.Cell{StyleID: s.mark, Value: row.Cells[at]}
		}
	}
	return cells
}

func styled(words []string, style int) []any {
	cells := make([]any, len(words))
	for i, w := range words {
		cells[i] = excelize.Cell{StyleID: style, Value: w}
	}
	return cells
}
