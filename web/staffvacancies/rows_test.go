package staffvacancies_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"cauviec/internal/vacancy"
)

// withRows is a filled form with everything that is answered in rows.
func (w world) withRows() url.Values {
	words := w.filled()
	for name, values := range map[string][]string{
		"employer_ref": {"SX-2026/17"}, "work_days": {"6"}, "overtime_hours": {"40"}, "couples": {"1"},
		"batch_day": {"15/4/2026", "", "30/4/2026"}, "batch_people": {"200", "", "1.000"},
		"turn_from": {"6h", "18h"}, "turn_to": {"18h", "6h"}, "turn_break": {"60", "60"},
		"allowance_kind": {"attendance", ""}, "allowance_amount": {"500k", ""}, "allowance_condition": {"Đủ 26 công", ""},
	} {
		words[name] = values
	}
	return words
}

// What is answered in rows comes to the page, back into the form, and stays
// when the form is saved again.
func TestRowsAreKept(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.post(t, w.own, base, w.withRows())
	page := w.get(t, w.own, address)
	for test, want := range map[string]string{
		"fact-turns": "06:00–18:00 (nghỉ 60 phút); 18:00–06:00 (nghỉ 60 phút)", "fact-allowances": "Chuyên cần: 500.000 đồng (Đủ 26 công)",
		"fact-work_days": "6 ngày một tuần", "fact-overtime_hours": "40 giờ một tháng", "fact-couples": "Có",
	} {
		if got := text(page, test); !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q in it", test, got, want)
		}
	}
	form := w.get(t, w.own, address+"/sua")
	again := w.withRows()
	again["version"] = []string{"1"}
	for _, column := range []string{"batch_day", "batch_people", "turn_from", "turn_to", "turn_break", "allowance_kind", "allowance_amount", "allowance_condition"} {
		again[column] = nil
		form.Find("input[name=" + column + "]").Each(func(_ int, box *selection) {
			again.Add(column, box.AttrOr("value", ""))
		})
	}
	again["allowance_kind"] = []string{"attendance"}
	w.post(t, w.own, address+"/sua", again)
	v, err := (&vacancy.Store{DB: w.db, Now: noon}).Get(t.Context(), w.own, numberIn(address))
	if err != nil {
		t.Fatal(err)
	}
	if len(v.Batches) != 2 || v.Batches[1].Headcount != 1000 || len(v.Turns) != 2 || v.Turns[1].To != "06:00" ||
		len(v.Allowances) != 1 || v.Allowances[0].Amount != 500_000 || v.EmployerRef != "SX-2026/17" || !v.Couples {
		t.Errorf("saved again: %+v", v.Details)
	}
}

func TestMoreRowsWithoutScript(t *testing.T) {
	t.Parallel()
	w := setup(t)
	words := w.withRows()
	words.Set("more", "batches")
	response, page := w.ask(t, w.own, http.MethodPost, base, words)
	if response.StatusCode != http.StatusOK || page.Find("input[name=batch_day]").Length() != 7 {
		t.Errorf("got %d with %d rows", response.StatusCode, page.Find("input[name=batch_day]").Length())
	}
	if got := page.Find("input[name=batch_people]").First().AttrOr("value", ""); got != "200" {
		t.Errorf("the first row says %q", got)
	}
}

func TestRowsThatDoNotAddUpAreRefused(t *testing.T) {
	t.Parallel()
	w := setup(t)
	words := w.withRows()
	words.Set("headcount", "900")
	words["allowance_amount"] = []string{"nhiều", ""}
	response, page := w.ask(t, w.own, http.MethodPost, base, words)
	if response.StatusCode != http.StatusUnprocessableEntity || text(page, "problem-allowances") == "" {
		t.Errorf("got %d, %q", response.StatusCode, text(page, "problem-allowances"))
	}
	words["allowance_amount"] = []string{"500k", ""}
	if _, page = w.ask(t, w.own, http.MethodPost, base, words); !strings.Contains(text(page, "problem-batches"), "1.200 người") {
		t.Errorf("batches: %q", text(page, "problem-batches"))
	}
	if page.Find("#problems a[href='#field-batches']").Length() != 1 || page.Find("#field-batches").Length() != 1 {
		t.Error("the summary leads nowhere")
	}
}
