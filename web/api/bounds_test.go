package api_test

import (
	"log/slog"
	"net/http"
	"strconv"
	"testing"
	"time"

	"cauviec/internal/board/boardtest"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/web"
)

// TestOperationsAskTheDatabaseABoundedNumberOfTimes, however much they answer.
func TestOperationsAskTheDatabaseABoundedNumberOfTimes(t *testing.T) {
	t.Parallel()
	noon := time.Date(2026, 4, 10, 5, 0, 0, 0, time.UTC)
	pool, queries := postgrestest.CountedPool(t)
	db := postgres.New(pool)
	ids := boardtest.Fill(t, db, clock.DayOf(noon), boardtest.Size{Vacancies: 600, Employers: 9})
	_, err := db.Exec(t.Context(), `UPDATE vacancies SET batches = '[{"needed_by":"2026-05-01","headcount":5},{"needed_by":"2026-06-01","headcount":5}]',
		allowances = '[{"kind":"skill","amount":300000,"condition":""}]', turns = '[{"from":"06:00","to":"14:00","break":30}]'`)
	if err != nil {
		t.Fatal(err)
	}
	c := newClient(t, web.New(web.Deps{DB: db, Pool: pool, Now: clock.Fixed(noon), Log: slog.New(slog.DiscardHandler)}))
	for path, most := range map[string]int{
		"/api/v1/vacancies?limit=100":                        4, // choices, page, total, vacancies
		"/api/v1/vacancies?q=may&huyen=186":                  4,
		"/api/v1/vacancies/" + strconv.FormatInt(ids[0], 10): 1,
		"/api/v1/changes?limit=500":                          3, // feed, moves, vacancies
		"/api/v1/drives":                                     1,
		"/api/v1/zones":                                      1,
		"/api/v1/occupations":                                1,
		"/api/openapi.yaml":                                  0,
		"/api":                                               0,
	} {
		if n := queries.During(func() { c.get(http.StatusOK, path) }); n > most {
			t.Errorf("%s: %d queries, at most %d", path, n, most)
		}
	}
}
