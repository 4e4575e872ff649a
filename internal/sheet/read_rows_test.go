package sheet_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"cauviec/internal/errs"
	"cauviec/internal/sheet"
)

// sharing are the shared words of the workbooks made of pieces of XML here.
const sharing = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="3" uniqueCount="3">
<si><t>Thợ may</t></si><si><r><rPr><b/></rPr><t>Công </t></r><r><t xml:space="preserve">nhân </t></r><rPh sb="0" eb="1"><t>no</t></rPh></si><si/></sst>`

// pieces is a sheet of XML with what is between the tags of sheetData.
func pieces(sheetData string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
		`<cols><col min="1" max="2" width="9"/></cols><sheetData>` + sheetData + `</sheetData><mergeCells count="1"><mergeCell ref="A8:B8"/></mergeCells></worksheet>`
}

// whole is a workbook whose sheet "Tin" is the XML, and which has a chart too.
func whole(t testing.TB, xml string) []byte {
	t.Helper()
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	return container(t, map[string]string{
		"xl/workbook.xml": `<workbook xmlns:r="` + office + `"><sheets><sheet name="Hình" sheetId="1" r:id="a"/>` +
			`<sheet name="Tin" sheetId="2" r:id="b"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="a" Type="` + office + `/chartsheet" Target="chartsheets/sheet1.xml"/>` +
			`<Relationship Id="b" Type="` + office + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="c" Type="` + office + `/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
		"xl/chartsheets/sheet1.xml": `<chartsheet/>`,
		"xl/worksheets/sheet1.xml":  xml,
		"xl/sharedStrings.xml":      sharing,
	})
}

// byLibrary are the rows of a sheet as excelize reads them, without those that
// are empty.
func byLibrary(t testing.TB, xml string) (rows []sheet.Row) {
	t.Helper()
	content := with(t, workbook(t, []any{"Tên"}), map[string]func(string) string{
		"xl/worksheets/sheet1.xml": func(string) string { return xml },
		"xl/sharedStrings.xml":     func(string) string { return sharing },
	})
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	list, err := f.Rows("Tin")
	if err != nil {
		t.Fatal(err)
	}
	defer list.Close()
	for n := 1; list.Next(); n++ {
		cells, err := list.Columns()
		if err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(cells, func(c string) bool { return c != "" }) {
			rows = append(rows, sheet.Row{Number: n, Cells: cells})
		}
	}
	return rows
}

// TestCellsAsTheyAreWritten: each way in which programs write cells is read,
// and as excelize reads it.
func TestCellsAsTheyAreWritten(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ data, want string }{
		"numbers":             {`<row r="1"><c r="A1"><v>9500000</v></c><c r="B1" s="3"><v>46152</v></c><c r="C1" t="n"><v>1E+3</v></c></row>`, `[{1 ["9500000" "46152" "1E+3"]}]`},
		"shared words":        {`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>`, `[{1 ["Thợ may" "Công nhân "]}]`},
		"words of its own":    {`<row r="1"><c r="A1" t="inlineStr"><is><t>a &lt;b&gt; &amp;amp; &#x110;&#7843;</t></is></c></row>`, `[{1 ["a <b> &amp; Đả"]}]`},
		"runs of its own":     {`<row r="1"><c r="A1" t="inlineStr"><is><r><t>hai </t></r><r><t>ca</t></r></is></c></row>`, `[{1 ["hai ca"]}]`},
		"a formula":           {`<row r="1"><c r="A1" t="str"><f>CONCAT("x","&gt;")</f><v>x&gt;</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>`, `[{1 ["x>" "2"]}]`},
		"yes, no and errors":  {`<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#REF!</v></c></row>`, `[{1 ["1" "0" "#REF!"]}]`},
		"a day in words":      {`<row r="1"><c r="A1" t="d"><v>2026-05-10</v></c></row>`, `[{1 ["2026-05-10"]}]`},
		"holes":               {`<row r="2"/><row r="5"><c r="B5" s="1"/><c r="D5"><v>7</v></c><c r="AB5" s="2"/></row><row r="9"><c r="A9"><v/></c></row>`, `[{5 ["" "" "" "7"]}]`},
		"no numbers":          {`<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c t="s"><v>0</v></c></row>`, `[{1 ["1" "" "3"]} {2 ["Thợ may"]}]`},
		"letters hidden":      {`<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D__x005F_x0041_</t></is></c></row>`, `[{1 ["a\r_x0041_"]}]`},
		"a prefix":            {`<x:row xmlns:x="y" r="1"><x:c r="A1" t="str"><x:v>May</x:v></x:c></x:row>`, `[{1 ["May"]}]`},
		"a comment":           {`<!-- a > b <row> --><row r="1"><!----><c r="A1"><v>1<!-- x -->2</v></c></row>`, `[{1 ["12"]}]`},
		"verbatim":            {`<row r="1"><c r="A1" t="str"><v><![CDATA[a<b>&amp;]]]]><![CDATA[>]]></v></c></row>`, `[{1 ["a<b>&amp;]]>"]}]`},
		"marks in attributes": {`<row r='1' x="a>b'>" y='"'><c r = 'B1' t="str" ><v >May</v ></c ></row >`, `[{1 ["" "May"]}]`},
		"lines and blanks":    {"<row r=\"1\">\r\n\t<c r=\"A1\" t=\"str\"><v xml:space=\"preserve\"> a\r\nb\rc </v></c>\n</row>", `[{1 [" a\nb\nc "]}]`},
		"something new":       {`<row r="1"><c r="A1"><v>1</v><extLst><ext><w>9</w></ext></extLst></c></row><other><row r="7"/></other>`, `[{1 ["1"]}]`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rows, err := read(t, whole(t, pieces(tt.data)), "Tin")
			if got := shown(rows); err != nil || got != tt.want {
				t.Errorf("%s, %v; want %s", got, err, tt.want)
			}
			if library := shown(byLibrary(t, pieces(tt.data))); library != tt.want {
				t.Errorf("excelize reads %s", library)
			}
		})
	}
}

func shown(rows []sheet.Row) string {
	var list []string
	for _, r := range rows {
		for len(r.Cells) > 0 && r.Cells[len(r.Cells)-1] == "" {
			r.Cells = r.Cells[:len(r.Cells)-1]
		}
		list = append(list, fmt.Sprintf("{%d %q}", r.Number, r.Cells))
	}
	return fmt.Sprint(list)
}

// TestSheetsThatAreBroken: what is not as it should be is told.
func TestSheetsThatAreBroken(t *testing.T) {
	t.Parallel()
	for name, data := range map[string]string{
		"another end":         `<row r="1"><c r="A1"><v>1</c></v></row>`,
		"an end too many":     `</row><row r="1"></row>`,
		"nothing stands for":  `<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>`,
		"half an entity":      `<row r="1"><c r="A1" t="str"><v>a & b</v></c></row>`,
		"no letter":           `<row r="1"><c r="A1" t="str"><v>&#0;</v></c></row>`,
		"rows go back":        `<row r="5"/><row r="4"/>`,
		"rows beyond the end": `<row r="1048577"/>`,
		"no cell":             `<row r="1"><c r="17"><v>1</v></c></row>`,
		"a document type":     `<!DOCTYPE x [<!ENTITY a "b">]>`,
		"nameless":            `<row r="1">< c/></row>`,
		"deep":                strings.Repeat("<a>", 100) + strings.Repeat("</a>", 100),
		"cells over and over": `<row r="1">` + strings.Repeat(`<c r="A1"><v>1</v></c>`, 300) + `</row>`,
		"no number of words":  `<row r="1"><c r="A1" t="s"><v>x</v></c></row>`,
	} {
		if rows, err := read(t, whole(t, pieces(data)), "Tin"); reason(err) != "damaged" {
			t.Errorf("%s: %v, %v", name, rows, err)
		}
	}
}

// TestAMarkInFront: XML may say with three bytes that it is UTF-8. Sheets that
// are charts are left out.
func TestAMarkInFront(t *testing.T) {
	t.Parallel()
	s, err := sheet.Open(whole(t, "\ufeff<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"))
	if err != nil || fmt.Sprint(s.Sheets()) != "[Tin]" {
		t.Fatal(s, err)
	}
	for row, err := range s.Rows("Tin") {
		if err != nil || fmt.Sprint(row) != "{1 [1]}" {
			t.Error(row, err)
		}
	}
}

// TestLongCells: a cell may hold more than is read at once.
func TestLongCells(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("Mô tả công việc &amp; ", 9000)
	rows, err := read(t, whole(t, pieces(`<row r="1"><c r="A1" t="str"><v>`+long+`</v></c><c r="B1" t="inlineStr"><is><t>`+long+`</t></is></c></row>`)), "Tin")
	if want := strings.ReplaceAll(long, "&amp;", "&"); err != nil || len(rows) != 1 || rows[0].Cells[0] != want || rows[0].Cells[1] != want {
		t.Errorf("%d rows, %v", len(rows), err)
	}
}

// TestFloodsInside: a container that is small unpacked can still say more than
// memory has room for.
func TestFloodsInside(t *testing.T) {
	t.Parallel()
	words := func(s string) string { return `<c t="inlineStr"><is><t>` + s + `</t></is></c>` }
	for name, data := range map[string]string{
		"one cell":       `<row r="1">` + words(strings.Repeat("A", 5<<20)) + `</row>`,
		"a number":       `<row r="1"><c><v>` + strings.Repeat("9", 5<<20) + `</v></c></row>`,
		"runs of a cell": `<row r="1"><c t="inlineStr"><is>` + strings.Repeat(`<r><t>`+strings.Repeat("A", 1<<10)+`</t></r>`, 1<<10) + `</is></c></row>`,
		"cells of a row": `<row r="1">` + strings.Repeat(words(strings.Repeat("A", 10<<10)), 200) + `</row>`,
		"a remark":       `<!--` + strings.Repeat("<row/>", 1<<20) + `--><row r="1">` + words("A") + `</row>`,
		"all rows":       strings.Repeat(`<row>`+words(strings.Repeat("A", 30<<10))+`</row>`, 3000),
	} {
		if _, err := read(t, whole(t, pieces(data)), "Tin"); reason(err) != "bomb" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzRows: whatever is in a sheet is read or refused.
func FuzzRows(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_ &#x110;</t></is></c><c t="s"><v>1</v></c></row>`)
	f.Add(`<!-- x --><row r='2' x="a>b"><c/><![CDATA[x]]></row><?x?>`)
	f.Fuzz(func(t *testing.T, data string) {
		s, err := sheet.Open(whole(t, pieces(data)))
		if err != nil {
			t.Fatal(err)
		}
		last := 0
		for row, err := range s.Rows("Tin") {
			if err != nil {
				if !errors.Is(err, errs.Invalid) {
					t.Fatal(err)
				}
				break
			}
			if row.Number <= last || len(row.Cells) == 0 {
				t.Fatalf("row %d with %d cells behind row %d", row.Number, len(row.Cells), last)
			}
			last = row.Number
		}
	})
}
