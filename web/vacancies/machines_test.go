package vacancies_test

import (
	"encoding/xml"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/go-chi/chi/v5"
	"github.com/jackc/pgx/v5"

	"cauviec/internal/board"
	"cauviec/internal/board/boardtest"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/search"
	"cauviec/web/route"
	"cauviec/web/vacancies"
)

// siteMap is a map of the site, or of its parts.
type siteMap struct {
	XMLName xml.Name
	Pages   []struct {
		Location string `xml:"loc"`
		Changed  string `xml:"lastmod"`
	} `xml:",any"`
}

func (s *site) mapAt(path string) siteMap {
	s.t.Helper()
	var m siteMap
	if err := xml.Unmarshal(s.get(path, http.StatusOK).Body.Bytes(), &m); err != nil {
		s.t.Fatalf("%s: %v", path, err)
	}
	return m
}

func (m siteMap) has(location string) bool {
	return slices.ContainsFunc(m.Pages, func(p struct {
		Location string `xml:"loc"`
		Changed  string `xml:"lastmod"`
	}) bool {
		return p.Location == location
	})
}

// TestTheMapHasWhatIsOpenWithTheDayOfItsWording, and loses what is over or of an
// employer who is not trusted.
func TestTheMapHasWhatIsOpenWithTheDayOfItsWording(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 20, Employers: 2})
	s.exec(`INSERT INTO vacancy_revisions (vacancy_id, revision, facts, at) VALUES (@id, 1, '{}', '2026-04-09T10:00:00Z')`, pgx.StrictNamedArgs{"id": s.ids[0]})
	s.exec(`UPDATE live_vacancies SET closes_on = '2026-04-09' WHERE vacancy_id = @id`, pgx.StrictNamedArgs{"id": s.ids[1]})
	full := s.mapAt("/sitemap.xml")
	if full.XMLName.Local != "urlset" || !full.has("http://example.com/") || !full.has("http://example.com/khu-cong-nghiep/quang-chau") {
		t.Errorf("the map %v", full)
	}
	for _, p := range full.Pages {
		if p.Location == "http://example.com"+s.path(s.ids[0]) && p.Changed != "2026-04-09T10:00:00Z" {
			t.Errorf("changed %s", p.Changed)
		}
	}
	if !full.has("http://example.com"+s.path(s.ids[0])) || full.has("http://example.com"+s.path(s.ids[1])) {
		t.Error("the map lacks an open vacancy or has one that is over")
	}
	s.exec(`UPDATE employers SET state = 'suspended'`, nil)
	if m := s.mapAt("/sitemap.xml"); m.has("http://example.com"+s.path(s.ids[0])) || slices.ContainsFunc(m.Pages, func(p struct {
		Location string `xml:"loc"`
		Changed  string `xml:"lastmod"`
	}) bool {
		return strings.Contains(p.Location, "/doanh-nghiep/")
	}) {
		t.Error("the map has what belongs to suspended employers")
	}
}

// TestMoreThanOneMapHolds: the map names its parts, and the parts have every
// page once, each no more than a map holds.
func TestMoreThanOneMapHolds(t *testing.T) {
	t.Parallel()
	const size = 100
	db := postgrestest.DB(t)
	ids := boardtest.Fill(t, db, today, boardtest.Size{Vacancies: 330, Employers: 3})
	small := &vacancies.Screens{Board: &board.Store{DB: db}, Search: search.SQL{DB: db}, Now: clock.Fixed(noon)}
	small.MapOf(size)
	router := chi.NewRouter()
	route.Site{DB: db, Now: clock.Fixed(noon), Log: slog.New(slog.DiscardHandler)}.Mount(router, small.Routes())
	s := &site{t: t, db: db, ids: ids, Handler: router}
	top := s.mapAt("/sitemap.xml")
	if top.XMLName.Local != "sitemapindex" || len(top.Pages) < 4 {
		t.Fatalf("the map of maps: %+v", top)
	}
	times := map[string]int{}
	for _, part := range top.Pages {
		m := s.mapAt(strings.TrimPrefix(part.Location, "http://example.com"))
		if m.XMLName.Local != "urlset" || len(m.Pages) > size || len(m.Pages) == 0 {
			t.Errorf("%s: %s of %d", part.Location, m.XMLName.Local, len(m.Pages))
		}
		for _, p := range m.Pages {
			times[p.Location]++
		}
	}
	for _, id := range ids {
		if n := times["http://example.com"+s.path(id)]; n != 1 {
			t.Errorf("vacancy %d is in %d maps", id, n)
		}
	}
	if times["http://example.com/"] != 1 || times["http://example.com/khu-cong-nghiep/quang-chau"] != 1 {
		t.Error("the pages that are always there are not there once")
	}
	for _, path := range []string{"viec-lam-.xml", "viec-lam--1.xml", "viec-lam-1", "viec-lam-99999999999999999999.xml", "khac.xml"} {
		s.get("/sitemap/"+path, http.StatusNotFound)
	}
	if m := s.mapAt("/sitemap/viec-lam-4000.xml"); len(m.Pages) != 0 {
		t.Errorf("a part of nothing: %+v", m)
	}
}

// TestTheFeedFollowsWordingsAndParameters.
func TestTheFeedFollowsWordingsAndParameters(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 80, Employers: 2})
	type entry struct {
		ID        string `xml:"id"`
		Title     string `xml:"title"`
		Published string `xml:"published"`
		Updated   string `xml:"updated"`
		Link      struct {
			Href string `xml:"href,attr"`
		} `xml:"link"`
	}
	read := func(path string) (feed struct {
		ID      string  `xml:"id"`
		Updated string  `xml:"updated"`
		Entries []entry `xml:"entry"`
	}) {
		t.Helper()
		if err := xml.Unmarshal(s.get(path, http.StatusOK).Body.Bytes(), &feed); err != nil {
			t.Fatal(err)
		}
		return feed
	}
	newest := read("/viec-lam.atom").Entries[0]
	id := regexp.MustCompile(`\d+$`).FindString(newest.ID)
	s.exec(`INSERT INTO vacancy_revisions (vacancy_id, revision, facts, at) SELECT id, 1, '{}', '2026-04-10T04:30:00Z' FROM vacancies WHERE id = @id::bigint`, pgx.StrictNamedArgs{"id": id})
	s.exec(`UPDATE vacancies SET title = 'Gọi 0912345678', slug = 'goi' WHERE id = @id::bigint`, pgx.StrictNamedArgs{"id": id})
	again := read("/viec-lam.atom")
	if e := again.Entries[0]; e.ID != newest.ID || e.Updated != "2026-04-10T04:30:00Z" || again.Updated != e.Updated || e.Published != newest.Published ||
		e.Title != "Gọi […]" || !strings.HasSuffix(e.Link.Href, id+"-goi") {
		t.Errorf("the changed vacancy: %+v in a feed of %s", e, again.Updated)
	}
	total, err := postgres.Value[int64](t.Context(), s.db, `SELECT count(*) FROM live_vacancies WHERE occupation_code LIKE '81%'`)
	if err != nil {
		t.Fatal(err)
	}
	some := read("/viec-lam.atom?nghe=81&sap-xep=thu-nhap&trang=x")
	if int64(len(some.Entries)) != total || some.ID != "http://example.com/viec-lam.atom?nghe=81" {
		t.Errorf("of one occupation: %d entries in %s, want %d", len(some.Entries), some.ID, total)
	}
	tag := s.get("/viec-lam.atom", http.StatusOK).Header().Get("ETag")
	r := httptest.NewRequest(http.MethodGet, "/viec-lam.atom", nil)
	r.Header.Set("If-None-Match", fmt.Sprintf(`"x", %s`, tag))
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusNotModified || w.Body.Len() != 0 {
		t.Errorf("asked with its tag: %d, %d bytes", w.Code, w.Body.Len())
	}
}

// TestRobotsKeepOutOfWhatIsPersonalOrEndless.
func TestRobotsKeepOutOfWhatIsPersonalOrEndless(t *testing.T) {
	t.Parallel()
	s := newSite(t, boardtest.Size{Vacancies: 1, Employers: 1})
	robots := s.get("/robots.txt", http.StatusOK).Body.String()
	for _, line := range []string{"Disallow: /quan-ly/", "Disallow: /ho-so", "Disallow: /*/dang-ky", "Disallow: /api/v1/", "Disallow: /*?", "Sitemap: http://example.com/sitemap.xml"} {
		if !strings.Contains(robots, line+"\n") {
			t.Errorf("robots lack %q", line)
		}
	}
}
