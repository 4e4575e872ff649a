package demo_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/startup"
	"cauviec/internal/vacancy"
	"cauviec/internal/wage"
)

var noon = clock.Fixed(time.Date(2026, 11, 24, 5, 0, 0, 0, time.UTC))

func TestTheSampleWorldKeepsTheRules(t *testing.T) {
	t.Parallel()
	pool := postgrestest.Pool(t)
	db := postgres.New(pool)
	for range 2 { // the second time changes nothing
		if err := startup.Fill(t.Context(), db, pool, noon, true); err != nil {
			t.Fatal(err)
		}
	}
	enough := map[string]int{
		`SELECT count(*) FROM employers`:                                                             40,
		`SELECT count(*) FROM vacancies`:                                                             150,
		`SELECT count(*) FROM drives`:                                                                60,
		`SELECT count(DISTINCT district_body_id) FROM drives`:                                        11,
		`SELECT count(*) FROM candidates`:                                                            2000,
		`SELECT count(DISTINCT status) FROM referrals`:                                               10,
		`SELECT count(DISTINCT status) FROM vacancies`:                                               6,
		`SELECT count(*) FROM obligations WHERE parent_id IS NULL`:                                   28,
		`SELECT count(DISTINCT status) FROM obligations`:                                             6,
		`SELECT count(*) FROM publicity_items`:                                                       44,
		`SELECT count(*) FROM accounts a JOIN bodies b ON b.id = a.body_id WHERE b.kind = 'commune'`: 200,
	}
	for sql, want := range enough {
		if got := number(t, db, sql); got != want {
			t.Errorf("%s: got %d, want %d", sql, got, want)
		}
	}
	never := []string{
		`SELECT count(*) FROM journal WHERE at > '2026-11-24T05:00:00Z'`,
		`SELECT count(*) FROM vacancies WHERE published_by = submitted_by`,
		`SELECT count(*) FROM vacancies v JOIN employers e ON e.id = v.employer_id WHERE v.status = 'published' AND e.state <> 'verified'`,
		`SELECT count(*) FROM vacancies WHERE income_from < basic_wage OR income_to < income_from`,
		`SELECT count(*) FROM vacancies v WHERE v.status = 'published' AND NOT EXISTS (SELECT FROM live_vacancies l WHERE l.vacancy_id = v.id)`,
		`SELECT count(*) FROM referrals WHERE greatest(registered_at, introduced_at, interviewed_at, hired_at, started_at, stayed_1_at, stayed_3_at, ended_at) > '2026-11-24T05:00:00Z'`,
		`SELECT count(*) FROM referrals WHERE introduced_at < registered_at OR interviewed_at < introduced_at OR hired_at < interviewed_at
			OR started_at < hired_at OR stayed_1_at < started_at + interval '1 month' OR stayed_3_at < started_at + interval '3 months'`,
		`SELECT count(*) FROM referrals WHERE interviewed_at IS NOT NULL AND introduced_at IS NULL OR hired_at IS NOT NULL AND interviewed_at IS NULL
			OR started_at IS NOT NULL AND hired_at IS NULL`,
		`SELECT count(*) FROM referrals r JOIN vacancies v ON v.id = r.vacancy_id WHERE r.registered_at < v.published_at OR
			r.registered_at >= (v.closes_on + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'`,
		`SELECT count(*) FROM candidates c WHERE NOT EXISTS (SELECT FROM consents k WHERE k.candidate_id = c.id AND k.purpose = 'introduce')`,
		`SELECT count(*) FROM employers WHERE NOT sample`,
		`SELECT count(*) FROM vacancies WHERE NOT sample`,
	}
	for _, sql := range never {
		if got := number(t, db, sql); got != 0 {
			t.Errorf("%s: got %d, want none", sql, got)
		}
	}
}

// Two vacancies that wait for the centre say what the law does not allow; all
// others pass in silence.
func TestTheCoachFindsWhatWasPutThere(t *testing.T) {
	t.Parallel()
	pool := postgrestest.Pool(t)
	db := postgres.New(pool)
	if err := startup.Fill(t.Context(), db, pool, noon, true); err != nil {
		t.Fatal(err)
	}
	type advert struct {
		Status                                                                                string
		Title, Description, Workplace, PayNote, Papers, Position, Qualification, Shift, Hours string
		BasicWage                                                                             int64
	}
	adverts, err := postgres.All[advert](t.Context(), db, `SELECT status, title, description, workplace, pay_note, papers, position,
		qualification, shift, hours, basic_wage FROM vacancies ORDER BY id`)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, a := range adverts {
		d := vacancy.Details{Title: a.Title, Description: a.Description, Workplace: a.Workplace, PayNote: a.PayNote, Papers: a.Papers,
			Position: a.Position, Qualification: a.Qualification, Shift: a.Shift, Hours: a.Hours, BasicWage: a.BasicWage}
		for _, f := range d.Findings(noon.Today(), wage.Finding{}, nil) {
			found = append(found, a.Status+": "+string(f.Rule)+": "+f.Words)
		}
	}
	want := []string{"submitted: sex: chỉ tuyển nữ", "submitted: age: 18–30 tuổi", "submitted: deposit: đặt cọc đồng phục"}
	if !slices.Equal(found, want) {
		t.Errorf("got %q, want %q", found, want)
	}
}

func number(t *testing.T, db *postgres.DB, sql string) int {
	t.Helper()
	n, err := postgres.Value[int](t.Context(), db, sql)
	if err != nil {
		t.Fatal(fmt.Errorf("%s: %w", sql, err))
	}
	return n
}
