package web_test

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/xuri/excelize/v2"

	"cauviec/web/sitetest"
)

// listed is a list of the site: which of its elements names a row, and in
// which column of its spreadsheet that name stands.
type listed struct {
	who      string // "": a visitor
	path     string
	row      string
	column   string
	fewest   int
	unsorted bool // a tree on the page
}

var lists = []listed{
	{who: "ls-ttdvvl-2", path: "/quan-ly/tin-tuyen-dung", row: "[data-test=vacancy] .cell-title a", column: "Tên công việc", fewest: 31},
	{who: "ls-ttdvvl-2", path: "/quan-ly/tin-tuyen-dung?trang-thai=published&q=cong+nhan", row: "[data-test=vacancy] .cell-title a", column: "Tên công việc", fewest: 2},
	{who: "ls-ttdvvl-2", path: "/quan-ly/doanh-nghiep", row: "[data-test=employer] .cell-title a", column: "Tên doanh nghiệp", fewest: 2},
	{who: "ls-ttdvvl-2", path: "/quan-ly/doanh-nghiep?trang-thai=verified&q=tnhh", row: "[data-test=employer] .cell-title a", column: "Tên doanh nghiệp", fewest: 1},
	{who: "ls-ttdvvl-2", path: "/quan-ly/dot-tuyen-dung?xem=tat-ca", row: "[data-test=drive-row] .cell-title a", column: "Tên đợt tuyển dụng", fewest: 25},
	{who: "ls-huu-lung-2", path: "/quan-ly/dot-tuyen-dung?xem=da-qua", row: "[data-test=drive-row] .cell-title a", column: "Tên đợt tuyển dụng", fewest: 1},
	{who: "", path: "/dot-tuyen-dung?xem=da-qua", row: "[data-test=drives] a.card-link", column: "Tên đợt tuyển dụng", fewest: 2},
	{who: "", path: "/dot-tuyen-dung", row: "[data-test=drives] a.card-link", column: "Tên đợt tuyển dụng", fewest: 1},
	{who: "", path: "/viec-lam", row: ".jobs-found .job a.card-link", column: "Tên công việc", fewest: 21},
	{who: "", path: "/viec-lam?phuc-loi=ky-tuc-xa&sap-xep=thu-nhap", row: ".jobs-found .job a.card-link", column: "Tên công việc", fewest: 1},
	{who: "ls-ubnd-2", path: "/nhiem-vu", row: "[data-test=obligation] .cell-title a", column: "Nhiệm vụ", fewest: 20},
	{who: "ls-huu-lung-2", path: "/nhiem-vu", row: "[data-test=obligation] .cell-title a", column: "Nhiệm vụ", fewest: 1},
	{who: "ls-ubnd-2", path: "/nhiem-vu?loai=order&q=lao+dong", row: "[data-test=obligation] .cell-title a", column: "Nhiệm vụ", fewest: 1},
	{who: "ls-ubnd-2", path: "/van-ban", row: "[data-test=directive] .cell-title a", column: "Văn bản", fewest: 1},
	{who: "ls-bao-2", path: "/quan-ly/truyen-thong?tu=01/01/2024&den=31/12/2026", row: "[data-test=publicity-item] .cell-title a", column: "Tên bài, tin", fewest: 2},
	{who: "ls-bao-2", path: "/quan-ly/truyen-thong?cua-toi=1&tinh-trang=run", row: "[data-test=publicity-item] .cell-title a", column: "Tên bài, tin", fewest: 1},
	{who: "ls-ttdvvl-2", path: "/quan-ly/bao-tin-xau?xem=da-xong", row: "[data-test=complaint] .cell-title a", column: "Về", fewest: 1},
	{who: "ls-sgtvt", path: "/quan-ly/tai-khoan", row: "[data-test=accounts] .cell-title a", column: "Họ và tên", fewest: 2},
	{who: "quan-tri", path: "/quan-ly/tai-khoan", row: "[data-test=accounts] .cell-title a", column: "Họ và tên", fewest: 100},
	{who: "quan-tri", path: "/quan-ly/co-quan", row: "[data-test^=body-]:not([data-test=body-name])", column: "Tên đầy đủ (tiếng Việt)", fewest: 100, unsorted: true},
	{who: "quan-tri", path: "/quan-ly/co-quan?q=huu+lung", row: "[data-test=bodies] a", column: "Tên đầy đủ (tiếng Việt)", fewest: 2},
	{who: "quan-tri", path: "/quan-ly/co-quan/{id}", row: "[data-test=accounts] .cell-title a", column: "Họ và tên", fewest: 2},
	{who: "quan-tri", path: "/quan-ly/hop-thu-di", row: "[data-test=message] [data-test=to]", column: "Gửi đến", fewest: 60},
	{who: "quan-tri", path: "/quan-ly/hop-thu-di?trang-thai=waiting&kenh=phone", row: "[data-test=message] [data-test=to]", column: "Gửi đến", fewest: 10},
	{who: "ls-ttdvvl-2", path: "/quan-ly/tin-tuyen-dung/nhap", row: "[data-test=import] .cell-title a", column: "Tệp", fewest: 25},
	{who: "ls-ttdvvl-2", path: "/quan-ly/tin-tuyen-dung/nhap/{id}", row: "[data-test=row] td:first-child", column: "Dòng", fewest: 60},
	{who: "ls-ttdvvl-2", path: "/quan-ly/tin-tuyen-dung/nhap/{id}?xem=tu-choi", row: "[data-test=row] td:first-child", column: "Dòng", fewest: 30},
	{who: "ls-ttdvvl-2", path: "/quan-ly/xuat-vieclam", row: "[data-test=made] td:nth-child(2)", column: "Thay đổi từ ngày", fewest: 25},
	{who: "ls-ttdvvl-2", path: "/quan-ly/tin-tuyen-dung/mau", row: "[data-test=templates] [data-test=employer]", column: "Doanh nghiệp", fewest: 2},
	{who: "bg-bqlkcn-2", path: "/quan-ly/doanh-nghiep/sap-het-han", row: "[data-test=ending] .cell-title a", column: "Họ và tên", fewest: 3},
	{who: "", path: "/khu-cong-nghiep/{slug}", row: ".job a.card-link", column: "Tên công việc", fewest: 5},
	{who: "", path: "/doanh-nghiep/{id}", row: ".job a.card-link", column: "Tên công việc", fewest: 1},
}

// TestExportsHoldWhatTheListsShow opens each spreadsheet again and compares it
// with the pages of the list of the same account, one after the other.
func TestExportsHoldWhatTheListsShow(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	fill(t, s)
	for _, l := range lists {
		path, query, asked := strings.Cut(l.path, "?")
		l.path = address(t, s, path)
		if asked {
			l.path += "?" + query
		}
		t.Run(l.who+l.path, func(t *testing.T) {
			t.Parallel()
			client := s.Visitor(t)
			if l.who != "" {
				client = s.SignIn(t, l.who)
			}
			shown, href := walked(t, client, l)
			sheet := open(t, client.Get(href))
			got := column(t, sheet, l.column)
			if l.unsorted {
				slices.Sort(shown)
				slices.Sort(got)
			}
			if len(shown) < l.fewest || !slices.Equal(got, shown) {
				t.Errorf("the pages show %d rows, want at least %d; the file has %d\n%s\n%s", len(shown), l.fewest, len(got), head(shown), head(got))
			}
			speaks(t, client, href)
			calculatesNothing(t, sheet)
			if rows := fact(t, sheet, "Số dòng"); strings.ReplaceAll(rows, ".", "") != fmt.Sprint(len(got)) {
				t.Errorf("the file says %s rows", rows)
			}
		})
	}
}

// speaks looks at the words of a file in both languages: its column heads and
// the labels of its second sheet are sentences of ours.
func speaks(t *testing.T, client *sitetest.Client, address string) {
	t.Helper()
	for _, lang := range []string{"en", "vi"} {
		client.Speak(lang)
		f := open(t, client.Get(address))
		table, err := f.GetRows(f.GetSheetList()[0])
		if err != nil {
			t.Fatal(err)
		}
		notes, err := f.GetRows(f.GetSheetList()[1])
		if err != nil {
			t.Fatal(err)
		}
		words := append(table[0], f.GetSheetList()...)
		for _, note := range notes {
			words = append(words, note[0])
		}
		for _, cell := range slices.Concat(table[1:]...) {
			if key := keyShape().FindString(cell); key != "" {
				t.Errorf("in %s a cell says %q", lang, cell)
			}
		}
		for _, word := range words {
			if keyShape().MatchString(word) || strings.TrimSpace(word) == "" || lang == "en" && vietnamese.MatchString(names.Replace(word)) {
				t.Errorf("in %s the file says %q", lang, word)
			}
		}
	}
}

// walked goes through the pages of a list and returns the names of its rows,
// and where the first page leads for its spreadsheet.
func walked(t *testing.T, client *sitetest.Client, l listed) (shown []string, sheet string) {
	t.Helper()
	next := l.path
	for pages := 0; next != "" && pages < 50; pages++ {
		answer := client.Get(next)
		if answer.Code == http.StatusMovedPermanently {
			answer = client.Get(answer.Header().Get("Location"))
		}
		if answer.Code != http.StatusOK {
			t.Fatalf("%s: %d", next, answer.Code)
		}
		doc := answer.Doc(t)
		doc.Find(l.row).Each(func(_ int, row *goquery.Selection) {
			name := strings.Join(strings.Fields(row.Text()), " ")
			if whole := row.AttrOr("title", ""); whole != "" {
				name = strings.ToUpper(string([]rune(whole)[:1])) + string([]rune(whole)[1:])
			}
			shown = append(shown, name)
		})
		link := doc.Find(`[data-test=export]`)
		if href, ok := link.Attr("href"); sheet == "" && ok && link.Length() == 1 {
			sheet = href
		}
		next = doc.Find("a[rel=next]").AttrOr("href", "")
	}
	if sheet == "" {
		t.Fatalf("%s leads to no spreadsheet", l.path)
	}
	return shown, sheet
}

func open(t *testing.T, answer sitetest.Answer) *excelize.File {
	t.Helper()
	if answer.Code != http.StatusOK || !strings.HasPrefix(answer.Header().Get("Content-Disposition"), "attachment; filename=") {
		t.Fatalf("%s: %d, %v", answer.Path, answer.Code, answer.Header())
	}
	f, err := excelize.OpenReader(bytes.NewReader(answer.Body.Bytes()))
	if err != nil {
		t.Fatalf("%s: %v", answer.Path, err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// column returns the values below a title of a book's table.
func column(t *testing.T, f *excelize.File, title string) []string {
	t.Helper()
	rows, err := f.GetRows(f.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	at := slices.Index(rows[0], title)
	if at < 0 {
		t.Fatalf("no column %q in %q", title, rows[0])
	}
	var values []string
	for _, row := range rows[1:] {
		value := ""
		if at < len(row) {
			value = strings.Join(strings.Fields(row[at]), " ")
		}
		values = append(values, value)
	}
	return values
}

// fact returns what the second sheet says.
func fact(t *testing.T, f *excelize.File, label string) string {
	t.Helper()
	rows, err := f.GetRows(f.GetSheetList()[1])
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if row[0] == label {
			return row[1]
		}
	}
	return ""
}

func head(list []string) string { return strings.Join(list[:min(len(list), 4)], " | ") }

// A list of people is taken out for a use, which is kept on the record of each,
// and holds nobody beyond the account's reach.
func TestAListOfPeopleIsTakenOutForAUse(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	const path = "/quan-ly/nguoi-tim-viec"
	district := s.SignIn(t, "ls-huu-lung-2")
	views := func() int {
		return sitetest.One[int](t, s, `SELECT count(*)::int FROM personal_views WHERE page = 'sheet_call'`)
	}
	page := district.Get(path)
	if refused := district.Send(page, "form[data-test=export]", nil); refused.Code != http.StatusUnprocessableEntity || views() != 0 ||
		refused.Doc(t).Find("details[open] form[data-test=export] #field-use-problem").Length() != 1 {
		t.Errorf("without a use: %d and %d views", refused.Code, views())
	}
	if stranger := s.SignIn(t, "ls-bao-2").Post(path+".xlsx", url.Values{"use": {"call"}}); stranger.Code != http.StatusForbidden {
		t.Errorf("a paper takes the list: %d", stranger.Code)
	}
	all := sitetest.One[int](t, s, `SELECT count(*)::int FROM candidates WHERE erased_at IS NULL`)
	own := open(t, district.Send(page, "form[data-test=export]", url.Values{"use": {"call"}}))
	names := column(t, own, "Họ và tên")
	if len(names) == 0 || len(names) >= all || views() != len(names) || fact(t, own, "Lấy danh sách để làm gì?") != "Gọi điện, hẹn lịch" {
		t.Errorf("%d people of %d, %d views, for %q", len(names), all, views(), fact(t, own, "Lấy danh sách để làm gì?"))
	}
	for _, home := range column(t, own, "Huyện, thành phố") {
		if home != "huyện Hữu Lũng" {
			t.Errorf("somebody of %s", home)
		}
	}
	for _, phone := range column(t, own, "Số điện thoại") {
		if phone != "" && !strings.HasPrefix(phone, "0") {
			t.Errorf("a phone lost its zero: %s", phone)
		}
	}
	narrower := district.Get(path + "?q=" + url.QueryEscape(names[0]))
	shown := narrower.Doc(t).Find("[data-test=people] .cell-title a").Length()
	some := open(t, district.Send(narrower, "form[data-test=export]", url.Values{"use": {"check"}}))
	if found := column(t, some, "Họ và tên"); len(found) != shown || shown == 0 || shown >= len(names) {
		t.Errorf("%d found by name, the page shows %d of %d", len(found), shown, len(names))
	}
}

// The dossier of the coach line and the public progress are tables of another
// shape than their files: each item of the page is in the file.
func TestTablesOfAnotherShapeAreWhole(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	study := s.SignIn(t, "ls-sgtvt-2")
	items := column(t, open(t, study.Get("/quan-ly/tuyen-xe.xlsx")), "Nội dung")
	shown := study.Get("/quan-ly/tuyen-xe").Doc(t).Find("[data-test^=study-] > .cell-title")
	if shown.Length() != len(items) || len(items) == 0 {
		t.Fatalf("%d items, the page shows %d", len(items), shown.Length())
	}
	for i, item := range items {
		if !strings.HasPrefix(strings.TrimSpace(shown.Eq(i).Text()), item) {
			t.Errorf("%q stands where the page has %q", item, shown.Eq(i).Text())
		}
	}
	visitor := s.Visitor(t)
	paths := slices.Compact(column(t, open(t, visitor.Get("/tien-do.xlsx")), "Mục"))
	told := visitor.Get("/tien-do").Doc(t).Find("[data-test=clause] > td:nth-of-type(1)").Map(func(_ int, cell *goquery.Selection) string { return cell.Text() })
	if told = slices.Compact(told); len(told) == 0 || !slices.Equal(paths, told) {
		t.Errorf("clauses %q, the page tells %q", paths, told)
	}
}
