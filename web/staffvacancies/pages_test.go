package staffvacancies_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"cauviec/internal/access"
	"cauviec/internal/vacancy"
)

const base = "/quan-ly/tin-tuyen-dung"

func value64(n int64) string { return strconv.FormatInt(n, 10) }

func state(page *goquery.Document) string {
	return page.Find("[data-test=state]").First().AttrOr("data-state", "")
}

func text(page *goquery.Document, test string) string {
	return strings.Join(strings.Fields(page.Find("[data-test="+test+"]").First().Text()), " ")
}

func TestFromTheFormToThePublic(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.at(t, vacancy.Submitted)
	page := w.get(t, w.own, address)
	if state(page) != "submitted" || page.Find("[data-test=action-publish]").Length() != 0 {
		t.Errorf("the writer sees %s, and may publish: %d", state(page), page.Find("[data-test=action-publish]").Length())
	}
	for test, want := range map[string]string{
		"basic-wage": "5.200.000 đồng", "income": "8–11,5 triệu đồng/tháng", "minimum": "Nghị định 293/2025/NĐ-CP",
		"fact-contact_phone": "0912 345 678", "fact-closes_on": "30/04/2026",
	} {
		if got := text(page, test); !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q in it", test, got, want)
		}
	}
	w.post(t, w.centre, address+"/dang", url.Values{"version": {"2"}})
	page = w.get(t, w.centre, address)
	if state(page) != "published" || page.Find("a[href^='/viec-lam/']").Length() != 1 {
		t.Errorf("published: got %s", state(page))
	}
	list := w.get(t, w.centre, base+"?trang-thai=published&q=cong+nhan")
	if list.Find("[data-test=vacancy]").Length() != 1 {
		t.Errorf("list: got %s", list.Find("tbody").Text())
	}
}

func TestADraftListsWhatIsMissing(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.post(t, w.own, base, url.Values{"title": {"Thợ hàn"}, "basic_wage": {"4tr"}, "zone_id": {value64(w.zone)}})
	page := w.get(t, w.own, address)
	if got := text(page, "missing-basic_wage"); !strings.Contains(got, "4.730.000") || !strings.Contains(got, "Nghị định 293/2025/NĐ-CP") {
		t.Errorf("minimum wage: got %q", got)
	}
	if href := page.Find("[data-test=missing-closes_on] a").AttrOr("href", ""); href != address+"/soan/cam-ket#field-closes_on" {
		t.Errorf("link: got %q", href)
	}
	response, page := w.ask(t, w.own, http.MethodPost, address+"/gui-duyet", url.Values{"version": {"1"}})
	if response.StatusCode != http.StatusUnprocessableEntity || state(page) != "draft" {
		t.Errorf("submitted: got %d, %s", response.StatusCode, state(page))
	}
}

func TestARefusedFormKeepsItsWords(t *testing.T) {
	t.Parallel()
	w := setup(t)
	words := w.filled()
	words.Set("title", "")
	words.Set("basic_wage", "chín triệu")
	words.Set("closes_on", "31/02/2026")
	words.Set("occupation_code", "9999 Thợ lặn")
	response, page := w.ask(t, w.own, http.MethodPost, base, words)
	if response.StatusCode != http.StatusUnprocessableEntity {
		t.Fatalf("got %d", response.StatusCode)
	}
	for field, want := range map[string]string{"basic_wage": "chín triệu", "closes_on": "31/02/2026", "income_from": "8tr", "occupation_code": "9999 Thợ lặn"} {
		if got := page.Find("#field-"+field).AttrOr("value", ""); got != want {
			t.Errorf("%s: got %q, want %q", field, got, want)
		}
	}
	for _, field := range []string{"basic_wage", "closes_on", "occupation_code"} {
		if page.Find("[data-test=problem-"+field+"]").Length() != 1 || page.Find("#problems a[href='#field-"+field+"']").Length() != 1 {
			t.Errorf("%s: no problem beside it or in the summary", field)
		}
	}
	if page.Find("input[name=benefits][checked]").Length() != 2 || page.Find("#field-no_fee[checked]").Length() != 1 {
		t.Error("what was ticked is lost")
	}
	if !strings.Contains(page.Find("#field-income_from-suffix").Text(), "8.000.000 đồng") {
		t.Errorf("money is not echoed: %q", page.Find("#field-income_from-suffix").Text())
	}
}

func TestTheSecondWriterSeesBothVersions(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.at(t, vacancy.Draft)
	first, second := w.filled(), w.filled()
	first.Set("version", "1")
	first.Set("headcount", "500")
	second.Set("version", "1")
	second.Set("headcount", "700")
	w.post(t, w.own, address+"/sua", first)
	response, page := w.ask(t, w.centre, http.MethodPost, address+"/sua", second)
	if response.StatusCode != http.StatusConflict {
		t.Fatalf("got %d", response.StatusCode)
	}
	if newest, typed := text(page, "newest"), text(page, "typed"); newest != "500 người" || typed != "700 người" {
		t.Errorf("got %q beside %q", newest, typed)
	}
	if page.Find("[data-test=newest]").Length() != 1 || page.Find("#field-headcount").AttrOr("value", "") != "700" {
		t.Error("more than the difference is shown, or what was typed is lost")
	}
	second.Set("version", page.Find("form[action$='/sua'] input[name=version]").AttrOr("value", ""))
	w.post(t, w.centre, address+"/sua", second)
}

func TestReturnAsksWhy(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.at(t, vacancy.Submitted)
	response, page := w.ask(t, w.centre, http.MethodPost, address+"/tra-lai", url.Values{"version": {"2"}})
	if response.StatusCode != http.StatusUnprocessableEntity || page.Find("details[open] [data-test=problem-why]").Length() != 1 {
		t.Errorf("without a reason: got %d", response.StatusCode)
	}
	w.post(t, w.centre, address+"/tra-lai", url.Values{"version": {"2"}, "why": {"Ghi rõ ca làm"}})
	page = w.get(t, w.own, address)
	if state(page) != "draft" || text(page, "return-reason") != "Ghi rõ ca làm" {
		t.Errorf("got %s, %q", state(page), text(page, "return-reason"))
	}
}

func TestPublishedFactsAreChangedWithAReason(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.at(t, vacancy.Published)
	if response, _ := w.ask(t, w.own, http.MethodGet, address+"/sua", nil); response.StatusCode != http.StatusForbidden {
		t.Errorf("the employer edits what is public: got %d", response.StatusCode)
	}
	words := w.filled()
	words.Set("version", "3")
	words.Set("headcount", "900")
	if response, page := w.ask(t, w.centre, http.MethodPost, address+"/sua", words); response.StatusCode != http.StatusUnprocessableEntity ||
		page.Find("[data-test=problem-why]").Length() != 1 {
		t.Errorf("without a reason: got %d", response.StatusCode)
	}
	words.Set("why", "Giảm đơn hàng")
	w.post(t, w.centre, address+"/sua", words)
	page := w.get(t, w.centre, address)
	if got := text(page, "revisions"); !strings.Contains(got, "Bản 2") || !strings.Contains(got, "Số lượng cần tuyển") {
		t.Errorf("revisions: got %q", got)
	}
	w.post(t, w.own, address+"/gia-han", url.Values{"version": {"4"}, "closes_on": {"31/5/2026"}, "why": {"còn thiếu"}})
	w.post(t, w.own, address+"/tam-dung", url.Values{"version": {"5"}})
	w.post(t, w.own, address+"/mo-lai", url.Values{"version": {"6"}})
	w.post(t, w.own, address+"/da-du", url.Values{"version": {"7"}, "why": {"tuyển nơi khác"}})
	if page = w.get(t, w.own, address); state(page) != "filled" {
		t.Errorf("got %s", state(page))
	}
	copied := w.post(t, w.own, address+"/sao-chep", url.Values{})
	if page = w.get(t, w.own, copied); !strings.Contains(text(page, "review-title"), "Công nhân may") || text(page, "problem-closes_on") == "" {
		t.Errorf("the copy: %q, days %q", text(page, "review-title"), text(page, "problem-closes_on"))
	}
}

func TestAStaleActionIsAConflict(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.at(t, vacancy.Published)
	response, page := w.ask(t, w.own, http.MethodPost, address+"/rut", url.Values{"version": {"2"}, "why": {"hết đơn"}})
	if response.StatusCode != http.StatusConflict || state(page) != "published" {
		t.Errorf("got %d, %s", response.StatusCode, state(page))
	}
}

func TestOthersDoNotSeeIt(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.at(t, vacancy.Draft)
	for name, actor := range map[string]access.Actor{"a newspaper": as(t, w.db, "ls-bao"), "a transport department": as(t, w.db, "ls-sgtvt")} {
		if response, _ := w.ask(t, actor, http.MethodGet, address, nil); response.StatusCode != http.StatusNotFound {
			t.Errorf("%s: got %d", name, response.StatusCode)
		}
	}
}
