package vacancies_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/board/boardtest"
	"cauviec/internal/postgres/postgrestest"
)

// TestAKeptPageIsTheOneOfNow changes, one after the other, all that the page
// of a vacancy is made from. Each time the page that is kept for everybody is
// the one that is rendered anew for who takes no compression.
func TestAKeptPageIsTheOneOfNow(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 12, Employers: 2})
	id := s.ids[3]
	path := s.path(id)
	args := pgx.StrictNamedArgs{"id": id}
	s.exec(`UPDATE vacancies SET batches = '[{"needed_by": "2026-05-01", "headcount": 5}]' WHERE id = @id`, args)
	s.weigh(path) // only what is asked for again is kept
	before := ""
	for _, change := range []string{
		`UPDATE vacancies SET headcount = 77 WHERE id = @id`,
		`UPDATE employers SET name = 'Công ty đổi tên' WHERE id = (SELECT employer_id FROM vacancies WHERE id = @id)`,
		`UPDATE occupations SET name_vi = 'nghề đổi tên' WHERE code = (SELECT occupation_code FROM vacancies WHERE id = @id)`,
		`UPDATE vacancies SET title = 'Việc khác hẳn', headcount = 31 WHERE id <> @id`,
		`UPDATE vacancies SET status = 'paused' WHERE id = @id`,
		`UPDATE employers SET state = 'suspended', state_reason = 'vi phạm' WHERE id = (SELECT employer_id FROM vacancies WHERE id = @id)`,
	} {
		_, kept := s.weigh(path)
		if _, again := s.weigh(path); again != kept {
			t.Errorf("asked again, the page is another before %s", change)
		}
		s.exec(change, args)
		_, kept = s.weigh(path)
		if now := s.get(path, http.StatusOK).Body.String(); kept != now {
			t.Errorf("after %s the kept page is not the one of now", change)
		}
		if kept == before {
			t.Errorf("the page does not show %s", change)
		}
		before = kept
	}
	s.exec(`UPDATE vacancies SET revision = 0, status = 'draft' WHERE id = @id`, args)
	w := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set("Accept-Encoding", "gzip")
	if s.ServeHTTP(w, r); w.Code != http.StatusNotFound {
		t.Errorf("a draft is shown: %d", w.Code)
	}
}

// TestAKeptPageIsNobodysOwn keeps apart what readers told of themselves.
func TestAKeptPageIsNobodysOwn(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 3, Employers: 1})
	path := s.path(s.ids[0])
	ask := func(path, cookie, host string) string {
		t.Helper()
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.Header.Set("Cookie", cookie)
		r.Host = host
		plain := httptest.NewRecorder()
		s.ServeHTTP(plain, r)
		for range 3 { // the second is kept, the third is what was kept
			if _, got := s.weighed(r); got != plain.Body.String() {
				t.Errorf("%s with %q of %s is the page of another", path, cookie, host)
			}
		}
		return plain.Body.String()
	}
	ofAll := ask(path, "", "example.com")
	for _, own := range []string{
		ask(path, "lang=en", "example.com"),
		ask(path, "", "viec.example"),
		ask(path+"?huyen=180", "", "example.com"),
		ask(path, fmt.Sprintf("da_luu=%d", s.ids[0]), "example.com"),
	} {
		if own == ofAll {
			t.Error("a page shows nothing of what its reader told")
		}
	}
	if ask(path, "", "example.com") != ofAll {
		t.Error("the page of all has become another")
	}
}

// TestAKeptPageIsReadLess counts the statements of a page that is kept.
func TestAKeptPageIsReadLess(t *testing.T) {
	t.Parallel()
	pool, queries := postgrestest.CountedPool(t)
	s := siteOn(t, pool, boardtest.Size{Vacancies: 6, Employers: 1})
	path := s.path(s.ids[0])
	first := queries.During(func() { s.weigh(path) })
	s.weigh(path)
	if again := queries.During(func() { s.weigh(path) }); again >= first {
		t.Errorf("%d statements for a kept page, %d for a new one", again, first)
	}
}
