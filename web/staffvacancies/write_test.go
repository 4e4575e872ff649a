package staffvacancies_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"cauviec/internal/vacancy"
	"cauviec/web/sitetest"
)

// answers are what a person writes in each step.
func (w world) answers() map[string]url.Values {
	all := w.withRows()
	pick := func(names ...string) url.Values {
		words := url.Values{"go": {"next"}}
		for _, name := range names {
			words[name] = all[name]
		}
		return words
	}
	return map[string]url.Values{
		"viec":    pick("employer_id", "title", "occupation_code", "headcount", "batch_day", "batch_people", "description", "position", "employer_ref"),
		"noi-lam": pick("zone_id", "hours", "shift", "turn_from", "turn_to", "turn_break", "work_days"),
		"luong":   pick("basic_wage", "allowance_kind", "allowance_amount", "allowance_condition", "overtime_hours", "income_from", "income_to"),
		"yeu-cau": pick("education", "qualification"), "phuc-loi": pick("benefits", "conditions", "couples"),
		"cam-ket": pick("no_fee", "contact_name", "contact_phone", "closes_on"),
	}
}

// TestStepByStep writes a vacancy a step at a time, each saved, to the review
// and the second person.
func TestStepByStep(t *testing.T) {
	t.Parallel()
	w := setup(t)
	answers := w.answers()
	answers["viec"]["step"] = []string{"viec"}
	at := w.post(t, w.centre, base, answers["viec"])
	for _, slug := range []string{"noi-lam", "luong", "yeu-cau", "phuc-loi", "cam-ket"} {
		if !strings.HasSuffix(at, "/soan/"+slug) {
			t.Fatalf("led to %s, want %s", at, slug)
		}
		page := w.get(t, w.centre, at)
		if page.Find("form.form button").First().AttrOr("value", "") != "next" {
			t.Errorf("%s: enter does not go on", slug)
		}
		answers[slug].Set("version", page.Find("form.form input[name=version]").AttrOr("value", ""))
		at = w.post(t, w.centre, at, answers[slug])
	}
	review := w.get(t, w.centre, at)
	for test, want := range map[string]string{
		"review-title": "Công nhân may", "review-batches": "200 người trước ngày 15/04/2026", "review-allowances": "500.000 đồng",
		"review-zone_id": "Đình Trám", "review-closes_on": "30/04/2026",
	} {
		if got := text(review, test); !strings.Contains(got, want) {
			t.Errorf("%s: got %q", test, got)
		}
	}
	if review.Find("[data-test=review-missing]").Length() != 0 || review.Find("[data-test=action-submit]").Length() == 0 {
		t.Errorf("it cannot be sent: %s", text(review, "review-missing"))
	}
	if href := review.Find("[data-test=review-basic_wage] a").AttrOr("href", ""); !strings.HasSuffix(href, "/soan/luong?ve=xem-lai#field-basic_wage") {
		t.Errorf("change leads to %s", href)
	}
	draft := strings.TrimSuffix(at, "/soan/xem-lai")
	w.post(t, w.centre, draft+"/gui-duyet", url.Values{"version": {review.Find("input[name=version]").AttrOr("value", "")}})
	if page := w.get(t, w.centre, draft); state(page) != "submitted" {
		t.Errorf("it is %s", state(page))
	}
}

// A step is judged alone: its own fields must be complete, later ones may be
// empty, and the refused page keeps the words.
func TestAStepIsCheckedAlone(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, slug, field, words, problem string
	}{
		{"no occupation", "viec", "occupation_code", "", "occupation_code"},
		{"batches that do not add up", "viec", "headcount", "300", "batches"},
		{"no place", "noi-lam", "zone_id", "", "zone_id"},
		{"too little pay", "luong", "basic_wage", "4tr", "basic_wage"},
		{"no money at all", "luong", "income_from", "nhiều", "income_from"},
		{"nothing asked of education", "yeu-cau", "education", "", "education"},
		{"neither in nor outdoors", "phuc-loi", "conditions", "", "conditions"},
		{"closed already", "cam-ket", "closes_on", "1/3/2026", "closes_on"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := setup(t)
			draft := w.post(t, w.own, base, url.Values{"title": {"Thợ may"}, "zone_id": {value64(w.zone)}})
			words := w.answers()[c.slug]
			words["version"], words[c.field] = []string{"1"}, []string{c.words}
			if c.words == "" {
				delete(words, c.field)
			}
			response, page := w.ask(t, w.own, http.MethodPost, draft+"/soan/"+c.slug, words)
			if response.StatusCode != http.StatusUnprocessableEntity || text(page, "problem-"+c.problem) == "" {
				t.Fatalf("got %d, %q", response.StatusCode, text(page, "problems"))
			}
			if page.Find("#problems li").Length() != 1 {
				t.Errorf("more than its own: %s", text(page, "problems"))
			}
			if c.words != "" && page.Find("#field-"+c.field).AttrOr("value", "") != c.words {
				t.Errorf("the words are lost: %q", page.Find("#field-"+c.field).AttrOr("value", ""))
			}
		})
	}
}

// A half-written step is kept when it is left for later.
func TestAStepIsLeftForLater(t *testing.T) {
	t.Parallel()
	w := setup(t)
	draft := w.post(t, w.own, base, url.Values{"title": {"Thợ may"}})
	left := w.post(t, w.own, draft+"/soan/luong", url.Values{"version": {"1"}, "basic_wage": {"6tr"}, "go": {"later"}})
	if left != draft {
		t.Errorf("left for later, led to %s", left)
	}
	if on := w.leads(t, draft+"/soan"); !strings.HasSuffix(on, "/soan/viec") {
		t.Errorf("going on leads to %s", on)
	}
}

// leads returns where a page sends its reader.
func (w world) leads(t *testing.T, address string) string {
	t.Helper()
	response, _ := w.ask(t, w.own, http.MethodGet, address, nil)
	return response.Header.Get("Location")
}

func TestTwoWhoWriteTheSameStep(t *testing.T) {
	t.Parallel()
	w := setup(t)
	draft := w.at(t, vacancy.Draft)
	first, second := w.answers()["luong"], w.answers()["luong"]
	first.Set("version", "1")
	first.Set("basic_wage", "6tr")
	second.Set("version", "1")
	second.Set("basic_wage", "7tr")
	w.post(t, w.own, draft+"/soan/luong", first)
	response, page := w.ask(t, w.centre, http.MethodPost, draft+"/soan/luong", second)
	if response.StatusCode != http.StatusConflict || text(page, "newest") != "6.000.000 đồng" || text(page, "typed") != "7.000.000 đồng" {
		t.Errorf("got %d, %q beside %q", response.StatusCode, text(page, "newest"), text(page, "typed"))
	}
	if page.Find("[data-test=typed]").Length() != 1 {
		t.Errorf("%d fields differ", page.Find("[data-test=typed]").Length())
	}
}

// Who types while a colleague submits loses no words, and nothing is saved.
func TestWhoTypesWhileAnotherSubmits(t *testing.T) {
	t.Parallel()
	w := setup(t)
	for _, form := range []string{"/soan/viec", "/sua"} {
		draft := w.at(t, vacancy.Draft)
		words := w.filled()
		words.Set("version", "1")
		words.Set("description", "May áo khoác, gõ rất lâu")
		w.post(t, w.centre, draft+"/gui-duyet", url.Values{"version": {"1"}})
		response, page := w.ask(t, w.own, http.MethodPost, draft+form, words)
		if response.StatusCode != http.StatusConflict || page.Find("[data-test=moved]").Length() != 1 {
			t.Errorf("%s: %d without a word", form, response.StatusCode)
		}
		if typed := page.Find("[name=description]").Text(); typed != "May áo khoác, gõ rất lâu" {
			t.Errorf("%s: the field says %q", form, typed)
		}
		if kept := value(t, w.db, `SELECT count(*) FROM vacancies WHERE description LIKE '%gõ rất lâu'`); kept != 0 {
			t.Errorf("%s: saved", form)
		}
	}
}

// Going through the steps of a complete draft without typing changes nothing.
func TestAStepUnchangedIsNoEdit(t *testing.T) {
	t.Parallel()
	w := setup(t)
	draft := w.at(t, vacancy.Draft)
	words := url.Values{"version": {"1"}, "go": {"next"}, "education": {"lower_secondary"}, "qualification": {"any"}}
	if at := w.post(t, w.own, draft+"/soan/yeu-cau", words); !strings.HasSuffix(at, "/soan/phuc-loi") {
		t.Errorf("led to %s", at)
	}
	words.Set("ve", "xem-lai")
	if at := w.post(t, w.own, draft+"/soan/yeu-cau", words); !strings.HasSuffix(at, "/soan/xem-lai") {
		t.Errorf("from the review, led to %s", at)
	}
}

func TestWhatIsNoDraftHasNoSteps(t *testing.T) {
	t.Parallel()
	w := setup(t)
	published := w.at(t, vacancy.Published)
	if at := w.leads(t, published+"/soan/viec"); at != published {
		t.Errorf("led to %q", at)
	}
	draft := w.at(t, vacancy.Draft)
	if response, _ := w.ask(t, w.own, http.MethodGet, draft+"/soan/nowhere", nil); response.StatusCode != http.StatusNotFound {
		t.Errorf("a step that is none: %d", response.StatusCode)
	}
	preview := w.get(t, w.centre, draft+"/xem-truoc")
	if preview.Find("[data-test=preview]").Length() != 1 || !strings.Contains(preview.Find("h1").Text(), "Công nhân may") {
		t.Errorf("preview: %s", preview.Find("h1").Text())
	}
}

// What was typed as people write money is said again as it was read: on the
// next page, and behind the box when the step has to be mended.
func TestAmountsAreSaidAsTheyWereRead(t *testing.T) {
	t.Parallel()
	w := setup(t)
	draft := w.at(t, vacancy.Draft)
	pay := draft + "/soan/luong"
	words := url.Values{"version": {"1"}, "basic_wage": {"5tr4"}, "income_from": {"9.000.000"}, "income_to": {"mười triệu lẻ"}}
	response, page := w.ask(t, w.own, http.MethodPost, pay, words)
	if response.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(page.Find("#field-basic_wage").Parent().Text(), "5.400.000") ||
		strings.Contains(page.Find("#field-income_from").Parent().Text(), "9.000.000") {
		t.Errorf("refused with %d: %q", response.StatusCode, page.Find("#field-basic_wage").Parent().Text())
	}
	if focus := page.Find("main [autofocus]"); focus.Length() != 1 || focus.AttrOr("id", "") != "field-income_to" {
		t.Errorf("the reader is put at %d places, first %q", focus.Length(), focus.AttrOr("id", ""))
	}
}

func TestTheNextPageSaysHowAmountsWereRead(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	c := s.SignIn(t, "ls-ttdvvl")
	draft := sitetest.One[int64](t, s, `SELECT max(id) FROM vacancies WHERE status = 'draft' AND sample`)
	pay := fmt.Sprintf("%s/%d/soan/luong", base, draft)
	sent := c.Send(c.Get(pay), "form.form", url.Values{"basic_wage": {"6tr4"}, "income_from": {"9.000.000"}, "income_to": {"11,5tr"}})
	if sent.Code != http.StatusSeeOther {
		t.Fatalf("%d: %.400s", sent.Code, sent.Doc(t).Find("[data-test=problems]").Text())
	}
	said := c.Get(sent.Header().Get("Location")).Doc(t).Find("[data-test=flash]").Text()
	if !strings.Contains(said, "6.400.000") || !strings.Contains(said, "11.500.000") || strings.Contains(said, "9.000.000") {
		t.Errorf("got %q", said)
	}
}
