package imports_test

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"cauviec/web/sitetest"
)

// TestTheTemplateIsUnderstood: what the template shows as an example is taken
// in as it stands, and is complete.
func TestTheTemplateIsUnderstood(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := signIn(t, s, "ls-ttdvvl-2")
	template := open(t, c.Get(path+"/mau.xlsx"))
	if got := c.hands(template.bytes()); state(t, got) != "refused" || !strings.Contains(words(t, got, "refusal"), "không có dòng nào") {
		t.Errorf("the empty template: %s %s", state(t, got), words(t, got, "refusal"))
	}
	sheets := template.GetSheetList()
	if !slices.Equal(sheets, []string{"Tin tuyển dụng", "Danh mục", "Hướng dẫn"}) {
		t.Error(sheets)
	}
	comments, err := template.GetComments("Tin tuyển dụng")
	if err != nil || len(comments) < 20 {
		t.Errorf("%d notes, %v", len(comments), err)
	}
	offers, err := template.GetDataValidations("Tin tuyển dụng")
	if err != nil || len(offers) < 14 {
		t.Errorf("%d lists, %v", len(offers), err)
	}
	page := c.hands(c.filled().bytes())
	if got := words(t, page, "counts"); state(t, page) != "preview" || got != "1 tin mới" {
		t.Fatalf("%s: %s %s", state(t, page), got, words(t, page, "rows"))
	}
	if got := words(t, page, "row"); !strings.Contains(got, "Đủ để gửi duyệt") {
		t.Error(got)
	}
}

func TestASheetIsTakenInAndUndone(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := signIn(t, s, "ls-ttdvvl-2")
	before := sitetest.One[int](t, s, `SELECT count(*) FROM vacancies`)
	sheet := c.filled()
	sheet.set(3, "Tên công việc", "Thợ là")
	sheet.set(3, "Tên doanh nghiệp", "Không có công ty này")
	sheet.set(3, "Số lượng cần tuyển", "nhiều")
	page := c.hands(sheet.bytes())
	if got := words(t, page, "counts"); got != "1 tin mới, 1 dòng bị từ chối" {
		t.Fatalf("%s: %s", got, words(t, page, "rows"))
	}
	c.findsFaultsIn(open(t, c.Get(page.Path+"/bi-tu-choi.xlsx")))
	form := url.Values{"submit": {"1"}}
	answer := c.Send(page, `[data-test="confirm"]`, form)
	if answer.Code != http.StatusSeeOther {
		t.Fatalf("confirmed: %d", answer.Code)
	}
	if stale := c.Send(page, `[data-test="confirm"]`, url.Values{"_key": {"another-key-0123456789"}}); stale.Code != http.StatusConflict || !strings.Contains(stale.Body.String(), "vừa thay đổi") {
		t.Errorf("confirmed from an old page: %d", stale.Code)
	}
	if again := c.Send(page, `[data-test="confirm"]`, form); again.Code != http.StatusSeeOther {
		t.Errorf("sent again: %d", again.Code)
	}
	done := c.Get(page.Path)
	if state(t, done) != "confirmed" || sitetest.One[int](t, s, `SELECT count(*) FROM vacancies`) != before+1 {
		t.Errorf("%s", words(t, done, "counts"))
	}
	vacancy := done.Doc(t).Find(`[data-test="row"] a`).AttrOr("href", "")
	if v := c.Get(vacancy); v.Code != http.StatusOK || !strings.Contains(v.Body.String(), "Nhập từ bảng tính") {
		t.Errorf("%s: %d", vacancy, v.Code)
	}
	colleague := signIn(t, s, "ls-ttdvvl")
	if answer := colleague.Send(colleague.Get(page.Path), `[data-test="undo"]`, nil); answer.Code != http.StatusSeeOther {
		t.Fatalf("undone: %d", answer.Code)
	}
	if n := sitetest.One[int](t, s, `SELECT count(*) FROM vacancies`); n != before || state(t, c.Get(page.Path)) != "undone" {
		t.Errorf("%d vacancies", n)
	}
}

// TestADecisionNamesItsVersion: a form that does not say what it was made from
// decides nothing.
func TestADecisionNamesItsVersion(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := signIn(t, s, "ls-ttdvvl-2")
	page := c.hands(c.filled().bytes())
	for _, step := range []struct{ to, state string }{{"/bo", "preview"}, {"/xac-nhan", "preview"}, {"/hoan-tac", "confirmed"}} {
		for _, form := range []url.Values{{}, {"version": {""}}, {"version": {"0"}}, {"version": {"x"}}} {
			answer := c.Post(page.Path+step.to, form)
			if answer.Code != http.StatusConflict || !strings.Contains(answer.Body.String(), "vừa thay đổi") || state(t, c.Get(page.Path)) != step.state {
				t.Errorf("%s with %v: %d, %s", step.to, form, answer.Code, state(t, c.Get(page.Path)))
			}
		}
		if step.to == "/xac-nhan" {
			c.Send(page, `[data-test="confirm"]`, nil)
		}
	}
}

// findsFaultsIn looks for the two faults in the sheet of what was refused.
func (c clerk) findsFaultsIn(mended *sheet) {
	c.t.Helper()
	if got := mended.get(2, "Vì sao bị từ chối"); !strings.Contains(got, "Tên doanh nghiệp: Không tìm thấy") || !strings.Contains(got, "Số lượng cần tuyển: Cần là một số") {
		c.t.Error(got)
	}
	if got := mended.get(2, "Số lượng cần tuyển"); got != "nhiều" {
		c.t.Error(got)
	}
}

func TestWhatStandsInTheWayIsNamed(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := signIn(t, s, "ls-ttdvvl-2")
	page := c.hands(c.filled().bytes())
	c.Send(page, `[data-test="confirm"]`, url.Values{"submit": {"1"}})
	done := c.Get(page.Path)
	if _, err := s.DB.Exec(t.Context(), `UPDATE vacancies SET version = version + 1 WHERE id = (SELECT vacancy_id FROM import_rows ORDER BY import_id DESC LIMIT 1)`); err != nil {
		t.Fatal(err)
	}
	refused := c.Send(done, `[data-test="undo"]`, nil)
	if refused.Code != http.StatusUnprocessableEntity || !strings.Contains(words(t, refused, "obstacles"), "Dòng 2: Công nhân may công nghiệp") {
		t.Errorf("%d %s", refused.Code, words(t, refused, "obstacles"))
	}
}

func TestFilesThatAreRefusedAtTheDoor(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := signIn(t, s, "ls-ttdvvl-2")
	good := c.filled().bytes()
	for name, tt := range map[string]struct {
		content []byte
		says    string
	}{
		"half":  {good[:len(good)/2], "bị hỏng"},
		"text":  {[]byte("a,b,c\n1,2,3"), "không phải bảng tính"},
		"old":   {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 xls"), "Excel cũ"},
		"empty": {nil, "rỗng"},
	} {
		answer := c.Upload(path, url.Values{}, "file", "a.xlsx", tt.content)
		if answer.Code != http.StatusUnprocessableEntity || !strings.Contains(words(t, answer, "problem-file"), tt.says) {
			t.Errorf("%s: %d %q", name, answer.Code, words(t, answer, "problem-file"))
		}
	}
	if answer := c.Post(path, url.Values{}); answer.Code != http.StatusUnprocessableEntity {
		t.Errorf("no file: %d", answer.Code)
	}
	wrong := excelize.NewFile()
	defer wrong.Close()
	if err := wrong.SetSheetRow("Sheet1", "A1", &[]string{"Họ tên", "Ngày sinh"}); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := wrong.Write(&b); err != nil {
		t.Fatal(err)
	}
	page := c.hands(b.Bytes())
	if got := words(t, page, "refusal"); !strings.Contains(got, "“Họ tên”, “Ngày sinh”") || !strings.Contains(got, "“Tên công việc”, “Mã số thuế doanh nghiệp”") {
		t.Error(got)
	}
	if n := sitetest.One[int](t, s, `SELECT count(*) FROM imports`); n != 1 {
		t.Errorf("%d imports", n)
	}
}

func TestAnEmployersOwnTemplate(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	user := sitetest.One[string](t, s, `SELECT a.username FROM accounts a JOIN employers e ON e.body_id = a.body_id WHERE e.state = 'verified' ORDER BY a.id LIMIT 1`)
	c := signIn(t, s, user)
	sheet := c.filled()
	if _, asked := sheet.at["Mã số thuế doanh nghiệp"]; asked {
		t.Error("the employer is asked who it is")
	}
	page := c.hands(sheet.bytes())
	if got := words(t, page, "counts"); got != "1 tin mới" {
		t.Errorf("%s %s", got, words(t, page, "rows"))
	}
	if answer := signIn(t, s, "ls-ttdvvl-2").Get(page.Path); answer.Code != http.StatusNotFound {
		t.Errorf("the centre opens it: %d", answer.Code)
	}
}

func TestManyRowsArePaged(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := signIn(t, s, "ls-ttdvvl-2")
	c.Speak("en")
	sheet := c.filled()
	for row := 3; row < 123; row++ {
		sheet.set(row, "Tên công việc", fmt.Sprintf("Công nhân %d", row))
		if row%2 == 0 {
			sheet.set(row, "Mã số thuế doanh nghiệp", sheet.get(2, "Mã số thuế doanh nghiệp"))
		}
	}
	page := c.hands(sheet.bytes())
	if got := words(t, page, "counts"); got != "61 new vacancies, 60 rows refused" {
		t.Fatal(got)
	}
	seen := 0
	for at := page.Path + "?xem=tu-choi"; at != ""; {
		part := c.Get(at)
		seen += part.Doc(t).Find(`[data-test="row"][data-outcome="refused"]`).Length()
		at = part.Doc(t).Find(`a[rel="next"]`).AttrOr("href", "")
	}
	if seen != 60 {
		t.Errorf("%d refused rows on all pages", seen)
	}
	if list := c.Get(path); list.Doc(t).Find(`[data-test="import"]`).Length() != 1 {
		t.Error("the history does not name it")
	}
	if answer := c.Send(page, `[data-test="discard"]`, nil); answer.Code != http.StatusSeeOther || state(t, c.Get(page.Path)) != "discarded" {
		t.Errorf("discarded: %d", answer.Code)
	}
}
