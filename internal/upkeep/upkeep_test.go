package upkeep_test

import (
	"testing"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/upkeep"
)

var noon = clock.Fixed(time.Date(2024, 4, 10, 5, 0, 0, 0, time.UTC))

func TestARoundErasesWhatIsDueAndForgetsWhatIsOld(t *testing.T) {
	t.Parallel()
	pool := postgrestest.Pool(t)
	db := postgres.New(pool)
	for _, sql := range []string{
		`INSERT INTO candidates (code, full_name, folded, phone, created_at, erase_on) VALUES
			('DUE', 'Nông Thị Due', 'nong thi due', '+84912345678', '2024-01-01', '2024-04-10'),
			('LATER', 'Lý Văn Later', 'ly van later', '+84912345679', '2024-01-01', '2024-04-11')`,
		`INSERT INTO form_keys (key, path, location, at) VALUES ('old', '/', '/', '2024-03-10'), ('new', '/', '/', '2024-04-09')`,
		`INSERT INTO sign_in_attempts (username, address, at, ok) VALUES ('old', '', '2024-03-10', true), ('new', '', '2024-04-09', true)`,
		`INSERT INTO complaints (code, grounds, advert, phone, status, created_at, erase_on) VALUES
			('DUE', '{pay}', 'x', '+84912345678', 'settled', '2024-01-01', '2024-04-10'),
			('LATER', '{pay}', 'x', '+84912345679', 'settled', '2024-01-01', '2024-04-11')`,
		`INSERT INTO tries (kind, address, at) VALUES ('check', 'old', '2024-04-09T04:00:00Z'), ('check', 'new', '2024-04-10T04:00:00Z')`,
		`INSERT INTO sessions (token, data, expiry) VALUES ('old', '', '2024-04-10T04:59:59Z'), ('new', '', '2024-04-10T05:00:01Z')`,
	} {
		if _, err := db.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		if err := upkeep.Round(t.Context(), db, pool, noon); err != nil {
			t.Fatal(err)
		}
	}
	for sql, want := range map[string]string{
		`SELECT string_agg(full_name, ',' ORDER BY id) FROM candidates WHERE full_name <> ''`: "Lý Văn Later",
		`SELECT string_agg(key, ',') FROM form_keys`:                                          "new",
		`SELECT string_agg(username, ',') FROM sign_in_attempts`:                              "new",
		`SELECT string_agg(code, ',') FROM complaints WHERE phone <> ''`:                      "LATER",
		`SELECT string_agg(address, ',') FROM tries`:                                          "new",
		`SELECT string_agg(token, ',') FROM sessions`:                                         "new",
	} {
		if got, err := postgres.Value[string](t.Context(), db, sql); err != nil || got != want {
			t.Errorf("%s: got %q, %v; want %q", sql, got, err, want)
		}
	}
}

// What is to be published at a set time is looked for without a person; when
// it comes to nothing the vacancy says so.
func TestPunctualLooksAtWhatIsDue(t *testing.T) {
	t.Parallel()
	db := postgrestest.Tx(t)
	for _, sql := range []string{
		`INSERT INTO employers (body_id, tax_code, name, slug, folded, type, address, state, created_at)
			SELECT id, '1', 'Công ty', 'cong-ty', 'cong ty', 'private', 'KCN', 'unverified', '2024-04-01' FROM bodies WHERE slug = 'bg-bqlkcn'`,
		`INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
			SELECT 'p', '', 'P', id, 'staff', '2024-04-01' FROM bodies WHERE slug = 'ls-ttdvvl'`,
		`INSERT INTO vacancies (code, employer_id, status, title, slug, created_at, publish_at, publish_by)
			SELECT 'V' || n, e.id, 'submitted', 'Thợ', 'tho', '2024-04-01', '2024-04-10T04:59:00Z'::timestamptz + n * interval '1 hour', a.id
			FROM employers e, accounts a, generate_series(0, 1) n`,
	} {
		if _, err := db.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	if err := upkeep.Punctual(t.Context(), db, noon); err != nil {
		t.Fatal(err)
	}
	got, err := postgres.Value[string](t.Context(), db,
		`SELECT string_agg(CASE WHEN missed_at IS NULL THEN 'waits' ELSE 'missed' END, ',' ORDER BY id) FROM vacancies`)
	if err != nil || got != "missed,waits" {
		t.Errorf("got %s, %v", got, err)
	}
}
