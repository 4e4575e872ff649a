package candidates_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/jackc/pgx/v5"
)

func profilePath(id int64) string { return fmt.Sprintf("/quan-ly/nguoi-tim-viec/%d", id) }

// formOf returns where a form on a page posts and what it sends unseen.
func formOf(t *testing.T, page *goquery.Document, name string) (address string, words url.Values) {
	t.Helper()
	form := test(page, name)
	if form.Length() != 1 {
		t.Fatalf("got %d forms %q on %s", form.Length(), name, page.Find("h1").Text())
	}
	words = url.Values{}
	form.Find("input").Each(func(_ int, s *goquery.Selection) {
		words.Set(s.AttrOr("name", ""), s.AttrOr("value", ""))
	})
	return form.AttrOr("action", ""), words
}

func TestTheCentreTakesAPersonToWork(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, id := w.visitor(t)
	if rows := test(w.page(t, "lan", "/quan-ly/nguoi-tim-viec?q=hoang+thi+may&giai-doan=registered"), "people").Find("tr").Length(); rows != 1 {
		t.Fatalf("got %d rows", rows)
	}
	page := w.page(t, "lan", profilePath(id))
	address, words := formOf(t, page, "call")
	words.Set("note", "hẹn thứ hai")
	w.post(t, "lan", address, words)
	for _, step := range []string{"introduced", "interviewed", "hired", "started"} {
		address, words := formOf(t, w.page(t, "lan", profilePath(id)), "move-"+step)
		if location := w.post(t, "lan", address, words); location != profilePath(id) {
			t.Fatalf("%s leads to %s", step, location)
		}
	}
	page = w.page(t, "lan", profilePath(id))
	if !strings.Contains(test(page, "calls").Text(), "hẹn thứ hai") || test(page, "timeline").Find("li").Length() < 7 {
		t.Errorf("calls %q, history %q", test(page, "calls").Text(), test(page, "timeline").Text())
	}
	address, words = formOf(t, page, "move-stayed_1")
	rw, again := w.ask(t, "lan", address, words)
	if rw.Code != http.StatusUnprocessableEntity || test(again, "problem-on").Length() != 1 {
		t.Errorf("a stay on the first day: got %d", rw.Code)
	}
	if strings.Contains(again.Text(), "Mẩy") {
		t.Error("a refused change shows the person without keeping the view")
	}
	address, words = formOf(t, page, "move-left")
	if rw, again = w.ask(t, "lan", address, words); rw.Code != http.StatusUnprocessableEntity || test(again, "problem-reason").Length() != 1 {
		t.Errorf("an end without a reason: got %d", rw.Code)
	}
	words.Set("reason", "pay")
	w.post(t, "lan", address, words)
	if page = w.page(t, "lan", profilePath(id)); !strings.Contains(test(page, "timeline").Text(), "Thu nhập chưa phù hợp") {
		t.Errorf("history %q", test(page, "timeline").Text())
	}
}

func TestAnOfficerEntersFromPaper(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	words := w.words()
	words.Set("vacancy", fmt.Sprint(w.vacancy))
	words.Set("manner", "paper")
	words.Set("on", "2026-06-08")
	words.Set("then", "next")
	words.Del("phone")
	location := w.post(t, "huyen", "/quan-ly/nguoi-tim-viec/moi", words)
	if page := w.page(t, "huyen", location); page.Find("select[name=area] option[selected]").Length() != 1 {
		t.Errorf("%s does not begin where the last slip ended", location)
	}
	if rows := test(w.page(t, "huyen", "/quan-ly/nguoi-tim-viec"), "people").Find("tr").Length(); rows != 1 {
		t.Errorf("the district sees %d of the people it entered", rows)
	}
	words.Set("on", "40/06/2026")
	words.Del("introduce")
	rw, page := w.ask(t, "huyen", "/quan-ly/nguoi-tim-viec/moi", words)
	if rw.Code != http.StatusUnprocessableEntity || page.Find("input[name=on]").AttrOr("value", "") != "40/06/2026" {
		t.Errorf("got %d", rw.Code)
	}
	if n := value[int](t, w, `SELECT count(*)::int FROM candidates`, nil); n != 1 {
		t.Errorf("got %d candidates, want 1", n)
	}
}

func TestEditingShowsBothVersions(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, id := w.visitor(t)
	words := w.words()
	words.Set("version", "1")
	words.Set("full_name", "Hoàng Thị Mây")
	w.post(t, "lan", profilePath(id)+"/sua", words)
	words.Set("full_name", "Hoàng Thị May")
	rw, page := w.ask(t, "lan", profilePath(id)+"/sua", words)
	if rw.Code != http.StatusConflict || !strings.Contains(page.Find(".facts").Text(), "Hoàng Thị Mây") ||
		page.Find("input[name=full_name]").AttrOr("value", "") != "Hoàng Thị May" {
		t.Fatalf("got %d %s", rw.Code, page.Find("main").Text())
	}
	words.Set("version", page.Find("input[name=version]").AttrOr("value", ""))
	w.post(t, "lan", profilePath(id)+"/sua", words)
	views := value[int](t, w, `SELECT count(*)::int FROM personal_views WHERE page = @page`, pgx.StrictNamedArgs{"page": "edit"})
	if views != 1 {
		t.Errorf("%d views of the newest facts are kept, want 1", views)
	}
}

func TestErasingOnRequest(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	code, id := w.visitor(t)
	address, words := formOf(t, w.page(t, "lan", profilePath(id)), "erase")
	rw, again := w.ask(t, "lan", address, words)
	if rw.Code != http.StatusUnprocessableEntity || test(again, "problem-cause").Length() != 1 {
		t.Errorf("without a cause: got %d", rw.Code)
	}
	if rw, _ := w.ask(t, "lan", profilePath(id)+"/xuat", url.Values{}); !strings.Contains(rw.Body.String(), "Hoàng Thị Mẩy") {
		t.Errorf("export: got %d %s", rw.Code, rw.Body)
	}
	words.Set("cause", "asked")
	w.post(t, "lan", address, words)
	page := w.page(t, "lan", profilePath(id))
	for _, word := range []string{"Mẩy", "0912", code} {
		if strings.Contains(page.Text(), word) {
			t.Errorf("%q is still shown", word)
		}
	}
	if test(page, "referral").Length() != 1 || page.Find("form.action-sheet").Length() != 0 {
		t.Error("the referral is gone, or something is still offered")
	}
}

func TestWhoMayWhat(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, id := w.visitor(t)
	tests := []struct {
		username, address string
		words             url.Values
		want              int
	}{
		{"huyen", profilePath(id), nil, http.StatusNotFound},
		{"nhansu", profilePath(id), nil, http.StatusNotFound},
		{"nhansu", "/quan-ly/nguoi-tim-viec/moi", nil, http.StatusForbidden},
		{"huyen", profilePath(id) + "/xoa", url.Values{"cause": {"asked"}}, http.StatusForbidden},
		{"huyen", profilePath(id) + "/sua", w.words(), http.StatusNotFound},
		{"", "/quan-ly/nguoi-tim-viec", nil, http.StatusSeeOther},
		{"lan", "/quan-ly/nguoi-tim-viec?tin=99999999999&xa=x&giai-doan=x", nil, http.StatusOK},
	}
	for _, tt := range tests {
		if rw, _ := w.ask(t, tt.username, tt.address, tt.words); rw.Code != tt.want {
			t.Errorf("%s at %s: got %d, want %d", tt.username, tt.address, rw.Code, tt.want)
		}
	}
}

func TestIntroducingToAnotherVacancyAsksForConsent(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	words := w.words()
	words.Del("introduce")
	words.Set("keep", "1")
	words.Set("manner", "phone")
	location := w.post(t, "lan", "/quan-ly/nguoi-tim-viec/moi", words)
	choice := url.Values{"vacancy": {fmt.Sprint(w.vacancy)}, "on": {"10/06/2026"}}
	rw, page := w.ask(t, "lan", location+"/gioi-thieu", choice)
	if rw.Code != http.StatusUnprocessableEntity || test(page, "problem-agreed").Length() != 1 {
		t.Fatalf("got %d", rw.Code)
	}
	choice.Set("agreed", "phone")
	w.post(t, "lan", location+"/gioi-thieu", choice)
	if test(w.page(t, "nhansu", location), "move-interviewed").Length() != 1 {
		t.Error("the employer cannot go on")
	}
}
