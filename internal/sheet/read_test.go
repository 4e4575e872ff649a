package sheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"cauviec/internal/errs"
	"cauviec/internal/sheet"
)

// workbook is a sheet "Tin" with the cells of rows; nil rows are left out.
func workbook(t testing.TB, rows ...[]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", "Tin"); err != nil {
		t.Fatal(err)
	}
	for i, cells := range rows {
		if err := f.SetSheetRow("Tin", fmt.Sprintf("A%d", i+1), &cells); err != nil {
			t.Fatal(err)
		}
	}
	return saved(t, f)
}

func saved(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// container is a zip file of the parts, by name.
func container(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, body := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// with returns a workbook with parts replaced or added.
func with(t testing.TB, content []byte, parts map[string]func(string) string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(r); err != nil {
			t.Fatal(err)
		}
		all[f.Name] = b.String()
	}
	for name, change := range parts {
		all[name] = change(all[name])
	}
	return container(t, all)
}

func TestFilesThatAreRefused(t *testing.T) {
	t.Parallel()
	good := workbook(t, []any{"Tên công việc"}, []any{"Thợ may"})
	locked := excelize.NewFile()
	defer locked.Close()
	var secret bytes.Buffer
	if err := locked.Write(&secret, excelize.Options{Password: "mat khau"}); err != nil {
		t.Fatal(err)
	}
	flood := map[string]string{"xl/workbook.xml": ""}
	for i := range 17 {
		flood[fmt.Sprintf("xl/worksheets/sheet%d.xml", i)] = strings.Repeat(" ", 16<<20)
	}
	tests := map[string]struct {
		content []byte
		want    string
	}{
		"a good one":         {good, ""},
		"nothing":            {nil, "empty"},
		"too large":          {bytes.Repeat([]byte("a"), sheet.LargestFile+1), "large"},
		"half of it":         {good[:len(good)/2], "damaged"},
		"without its end":    {good[:len(good)-10], "damaged"},
		"an old workbook":    {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 ........"), "old"},
		"a binary workbook":  {container(t, map[string]string{"xl/workbook.bin": ""}), "old"},
		"comma separated":    {[]byte("Tên công việc,Số lượng\nThợ may,20\n"), "not_workbook"},
		"a letter":           {container(t, map[string]string{"word/document.xml": "<w/>"}), "not_workbook"},
		"a password":         {secret.Bytes(), "password"},
		"macros":             {with(t, good, map[string]func(string) string{"xl/vbaProject.bin": func(string) string { return "x" }}), "macros"},
		"macros hidden away": {with(t, good, map[string]func(string) string{"xl/../XL/VBAproject.bin": func(string) string { return "x" }}), "macros"},
		"a flood":            {container(t, flood), "bomb"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := sheet.Check(tt.content)
			if got := reason(err); got != tt.want {
				t.Errorf("Check: %q (%v), want %q", got, err, tt.want)
			}
			if _, err := sheet.Open(tt.content); reason(err) != tt.want {
				t.Errorf("Open: %v, want %q", err, tt.want)
			}
		})
	}
}

func reason(err error) string {
	p, _ := errs.ProblemsOf(err)
	return strings.TrimPrefix(p[sheet.File].Key, "import.problem.")
}

func read(t testing.TB, content []byte, name string) ([]sheet.Row, error) {
	t.Helper()
	s, err := sheet.Open(content)
	if err != nil {
		return nil, err
	}
	var rows []sheet.Row
	for row, err := range s.Rows(name) {
		if err != nil {
			return rows, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func TestRowsKeepTheirNumbers(t *testing.T) {
	t.Parallel()
	rows, err := read(t, workbook(t, []any{"Tên"}, []any{}, []any{"May", 9_500_000, 0.5, true}, []any{"", ""}, []any{"Kho"}), "Tin")
	if err != nil || len(rows) != 3 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if got := fmt.Sprint(rows); got != "[{1 [Tên]} {3 [May 9500000 0.5 1]} {5 [Kho]}]" {
		t.Error(got)
	}
}

// TestADamagedSheet: a part that breaks off inside a whole container is told,
// and not read as a short sheet.
func TestADamagedSheet(t *testing.T) {
	t.Parallel()
	good := workbook(t, []any{"Tên"}, []any{"May"}, []any{"Kho"}, []any{"Lái xe"})
	for name, change := range map[string]func(string) string{
		"no end":        func(s string) string { return s[:strings.Index(s, `<row r="3"`)] },
		"broken within": func(s string) string { return strings.Replace(s, `<row r="3"`, `</c><row r="3"`, 1) },
		"not a sheet":   func(string) string { return "hello" },
	} {
		_, err := read(t, with(t, good, map[string]func(string) string{"xl/worksheets/sheet1.xml": change}), "Tin")
		if reason(err) != "damaged" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := read(t, good, "Khác"); reason(err) != "damaged" {
		t.Errorf("a sheet that is not there: %v", err)
	}
}

func TestSize(t *testing.T) {
	t.Parallel()
	var rows [][]any
	for i := range 3000 {
		rows = append(rows, []any{fmt.Sprintf("row <row %d", i), strings.Repeat("x", i%97)})
	}
	s, err := sheet.Open(workbook(t, rows...))
	if err != nil {
		t.Fatal(err)
	}
	size, err := s.Size("Tin")
	if err != nil || size != (sheet.Size{Rows: 3000, Last: 3000}) {
		t.Errorf("%+v, %v", size, err)
	}
}

func TestCellName(t *testing.T) {
	t.Parallel()
	if got := sheet.CellName(0, 5) + " " + sheet.CellName(27, 10001); got != "A5 AB10001" {
		t.Error(got)
	}
}

// FuzzOpen: any bytes are read or refused, and refusing is not failing.
func FuzzOpen(f *testing.F) {
	good := workbook(f, []any{"Tên"}, []any{"May", 9_500_000}, []any{"Kho", "x"})
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add([]byte("PK\x03\x04"))
	for _, at := range []int{100, 400, 900, len(good) - 40} {
		f.Add(bytes.Join([][]byte{good[:at], good[at+9:]}, []byte("<row")))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		s, err := sheet.Open(content)
		if err != nil {
			if !errors.Is(err, errs.Invalid) {
				t.Fatal(err)
			}
			return
		}
		for _, name := range s.Sheets() {
			for _, err := range s.Rows(name) {
				if err != nil && !errors.Is(err, errs.Invalid) {
					t.Fatal(err)
				}
			}
		}
	})
}
