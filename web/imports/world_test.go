package imports_test

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"cauviec/web/sitetest"
)

const path = "/quan-ly/tin-tuyen-dung/nhap"

// sheet is a workbook that a test fills in.
type sheet struct {
	*excelize.File
	t    *testing.T
	name string
	at   map[string]int // columns by title
}

func open(t *testing.T, answer sitetest.Answer) *sheet {
	t.Helper()
	if answer.Code != http.StatusOK || !strings.Contains(answer.Header().Get("Content-Disposition"), ".xlsx") {
		t.Fatalf("%s: %d %s", answer.Path, answer.Code, answer.Header())
	}
	f, err := excelize.OpenReader(bytes.NewReader(answer.Body.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	s := &sheet{File: f, t: t, name: f.GetSheetList()[0], at: map[string]int{}}
	rows, err := f.GetRows(s.name)
	if err != nil {
		t.Fatal(err)
	}
	for i, title := range rows[0] {
		s.at[strings.TrimRight(title, " *")] = i + 1
	}
	return s
}

func (s *sheet) cell(title string, row int) string {
	s.t.Helper()
	column, ok := s.at[title]
	if !ok {
		s.t.Fatalf("no column %q in %v", title, s.at)
	}
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		s.t.Fatal(err)
	}
	return name
}

func (s *sheet) set(row int, title string, value any) {
	s.t.Helper()
	if err := s.SetCellValue(s.name, s.cell(title, row), value); err != nil {
		s.t.Fatal(err)
	}
}

func (s *sheet) get(row int, title string) string {
	s.t.Helper()
	value, err := s.GetCellValue(s.name, s.cell(title, row))
	if err != nil {
		s.t.Fatal(err)
	}
	return value
}

func (s *sheet) bytes() []byte {
	s.t.Helper()
	var b bytes.Buffer
	if err := s.Write(&b); err != nil {
		s.t.Fatal(err)
	}
	return b.Bytes()
}

// clerk is a person at the desk of a site.
type clerk struct {
	*sitetest.Client
	t    *testing.T
	site *sitetest.Site
}

func signIn(t *testing.T, s *sitetest.Site, username string) clerk {
	t.Helper()
	return clerk{s.SignIn(t, username), t, s}
}

// hands uploads a sheet and waits until it is read.
func (c clerk) hands(content []byte) sitetest.Answer {
	c.t.Helper()
	answer := c.Upload(path, url.Values{}, "file", "đơn hàng tháng 6.xlsx", content)
	to := answer.Header().Get("Location")
	if answer.Code != http.StatusSeeOther || !strings.HasPrefix(to, path+"/") {
		c.t.Fatalf("%d to %q: %s", answer.Code, to, answer.Doc(c.t).Find(".problem").Text())
	}
	for range 200 {
		page := c.Get(to)
		if state(c.t, page) != "waiting" {
			return page
		}
		time.Sleep(50 * time.Millisecond)
	}
	c.t.Fatal("it was not read in ten seconds")
	return answer
}

func state(t *testing.T, page sitetest.Answer) string {
	t.Helper()
	return page.Doc(t).Find(`[data-test="state"]`).AttrOr("data-state", "")
}

func words(t *testing.T, page sitetest.Answer, test string) string {
	t.Helper()
	return strings.Join(strings.Fields(page.Doc(t).Find(`[data-test="`+test+`"]`).Text()), " ")
}

// filled is the template with its example as a first row of an employer.
func (c clerk) filled() *sheet {
	c.t.Helper()
	s := open(c.t, c.Get(path+"/mau.xlsx"))
	s.set(2, "Ghi chú của bạn", "")
	if _, asked := s.at["Mã số thuế doanh nghiệp"]; asked {
		s.set(2, "Mã số thuế doanh nghiệp", sitetest.One[string](c.t, c.site, `SELECT tax_code FROM employers WHERE state = 'verified' ORDER BY id LIMIT 1`))
	}
	s.set(2, "Nghề", "8153")
	s.set(2, "Các đợt cần người", fmt.Sprintf("500 người đến %s; 200 người đến %s", c.site.Today().Add(40), c.site.Today().Add(60)))
	s.set(2, "Ngày bắt đầu làm việc", c.site.Today().Add(30).String())
	s.set(2, "Hạn đăng ký", c.site.Today().Add(60).String())
	return s
}
