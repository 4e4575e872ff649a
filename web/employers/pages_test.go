package employers_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/go-chi/chi/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/web/browsertest"
	"cauviec/web/employers"
	"cauviec/web/route"
	"cauviec/web/static"
)

const base = "/quan-ly/doanh-nghiep"

// world is a site with these pages only.
type world struct {
	db     *postgres.DB
	router chi.Router
	board  access.Actor // verifies
	centre access.Actor // enters and changes
}

func setup(t *testing.T) world {
	t.Helper()
	db := postgrestest.Tx(t)
	noon := clock.Fixed(time.Date(2026, 3, 10, 5, 0, 0, 0, time.UTC))
	w := world{db: db, router: chi.NewRouter(), board: as(t, db, "bg-bqlkcn"), centre: as(t, db, "ls-ttdvvl")}
	route.Site{DB: db, Now: noon, Log: slog.New(slog.DiscardHandler)}.Mount(w.router, employers.New(db, noon).Routes())
	return w
}

func as(t *testing.T, db *postgres.DB, slug string) access.Actor {
	t.Helper()
	type row struct {
		ID      int64
		Side    access.Side
		Kind    access.Kind
		Account int64
	}
	b, err := postgres.One[row](t.Context(), db, `
		WITH body AS (SELECT id, side, kind FROM bodies WHERE slug = $1), account AS (
			INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
			SELECT $1, '', $1, id, 'staff', '2026-01-01' FROM body RETURNING id
		) SELECT body.id, side, kind, account.id AS account FROM body, account`, slug)
	if err != nil {
		t.Fatal(err)
	}
	return access.Actor{Account: b.Account, Body: b.ID, BodySlug: slug, Seat: access.Seat{Side: b.Side, Kind: b.Kind}, Bodies: []int64{b.ID}}
}

// ask sends a request as an actor and reads the page.
func (w world) ask(t *testing.T, actor access.Actor, method, address string, words url.Values) (*http.Response, *goquery.Document) {
	t.Helper()
	r := httptest.NewRequestWithContext(access.With(t.Context(), actor), method, address, strings.NewReader(words.Encode()))
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	recorder := httptest.NewRecorder()
	w.router.ServeHTTP(recorder, r)
	page, err := goquery.NewDocumentFromReader(recorder.Result().Body)
	if err != nil {
		t.Fatal(err)
	}
	return recorder.Result(), page
}

// post sends a form and returns where it led.
func (w world) post(t *testing.T, actor access.Actor, address string, words url.Values) string {
	t.Helper()
	response, page := w.ask(t, actor, http.MethodPost, address, words)
	if response.StatusCode != http.StatusSeeOther {
		t.Fatalf("POST %s: got %d: %s", address, response.StatusCode, strings.Join(strings.Fields(page.Find("#problems").Text()), " "))
	}
	return response.Header.Get("Location")
}

func filled() url.Values {
	return url.Values{
		"name": {"Công ty May Sông Thương"}, "tax_code": {"0100 233 488"}, "type": {"private"}, "industry_code": {"C"},
		"size_band": {"501_1000"}, "address": {"Lô B2, KCN Đình Trám"}, "contact_phone": {"0912.345.678"},
	}
}

func state(page *goquery.Document) string {
	return page.Find("[data-test=state]").First().AttrOr("data-state", "")
}

func TestFromTheFormToVerifiedAndSuspended(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.post(t, w.centre, base, filled())
	_, page := w.ask(t, w.centre, http.MethodGet, address, nil)
	if state(page) != "unverified" || page.Find("a[href$='/xac-minh']").Length() != 0 {
		t.Errorf("the centre sees %s and may verify: %d", state(page), page.Find("a[href$='/xac-minh']").Length())
	}
	response, page := w.ask(t, w.board, http.MethodPost, address+"/xac-minh", url.Values{"version": {"1"}})
	if response.StatusCode != http.StatusUnprocessableEntity || page.Find("[data-test=problem-why]").Length() != 1 || page.Find("[data-test=problem-looked]").Length() != 1 {
		t.Errorf("verified without evidence: got %d", response.StatusCode)
	}
	w.post(t, w.board, address+"/xac-minh", url.Values{"version": {"1"}, "why": {"Giấy chứng nhận số 12"}, "looked": {"registration", "visit"}})
	w.post(t, w.board, address+"/tam-dung", url.Values{"version": {"2"}, "why": {"Nợ lương"}})
	_, page = w.ask(t, w.board, http.MethodGet, address, nil)
	if state(page) != "suspended" || !strings.Contains(page.Find("[data-test=evidence] li").First().Text(), "Nợ lương") {
		t.Errorf("got %s, %s", state(page), page.Find("[data-test=evidence]").Text())
	}
	if _, page = w.ask(t, w.centre, http.MethodGet, address, nil); !strings.Contains(page.Find("[data-test=state-reason]").Text(), "Nợ lương") {
		t.Error("those who do not verify are not told why")
	}
	if response, _ := w.ask(t, w.board, http.MethodPost, address+"/xac-minh", url.Values{"version": {"2"}, "why": {"x"}, "looked": {"visit"}}); response.StatusCode != http.StatusConflict {
		t.Errorf("an older version: got %d", response.StatusCode)
	}
	_, list := w.ask(t, w.board, http.MethodGet, base+"?trang-thai=suspended&q=song+thuong", nil)
	if list.Find("[data-test=employer]").Length() != 1 {
		t.Error("the list does not find it")
	}
}

func TestARefusedFormKeepsItsWords(t *testing.T) {
	t.Parallel()
	w := setup(t)
	words := filled()
	words.Set("tax_code", "0100233480")
	words.Set("address", "")
	response, page := w.ask(t, w.centre, http.MethodPost, base, words)
	if response.StatusCode != http.StatusUnprocessableEntity || page.Find("#field-tax_code").AttrOr("value", "") != "0100233480" ||
		page.Find("#field-size_band option[selected]").AttrOr("value", "") != "501_1000" {
		t.Errorf("got %d, words lost", response.StatusCode)
	}
	for _, field := range []string{"tax_code", "address"} {
		if page.Find("[data-test=problem-"+field+"]").Length() != 1 {
			t.Errorf("%s: no problem beside it", field)
		}
	}
}

func TestTheSecondWriterSeesBothVersions(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.post(t, w.centre, base, filled())
	first, second := filled(), filled()
	first.Set("version", "1")
	first.Set("address", "Lô C1")
	second.Set("version", "1")
	second.Set("address", "Lô D1")
	w.post(t, w.centre, address+"/sua", first)
	response, page := w.ask(t, w.board, http.MethodPost, address+"/sua", second)
	if response.StatusCode != http.StatusConflict || page.Find("[data-test=newest]").Text() != "Lô C1" || page.Find("[data-test=typed]").Text() != "Lô D1" {
		t.Errorf("got %d: %q beside %q", response.StatusCode, page.Find("[data-test=newest]").Text(), page.Find("[data-test=typed]").Text())
	}
}

func TestReadersDoNotWrite(t *testing.T) {
	t.Parallel()
	w := setup(t)
	address := w.post(t, w.centre, base, filled())
	paper := as(t, w.db, "ls-bao")
	if response, page := w.ask(t, paper, http.MethodGet, address, nil); response.StatusCode != http.StatusOK || page.Find("a[href$='/sua']").Length() != 0 {
		t.Errorf("reading: got %d, offered to edit", response.StatusCode)
	}
	for _, path := range []string{base + "/moi", address + "/sua"} {
		if response, _ := w.ask(t, paper, http.MethodGet, path, nil); response.StatusCode != http.StatusForbidden {
			t.Errorf("%s: got %d", path, response.StatusCode)
		}
	}
}

// TestEverybodyCanUseThePages looks at each page on small and large screens
// and asks axe.
func TestEverybodyCanUseThePages(t *testing.T) {
	w := setup(t)
	address := w.post(t, w.centre, base, filled())
	mux := http.NewServeMux()
	mux.Handle("/static/", static.Handler())
	mux.Handle("/", route.Secure(route.Speak(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		w.router.ServeHTTP(out, r.WithContext(access.With(r.Context(), w.board)))
	}))))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	ctx := browsertest.New(t)
	for name, path := range map[string]string{
		"staff-employers": base, "staff-employer": address, "staff-employer-verify": address + "/xac-minh", "staff-employer-users": address + "/nguoi-dung",
		"staff-employers-ending": base + "/sap-het-han", "staff-employer-form": base + "/moi", "staff-employer-english": address + "?lang=en",
	} {
		for _, width := range []int{320, 360, 1280} {
			browsertest.Viewport(t, ctx, width)
			browsertest.Open(t, ctx, server.URL+path)
			browsertest.NoSidewaysScroll(t, ctx)
			if width != 320 {
				browsertest.Axe(t, ctx)
				browsertest.Shot(t, ctx, name, width)
			}
		}
	}
}
