package staffvacancies_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/go-chi/chi/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/internal/vacancy"
	"cauviec/web/route"
	"cauviec/web/staffvacancies"
)

var noon = clock.Fixed(time.Date(2026, 3, 10, 5, 0, 0, 0, time.UTC))

// world is a site with these pages only, a verified employer and two bodies.
type world struct {
	db     *postgres.DB
	router chi.Router
	zone   int64
	own    access.Actor // the employer's user
	centre access.Actor
}

func setup(t *testing.T) world {
	t.Helper()
	return setupOn(t, postgrestest.Tx(t))
}

func setupOn(t *testing.T, db *postgres.DB) world {
	t.Helper()
	w := world{db: db, centre: as(t, db, "ls-ttdvvl")}
	w.zone = value(t, db, `SELECT id FROM zones WHERE slug = 'dinh-tram'`)
	w = w.on(noon)

	board, s := as(t, db, "bg-bqlkcn"), &employer.Store{DB: db, Now: noon}
	id, err := s.Create(t.Context(), board, employer.Details{
		TaxCode: "0100233488", Name: "Công ty May Sông Thương", Type: "private", Address: "Lô B2", ZoneID: w.zone})
	if err == nil {
		err = s.Verify(t.Context(), board, id, 1, "giấy phép", employer.Registration)
	}
	if err != nil {
		t.Fatal(err)
	}
	w.own = as(t, db, "dn-cong-ty-may-song-thuong")
	w.own.Employer = id
	return w
}

// on is the same site as it stands at another time.
func (w world) on(now clock.Clock) world {
	w.router = chi.NewRouter()
	site := route.Site{DB: w.db, Now: now, Log: slog.New(slog.DiscardHandler)}
	site.Mount(w.router, staffvacancies.New(w.db, now).Routes())
	return w
}

func as(t *testing.T, db *postgres.DB, slug string) access.Actor {
	t.Helper()
	type body struct {
		ID   int64
		Side access.Side
		Kind access.Kind
	}
	b, err := postgres.One[body](t.Context(), db, `SELECT id, side, kind FROM bodies WHERE slug = $1`, slug)
	if err != nil {
		t.Fatal(err)
	}
	account := value(t, db, `
		INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
		VALUES ($1, '', $1, $2, 'staff', '2026-01-01') RETURNING id`, slug, b.ID)
	return access.Actor{Account: account, Body: b.ID, BodySlug: slug, Seat: access.Seat{Side: b.Side, Kind: b.Kind}, Bodies: []int64{b.ID}}
}

func value(t *testing.T, db *postgres.DB, sql string, args ...any) int64 {
	t.Helper()
	v, err := postgres.Value[int64](t.Context(), db, sql, args...)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func (w world) exec(t *testing.T, sql string, args ...any) {
	t.Helper()
	if _, err := w.db.Exec(t.Context(), sql, args...); err != nil {
		t.Fatal(err)
	}
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
	response := recorder.Result()
	page, err := goquery.NewDocumentFromReader(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, page
}

func (w world) get(t *testing.T, actor access.Actor, address string) *goquery.Document {
	t.Helper()
	response, page := w.ask(t, actor, http.MethodGet, address, nil)
	if response.StatusCode != http.StatusOK {
		t.Fatalf("GET %s: got %d: %s", address, response.StatusCode, page.Find("h1").Text())
	}
	return page
}

// post sends a form and returns where it led.
func (w world) post(t *testing.T, actor access.Actor, address string, words url.Values) string {
	t.Helper()
	response, page := w.ask(t, actor, http.MethodPost, address, words)
	if response.StatusCode != http.StatusSeeOther {
		t.Fatalf("POST %s: got %d: %s", address, response.StatusCode, strings.Join(strings.Fields(page.Find("#problems, [data-test=missing]").Text()), " "))
	}
	return response.Header.Get("Location")
}

// filled is the form of a vacancy as a person fills it in.
func (w world) filled() url.Values {
	return url.Values{
		"employer_id": {"0100233488"}, "title": {"Công nhân may"}, "occupation_code": {"8153"},
		"zone_id": {value64(w.zone)}, "headcount": {"1.200"}, "description": {"May áo khoác"}, "position": {"staff"},
		"education": {"lower_secondary"}, "qualification": {"any"}, "hours": {"full"}, "basic_wage": {"5,2 triệu"},
		"income_from": {"8tr"}, "income_to": {"11tr5"}, "benefits": {"dormitory", "insurance"}, "conditions": {"indoor"},
		"no_fee": {"1"}, "contact_name": {"Chị Hoa"}, "contact_phone": {"0912 345 678"}, "closes_on": {"30/4/2026"},
	}
}

type selection = goquery.Selection

// numberIn is the number of the vacancy in its address.
func numberIn(address string) int64 {
	n, err := strconv.ParseInt(strings.Split(strings.TrimPrefix(address, base+"/"), "/")[0], 10, 64)
	if err != nil {
		panic(err)
	}
	return n
}

// at returns the page of a vacancy brought to a status.
func (w world) at(t *testing.T, status vacancy.Status) string {
	t.Helper()
	page := w.post(t, w.own, base, w.filled())
	if status != vacancy.Draft {
		w.post(t, w.own, page+"/gui-duyet", url.Values{"version": {"1"}})
	}
	if status == vacancy.Published {
		w.post(t, w.centre, page+"/dang", url.Values{"version": {"2"}})
	}
	return page
}
