package drives_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"cauviec/web/sitetest"
)

const staff = "/quan-ly/dot-tuyen-dung"

// plan is a good plan of a drive in a commune of Bắc Sơn, in ten days.
func plan(t *testing.T, s *sitetest.Site) url.Values {
	t.Helper()
	commune := sitetest.One[int64](t, s, `
		SELECT c.id FROM bodies c JOIN bodies d ON d.id = c.parent_id WHERE d.slug = 'ls-bac-son' ORDER BY c.id LIMIT 1`)
	return url.Values{"kind": {"counselling"}, "commune": {fmt.Sprint(commune)}, "title": {"Tư vấn việc làm thử"}, "venue": {"Nhà văn hóa"},
		"day": {s.Today().Add(10).String()}, "from": {"8h"}, "until": {"10h30"}}
}

func TestABadPlanKeepsWhatWasTyped(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.SignIn(t, "ls-bac-son")
	before := sitetest.One[int](t, s, `SELECT count(*)::int FROM drives`)
	tests := []struct{ field, typed, problem string }{
		{"day", "31/02/2026", "day"},
		{"from", "tám giờ", "from"},
		{"until", "7h", "until"},
		{"venue", " ", "venue"},
		{"commune", "", "commune"},
		{"vacancies", "999999999", "vacancies"},
	}
	for _, tt := range tests {
		form := plan(t, s)
		form.Set(tt.field, tt.typed)
		form.Set("title", "Giữ lại những gì đã gõ")
		page := c.Post(staff+"/moi", form)
		doc := page.Doc(t)
		if page.Code != http.StatusUnprocessableEntity || doc.Find(`[data-test="problem-`+tt.problem+`"]`).Length() == 0 {
			t.Errorf("%s %q: status %d, no problem beside the field", tt.field, tt.typed, page.Code)
		}
		if got := doc.Find("#field-title").AttrOr("value", ""); got != "Giữ lại những gì đã gõ" {
			t.Errorf("%s: the title came back as %q", tt.field, got)
		}
	}
	if after := sitetest.One[int](t, s, `SELECT count(*)::int FROM drives`); after != before {
		t.Errorf("%d drives became %d", before, after)
	}
}

func TestAnAnnouncedDriveIsOnTheListAndInTheCalendar(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.SignIn(t, "ls-bac-son")
	made := c.Post(staff+"/moi", plan(t, s))
	if made.Code != http.StatusSeeOther {
		t.Fatalf("planning: status %d", made.Code)
	}
	at := made.Header().Get("Location")
	visitor := s.Visitor(t)
	seen := func(path string) bool {
		return strings.Contains(visitor.Get(path).Body.String(), "Tư vấn việc làm thử")
	}
	if seen("/dot-tuyen-dung") || seen("/dot-tuyen-dung.ics") {
		t.Error("the public sees a drive that is not announced")
	}
	for version, step := range []struct {
		to  string
		why string
	}{{"/dong-y", "Chủ tịch xã trả lời"}, {"/thong-bao", ""}} {
		a := c.Post(at+step.to, url.Values{"version": {fmt.Sprint(version + 1)}, "why": {step.why}})
		if a.Code != http.StatusSeeOther {
			t.Fatalf("%s: status %d", step.to, a.Code)
		}
	}
	if !seen("/dot-tuyen-dung") {
		t.Error("the public list lacks an announced drive")
	}
	feed := visitor.Get("/dot-tuyen-dung.ics")
	if !strings.HasPrefix(feed.Header().Get("Content-Type"), "text/calendar") || !seen("/dot-tuyen-dung.ics") {
		t.Errorf("the calendar lacks it: %s", feed.Header().Get("Content-Type"))
	}
	if strings.Contains(strings.ReplaceAll(feed.Body.String(), "\r\n", ""), "\n") {
		t.Error("the calendar has lines that do not end in CRLF")
	}
}

func TestTwoEditAtOnceAndTheSecondSeesBoth(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.SignIn(t, "ls-bac-son")
	at := c.Post(staff+"/moi", plan(t, s)).Header().Get("Location")
	first, second := plan(t, s), plan(t, s)
	first.Set("version", "1")
	first.Set("venue", "Sân trường")
	second.Set("version", "1")
	second.Set("venue", "Chợ phiên")
	if a := c.Post(at+"/sua", first); a.Code != http.StatusSeeOther {
		t.Fatalf("first: status %d", a.Code)
	}
	page := c.Post(at+"/sua", second)
	doc := page.Doc(t)
	if page.Code != http.StatusConflict || !strings.Contains(doc.Text(), "Sân trường") || doc.Find("#field-venue").AttrOr("value", "") != "Chợ phiên" {
		t.Errorf("status %d: both versions are not shown", page.Code)
	}
}

func TestResultsThatCannotBeAreRefused(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.SignIn(t, "ls-bac-son")
	form := plan(t, s)
	form.Set("day", s.Today().Add(-2).String())
	at := c.Post(staff+"/moi", form).Header().Get("Location")
	page := c.Post(at+"/ket-qua", url.Values{"version": {"1"}, "attended": {"20"}, "women": {"21"}})
	if page.Code != http.StatusUnprocessableEntity || page.Doc(t).Find("#field-women").AttrOr("value", "") != "21" {
		t.Errorf("more women than people: status %d", page.Code)
	}
	if a := c.Post(at+"/ket-qua", url.Values{"version": {"1"}, "attended": {"20"}, "women": {"12"}}); a.Code != http.StatusSeeOther {
		t.Errorf("good counts: status %d", a.Code)
	}
	if got := c.Get(at).Doc(t).Find(`[data-test="count-attended"]`).Text(); !strings.Contains(got, "20") {
		t.Errorf("the page says %q", got)
	}
}

func TestAWrongSlugLeadsToTheRightOne(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	id := sitetest.One[int64](t, s, `SELECT id FROM drives WHERE status = 'announced' ORDER BY id LIMIT 1`)
	a := s.Visitor(t).Get(fmt.Sprintf("/dot-tuyen-dung/%d-khac", id))
	if a.Code != http.StatusMovedPermanently || s.Visitor(t).Get(a.Header().Get("Location")).Code != http.StatusOK {
		t.Errorf("status %d to %q", a.Code, a.Header().Get("Location"))
	}
}
