package vacancies_test

import (
	"bytes"
	"encoding/xml"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"cauviec/internal/board/boardtest"
	"cauviec/internal/vacancy"
)

func TestCheckingACode(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 10, Employers: 1})
	codes := make([]string, 4)
	for i := range codes {
		code, err := vacancy.NewCode(bytes.NewReader(bytes.Repeat([]byte{byte(i + 1), 7, 9}, 10)))
		if err != nil {
			t.Fatal(err)
		}
		codes[i] = code
		if i < 3 {
			s.exec(`UPDATE vacancies SET code = @code WHERE id = @id`, pgx.StrictNamedArgs{"code": code, "id": s.ids[i]})
		}
	}
	s.change(s.ids[1], `revision = 2`)
	s.exec(`INSERT INTO vacancy_revisions (vacancy_id, revision, facts, at) VALUES (@id, 2, '{}', '2026-04-09 03:00:00Z')`, pgx.StrictNamedArgs{"id": s.ids[1]})
	s.change(s.ids[2], `closes_on = '2026-04-09'`)
	tests := []struct{ typed, verdict string }{
		{codes[0], "genuine"},
		{strings.ToLower(codes[0][:3] + " " + codes[0][3:]), "genuine"},
		{" " + codes[0][:2] + "-" + codes[0][2:5] + "\t" + codes[0][5:], "genuine"},
		{"Mã tin: " + codes[0] + ".", "genuine"},
		{"https://cauviec.example/kiem-tra-tin?ma=" + codes[1] + "&ban=1", "changed"},
		{codes[1], "changed"},
		{codes[2], "ended"},
		{codes[3], "unknown"},
		{codes[0][:6], "no_code"},
		{"0000000", "no_code"},
		{"<script>", "no_code"},
		{"", ""},
	}
	for _, tt := range tests {
		doc := s.page("/kiem-tra-tin?ma=" + url.QueryEscape(tt.typed))
		if got := doc.Find(test("verdict")).AttrOr("data-verdict", ""); got != tt.verdict {
			t.Errorf("%q: %q, want %q", tt.typed, got, tt.verdict)
		}
	}
	if text := s.page("/kiem-tra-tin?ma=" + codes[1]).Find(test("verdict")).Text(); !strings.Contains(text, "09/04/2026 10:00") {
		t.Errorf("when it changed is not said: %q", text)
	}
}

func TestWhatMachinesRead(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 30, Employers: 2})
	s.change(s.ids[0], `title = 'Thợ <may> & đo'`)
	var feed struct {
		Entries []struct {
			Title string `xml:"title"`
			ID    string `xml:"id"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(s.get("/viec-lam.atom", http.StatusOK).Body.Bytes(), &feed); err != nil || len(feed.Entries) != 30 {
		t.Errorf("feed: %d entries, %v", len(feed.Entries), err)
	}
	expired := s.path(s.ids[5])
	s.exec(`UPDATE live_vacancies SET closes_on = '2026-04-09' WHERE vacancy_id = @id`, pgx.StrictNamedArgs{"id": s.ids[5]})
	sitemap := s.get("/sitemap.xml", http.StatusOK).Body.String()
	if !strings.Contains(sitemap, "<loc>http://example.com"+s.path(s.ids[6])+"</loc>") || strings.Contains(sitemap, expired+"<") {
		t.Error("the map of the site lacks an open vacancy or has one that is over")
	}
	if robots := s.get("/robots.txt", http.StatusOK).Body.String(); !strings.Contains(robots, "Sitemap: http://example.com/sitemap.xml") {
		t.Errorf("robots: %s", robots)
	}
}
