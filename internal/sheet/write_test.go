package sheet

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"cauviec/internal/clock"
)

var noon = time.Date(2026, 11, 23, 5, 0, 0, 0, time.UTC)

// saved writes a book and opens it again.
func saved(t *testing.T, name string, columns []Column, rows [][]any, notes Notes) (*excelize.File, []byte) {
	t.Helper()
	b, err := New(name, columns, "Cầu Việc", noon)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	for _, row := range rows {
		if err := b.Add(row...); err != nil {
			t.Fatal(err)
		}
	}
	if b.Rows() != len(rows) {
		t.Errorf("%d rows, want %d", b.Rows(), len(rows))
	}
	var out bytes.Buffer
	if err := b.Save(&out, notes); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f, out.Bytes()
}

func TestValuesLookRight(t *testing.T) {
	t.Parallel()
	n := 7
	late := time.Date(2026, 11, 23, 17, 30, 0, 0, time.UTC) // 24 November, 00:30
	for _, tt := range []struct {
		name  string
		kind  Kind
		value any
		shown string
		raw   string
	}{
		{"text", Text, "Công nhân may", "Công nhân may", "Công nhân may"},
		{"a phone keeps its zero", Text, "0912345678", "0912345678", "0912345678"},
		{"a tax code keeps its zeros", Text, "0100109106-001", "0100109106-001", "0100109106-001"},
		{"spaces and lines stay", Text, " a\nb ", " a\nb ", " a\nb "},
		{"marks of XML", Text, `<b>&"`, `<b>&"`, `<b>&"`},
		{"whole", Whole, 1234567, "1,234,567", "1234567"},
		{"nought is a number", Whole, 0, "0", "0"},
		{"pointer", Whole, &n, "7", "7"},
		{"no pointer", Whole, (*int)(nil), "", ""},
		{"money", Money, int64(9_500_000), "9,500,000", "9500000"},
		{"money not said", Money, int64(0), "", ""},
		{"date", Date, clock.MustDay("05/04/2024"), "05/04/2024", "45387"},
		{"no date", Date, clock.Day{}, "", ""},
		{"instant", Instant, late, "24/11/2026 00:30", "46350.0208333333"},
		{"instant by pointer", Instant, &late, "24/11/2026 00:30", "46350.0208333333"},
		{"no instant", Instant, time.Time{}, "", ""},
		{"percent", Percent, 0.25, "25%", "0.25"},
		{"nothing", Percent, nil, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f, _ := saved(t, "Bảng", []Column{{"Cột", tt.kind}}, [][]any{{tt.value}}, Notes{Name: "Thông tin"})
			shown, err := f.GetCellValue("Bảng", "A2")
			if err != nil || shown != tt.shown {
				t.Errorf("shown %q, want %q (%v)", shown, tt.shown, err)
			}
			raw, err := f.GetCellValue("Bảng", "A2", excelize.Options{RawCellValue: true})
			if err != nil || raw != tt.raw {
				t.Errorf("kept %q, want %q (%v)", raw, tt.raw, err)
			}
		})
	}
}

// What people type is never run: not in this file, and not marked as a formula
// for whoever saves it anew.
func TestTextIsNeverAFormula(t *testing.T) {
	t.Parallel()
	evil := []string{"=1+1", "+84912345678", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", `=HYPERLINK("http://x","y")`, "\t=1+1", "＝1+1"}
	var rows [][]any
	for _, s := range evil {
		rows = append(rows, []any{s})
	}
	f, _ := saved(t, "Bảng", []Column{{"=Cột", Text}}, rows, Notes{Name: "Thông tin", Facts: []Fact{{"=A", "=B"}}})
	at := func(sheet, cell, want string) {
		value, _ := f.GetCellValue(sheet, cell)
		formula, err := f.GetCellFormula(sheet, cell)
		kind, _ := f.GetCellType(sheet, cell)
		isText := kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString
		if err != nil || formula != "" || value != want || !isText {
			t.Errorf("%s!%s: %q, formula %q, type %v (%v); want the text %q", sheet, cell, value, formula, kind, err, want)
		}
	}
	at("Bảng", "A1", "=Cột")
	for i, s := range evil {
		at("Bảng", fmt.Sprintf("A%d", i+2), s)
	}
	at("Thông tin", "A1", "=A")
	at("Thông tin", "B1", "=B")
}

func TestTheHeadStaysAndFilters(t *testing.T) {
	t.Parallel()
	columns := []Column{{"Tên", Text}, {"Số", Whole}, {"Ngày", Date}}
	f, content := saved(t, "Bảng", columns, [][]any{{"Nguyễn Thị Mẩy ở thôn Bản Chúc", 1, clock.Day{}}, {"B", 2, clock.Day{}}},
		Notes{Name: "Thông tin", Facts: []Fact{{"Danh sách", "Người"}, {"Số dòng", "2"}}})
	panes, err := f.GetPanes("Bảng")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	if names := f.GetDefinedName(); len(names) != 1 || names[0].RefersTo != "'Bảng'!A1:C3" && names[0].RefersTo != "'Bảng'!$A$1:$C$3" {
		t.Errorf("filters %+v", names)
	}
	for column, want := range map[string]float64{"A": 32, "B": 10, "C": 12} {
		if width, err := f.GetColWidth("Bảng", column); err != nil || width != want {
			t.Errorf("column %s is %v wide, want %v (%v)", column, width, want, err)
		}
	}
	if sheets := f.GetSheetList(); fmt.Sprint(sheets) != "[Bảng Thông tin]" || f.GetActiveSheetIndex() != 0 {
		t.Errorf("sheets %v, open is %d", sheets, f.GetActiveSheetIndex())
	}
	notes, err := f.GetRows("Thông tin")
	if err != nil || fmt.Sprint(notes) != "[[Danh sách Người] [Số dòng 2]]" {
		t.Errorf("notes %v, %v", notes, err)
	}
	if props, err := f.GetDocProps(); err != nil || props.Creator != "Cầu Việc" || props.Created != "2026-11-23T05:00:00Z" {
		t.Errorf("made by %+v, %v", props, err)
	}
	if !bytes.HasPrefix(content, []byte("PK")) {
		t.Error("not a packed file")
	}
}

// An empty list is a table all the same.
func TestNoRows(t *testing.T) {
	t.Parallel()
	f, _ := saved(t, "Bảng", []Column{{"Tên", Text}}, nil, Notes{Name: "Thông tin"})
	if rows, err := f.GetRows("Bảng"); err != nil || fmt.Sprint(rows) != "[[Tên]]" {
		t.Errorf("rows %v, %v", rows, err)
	}
}

func TestWrongValuesAreErrors(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		kind  Kind
		value any
	}{{Text, 1}, {Whole, "1"}, {Money, "9tr"}, {Date, noon}, {Instant, clock.DayOf(noon)}, {Percent, 1}, {Whole, 0.5}, {Text, struct{}{}}} {
		b, err := New("Bảng", []Column{{"Cột", tt.kind}}, "x", noon)
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Add(tt.value); err == nil {
			t.Errorf("kind %d takes %T", tt.kind, tt.value)
		}
		if err := b.Add(); err == nil {
			t.Error("a row without values was taken")
		}
		b.Close()
	}
}

func TestName(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"Tin tuyển dụng":     "Tin tuyển dụng",
		"a/b\\c[d]e:f*g?h'i": "a b c d e f g h i",
		"":                   "1",
		"///":                "1",
		"Nhiệm vụ của Ủy ban nhân dân tỉnh Lạng Sơn": "Nhiệm vụ của Ủy ban nhân dân tỉ",
		strings.Repeat("ệ", 40):                      strings.Repeat("ệ", 31),
	} {
		if got := Name(title); got != want {
			t.Errorf("Name(%q) = %q, want %q", title, got, want)
		}
		b, err := New(title, []Column{{"a", Text}}, "x", noon)
		if err != nil {
			t.Errorf("New(%q): %v", title, err)
			continue
		}
		b.Close()
	}
	if got := FileName("tin-tuyen-dung", clock.MustDay("23/11/2026")); got != "tin-tuyen-dung-2026-11-23.xlsx" {
		t.Error(got)
	}
}

// failing is a reader who has gone.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestSaveTellsOfAWriterThatFails(t *testing.T) {
	t.Parallel()
	b, err := New("Bảng", []Column{{"a", Text}}, "x", noon)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if err := b.Save(failing{}, Notes{Name: "b"}); err == nil {
		t.Error("nothing was written, and nobody was told")
	}
}
