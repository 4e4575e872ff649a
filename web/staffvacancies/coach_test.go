package staffvacancies_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"cauviec/internal/coach"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
)

// saying posts and submits a vacancy that says something more.
func (w world) saying(t *testing.T, words string) string {
	t.Helper()
	form := w.filled()
	form.Set("description", "May áo khoác. "+words)
	address := w.post(t, w.own, base, form)
	w.post(t, w.own, address+"/gui-duyet", url.Values{"version": {"1"}})
	return address
}

// clearing are the values of the form under a finding.
func clearing(page *goquery.Document, rule coach.Rule) url.Values {
	words := url.Values{}
	page.Find("[data-test=clear-" + string(rule) + "] input[type=hidden]").Each(func(_ int, input *goquery.Selection) {
		words.Set(input.AttrOr("name", ""), input.AttrOr("value", ""))
	})
	return words
}

func TestACleanVacancyIsLeftAlone(t *testing.T) {
	t.Parallel()
	w := setup(t)
	page := w.get(t, w.centre, w.at(t, vacancy.Submitted))
	if page.Find("[data-test^=finding-]").Length() != 0 || page.Find("[data-test=missing]").Length() != 0 {
		t.Errorf("something is found: %s", page.Find("[data-test^=finding-]").Text())
	}
}

func TestAFindingIsExplainedAndClearedByTheSecondPerson(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.saying(t, "Đặt cọc đồng phục 200.000 đồng.")
	page := w.get(t, w.centre, address)
	finding := page.Find("[data-test=finding-deposit]")
	if finding.AttrOr("data-severity", "") != "freezes" || finding.Find("mark").Text() != "Đặt cọc đồng phục" {
		t.Fatalf("found %q", finding.Text())
	}
	for test, want := range map[string]string{"finding-law": "Điều 17 khoản 2", "finding-rewrite": "không phải đặt cọc"} {
		if got := text(page, test); !strings.Contains(got, want) {
			t.Errorf("%s: got %q", test, got)
		}
	}
	if own := w.get(t, w.own, address); own.Find("[data-test=clear-deposit]").Length() != 0 || own.Find("[data-test=finding-deposit]").Length() != 1 {
		t.Error("the writer may clear it, or does not see it")
	}
	if response, _ := w.ask(t, w.centre, http.MethodPost, address+"/dang", url.Values{"version": {"2"}}); response.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("published all the same: got %d", response.StatusCode)
	}
	words := clearing(page, coach.Deposit)
	response, refused := w.ask(t, w.centre, http.MethodPost, address+"/cho-giu", words)
	if response.StatusCode != http.StatusUnprocessableEntity || refused.Find("details[open] [data-test=problem-why]").Length() != 1 {
		t.Errorf("without a reason: got %d", response.StatusCode)
	}
	words.Set("why", "Doanh nghiệp đã bỏ khoản này")
	w.post(t, w.centre, address+"/cho-giu", words)
	page = w.get(t, w.centre, address)
	if got := text(page, "clearance"); !strings.Contains(got, "Doanh nghiệp đã bỏ khoản này") || page.Find("[data-test=clear-deposit]").Length() != 0 {
		t.Errorf("cleared: got %q", got)
	}
	w.post(t, w.centre, address+"/dang", url.Values{"version": {"3"}})
}

func TestTheFormRepeatsWhatWasFound(t *testing.T) {
	t.Parallel()
	w := setup(t)
	form := w.filled()
	form.Set("title", "Công nhân may, chỉ tuyển nữ 18–30")
	address := w.post(t, w.own, base, form)
	page := w.get(t, w.own, address+"/sua")
	marks := page.Find("[data-test=form-findings] mark").Map(func(_ int, s *goquery.Selection) string { return s.Text() })
	if len(marks) != 2 || marks[0] != "chỉ tuyển nữ" || page.Find("[data-test=form-findings] a[href='#field-title']").Length() != 2 {
		t.Errorf("got %q", marks)
	}
}

func TestWhatTheLawStopsIsRefused(t *testing.T) {
	t.Parallel()
	w := setup(t)
	form := w.filled()
	form.Set("description", "May áo khoác, thử việc không lương 3 ngày")
	address := w.post(t, w.own, base, form)
	response, page := w.ask(t, w.own, http.MethodPost, address+"/gui-duyet", url.Values{"version": {"1"}})
	if response.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(text(page, "missing-description"), "thử việc không lương") {
		t.Errorf("got %d, %q", response.StatusCode, text(page, "missing-description"))
	}
	if page.Find("[data-test=clear-probation_pay]").Length() != 0 {
		t.Error("what the law stops can be cleared")
	}
}

func TestEveryRuleHasWords(t *testing.T) {
	t.Parallel()
	for _, r := range coach.Rules() {
		for _, key := range []string{"coach.rule.", "coach.why."} {
			if !locale.Has(key + string(r)) {
				t.Errorf("%s%s has no words", key, r)
			}
		}
	}
	for _, s := range []coach.Severity{coach.Stops, coach.Freezes, coach.Warns} {
		if !locale.Has("coach.severity."+string(s)) || !locale.Has("coach.problem."+string(s)) {
			t.Errorf("%s has no words", s)
		}
	}
}
