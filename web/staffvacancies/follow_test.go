package staffvacancies_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/vacancy"
)

func TestASetTimeIsShownAndTakenBack(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.at(t, vacancy.Submitted)
	for name, words := range map[string]url.Values{
		"publish_at":   {"publish_at": {"9/3/2026"}, "publish_time": {"8h"}},
		"publish_time": {"publish_at": {"12/3/2026"}, "publish_time": {"sáng"}},
	} {
		words.Set("version", "2")
		response, page := w.ask(t, w.centre, http.MethodPost, address+"/hen-gio", words)
		if response.StatusCode != http.StatusUnprocessableEntity || page.Find("details[open] [data-test=problem-"+name+"]").Length() != 1 {
			t.Errorf("%s: got %d", name, response.StatusCode)
		}
	}
	w.post(t, w.centre, address+"/hen-gio", url.Values{"version": {"2"}, "publish_at": {"12/3/2026"}, "publish_time": {"7h30"}})
	page := w.get(t, w.own, address)
	if got := text(page, "scheduled"); !strings.Contains(got, "12/03/2026 07:30") {
		t.Errorf("the page says %q", got)
	}
	if list := w.get(t, w.centre, base); !strings.Contains(list.Find("tbody").Text(), "12/03/2026 07:30") {
		t.Error("the list does not say when")
	}
	w.post(t, w.centre, address+"/bo-hen-gio", url.Values{"version": {"3"}})
	if page = w.get(t, w.centre, address); page.Find("[data-test=scheduled]").Length() != 0 || state(page) != "submitted" {
		t.Errorf("taken back: %s", state(page))
	}
}

// Two weeks after its last day the poster is asked what came of a vacancy; one
// click answers, and it is asked once.
func TestWhatCameOfIt(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.at(t, vacancy.Published)
	day := clock.MustDay("14/05/2026")
	if page := w.on(clock.Fixed(day.Start().Add(-time.Hour))).get(t, w.own, address); page.Find("[data-test=ask-outcome]").Length() != 0 {
		t.Error("asked too early")
	}
	w = w.on(clock.Fixed(day.Start()))
	if list := w.get(t, w.own, base+"?xem=hoi-ket-qua"); list.Find("[data-test=vacancy]").Length() != 1 {
		t.Error("not in the list")
	}
	page := w.get(t, w.own, address)
	form := page.Find("[data-test=outcome-none]")
	words := url.Values{}
	form.Find("input").Each(func(_ int, box *selection) { words.Set(box.AttrOr("name", ""), box.AttrOr("value", "")) })
	words.Set("reason", form.Find("option[selected]").AttrOr("value", ""))
	w.post(t, w.own, address+"/ket-qua", words)
	page = w.get(t, w.own, address)
	if page.Find("[data-test=ask-outcome]").Length() != 0 || !strings.Contains(text(page, "outcome"), "Chưa tuyển được ai") {
		t.Errorf("answered: %q", text(page, "outcome"))
	}
	if list := w.get(t, w.own, base+"?xem=hoi-ket-qua"); list.Find("[data-test=vacancy]").Length() != 0 {
		t.Error("asked again")
	}
}

// An employer asks to change what is public: a draft beside it, sent, and taken
// up by the centre.
func TestAnEmployerAsksForAChange(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.at(t, vacancy.Published)
	if response, page := w.ask(t, w.own, http.MethodPost, address+"/xin-sua", nil); response.StatusCode != http.StatusUnprocessableEntity ||
		page.Find("details[open] [data-test=problem-why]").Length() != 1 {
		t.Errorf("without a reason: %d", response.StatusCode)
	}
	review := w.post(t, w.own, address+"/xin-sua", url.Values{"why": {"Thêm một chuyền"}})
	asked := strings.TrimSuffix(review, "/soan/xem-lai")
	words := w.answers()["viec"]
	words.Set("version", "1")
	words.Set("headcount", "1500")
	words["batch_day"], words["batch_people"] = nil, nil
	w.post(t, w.own, asked+"/soan/viec", words)
	w.post(t, w.own, asked+"/gui-duyet", url.Values{"version": {"2"}})
	page := w.get(t, w.centre, asked)
	compare := page.Find("[data-test=amends] a").AttrOr("href", "")
	if got := w.get(t, w.centre, compare); !strings.Contains(got.Find("[data-test=compared] .is-different").Text(), "1.500 người") {
		t.Errorf("beside the public one: %s", got.Find("[data-test=compared] .is-different").Text())
	}
	w.post(t, w.centre, asked+"/dang", url.Values{"version": {"3"}})
	if page = w.get(t, w.centre, address); !strings.Contains(text(page, "revisions"), "Thêm một chuyền") || state(page) != "published" {
		t.Errorf("taken up: %q", text(page, "revisions"))
	}
	if page = w.get(t, w.own, asked); state(page) != "withdrawn" {
		t.Errorf("the request is %s", state(page))
	}
}

func TestAnEndedOneIsTakenUpAgain(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.at(t, vacancy.Published)
	w.post(t, w.own, address+"/rut", url.Values{"version": {"3"}, "why": {"hết đơn"}})
	again := w.post(t, w.own, address+"/dang-lai-don", nil)
	page := w.get(t, w.own, strings.TrimSuffix(again, "/soan/xem-lai"))
	if page.Find("a[href='"+address+"']").Length() != 1 {
		t.Error("it does not say where it comes from")
	}
}

// The second vacancy of an employer is made with one click and lands on the
// review, with nothing left to type.
func TestTheSecondVacancyNeedsNoTyping(t *testing.T) {
	t.Parallel()
	w := setup(t)
	first := w.at(t, vacancy.Published)
	start := w.get(t, w.centre, base+"/moi?doanh-nghiep=0100233488")
	action := start.Find("form[data-test=like-last]").AttrOr("action", "")
	if action != first+"/nhu-tin-truoc" {
		t.Fatalf("like the last leads to %q", action)
	}
	review := w.get(t, w.centre, w.post(t, w.centre, action, nil))
	if review.Find("[data-test=review-missing]").Length() != 0 || review.Find("[data-test=action-submit]").Length() == 0 {
		t.Errorf("something is left to do: %s", text(review, "review-missing"))
	}
	w.post(t, w.centre, first+"/luu-mau", url.Values{"name": {"May áo khoác"}})
	start = w.get(t, w.own, base+"/moi")
	action = start.Find("form[data-test=from-template]").AttrOr("action", "")
	if review = w.get(t, w.own, w.post(t, w.own, action, nil)); text(review, "review-closes_on") == "" {
		t.Error("the template gives no last day")
	}
	shelf := w.get(t, w.own, base+"/mau")
	rename := shelf.Find("form[data-test=rename]").AttrOr("action", "")
	if response, page := w.ask(t, w.own, http.MethodPost, rename, url.Values{"name": {" "}}); response.StatusCode != http.StatusUnprocessableEntity ||
		page.Find("details[open] [data-test=problem-name]").Length() != 1 {
		t.Errorf("renamed to nothing: %d", response.StatusCode)
	}
	w.post(t, w.own, rename, url.Values{"name": {"May mùa đông"}})
	if got := text(w.get(t, w.own, base+"/mau"), "templates"); !strings.Contains(got, "May mùa đông") {
		t.Errorf("templates: %q", got)
	}
	w.post(t, w.own, shelf.Find("form[data-test=delete]").AttrOr("action", ""), nil)
	if w.get(t, w.own, base+"/mau").Find("[data-test=templates]").Length() != 0 {
		t.Error("it is still there")
	}
}
