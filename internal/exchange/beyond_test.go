package exchange_test

import (
	"bytes"
	"reflect"
	"testing"

	"cauviec/internal/clock"
	"cauviec/internal/exchange"
)

// What the forms have no field for is read from the database as well, and the
// employer's own number of the order stays with us.
func TestAnExportTellsTheWholeOrder(t *testing.T) {
	t.Parallel()
	w := setup(t)
	whole, plain := w.published("Thợ may một"), w.published("Thợ may hai")
	_, err := w.db.Exec(t.Context(), `
		UPDATE vacancies SET batches = '[{"needed_by":"2026-05-01","headcount":5},{"needed_by":"2026-06-01","headcount":15}]',
			allowances = '[{"kind":"skill","amount":300000,"condition":"Có chứng chỉ"}]', overtime_hours = 20, work_days = 6, couples = true,
			turns = '[{"from":"22:00","to":"06:00","break":30}]', employer_ref = 'PO-GIU-KIN' WHERE id = $1`, whole.ID)
	w.must(err)
	_, m := w.export("10/03/2026")
	want := exchange.Beyond{
		Batches:    []exchange.Batch{{NeededBy: clock.MustDay("01/05/2026"), Headcount: 5}, {NeededBy: clock.MustDay("01/06/2026"), Headcount: 15}},
		Allowances: []exchange.Allowance{{Kind: exchange.Choice{Code: "skill", Name: "vacancy.allowance.skill"}, Amount: 300_000, Condition: "Có chứng chỉ"}},
		Turns:      []exchange.Turn{{From: "22:00", To: "06:00", Break: 30}}, OvertimeHours: 20, WorkDays: 6, Couples: true,
	}
	if got := m.records[whole.Code].Beyond; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if got := m.records[plain.Code].Beyond; !got.IsZero() {
		t.Errorf("of an order that says nothing of it: %+v", got)
	}
	if bytes.Contains(m.bytes, []byte("PO-GIU-KIN")) {
		t.Error("the employer's own number is told")
	}
}
