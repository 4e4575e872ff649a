package exchange_test

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"cauviec/web/sitetest"
)

const path = "/quan-ly/xuat-vieclam"

func test(name string) string { return `[data-test="` + name + `"]` }

func TestTheCentreExports(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	centre := s.SignIn(t, "ls-ttdvvl")
	if list := centre.Get("/quan-ly/tin-tuyen-dung"); list.Doc(t).Find(`a[href="`+path+`"]`).Length() != 1 {
		t.Error("the list of vacancies does not lead to exports")
	}
	page := centre.Get(path)
	doc := page.Doc(t)
	if !strings.Contains(doc.Find(test("caveat")).Text(), "chưa được công bố") || doc.Find(test("made")).Length() != 0 {
		t.Errorf("the page says: %s", doc.Find("main").Text())
	}
	first := sitetest.One[string](t, s, `SELECT to_char(min(published_at) AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY') FROM vacancies WHERE revision > 0`)
	if got := doc.Find("#field-since").AttrOr("value", ""); got != first {
		t.Errorf("the first export begins on %q, want %q", got, first)
	}
	sent := centre.Send(page, "main form", nil)
	if sent.Code != http.StatusSeeOther || sent.Header().Get("Location") != path {
		t.Fatalf("making it: %d %s", sent.Code, sent.Doc(t).Find("#problems").Text())
	}
	centre.Send(page, "main form", nil)
	doc = centre.Get(path).Doc(t)
	if doc.Find(test("made")).Length() != 1 || !strings.Contains(doc.Find(test("made")).Text(), first) {
		t.Errorf("sent twice, it stands so: %s", doc.Find(test("exports")).Text())
	}
	href := doc.Find(test("file")).AttrOr("href", "")
	file, again := centre.Get(href), centre.Get(href)
	public := sitetest.One[int](t, s, `SELECT count(*) FROM vacancies WHERE revision > 0`)
	if lines := bytes.Count(file.Body.Bytes(), []byte("\n")); lines != public+1 || !bytes.Equal(file.Body.Bytes(), again.Body.Bytes()) {
		t.Errorf("%d lines for %d vacancies", lines, public)
	}
	if !strings.HasPrefix(file.Body.String(), `{"dinh_dang":"cauviec-vieclam"`) || !strings.Contains(file.Body.String(), `"ten":"Toàn thời gian"`) ||
		!strings.Contains(file.Header().Get("Content-Disposition"), ".jsonl") {
		t.Errorf("the file begins %.300s", file.Body)
	}
	if strings.Contains(file.Body.String(), `"ten":"vacancy.`) || strings.Contains(file.Body.String(), `"ten":"exchange.`) || strings.Contains(file.Body.String(), `"ten":"employer.`) {
		t.Error("a code has no words")
	}
	if n := sitetest.One[int](t, s, `SELECT count(*) FROM journal WHERE thing = 'exchange_export' AND account_id IS NOT NULL`); n != 1 {
		t.Errorf("%d entries in the journal", n)
	}
}

func TestADayThatCannotBe(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	centre := s.SignIn(t, "ls-ttdvvl")
	page := centre.Get(path)
	for _, since := range []string{"", "mai", "01/01/2030"} {
		a := centre.Send(page, "main form", url.Values{"since": {since}})
		if doc := a.Doc(t); a.Code != http.StatusUnprocessableEntity || doc.Find(test("problem-since")).Length() != 1 || doc.Find("#field-since").AttrOr("value", "") != since {
			t.Errorf("%q: %d", since, a.Code)
		}
	}
	if n := sitetest.One[int](t, s, `SELECT count(*) FROM exchange_exports`); n != 0 {
		t.Errorf("%d exports were made", n)
	}
	if a := centre.Get(path + "/1/tep.jsonl"); a.Code != http.StatusNotFound {
		t.Errorf("a file that was never made: %d", a.Code)
	}
}

func TestOthersDoNotExport(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	for _, who := range []string{"bg-ttdvvl", "ls-ubnd"} {
		c := s.SignIn(t, who)
		for _, at := range []string{path, path + "/1/tep.jsonl"} {
			if a := c.Get(at); a.Code != http.StatusForbidden {
				t.Errorf("%s at %s: %d", who, at, a.Code)
			}
		}
		if c.Get("/quan-ly/tin-tuyen-dung").Doc(t).Find(`a[href="`+path+`"]`).Length() != 0 {
			t.Errorf("%s is led to exports", who)
		}
	}
}
