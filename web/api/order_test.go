package api_test

import (
	"encoding/json"
	"net/http"
	"reflect"
	"strconv"
	"testing"

	"cauviec/web/sitetest"
)

// allSaid are the facts of an order of which everything is said, as the API
// tells them; the numbers of the month are those of
// the law, reckoned by hand: 26 days of 7.5 hours
// make 195 hours, of which 5,850,000 gives 30,000 each.
const allSaid = `{
	"headcount": 50, "batches": [{"needed_by": "2026-05-01", "headcount": 20}, {"needed_by": "2026-06-01", "headcount": 30}],
	"allowances": [
		{"kind": "attendance", "amount_vnd": 500000, "condition": "Không nghỉ ngày nào, hỏi […]"},
		{"kind": "skill", "amount_vnd": 300000, "condition": ""}],
	"overtime_hours_per_month": 20, "work_days_per_week": 6, "couples_welcome": true,
	"turns": [{"from": "06:00", "to": "14:00", "break_minutes": 30}, {"from": "22:00", "to": "06:00", "break_minutes": 30}],
	"workplace": "Lô B2, xưởng 3", "living_conditions": "Phòng 8 người, hỏi […]",
	"month_example": {"work_days": 26, "work_days_assumed": false, "normal_minutes_per_day": 450, "normal_minutes_assumed": false,
		"normal_hour_vnd": 30000, "basic_vnd": 5850000, "allowances_vnd": 800000, "overtime_hours": 20, "overtime_vnd": 900000,
		"night_hours": 98, "night_vnd": 882000, "gross_vnd": 8432000, "insured_vnd": 6150000, "insurance_vnd": 646000, "net_vnd": 7786000}
}`

// nothingSaid are those of an order of which nothing of it is said.
const nothingSaid = `{
	"headcount": 5, "batches": [], "allowances": [], "overtime_hours_per_month": 0, "work_days_per_week": 0, "couples_welcome": false,
	"turns": [], "workplace": "", "living_conditions": "", "month_example": null
}`

// TestTheFactsOfAnOrder are told alike by the list, on its own and to mirrors,
// and as documented, whether everything is said or nothing.
func TestTheFactsOfAnOrder(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	document, c := readSpec(t), newClient(t, s)
	ids := openOfTwoEmployers(t, s)
	sql(t, s, `UPDATE vacancies SET headcount = 50, basic_wage = 5850000, hours = 'full', overtime_hours = 20, work_days = 6, couples = true,
		batches = '[{"needed_by":"2026-05-01","headcount":20},{"needed_by":"2026-06-01","headcount":30}]',
		allowances = '[{"kind":"attendance","amount":500000,"condition":"Không nghỉ ngày nào, hỏi 0912345678"},{"kind":"skill","amount":300000,"condition":""}]',
		turns = '[{"from":"06:00","to":"14:00","break":30},{"from":"22:00","to":"06:00","break":30}]',
		workplace = 'Lô B2, xưởng 3', employer_ref = 'PO-GIU-KIN-77' WHERE id = $1`, ids[0])
	sql(t, s, `UPDATE employers SET living = 'Phòng 8 người, hỏi 0987654321' WHERE id = (SELECT employer_id FROM vacancies WHERE id = $1)`, ids[0])
	sql(t, s, `UPDATE vacancies SET headcount = 5, basic_wage = 0, hours = 'part', overtime_hours = 0, work_days = 0, couples = false,
		batches = '[]', allowances = '[]', turns = '[]', workplace = '' WHERE id = $1`, ids[1])
	sql(t, s, `UPDATE employers SET living = '' WHERE id = (SELECT employer_id FROM vacancies WHERE id = $1)`, ids[1])
	settled(t, s.DB)
	mirror := newMirror(c, 100)
	mirror.readAll()
	listed := c.list()
	for i, want := range []string{allSaid, nothingSaid} {
		own := body(t, c.get(http.StatusOK, "/api/v1/vacancies/"+strconv.FormatInt(ids[i], 10)))
		for way, text := range map[string]string{"on its own": own, "listed": listed[ids[i]], "to mirrors": mirror.has[ids[i]]} {
			holdFacts(t, way, text, want)
		}
	}
	for operation, path := range map[string]string{"listVacancies": "/api/v1/vacancies?limit=100", "listChanges": "/api/v1/changes?limit=500",
		"all": "/api/v1/vacancies/" + strconv.FormatInt(ids[0], 10), "none": "/api/v1/vacancies/" + strconv.FormatInt(ids[1], 10)} {
		document.hold(t, documented{operation: operation, status: "200"}, c.get(http.StatusOK, path))
	}
}

// openOfTwoEmployers returns two open vacancies that do not share an employer.
func openOfTwoEmployers(t *testing.T, s *sitetest.Site) (ids [2]int64) {
	t.Helper()
	const open = `SELECT l.vacancy_id FROM live_vacancies l JOIN employers e ON e.id = l.employer_id
		WHERE e.state = 'verified' AND l.employer_id <> $1 ORDER BY l.closes_on DESC, l.vacancy_id LIMIT 1`
	ids[0] = sitetest.One[int64](t, s, open, 0)
	ids[1] = sitetest.One[int64](t, s, open, sitetest.One[int64](t, s, `SELECT employer_id FROM vacancies WHERE id = $1`, ids[0]))
	return ids
}

// holdFacts compares what a vacancy says with some of its members.
func holdFacts(t *testing.T, way, text, want string) {
	t.Helper()
	var got, facts map[string]any
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatalf("%s: %q: %v", way, text, err)
	}
	if err := json.Unmarshal([]byte(want), &facts); err != nil {
		t.Fatal(err)
	}
	for name, fact := range facts {
		if !reflect.DeepEqual(got[name], fact) {
			t.Errorf("%s: %s is %v, want %v", way, name, got[name], fact)
		}
	}
}
