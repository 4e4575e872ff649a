package web_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"testing"

	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/startup/startuptest"
	"cauviec/web"
	"cauviec/web/export"
	"cauviec/web/sitetest"
)

// counted is a site whose statements are counted.
func counted(t *testing.T) (*sitetest.Site, *postgrestest.Queries) {
	t.Helper()
	config, err := pgxpool.ParseConfig(startuptest.URL(t))
	if err != nil {
		t.Fatal(err)
	}
	queries := &postgrestest.Queries{}
	config.ConnConfig.Tracer = queries
	pool, err := pgxpool.NewWithConfig(context.Background(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	db := postgres.New(pool)
	return &sitetest.Site{DB: db, Handler: web.New(web.Deps{
		DB: db, Pool: pool, Now: clock.Fixed(startuptest.Noon), Log: slog.New(slog.DiscardHandler),
	})}, queries
}

// enlarged makes some lists longer than several batches.
func enlarged(t *testing.T, s *sitetest.Site, rows int) {
	t.Helper()
	for _, sql := range []string{
		`INSERT INTO vacancies (code, employer_id, status, title, slug, created_at)
		 SELECT 'Z' || n, (SELECT min(id) FROM employers), 'draft', 'Việc ' || n, 'viec', '2025-01-01' FROM generate_series(1, $1::int) n`,
		`INSERT INTO candidates (code, full_name, folded, phone, area_id, created_at)
		 SELECT 'Z' || n, 'Người ' || n, 'nguoi', '', (SELECT min(area_id) FROM candidates), '2025-01-01' FROM generate_series(1, $1::int) n`,
		`INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
		 SELECT 'z.' || n, '', 'Người ' || n, (SELECT min(id) FROM bodies), 'staff', '2025-01-01' FROM generate_series(1, $1::int) n`,
	} {
		if _, err := s.DB.Exec(t.Context(), sql, rows); err != nil {
			t.Fatal(err)
		}
	}
}

// mostQueries is how many statements an export may need besides those of its
// batches: who asks, and what the filters are called.
const mostQueries = 12

// TestExportsAskFewQuestions counts the statements of exports: a few for the
// whole and at most two for each batch of rows, however long the list.
func TestExportsAskFewQuestions(t *testing.T) {
	t.Parallel()
	s, queries := counted(t)
	ask := func(client *sitetest.Client, path string) int {
		return queries.During(func() {
			answer := client.Get(path)
			if path == "/quan-ly/nguoi-tim-viec.xlsx" {
				answer = client.Post(path, url.Values{"use": {"call"}})
			}
			if answer.Code != http.StatusOK {
				t.Errorf("%s: %d", path, answer.Code)
			}
		})
	}
	long := map[string]*sitetest.Client{
		"/quan-ly/tin-tuyen-dung.xlsx": s.SignIn(t, "ls-ttdvvl-2"), "/quan-ly/nguoi-tim-viec.xlsx": s.SignIn(t, "ls-ttdvvl-2"), "/quan-ly/tai-khoan.xlsx": s.SignIn(t, "quan-tri"),
	}
	fill(t, s)
	for path, who := range map[string]string{
		"/quan-ly/tin-tuyen-dung/nhap.xlsx": "ls-ttdvvl-2", "/quan-ly/tin-tuyen-dung/nhap/{id}.xlsx": "ls-ttdvvl-2", "/quan-ly/xuat-vieclam.xlsx": "ls-ttdvvl-2",
		"/quan-ly/tin-tuyen-dung/mau.xlsx": "ls-ttdvvl-2", "/quan-ly/hop-thu-di.xlsx": "quan-tri", "/quan-ly/co-quan/{id}.xlsx": "quan-tri",
		"/quan-ly/doanh-nghiep/sap-het-han.xlsx": "bg-bqlkcn-2", "/quan-ly/doanh-nghiep/{id}/nguoi-dung.xlsx": "bg-bqlkcn-2", "/nhiem-vu/{id}.xlsx": "ls-ubnd-2",
		"/doanh-nghiep/{id}.xlsx": "ls-ubnd-2",
	} {
		client := s.SignIn(t, who)
		if n := ask(client, address(t, s, path)); n > mostQueries {
			t.Errorf("%s: %d statements, at most %d", path, n, mostQueries)
		}
	}
	office := s.SignIn(t, "ls-ubnd-2")
	for _, path := range []string{"/nhiem-vu.xlsx", "/van-ban.xlsx", "/quan-ly/dot-tuyen-dung.xlsx?xem=tat-ca", "/quan-ly/doanh-nghiep.xlsx",
		"/quan-ly/truyen-thong.xlsx", "/quan-ly/tuyen-xe.xlsx", "/dot-tuyen-dung.xlsx?xem=da-qua", "/viec-lam.xlsx"} {
		if n := ask(office, path); n > mostQueries {
			t.Errorf("%s: %d statements, at most %d", path, n, mostQueries)
		}
	}
	const batches = 3
	before := map[string]int{}
	for path, client := range long {
		if before[path] = ask(client, path); before[path] > mostQueries {
			t.Errorf("%s: %d statements, at most %d", path, before[path], mostQueries)
		}
	}
	enlarged(t, s, batches*export.Batch)
	for path, client := range long {
		if n := ask(client, path); n <= before[path] || n > before[path]+2*batches {
			t.Errorf("%s: %d statements for %d more rows, %d without them", path, n, batches*export.Batch, before[path])
		}
	}
}
