package vacancies_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"cauviec/internal/board/boardtest"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/web"
)

var (
	noon  = time.Date(2026, 4, 10, 5, 0, 0, 0, time.UTC)
	today = clock.DayOf(noon)
)

// site is the whole site over a database with vacancies.
type site struct {
	t testing.TB
	http.Handler
	db  *postgres.DB
	ids []int64
}

func newSite(t testing.TB, size boardtest.Size) *site {
	t.Helper()
	return siteOn(t, postgrestest.Pool(t), size)
}

func siteOn(t testing.TB, pool *pgxpool.Pool, size boardtest.Size) *site {
	t.Helper()
	db := postgres.New(pool)
	s := &site{t: t, db: db, ids: boardtest.Fill(t, db, today, size)}
	s.Handler = web.New(web.Deps{DB: db, Pool: pool, Now: clock.Fixed(noon), Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	return s
}

// get asks for a path and wants a status.
func (s *site) get(path string, status int) *httptest.ResponseRecorder {
	s.t.Helper()
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	if w.Code != status {
		s.t.Fatalf("GET %s: %d, want %d\n%.600s", path, w.Code, status, w.Body)
	}
	return w
}

// page asks for a page that is there.
func (s *site) page(path string) *goquery.Document {
	s.t.Helper()
	doc, err := goquery.NewDocumentFromReader(s.get(path, http.StatusOK).Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return doc
}

func test(name string) string { return `[data-test="` + name + `"]` }

func (s *site) exec(sql string, args pgx.StrictNamedArgs) {
	s.t.Helper()
	if _, err := s.db.Exec(context.Background(), sql, args); err != nil {
		s.t.Fatal(err)
	}
}

// change changes the vacancy, and what search knows of it.
func (s *site) change(id int64, set string) {
	s.t.Helper()
	s.exec(`UPDATE vacancies SET `+set+` WHERE id = @id`, pgx.StrictNamedArgs{"id": id})
}

func (s *site) path(id int64) string {
	s.t.Helper()
	slug, err := postgres.Value[string](context.Background(), s.db, `SELECT slug FROM vacancies WHERE id = @id`, pgx.StrictNamedArgs{"id": id})
	if err != nil {
		s.t.Fatal(err)
	}
	return "/viec-lam/" + strconv.FormatInt(id, 10) + "-" + slug
}

func TestListIsSearchedFilteredAndPaged(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 60, Employers: 5})
	all := s.page("/viec-lam")
	if n, _ := all.Find(test("total")).Attr("data-count"); n != "60" {
		t.Errorf("total %s, want 60", n)
	}
	if n := all.Find(test("card")).Length(); n != 20 {
		t.Errorf("%d cards on the first page, want 20", n)
	}
	seen := map[string]bool{}
	for doc, pages := all, 0; ; pages++ {
		doc.Find(test("card") + " a").Each(func(_ int, a *goquery.Selection) { seen[a.AttrOr("href", "")] = true })
		next, more := doc.Find(`a[rel="next"]`).Attr("href")
		if !more || pages > 5 {
			break
		}
		doc = s.page(next)
	}
	if len(seen) != 60 {
		t.Errorf("%d different vacancies on all pages, want 60", len(seen))
	}
	found := s.page("/viec-lam?q=lap+rap&luong=8&phuc-loi=ky-tuc-xa&huyen=186&sap-xep=gan-nha")
	if found.Find(test("card")).Length() == 0 {
		t.Fatal("nothing found")
	}
	found.Find(test("card")).Each(func(_ int, c *goquery.Selection) {
		if !strings.Contains(c.Find("h3").Text(), "lắp ráp") || !strings.Contains(c.Text(), "Ký túc xá") || !strings.Contains(c.Text(), "\u00a0km, ") {
			t.Errorf("card %q", c.Text())
		}
	})
	if chips := found.Find(".chips a"); chips.Length() != 4 || strings.Contains(chips.First().AttrOr("href", ""), "q=") {
		t.Errorf("%d chips, the first leads to %s", chips.Length(), chips.First().AttrOr("href", ""))
	}
}

func TestNothingFoundSaysWhatThereIs(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 40, Employers: 2})
	doc := s.page("/viec-lam?q=lap+rap&luong=90")
	link := doc.Find(test("nothing") + " .relaxed a").First()
	if link.AttrOr("href", "") != "/viec-lam?q=lap+rap" {
		t.Fatalf("first proposal %q", link.AttrOr("href", ""))
	}
	if s.page(link.AttrOr("href", "")).Find(test("card")).Length() == 0 {
		t.Error("the proposal finds nothing")
	}
}

func TestVacancyPage(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 30, Employers: 2})
	id := s.ids[3]
	path := s.path(id)
	s.change(id, `basic_wage = 5200000, income_from = 8500000, income_to = 11000000`)
	doc := s.page(path)
	if got := doc.Find(test("income")).Text(); got != "8,5–11 triệu đồng/tháng" {
		t.Errorf("income %q", got)
	}
	if got := doc.Find(test("basic")).Text(); got != "5.200.000 đồng" {
		t.Errorf("basic wage %q", got)
	}
	if doc.Find(`.sticky-actions a[href="`+path+`/dang-ky"]`).Length() != 1 {
		t.Error("one cannot register")
	}
	if doc.Find(test("promise")+" "+test("code")).Length() != 1 {
		t.Error("the promise or its code is missing")
	}
	for _, wrong := range []string{"/viec-lam/" + strconv.FormatInt(id, 10), "/viec-lam/" + strconv.FormatInt(id, 10) + "-ten-khac"} {
		if got := s.get(wrong, http.StatusMovedPermanently).Header().Get("Location"); got != path {
			t.Errorf("%s leads to %s, want %s", wrong, got, path)
		}
	}
	for _, none := range []string{"/viec-lam/999999-x", "/viec-lam/x", "/viec-lam/0", "/viec-lam/99999999999999999999"} {
		s.get(none, http.StatusNotFound)
	}
	s.get("/viec-lam/"+strconv.FormatInt(id, 10)+"-x?lang=en", http.StatusMovedPermanently)
}

func TestWhatIsNotOpenCannotBeRegisteredFor(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"expired":   `closes_on = '2026-04-09'`,
		"paused":    `status = 'paused'`,
		"filled":    `status = 'filled'`,
		"withdrawn": `status = 'withdrawn'`,
	}
	s := newSite(t, boardtest.Size{Vacancies: 30, Employers: 2})
	n := 0
	for reason, set := range tests {
		id := s.ids[n]
		n++
		s.change(id, set)
		doc := s.page(s.path(id))
		if got := doc.Find(test("closed")).AttrOr("data-reason", ""); got != reason {
			t.Errorf("reason %q, want %q", got, reason)
		}
		if doc.Find(".sticky-actions").Length() != 0 {
			t.Errorf("%s: one can still register", reason)
		}
		if doc.Find(test("card")).Length() == 0 {
			t.Errorf("%s: nothing else is offered", reason)
		}
	}
	s.change(s.ids[9], `status = 'draft', revision = 0`)
	s.get(s.path(s.ids[9]), http.StatusNotFound)
}

func TestSuspendedEmployersAreNotShown(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 30, Employers: 2})
	suspended, err := postgres.Value[int64](t.Context(), s.db, `UPDATE employers SET state = 'suspended' WHERE id = (SELECT min(id) FROM employers) RETURNING id`)
	if err != nil {
		t.Fatal(err)
	}
	id, err := postgres.Value[int64](t.Context(), s.db, `SELECT min(id) FROM vacancies WHERE employer_id = @id`, pgx.StrictNamedArgs{"id": suspended})
	if err != nil {
		t.Fatal(err)
	}
	doc := s.page(s.path(id))
	if doc.Find(test("closed")).AttrOr("data-reason", "") != "hidden" || doc.Find(test("pay")).Length() != 0 {
		t.Error("the offer of a suspended employer is shown")
	}
	moved := s.get("/doanh-nghiep/"+strconv.FormatInt(suspended, 10)+"-x", http.StatusMovedPermanently).Header().Get("Location")
	if maker := s.page(moved); maker.Find(test("suspended")).Length() != 1 || maker.Find(test("card")).Length() != 0 {
		t.Error("the page of a suspended employer shows offers, or does not say that it is suspended")
	}
	s.exec(`UPDATE employers SET state = 'unverified' WHERE id = @id`, pgx.StrictNamedArgs{"id": suspended})
	s.get(moved, http.StatusNotFound)
	s.page("/viec-lam").Find(test("card") + " a").Each(func(_ int, a *goquery.Selection) {
		if a.AttrOr("href", "") == s.path(id) {
			t.Error("it is in the list")
		}
	})
}

func TestPlacesHomeAndAbout(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 60, Employers: 3})
	home := s.page("/")
	if home.Find(test("zones")+" li").Length() == 0 || home.Find(test("card")).Length() != 6 || home.Find(test("search")).Length() != 1 {
		t.Error("the front page lacks zones, cards or the search")
	}
	zone := home.Find(test("zones") + " a").First()
	count := home.Find(test("zones")+" [data-count]").First().AttrOr("data-count", "")
	doc := s.page(zone.AttrOr("href", ""))
	if !strings.HasPrefix(doc.Find(".section h2").First().Text(), count+" ") {
		t.Errorf("%s has %s on the front page and %q on its own", zone.Text(), count, doc.Find(".section h2").First().Text())
	}
	who := s.page(s.path(s.ids[0])).Find(".offer-who a").AttrOr("href", "")
	if s.page(who).Find(test("card")).Length() == 0 {
		t.Errorf("%s shows no vacancy", who)
	}
	s.get(who+"-x", http.StatusMovedPermanently)
	s.page("/gioi-thieu")
	s.page("/gioi-thieu?lang=en")
	s.get("/khu-cong-nghiep/khong-co", http.StatusNotFound)
}

// TestFiltersSayHowManyTheyShow follows a filter and finds as many as it said.
func TestFiltersSayHowManyTheyShow(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 200, Employers: 5})
	const list = "/viec-lam?khu=quang-chau&ca=ba-ca"
	page, followed := s.page(list), 0
	page.Find(`.option`).Each(func(_ int, option *goquery.Selection) {
		box := option.Find("input")
		name, value, want := box.AttrOr("name", ""), box.AttrOr("value", ""), option.Find(test("facet")).Text()
		path := list + "&" + name + "=" + value
		switch name {
		case "khu":
			path = "/viec-lam?ca=ba-ca&khu=" + value
		case "ca":
			path = "/viec-lam?khu=quang-chau&ca=" + value
		}
		if want == "0" || want == "" {
			return
		}
		followed++
		if got := s.page(path).Find(test("total")).AttrOr("data-count", "0"); got != want {
			t.Errorf("%s shows %s, the filter says %s", path, got, want)
		}
	})
	if followed < 10 {
		t.Errorf("only %d filters have a number", followed)
	}
}
