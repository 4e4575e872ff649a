package staffvacancies_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"cauviec/internal/vacancy"
)

// twice is a published order and a submitted one that says the same but for
// its headcount and words.
func (w world) twice(t *testing.T) (public, again string) {
	t.Helper()
	public = w.at(t, vacancy.Published)
	words := w.filled()
	words.Set("title", "CÔNG  nhân may")
	words.Set("headcount", "300")
	words.Set("description", "Lời khác")
	again = w.post(t, w.own, base, words)
	w.post(t, w.own, again+"/gui-duyet", url.Values{"version": {"1"}})
	return public, again
}

func TestADuplicateIsSeenAndMerged(t *testing.T) {
	t.Parallel()
	w := setup(t)
	public, again := w.twice(t)
	page := w.get(t, w.centre, again)
	compare := page.Find("[data-test=twin-facts] a").AttrOr("href", "")
	if compare != compareOf(again, public) {
		t.Fatalf("the notice leads to %q", compare)
	}
	sheet := w.get(t, w.centre, compare)
	if got := sheet.Find("[data-test=differs]").Length(); got != 3 {
		t.Errorf("%d fields are marked: %s", got, text(sheet, "compared"))
	}
	form := sheet.Find("form[data-test=merge]")
	words := url.Values{"headcount": {"sum"}, "facts": {""}}
	form.Find("input[type=hidden]").Each(func(_ int, box *selection) { words.Set(box.AttrOr("name", ""), box.AttrOr("value", "")) })
	words.Del("_key")
	if response, page := w.ask(t, w.centre, http.MethodPost, compare+"/gop", words); response.StatusCode != http.StatusUnprocessableEntity ||
		page.Find("form[data-test=merge] [data-test=problem-why]").Length() != 1 || page.Find("input[value=sum][checked]").Length() != 1 {
		t.Errorf("without a reason: %d", response.StatusCode)
	}
	words.Set("why", "gửi hai lần")
	if at := w.post(t, w.centre, compare+"/gop", words); at != public {
		t.Errorf("led to %s", at)
	}
	page = w.get(t, w.centre, public)
	if got := page.Find(`[data-test="vacancy.page.wanted"]`).Text(); !strings.Contains(got, "1.500") || page.Find("[data-test=twins]").Length() != 0 {
		t.Errorf("kept: %q", got)
	}
	page = w.get(t, w.own, again)
	if state(page) != "merged" || page.Find("a[href='"+public+"']").Length() != 1 {
		t.Errorf("given up: %s", state(page))
	}
}

// An employer gives its own second one up, but changes nothing public.
func TestAnEmployerMergesWithoutChanging(t *testing.T) {
	t.Parallel()
	w := setup(t)
	public, again := w.twice(t)
	compare := compareOf(again, public)
	page := w.get(t, w.own, compare)
	if page.Find("form[data-test=merge] input[type=radio]").Length() != 0 {
		t.Error("it may choose")
	}
	words := url.Values{"version": {"2"}, "other_version": {"3"}, "headcount": {"sum"}, "why": {"trùng"}}
	if response, _ := w.ask(t, w.own, http.MethodPost, compare+"/gop", words); response.StatusCode != http.StatusForbidden {
		t.Errorf("summed: %d", response.StatusCode)
	}
	words.Set("headcount", "stays")
	w.post(t, w.own, compare+"/gop", words)
}

func TestBothAreKeptOnPurpose(t *testing.T) {
	t.Parallel()
	w := setup(t)
	public, again := w.twice(t)
	compare := compareOf(again, public)
	if response, page := w.ask(t, w.centre, http.MethodPost, compare+"/giu", url.Values{"form": {"keep-"}}); response.StatusCode != http.StatusUnprocessableEntity ||
		page.Find("form[data-test=keep-both] [data-test=problem-why]").Length() != 1 {
		t.Errorf("without a reason: %d", response.StatusCode)
	}
	w.post(t, w.centre, compare+"/giu", url.Values{"why": {"hai chuyền"}})
	for _, address := range []string{public, again} {
		if w.get(t, w.centre, address).Find("[data-test=twins]").Length() != 0 {
			t.Errorf("%s asks again", address)
		}
	}
	if response, _ := w.ask(t, w.centre, http.MethodPost, compare+"/giu", url.Values{"why": {"hai chuyền"}}); response.StatusCode != http.StatusConflict {
		t.Errorf("kept twice: %d", response.StatusCode)
	}
}

// TestTwoPublicOnesAreMerged: the page shows both figures and asks which one
// counts; nothing is chosen for the clerk.
func TestTwoPublicOnesAreMerged(t *testing.T) {
	t.Parallel()
	w := setup(t)
	kept, gone := w.at(t, vacancy.Published), w.at(t, vacancy.Published)
	compare := compareOf(gone, kept)
	sheet := w.get(t, w.centre, compare)
	form := sheet.Find("form[data-test=merge]")
	if form.Find("input[name=headcount]").Length() != 3 || form.Find("input[name=headcount][checked]").Length() != 0 {
		t.Errorf("the choice: %s", form.Text())
	}
	words := url.Values{"facts": {""}, "why": {"đăng hai lần"}}
	form.Find("input[type=hidden]").Each(func(_ int, box *selection) { words.Set(box.AttrOr("name", ""), box.AttrOr("value", "")) })
	words.Del("_key")
	if response, page := w.ask(t, w.centre, http.MethodPost, compare+"/gop", words); response.StatusCode != http.StatusUnprocessableEntity ||
		page.Find("[data-test=problem-headcount]").Length() != 1 {
		t.Errorf("nothing chosen: %d", response.StatusCode)
	}
	words.Set("headcount", "sum")
	if response, _ := w.ask(t, w.own, http.MethodPost, compare+"/gop", words); response.StatusCode != http.StatusForbidden {
		t.Errorf("its employer changes what is public: %d", response.StatusCode)
	}
	if at := w.post(t, w.centre, compare+"/gop", words); at != kept {
		t.Errorf("led to %s", at)
	}
	page := w.get(t, w.centre, gone)
	if state(page) != "merged" || page.Find("a[href='"+kept+"']").Length() != 1 {
		t.Errorf("given up: %s", state(page))
	}
	if response, page := w.ask(t, w.centre, http.MethodPost, compare+"/gop", words); response.StatusCode != http.StatusConflict || page.Find("form[data-test=merge]").Length() != 0 {
		t.Errorf("again: %d", response.StatusCode)
	}
}

// What was public is not given up for a draft: its printed code would lead to
// nothing. The page offers the other way only.
func TestAPublicOneIsNotGivenUpForADraft(t *testing.T) {
	t.Parallel()
	w := setup(t)
	public, draft := w.at(t, vacancy.Published), w.at(t, vacancy.Draft)
	page := w.get(t, w.centre, compareOf(public, draft))
	if page.Find("form[data-test=merge]").Length() != 0 || page.Find("a[href='"+compareOf(draft, public)+"']").Length() != 1 {
		t.Error("the page offers to give the public one up")
	}
	words := url.Values{"version": {"3"}, "other_version": {"1"}, "headcount": {"stays"}, "why": {"trùng"}}
	if response, _ := w.ask(t, w.centre, http.MethodPost, compareOf(public, draft)+"/gop", words); response.StatusCode != http.StatusConflict {
		t.Errorf("asked nevertheless: %d", response.StatusCode)
	}
}
