package web_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/xuri/excelize/v2"

	"cauviec/web/sitetest"
)

// Each table of a dashboard is handed over by itself, with the rows that the
// page shows, or leads to the list of its rows, which is.
func TestTablesOfBoardsAreHandedOver(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	for _, a := range accounts(t, s) {
		if a.username == "" {
			continue
		}
		t.Run(a.username, func(t *testing.T) {
			t.Parallel()
			client := s.SignIn(t, a.username)
			board := client.Get(client.Get("/bang-dieu-khien").Header().Get("Location"))
			if parts := tablesOf(t, client, board.Doc(t)); parts == 0 {
				t.Error("no table stands on the dashboard")
			}
		})
	}
	visitor := s.Visitor(t)
	if parts := tablesOf(t, visitor, visitor.Get("/tien-do").Doc(t)); parts != 1 {
		t.Errorf("the public progress has %d tables of its own", parts)
	}
}

// tablesOf follows the link of each table with rows, and counts them.
func tablesOf(t *testing.T, client *sitetest.Client, page *goquery.Document) (tables int) {
	t.Helper()
	page.Find("section[data-test^=part-]").Each(func(_ int, part *goquery.Selection) {
		rows := part.Find("tbody tr")
		if rows.Length() == 0 {
			return
		}
		tables++
		name := part.AttrOr("data-test", "")
		if href, own := part.Find("[data-test=export]").Attr("href"); own {
			sameTable(t, name, rows, open(t, client.Get(href)))
			return
		}
		list := client.Get(part.Find(".section-head a").AttrOr("href", ""))
		if list.Code != http.StatusOK || list.Doc(t).Find("[data-test=export]").Length() != 1 {
			t.Errorf("%s leads to %s, %d, and to no spreadsheet", name, list.Path, list.Code)
		}
	})
	return tables
}

// sameTable compares the first column of a table with that of its spreadsheet,
// which may go on where the page ends.
func sameTable(t *testing.T, name string, rows *goquery.Selection, f *excelize.File) {
	t.Helper()
	sheet, err := f.GetRows(f.GetSheetList()[0])
	if err != nil || len(sheet) <= rows.Length() {
		t.Errorf("%s has %d rows, its spreadsheet %d, %v", name, rows.Length(), len(sheet)-1, err)
		return
	}
	rows.Each(func(i int, row *goquery.Selection) {
		head := row.Find("th").Clone()
		head.Find("small").Remove()
		if words := strings.Join(strings.Fields(head.Text()), " "); words != strings.Join(strings.Fields(sheet[i+1][0]), " ") {
			t.Errorf("%s: %q stands where the page has %q", name, sheet[i+1][0], words)
		}
	})
	calculatesNothing(t, f)
}

// Counts, shares, days, instants and money of a dashboard are values in its
// spreadsheets, not words.
func TestTablesOfBoardsHoldValues(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	for _, of := range []struct{ who, path, title, format string }{
		{"ls-ubnd-2", "ls-ubnd/huyen", "Đăng ký", "#,##0"},
		{"ls-ubnd-2", "ls-ubnd/huyen", "Đi làm / đăng ký", "0%"},
		{"ls-ubnd-2", "ls-ubnd/thay-doi", "Lúc", "dd/mm/yyyy hh:mm"},
		{"ls-huu-lung-2", "ls-huu-lung/phu-hop", "Thu nhập dự kiến từ", "#,##0"},
		{"ls-ttdvvl-2", "ls-ttdvvl/thieu-nguoi", "Hạn", "dd/mm/yyyy"},
		{"ls-bao-2", "ls-bao/ke-hoach", "Ngày dự kiến", "dd/mm/yyyy"},
	} {
		f := open(t, s.SignIn(t, of.who).Get("/bang-dieu-khien/"+of.path+".xlsx"))
		if format := formatOf(t, f, of.title); format != of.format {
			t.Errorf("%s: %q is written as %q, want %q", of.path, of.title, format, of.format)
		}
	}
	stranger := s.SignIn(t, "ls-bao-2")
	for _, path := range []string{"ls-ubnd/huyen", "ls-bao/khong-co", "ls-dai/ke-hoach"} {
		if answer := stranger.Get("/bang-dieu-khien/" + path + ".xlsx"); answer.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, answer.Code)
		}
	}
}

// formatOf returns how the first value below a title is written: its number
// format when it is a number, else nothing.
func formatOf(t *testing.T, f *excelize.File, title string) string {
	t.Helper()
	name := f.GetSheetList()[0]
	rows, err := f.GetRows(name)
	if err != nil || len(rows) < 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for x, head := range rows[0] {
		if head != title {
			continue
		}
		cell, err := excelize.CoordinatesToCellName(x+1, 2)
		if err != nil {
			t.Fatal(err)
		}
		kind, _ := f.GetCellType(name, cell)
		id, _ := f.GetCellStyle(name, cell)
		style, err := f.GetStyle(id)
		if err != nil || style.CustomNumFmt == nil || kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString {
			return ""
		}
		return *style.CustomNumFmt
	}
	t.Fatalf("no column %q in %q", title, rows[0])
	return ""
}

// The users of an employer, with those invited, and the communes of an
// obligation stand on their pages in other words than in their files: the file
// has each of them.
func TestUsersAndCommunesAreWhole(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	employer := sitetest.One[string](t, s, `INSERT INTO invitations (employer_id, full_name, code_hash, expires_at, created_at, created_by)
		SELECT e.id, 'Người Được Mời', 'x', '2025-05-25', '2025-05-19', a.id FROM employers e JOIN accounts a ON a.body_id = e.body_id
		WHERE e.state = 'verified' ORDER BY e.id LIMIT 1 RETURNING employer_id::text`)
	passed := sitetest.One[string](t, s, `SELECT parent_id::text FROM obligations WHERE parent_id IS NOT NULL ORDER BY id LIMIT 1`)
	for _, of := range []struct{ who, path, rows, column string }{
		{"bg-bqlkcn-2", "/quan-ly/doanh-nghiep/" + employer + "/nguoi-dung", "[data-test^=user-], [data-test=invitations] li", "Họ và tên"},
		{"ls-ubnd-2", "/nhiem-vu/" + passed, "[data-test=child]", "Chủ trì"},
	} {
		client := s.SignIn(t, of.who)
		page := client.Get(of.path).Doc(t)
		names := column(t, open(t, client.Get(page.Find("a[data-test=export]").AttrOr("href", ""))), of.column)
		if shown := page.Find(of.rows).Length(); shown < 2 || shown != len(names) {
			t.Errorf("%s shows %d, its file has %d", of.path, shown, len(names))
		}
	}
}

// calculatesNothing looks at every cell: what people typed is never a formula.
func calculatesNothing(t *testing.T, f *excelize.File) {
	t.Helper()
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for y, row := range rows {
			for x := range row {
				cell, err := excelize.CoordinatesToCellName(x+1, y+1)
				if err != nil {
					t.Fatal(err)
				}
				if formula, err := f.GetCellFormula(name, cell); formula != "" || err != nil {
					t.Errorf("%s of %s calculates %q, %v", cell, name, formula, err)
				}
			}
		}
	}
}
