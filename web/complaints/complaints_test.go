package complaints_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"cauviec/web/sitetest"
)

func test(name string) string { return `[data-test="` + name + `"]` }

// code is the offer code of an open vacancy.
func code(t *testing.T, s *sitetest.Site) string {
	t.Helper()
	return sitetest.One[string](t, s, `SELECT code FROM vacancies WHERE status = 'published' AND closes_on >= $1 ORDER BY id DESC LIMIT 1`, s.Today())
}

// tell sends a complaint of an advert and returns the receipt's page.
func tell(t *testing.T, c *sitetest.Client, advert string, grounds ...string) sitetest.Answer {
	t.Helper()
	form := c.Get("/bao-tin-xau?tin=" + url.QueryEscape(advert))
	sent := c.Send(form, "main form", url.Values{"grounds": grounds, "words": {"Đòi nộp 500.000 đồng"}, "phone": {"0912 345 678"}})
	if sent.Code != http.StatusSeeOther {
		t.Fatalf("telling of %q: %d %s", advert, sent.Code, sent.Doc(t).Find("#problems").Text())
	}
	return c.Get(sent.Header().Get("Location"))
}

func TestAnybodyTellsAndAsksLater(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	visitor := s.Visitor(t)
	offer := code(t, s)
	form := visitor.Get("/bao-tin-xau?tin=" + offer)
	if form.Doc(t).Find(test("subject")).Length() != 1 {
		t.Error("the form does not show which advert the code means")
	}
	empty := visitor.Send(form, "main form", url.Values{"advert": {""}})
	if empty.Code != http.StatusUnprocessableEntity || empty.Doc(t).Find(test("problem-advert")).Length() != 1 || empty.Doc(t).Find(test("problem-grounds")).Length() != 1 {
		t.Errorf("an empty form: %d", empty.Code)
	}
	wrong := visitor.Send(form, "main form", url.Values{"grounds": {"pay", "money"}, "phone": {"12"}, "words": {"của tôi"}})
	if doc := wrong.Doc(t); wrong.Code != http.StatusUnprocessableEntity || doc.Find("input[name=grounds][checked]").Length() != 2 || doc.Find("textarea").Text() != "của tôi" {
		t.Errorf("a refused form loses its words: %d", wrong.Code)
	}

	receipt := tell(t, visitor, offer, "money")
	doc := receipt.Doc(t)
	shown := doc.Find(test("receipt")).Text()
	if len(shown) != 9 || doc.Find(test("sentence")).AttrOr("data-status", "") != "received" {
		t.Errorf("the receipt %q says %q", shown, doc.Find(test("sentence")).Text())
	}
	for _, own := range []string{"500.000", "912"} {
		if strings.Contains(doc.Find("main").Text(), own) {
			t.Errorf("the receipt's page shows %q of what was told", own)
		}
	}
	if a := visitor.Get("/bao-tin-xau/" + strings.ToLower(shown)); a.Code != http.StatusOK {
		t.Errorf("the receipt as read out: %d", a.Code)
	}
	for _, unknown := range []string{"2222-2222", "x"} {
		if a := visitor.Get("/bao-tin-xau/" + unknown); a.Code != http.StatusNotFound {
			t.Errorf("%s: %d", unknown, a.Code)
		}
	}
}

func TestSentTwiceItIsToldOnce(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	visitor := s.Visitor(t)
	before := sitetest.One[int](t, s, `SELECT count(*) FROM complaints`)
	form := visitor.Get("/bao-tin-xau?trang=" + url.QueryEscape("/gioi-thieu"))
	if got := form.Doc(t).Find("#field-advert").AttrOr("value", ""); got != "" {
		t.Errorf("a page without an advert brings %q along", got)
	}
	words := url.Values{"advert": {"Tờ rơi ở chợ"}, "grounds": {"papers"}}
	first, second := visitor.Send(form, "main form", words), visitor.Send(form, "main form", words)
	if first.Header().Get("Location") != second.Header().Get("Location") {
		t.Error("the second sending leads elsewhere")
	}
	if after := sitetest.One[int](t, s, `SELECT count(*) FROM complaints`); after != before+1 {
		t.Errorf("%d complaints more", after-before)
	}
}

func TestTheCentreTriages(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	offer := code(t, s)
	receipt := tell(t, s.Visitor(t), offer, "money").Path
	tell(t, s.Visitor(t), offer, "pay")
	centre := s.SignIn(t, "ls-ttdvvl")
	list := centre.Get("/quan-ly/bao-tin-xau").Doc(t)
	first := list.Find(test("group")).First()
	if first.Find(test("complaint")).Length() != 2 {
		t.Errorf("both complaints of one vacancy stand together: %d", first.Find(test("complaint")).Length())
	}
	path := first.Find(test("complaint")+" a").First().AttrOr("href", "")
	page := centre.Get(path)
	if !strings.Contains(page.Doc(t).Find(test("fact-phone")).Text(), "0912 345 678") || page.Doc(t).Find(test("views")).Length() != 1 {
		t.Error("the centre does not see the phone, or its look is not kept")
	}
	if a := centre.Send(page, test("action-pause"), url.Values{}); a.Code != http.StatusUnprocessableEntity || a.Doc(t).Find("details[open] "+test("problem-why")).Length() != 1 {
		t.Errorf("paused without a reason: %d", a.Code)
	}
	paused := centre.Send(page, test("action-pause"), url.Values{"why": {"Chờ xác minh"}})
	if paused.Code != http.StatusSeeOther {
		t.Fatalf("pausing: %d", paused.Code)
	}
	if got := sitetest.One[string](t, s, `SELECT status FROM vacancies WHERE code = $1`, offer); got != "paused" {
		t.Errorf("the vacancy is %s", got)
	}
	if a := centre.Send(page, test("action-dismiss"), url.Values{"why": {"x"}}); a.Code != http.StatusConflict {
		t.Errorf("an older version: %d", a.Code)
	}
	page = centre.Get(path)
	centre.Send(page, test("action-pass_on"), url.Values{"why": {"Nhiều người bị đòi tiền"}})

	verifier := s.SignIn(t, "bg-bqlkcn")
	seen := verifier.Get(path).Doc(t)
	if strings.Contains(seen.Text(), "0912 345 678") || !strings.Contains(seen.Find("main").Text(), "Nhiều người bị đòi tiền") || seen.Find("main form").Length() != 0 {
		t.Error("a verifier sees a phone or a button, or misses the request")
	}
	if n := verifier.Get("/quan-ly/bao-tin-xau?xem=da-chuyen").Doc(t).Find(test("complaint")).Length(); n != 1 {
		t.Errorf("%d requests for the verifier", n)
	}

	centre.Send(centre.Get(path), test("action-settle"), url.Values{"outcome": {"Đã gỡ tin."}})
	if got := s.Visitor(t).Get(receipt).Doc(t).Find(test("sentence")); got.Text() != "Đã gỡ tin." || got.AttrOr("data-status", "") != "settled" {
		t.Errorf("the teller reads %q", got.Text())
	}
	if closed := centre.Get("/quan-ly/bao-tin-xau?xem=da-xong").Doc(t); !strings.Contains(closed.Find("main").Text(), "Đã giải quyết") {
		t.Error("what is settled is not listed")
	}
}

func TestRepeatsAreMerged(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	offer := code(t, s)
	tell(t, s.Visitor(t), offer, "pay")
	second := tell(t, s.Visitor(t), offer, "pay").Path
	centre := s.SignIn(t, "ls-ttdvvl")
	first := centre.Get(`/quan-ly/bao-tin-xau/` + sitetest.One[string](t, s, `SELECT max(id)::text FROM complaints`))
	if a := centre.Send(first, test("action-merge"), url.Values{}); a.Code != http.StatusSeeOther {
		t.Fatalf("merging: %d", a.Code)
	}
	if got := s.Visitor(t).Get(second).Doc(t).Find(test("sentence")).AttrOr("data-status", ""); got != "received" {
		t.Errorf("a repeat's receipt says %q, not what its main says", got)
	}
}

func TestEveryPublicPageLeadsToTheForm(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	visitor := s.Visitor(t)
	for _, path := range []string{"/", "/viec-lam", "/dot-tuyen-dung", "/kiem-tra-tin", "/ho-so", "/tien-do", "/gioi-thieu"} {
		if visitor.Get(path).Doc(t).Find(`footer a[href^="/bao-tin-xau"]`).Length() != 1 {
			t.Errorf("%s: no way to report a bad advert", path)
		}
	}
	offer := sitetest.One[string](t, s, `SELECT '/viec-lam/' || id || '-' || slug FROM vacancies WHERE status = 'published' ORDER BY id DESC LIMIT 1`)
	link := visitor.Get(offer).Doc(t).Find(`footer a[href^="/bao-tin-xau"]`).AttrOr("href", "")
	if visitor.Get(link).Doc(t).Find(test("subject")).Length() != 1 {
		t.Errorf("%s does not carry the advert along", link)
	}
}
