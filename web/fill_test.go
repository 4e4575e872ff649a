package web_test

import (
	"testing"

	"cauviec/web/sitetest"
)

// fills gives lists rows that the sample world leaves empty, more than a page
// of those that have pages, with words that a spreadsheet could calculate.
var fills = []string{
	`UPDATE accounts SET ends_on = '2025-05-22', full_name = '=1+' || id WHERE id IN (
		SELECT a.id FROM accounts a JOIN employers e ON e.body_id = a.body_id ORDER BY a.id LIMIT 3)`,
	`INSERT INTO vacancy_templates (employer_id, name, folded, facts, created_at)
		SELECT id, '@SUM(A1)', 'sum', '{}', created_at FROM employers ORDER BY id LIMIT 2`,
	`INSERT INTO imports (account_id, body_id, file_name, file_size, state, rows, refused, uploaded_at)
		SELECT a.id, a.body_id, '=cmd|' || n || '.xlsx', 1, 'discarded', 0, 0, a.created_at
		FROM accounts a, generate_series(1, 25) n WHERE a.username = 'ls-ttdvvl-2'`,
	`INSERT INTO exchange_exports (at, since, mapping, records, appeared, changed, closed, heading, sha256, lines, body_id)
		SELECT min(created_at), min(created_at)::date + n, 'x', 0, 0, 0, 0, '{}', '', '', min(body_id) FROM employers, generate_series(1, 25) n GROUP BY n`,
	`WITH who AS (INSERT INTO alert_people (channel, address, lang, code, created_at)
			SELECT CASE n % 2 WHEN 0 THEN 'phone' ELSE 'email' END, CASE n % 2 WHEN 0 THEN '+849120000' || n ELSE 'an.' || n || '@example.vn' END,
			       'vi', 'CODE' || n, created_at
			FROM generate_series(10, 69) n, (SELECT min(created_at) AS created_at FROM employers) e RETURNING id, created_at)
		INSERT INTO alert_messages (key, person_id, kind, day, subject, body, link, stop_link, state, created_at, expires_at, changed_at)
		SELECT 'fill-' || id, id, 'confirm', created_at, '=1+1', 'x', 'x', 'x', CASE WHEN id % 4 = 1 THEN 'recorded' ELSE 'waiting' END, created_at, created_at, created_at FROM who`,
}

func fill(t *testing.T, s *sitetest.Site) {
	t.Helper()
	for _, sql := range fills {
		if _, err := s.DB.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
}
