package vacancies_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/board/boardtest"
	"cauviec/internal/clock"
	"cauviec/internal/code"
	"cauviec/internal/vacancy"
)

const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

// offered makes a code the first vacancy's, whose wordings are these.
func (s *site) offered(code string, wordings ...vacancy.Details) {
	s.t.Helper()
	s.exec(`UPDATE vacancies SET code = @code, revision = @revision WHERE id = @id`,
		pgx.StrictNamedArgs{"code": code, "revision": len(wordings), "id": s.ids[0]})
	for i, d := range wordings {
		facts, err := json.Marshal(d)
		if err != nil {
			s.t.Fatal(err)
		}
		s.exec(`INSERT INTO vacancy_revisions (vacancy_id, revision, facts, at) VALUES (@id, @revision, @facts, @at)`,
			pgx.StrictNamedArgs{"id": s.ids[0], "revision": i + 1, "facts": facts, "at": noon.AddDate(0, 0, i-10)})
	}
}

// wording is what the first vacancy says now.
func (s *site) wording() vacancy.Details {
	s.t.Helper()
	v, err := (&vacancy.Store{DB: s.db, Now: clock.Fixed(noon)}).Public(s.t.Context(), s.ids[0])
	if err != nil {
		s.t.Fatal(err)
	}
	return v.Details
}

func TestAPaperIsComparedWithWhatStands(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 3, Employers: 1})
	now := s.wording()
	older := now
	older.ClosesOn, older.IncomeTo, older.Description = now.ClosesOn.Add(-10), now.IncomeTo+1_000_000, "Việc khác"
	s.offered("2222222", older, now)
	for _, tt := range []struct {
		query, verdict string
		edits          int
		says           string
	}{
		{"ma=2222222&ban=2", "genuine", 0, "Tin thật"},
		{"tin=2222222&ban=2", "genuine", 0, "Tin thật"},
		{"ma=2222222&ban=1", "changed", 3, older.ClosesOn.String()},
		{"ma=2222222", "changed", 0, "thay đổi"},
		{"ma=2222222&ban=7", "changed", 0, "chưa từng có bản 7"},
		{"ma=2222222&ban=x", "changed", 0, "thay đổi"},
	} {
		found := s.page("/kiem-tra-tin?" + tt.query).Find(test("verdict"))
		if got := found.AttrOr("data-verdict", ""); got != tt.verdict || found.Find(test("edits")+" li").Length() != tt.edits || !strings.Contains(found.Text(), tt.says) {
			t.Errorf("%s: %s with %d edits: %s", tt.query, got, found.Find(test("edits")+" li").Length(), strings.Join(strings.Fields(found.Text()), " "))
		}
	}
	s.change(s.ids[0], `status = 'paused'`)
	if found := s.page("/kiem-tra-tin?ma=2222222").Find(test("verdict")); found.AttrOr("data-verdict", "") != "ended" || !strings.Contains(found.Text(), "tạm dừng") {
		t.Errorf("a paused one: %s", found.Text())
	}
}

// One slip, or two signs in each other's place, never makes a genuine offer.
func TestANearMissIsNeverGenuine(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 3, Employers: 1})
	live := "2345672"
	for _, last := range alphabet { // the one whose check fits
		if clean, ok := code.Clean("234567"+string(last), 7); ok {
			live = clean
		}
	}
	s.offered(live, s.wording())
	if got := s.page("/kiem-tra-tin?ma="+live).Find(test("verdict")).AttrOr("data-verdict", ""); got != "genuine" {
		t.Fatalf("%s itself: %s", live, got)
	}
	var slips []string
	for i := range live {
		for _, sign := range alphabet + "01OIL" {
			slips = append(slips, live[:i]+string(sign)+live[i+1:])
		}
		if i > 0 {
			slips = append(slips, live[:i-1]+live[i:i+1]+live[i-1:i]+live[i+1:])
		}
	}
	for _, slip := range slips {
		if slip == live {
			continue
		}
		if got := s.get("/kiem-tra-tin.txt?ma="+slip, http.StatusOK).Body.String(); !strings.Contains(got, "KHÔNG PHẢI LÀ MÃ TIN") {
			t.Errorf("%s: %s", slip, got)
		}
	}
}

// What cannot be seen is neither read nor written again, and dashes of
// telephones are dashes.
func TestAPastedCodeIsRead(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 3, Employers: 1})
	s.offered("2222222", s.wording())
	for _, pasted := range []string{"2222–222", "\u200b2222222\a", "\u202e2222\u2028222."} {
		got := s.get("/kiem-tra-tin.txt?"+url.Values{"ma": {pasted}}.Encode(), http.StatusOK).Body.String()
		if !strings.Contains(got, "TIN THẬT") || strings.ContainsAny(got, "\a\u200b\u202e\u2028") || strings.Count(got, "\n") != 1 {
			t.Errorf("%q: %q", pasted, got)
		}
	}
}

func TestTheCheckInOneLine(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 3, Employers: 1})
	now := s.wording()
	older := now
	older.ClosesOn = now.ClosesOn.Add(-10)
	s.offered("2222222", older, now)
	ask := func(path, accept string) *httptest.ResponseRecorder {
		w, r := httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
		r.Header.Set("Accept", accept)
		s.ServeHTTP(w, r)
		return w
	}
	for _, tt := range []struct{ path, accept, says string }{
		{"/kiem-tra-tin?ma=2222222&ban=2", "text/plain", "2222222: TIN THẬT, ĐANG TUYỂN. "},
		{"/kiem-tra-tin?ma=2222222&ban=1&dang=van-ban", "text/html", older.ClosesOn.String() + " → " + now.ClosesOn.String()},
		{"/kiem-tra-tin.txt?tin=222-2222&ban=2", "", "222-2222: TIN THẬT"},
		{"/kiem-tra-tin.txt?ma=3333338", "", "3333338: "},
		{"/kiem-tra-tin.txt", "", "?ma="},
	} {
		w := ask(tt.path, tt.accept)
		if body := w.Body.String(); !strings.Contains(body, tt.says) || strings.Count(body, "\n") != 1 || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/plain") {
			t.Errorf("%s: %s %q", tt.path, w.Header().Get("Content-Type"), body)
		}
	}
	if w := ask("/kiem-tra-tin?ma=2222222", "text/html,application/xhtml+xml,text/plain;q=0.8"); !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
		t.Error("a browser gets text")
	}
}

// A guesser is slowed down; a commune behind the same address still checks the
// papers it has in hand.
func TestGuessingIsSlowedAndAGenuinePaperIsNot(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 3, Employers: 1})
	s.offered("2222222", s.wording())
	guesses := make([]string, 0, 61)
	for a := 0; len(guesses) < cap(guesses); a++ {
		for _, last := range alphabet {
			guess := fmt.Sprintf("AB%c%cCD%c", alphabet[a/31%31], alphabet[a%31], last)
			if _, ok := code.Clean(guess, 7); ok {
				guesses = append(guesses, guess)
			}
		}
	}
	for _, guess := range guesses[:60] {
		s.get("/kiem-tra-tin?ma="+guess, http.StatusOK)
	}
	if w := s.get("/kiem-tra-tin.txt?ma="+guesses[60], http.StatusTooManyRequests); !strings.Contains(w.Body.String(), "ĐỢI") {
		t.Errorf("the 61st guess: %s", w.Body)
	}
	if got := s.page("/kiem-tra-tin?ma=2222222").Find(test("verdict")).AttrOr("data-verdict", ""); got != "genuine" {
		t.Errorf("a genuine paper from the same address: %s", got)
	}
	s.change(s.ids[0], `status = 'paused'`)
	s.get("/kiem-tra-tin?ma=2222222", http.StatusTooManyRequests)
}
