package vacancies_test

import (
	"bytes"
	"encoding/json"
	"image/png"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/jackc/pgx/v5"

	"cauviec/internal/board/boardtest"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
)

// order fills in what a factory says of its order.
const order = `basic_wage = 5200000, income_from = 8000000, income_to = 9000000, overtime_hours = 20, work_days = 6, couples = true,
	allowances = '[{"kind": "attendance", "amount": 500000, "condition": "đi đủ ngày"}, {"kind": "hazard", "amount": 300000, "condition": ""}]',
	turns = '[{"from": "06:00", "to": "14:00", "break": 0}, {"from": "22:00", "to": "06:00", "break": 0}]',
	headcount = 300, batches = '[{"needed_by": "2026-05-01", "headcount": 100}, {"needed_by": "2026-06-01", "headcount": 200}]',
	papers = 'Căn cước, sơ yếu lý lịch (có xác nhận, 3 bản); ảnh 3x4'`

func TestAMonthIsReckonedOut(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 3, Employers: 1})
	s.change(s.ids[0], order)
	doc := s.page(s.path(s.ids[0]))
	for name, want := range map[string]string{
		"gross": "= 7.530.000", "overtime": "+ 750.000", "night": "+ 780.000", "net": "≈ 6.952.000",
	} {
		if got := doc.Find(test("month") + " " + test(name)).Text(); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if n := doc.Find(test("allowance")).Length(); n != 2 {
		t.Errorf("%d allowances", n)
	}
	if got := doc.Find(test("beside")).Text(); !strings.Contains(got, "470.000") {
		t.Errorf("the gap to the expected income is told as %q", got)
	}
	if doc.Find(test("gap")).Length() != 0 {
		t.Errorf("nothing is missing, but it says %q", doc.Find(test("gap")).Text())
	}
	s.change(s.ids[0], `overtime_hours = 0, work_days = 0, turns = '[]', allowances = '[]'`)
	if n := s.page(s.path(s.ids[0])).Find(test("gap")).Length(); n != 4 {
		t.Errorf("%d of four missing facts are told", n)
	}
	s.change(s.ids[0], `overtime_hours = 40, work_days = 6, turns = '[{"from": "08:00", "to": "20:00", "break": 60}]'`)
	if got := s.page(s.path(s.ids[0])).Find(test("gap")).First().Text(); !strings.Contains(got, "78 giờ") || !strings.Contains(got, "40 giờ") {
		t.Errorf("of turns of eleven hours it says %q", got)
	}
	s.change(s.ids[0], `basic_wage = 0, turns = '[]'`)
	if doc := s.page(s.path(s.ids[0])); doc.Find(test("gross")).Length() != 0 || doc.Find(test("gap")).Length() != 1 {
		t.Error("a month without a wage was made up")
	}
}

// Couples are welcome also where the employer offers nothing else.
func TestCouplesAreWelcomedWithoutOtherMarks(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 3, Employers: 1})
	s.change(s.ids[0], "couples = true, benefits = '{}'")
	if s.page(s.path(s.ids[0])).Find(test("couples")).Length() != 1 {
		t.Error("couples are not welcomed")
	}
}

func TestWeekBatchesAndPapers(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 3, Employers: 1})
	s.change(s.ids[0], order)
	doc := s.page(s.path(s.ids[0]))
	weeks := doc.Find(test("week") + " svg")
	if weeks.Length() != 2 {
		t.Fatalf("%d weeks are drawn, want one for each turn", weeks.Length())
	}
	if got := weeks.Last().AttrOr("aria-label", ""); got != "Tuần 2: 22:00–06:00 hôm sau, từ Thứ Hai đến Thứ Bảy." {
		t.Errorf("the second week is told as %q", got)
	}
	if n := strings.Count(weeks.Last().Find(".strip-work").AttrOr("d", ""), "M"); n != 12 {
		t.Errorf("six nights are drawn in %d pieces, want two each", n)
	}
	if n := doc.Find(test("papers") + " li").Length(); n != 3 {
		t.Errorf("%d papers, want 3", n)
	}
	if doc.Find(test("couples")).Length() != 1 {
		t.Error("couples are not welcomed")
	}
	batches := doc.Find(test("batches") + " li")
	if batches.Length() != 2 || !strings.Contains(batches.First().Text(), "còn thiếu 100") {
		t.Fatalf("batches %q", batches.Text())
	}
	s.exec(`INSERT INTO candidates (code, full_name, folded, phone, created_at)
		SELECT 'C' || n, 'Người thứ ' || n, '', '+849123' || 10000 + n, '2026-04-01' FROM generate_series(1, 130) n`, nil)
	s.exec(`INSERT INTO referrals (candidate_id, vacancy_id, status, registered_at, started_at)
		SELECT id, @id, CASE WHEN id % 13 = 0 THEN 'left' ELSE 'started' END, '2026-04-01', '2026-04-02' FROM candidates`, pgx.StrictNamedArgs{"id": s.ids[0]})
	batches = s.page(s.path(s.ids[0])).Find(test("batches") + " li")
	if !strings.Contains(batches.First().Text(), "đã đủ") || !strings.Contains(batches.Last().Text(), "còn thiếu 180") {
		t.Errorf("with 120 at work: %q", batches.Text())
	}
}

func TestHomeIsChosenWithoutScript(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 3, Employers: 1})
	path := s.path(s.ids[0])
	doc := s.page(path)
	form := doc.Find(test("home-form"))
	if doc.Find(test("way-home")).Length() != 0 || form.Find("option").Length() != 12 {
		t.Fatalf("without a home: %d homes to choose from", form.Find("option").Length())
	}
	doc = s.page(path + "?" + form.Find("select").AttrOr("name", "") + "=180")
	if got := doc.Find(test("way-home")).Text(); !strings.Contains(got, "Tràng Định") || !strings.Contains(got, "km") {
		t.Errorf("the way is %q", got)
	}
	if got := doc.Find(test("home-form")+" option[selected]").AttrOr("value", ""); got != "180" {
		t.Errorf("the chosen home is %q", got)
	}
	commune := doc.Find(test("home-form") + " select").Last().Find("option").Eq(3)
	doc = s.page(path + "?huyen=180&xa=" + commune.AttrOr("value", ""))
	if got := doc.Find(test("way-home")).Text(); !strings.Contains(got, commune.Text()+", Tràng Định") {
		t.Errorf("the way from %s is %q", commune.Text(), got)
	}
	if next := doc.Find(test("card")+" a").AttrOr("href", ""); !strings.HasSuffix(next, "?huyen=180&xa="+commune.AttrOr("value", "")) {
		t.Errorf("a similar offer forgets the home: %s", next)
	}
}

// TestSharingNeedsNobodysScript follows what is sent to others back to the
// offer.
func TestSharingNeedsNobodysScript(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 3, Employers: 1})
	path := s.path(s.ids[0])
	doc := s.page(path)
	link := "http://example.com" + path
	if got := doc.Find(test("link")).Text(); got != link {
		t.Errorf("the address to copy is %q", got)
	}
	for host, part := range map[string]string{"www.facebook.com": url.QueryEscape(link), "button-share.zalo.me": "d=", "body": url.PathEscape(link)} {
		found := doc.Find(test("share") + " a").FilterFunction(func(_ int, a *goquery.Selection) bool {
			href := a.AttrOr("href", "")
			return strings.Contains(href, host) && strings.Contains(href, part)
		})
		if found.Length() != 1 {
			t.Errorf("%d links lead to %s", found.Length(), host)
		}
	}
	for property, want := range map[string]string{"og:title": doc.Find("h1").Text(), "og:url": link, "og:image": "http://example.com" + path + "/anh.png?ban=1"} {
		if got := doc.Find(`meta[property="`+property+`"]`).AttrOr("content", ""); got != want {
			t.Errorf("%s is %q, want %q", property, got, want)
		}
	}
	if got := doc.Find(test("report")).AttrOr("href", ""); got != "/bao-tin-xau?tin="+doc.Find(test("code")).Text() {
		t.Errorf("one reports at %q", got)
	}
}

// publish records the wording that a vacancy has.
func (s *site) publish(id int64) {
	s.t.Helper()
	s.exec(`INSERT INTO vacancy_revisions (vacancy_id, revision, facts, at) SELECT id, revision, '{}', published_at FROM vacancies WHERE id = @id`,
		pgx.StrictNamedArgs{"id": id})
}

func TestWhatIsDrawnOfAnOffer(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 4, Employers: 2})
	path := s.path(s.ids[0])
	s.publish(s.ids[0])
	for name, media := range map[string]string{"ap-phich.pdf": "application/pdf", "anh.png": "image/png", "ma-qr.svg": "image/svg+xml"} {
		first := s.get(path+"/"+name, http.StatusOK)
		if got := first.Header().Get("Content-Type"); got != media {
			t.Errorf("%s is %s", name, got)
		}
		if again := s.get(path+"/"+name, http.StatusOK); !bytes.Equal(first.Body.Bytes(), again.Body.Bytes()) || again.Header().Get("ETag") != first.Header().Get("ETag") {
			t.Errorf("%s is another the second time", name)
		}
		r := httptest.NewRequest(http.MethodGet, path+"/"+name, nil)
		r.Header.Set("If-None-Match", first.Header().Get("ETag"))
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != http.StatusNotModified || w.Body.Len() != 0 {
			t.Errorf("%s, known already: %d with %d bytes", name, w.Code, w.Body.Len())
		}
		s.change(s.ids[0], `revision = revision + 1`)
		if newer := s.get(path+"/"+name, http.StatusOK); newer.Header().Get("ETag") == first.Header().Get("ETag") {
			t.Errorf("%s of another wording has the same tag", name)
		}
		s.get("/viec-lam/999999-x/"+name, http.StatusNotFound)
	}
	img, err := png.Decode(s.get(path+"/anh.png", http.StatusOK).Body)
	if err != nil || img.Bounds().Dx() != 1200 || img.Bounds().Dy() != 630 {
		t.Errorf("the picture is %v (%v)", img, err)
	}
	s.change(s.ids[1], `closes_on = '2026-04-09'`)
	if w := s.get(s.path(s.ids[1])+"/ap-phich.pdf", http.StatusFound); w.Header().Get("Location") != s.path(s.ids[1]) {
		t.Errorf("the poster of what is over leads to %q", w.Header().Get("Location"))
	}
	if _, err := postgres.Value[int64](t.Context(), s.db, `UPDATE employers SET state = 'suspended'
		WHERE id = (SELECT employer_id FROM vacancies WHERE id = @id) RETURNING id`, pgx.StrictNamedArgs{"id": s.ids[0]}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"anh.png", "ma-qr.svg"} {
		s.get(path+"/"+name, http.StatusNotFound)
	}
	s.get(path+"/ap-phich.pdf", http.StatusNotFound)
}

// TestHostileWordsStayWords puts markup into an offer: in the page's data and
// in its head it remains text.
func TestHostileWordsStayWords(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 2, Employers: 1})
	s.publish(s.ids[0])
	const hostile = `</script><script>alert(1)</script>"'<b>`
	s.exec(`UPDATE vacancies SET title = @words, description = @words, papers = @words WHERE id = @id`, pgx.StrictNamedArgs{"words": hostile, "id": s.ids[0]})
	doc := s.page(s.path(s.ids[0]))
	if n := doc.Find("script").Length(); n != 1 {
		t.Fatalf("%d scripts", n)
	}
	var posting map[string]any
	if err := json.Unmarshal([]byte(doc.Find("script").Text()), &posting); err != nil {
		t.Fatal(err)
	}
	if posting["title"] != hostile {
		t.Errorf("the title became %q", posting["title"])
	}
	if text := posting["description"].(string); strings.Contains(text, "<script") || strings.Contains(text, "<b>") {
		t.Errorf("the description holds markup: %q", text)
	}
	if got := doc.Find(`meta[property="og:title"]`).AttrOr("content", ""); got != hostile {
		t.Errorf("og:title is %q", got)
	}
	s.get(s.path(s.ids[0])+"/ap-phich.pdf", http.StatusOK)
	s.get(s.path(s.ids[0])+"/anh.png", http.StatusOK)
}

// TestAnOfferIsLight counts the questions that the fullest page asks of the
// database, and what it weighs with the style sheet on the wire.
func TestAnOfferIsLight(t *testing.T) {
	t.Parallel()
	pool, queries := postgrestest.CountedPool(t)
	s := siteOn(t, pool, boardtest.Size{Vacancies: 60, Employers: 2})
	s.change(s.ids[0], order)
	s.publish(s.ids[0])
	path := s.path(s.ids[0])
	for address, most := range map[string]int{path + "?huyen=180&xa=05920": 7, path + "/ap-phich.pdf": 2, path + "/anh.png": 1, path + "/ma-qr.svg": 1} {
		if n := queries.During(func() { s.get(address, http.StatusOK) }); n > most {
			t.Errorf("%s: %d queries, at most %d", address, n, most)
		}
	}
	html, page := s.weigh(path)
	style, _ := s.weigh(assetShape.FindStringSubmatch(page[strings.Index(page, `rel="stylesheet"`):])[1])
	t.Logf("HTML %d, CSS %d bytes", html, style)
	if html+style > 30_000 {
		t.Errorf("HTML and CSS weigh %d bytes, at most 30,000", html+style)
	}
}
