package publicity_test

import (
	"net/http"
	"net/url"
	"testing"

	"cauviec/web/sitetest"
)

const home = "/quan-ly/truyen-thong"

func TestAPieceFromPlanToPublished(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.SignIn(t, "ls-bao")
	bad := c.Post(home+"/moi", url.Values{"form": {"article"}, "title": {"Việc làm Bắc Giang"}, "planned_on": {"mai"}})
	if bad.Code != http.StatusUnprocessableEntity || bad.Doc(t).Find("#field-title").AttrOr("value", "") != "Việc làm Bắc Giang" {
		t.Errorf("a day that is none: status %d", bad.Code)
	}
	made := c.Post(home+"/moi", url.Values{"form": {"article"}, "title": {"Việc làm Bắc Giang"}, "planned_on": {s.Today().Add(3).String()}})
	at := made.Header().Get("Location")
	if made.Code != http.StatusSeeOther {
		t.Fatalf("planning: status %d", made.Code)
	}
	if a := c.Post(at+"/da-dang", url.Values{"version": {"1"}, "link": {"bài báo"}}); a.Code != http.StatusUnprocessableEntity ||
		a.Doc(t).Find(`[name="link"]`).AttrOr("value", "") != "bài báo" {
		t.Errorf("a link that is none: status %d", a.Code)
	}
	if a := c.Post(at+"/da-dang", url.Values{"version": {"1"}, "link": {"https://example.vn/bai"}}); a.Code != http.StatusSeeOther {
		t.Errorf("publishing: status %d", a.Code)
	}
	if a := s.SignIn(t, "bg-bao").Post(at+"/huy", url.Values{"version": {"2"}, "why": {"thử"}}); a.Code != http.StatusNotFound {
		t.Errorf("the other side's paper cancels it: status %d, want 404", a.Code)
	}
}

func TestTheOtherSideReadsThePlanWithoutButtons(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	item := sitetest.One[string](t, s, `SELECT i.id::text FROM publicity_items i JOIN bodies b ON b.id = i.body_id WHERE b.slug = 'ls-bao' ORDER BY i.id LIMIT 1`)
	doc := s.SignIn(t, "bg-dai").Get(home + "/" + item).Doc(t)
	if doc.Find("h1").Length() != 1 || doc.Find(`[data-test^="publicity-"]`).Length() != 0 {
		t.Error("a piece of another body is offered for change")
	}
}
