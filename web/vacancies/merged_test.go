package vacancies_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/board/boardtest"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/vacancy"
)

// merged gives the first vacancy, of two wordings, up for the second.
func (s *site) merged() (gone, kept vacancy.Vacancy) {
	s.t.Helper()
	now := s.wording()
	older := now
	older.IncomeTo = now.IncomeTo + 1_000_000
	s.offered("2222222", older, now)
	s.exec(`UPDATE vacancies SET code = '3333333' WHERE id = @id`, pgx.StrictNamedArgs{"id": s.ids[1]})
	s.exec(`UPDATE vacancies SET employer_ref = 'SX 17', employer_id = (SELECT employer_id FROM vacancies WHERE id = @first) WHERE id = ANY (@ids)`,
		pgx.StrictNamedArgs{"first": s.ids[0], "ids": s.ids[:2]})
	store := &vacancy.Store{DB: s.db, Now: clock.Fixed(noon)}
	public := func(id int64) vacancy.Vacancy {
		v, err := store.Public(s.t.Context(), id)
		if err != nil {
			s.t.Fatal(err)
		}
		return v
	}
	gone, kept = public(s.ids[0]), public(s.ids[1])
	account, err := postgres.Value[int64](s.t.Context(), s.db, `
		INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
		SELECT 'gop', '', 'Gộp', b.id, 'staff', '2026-01-01' FROM bodies b WHERE b.slug = 'ls-ttdvvl' RETURNING id`)
	if err != nil {
		s.t.Fatal(err)
	}
	centre := access.Actor{Account: account, Seat: access.Seat{Side: access.Source, Kind: access.Centre}}
	m := vacancy.Merging{Into: kept.ID, Version: kept.Version, Headcount: vacancy.HeadcountStays, Why: "đăng hai lần"}
	if err := store.Merge(s.t.Context(), centre, gone.ID, gone.Version, m); err != nil {
		s.t.Fatal(err)
	}
	return gone, kept
}

// An old paper leads to what lives: its page, poster and code.
func TestAMergedVacancyLeadsOn(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 4, Employers: 1})
	gone, kept := s.merged()
	for path, want := range map[string]string{
		s.path(gone.ID):                   s.path(kept.ID) + "?gop=2222222",
		s.path(gone.ID) + "?huyen=183":    s.path(kept.ID) + "?gop=2222222&huyen=183",
		s.path(gone.ID) + "/ap-phich.pdf": s.path(kept.ID) + "/ap-phich.pdf",
	} {
		if got := s.get(path, http.StatusMovedPermanently).Header().Get("Location"); got != want {
			t.Errorf("%s leads to %s, want %s", path, got, want)
		}
	}
	if words := s.page(s.path(kept.ID) + "?gop=2222222").Find(test("took-up")).Text(); !strings.Contains(words, "2222222") {
		t.Errorf("the page does not say where the reader comes from: %q", words)
	}
	for _, other := range []string{"", "?gop=3333333", "?gop=<b>", "?gop=4444444"} {
		if s.page(s.path(kept.ID)+other).Find(test("took-up")).Length() != 0 {
			t.Errorf("%s is said to be merged into it", other)
		}
	}
}

func TestTheCodeOfAMergedVacancyAnswers(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 4, Employers: 1})
	_, kept := s.merged()
	for query, says := range map[string]string{
		"ma=2222222&ban=2": "gộp vào tin 3333333", "ma=2222222": "gộp vào tin 3333333", "ma=2222222&ban=9": "chưa từng có bản 9",
		"ma=2222222&ban=1": "khác với tờ tin",
	} {
		found := s.page("/kiem-tra-tin?" + query).Find(test("verdict"))
		if found.AttrOr("data-verdict", "") != "changed" || !strings.Contains(found.Text(), says) ||
			found.Find("a[href='"+s.path(kept.ID)+"']").Length() != 1 || !strings.Contains(found.Find(test("living-code")).Text(), "3333333") {
			t.Errorf("%s: %s", query, strings.Join(strings.Fields(found.Text()), " "))
		}
	}
	if line := s.get("/kiem-tra-tin.txt?ma=2222222&ban=2", http.StatusOK).Body.String(); !strings.HasPrefix(line, "2222222: TIN THẬT, ĐÃ GỘP VÀO TIN 3333333. "+kept.Title) {
		t.Errorf("in one line: %s", line)
	}
	s.change(kept.ID, `status = 'filled'`)
	found := s.page("/kiem-tra-tin?ma=2222222").Find(test("verdict"))
	if found.AttrOr("data-verdict", "") != "ended" || !strings.Contains(found.Text(), "3333333") || !strings.Contains(found.Text(), "đủ người") {
		t.Errorf("once that is over too: %s", found.Text())
	}
}

// What other programs read knows of one only.
func TestMachinesDropAMergedVacancy(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 4, Employers: 1})
	s.settled()
	begun := s.get("/api/v1/changes", http.StatusOK).Body.String()
	gone, kept := s.merged()
	for _, path := range []string{"/sitemap.xml", "/viec-lam.atom", "/api/v1/vacancies", "/viec-lam"} {
		body := s.get(path, http.StatusOK).Body.String()
		if strings.Contains(body, s.path(gone.ID)) || !strings.Contains(body, s.path(kept.ID)) {
			t.Errorf("%s still has the one that was given up, or lacks the other", path)
		}
	}
	_, next, _ := strings.Cut(begun, `"next":"`)
	next, _, _ = strings.Cut(next, `"`)
	s.settled()
	if body := s.get("/api/v1/changes?after="+next, http.StatusOK).Body.String(); !strings.Contains(body, `"reason":"withdrawn"`) {
		t.Errorf("a mirror is not told: %.800s (from %.200s)", body, begun)
	}
}

// settled waits until every change can be told: transactions that are at work
// anywhere in the server may still come before it.
func (s *site) settled() {
	s.t.Helper()
	for range 30_000 {
		is, err := postgres.Value[bool](s.t.Context(), s.db,
			`SELECT COALESCE(max(tx) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint, true) FROM public_changes`)
		if err != nil {
			s.t.Fatal(err)
		}
		if is {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	s.t.Fatal("a transaction is at work for 5 minutes")
}
