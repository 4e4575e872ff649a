package obligations

import (
	"bytes"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/go-chi/chi/v5"
	"github.com/jackc/pgx/v5"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/obligation"
	"cauviec/internal/postgres"
	"cauviec/internal/postgres/postgrestest"
	"cauviec/web/route"
	"cauviec/web/static"
	"cauviec/web/ui"
)

// site serves the pages over a real database; who is signed in is said by the
// request's header.
type site struct {
	t       *testing.T
	db      *postgres.DB
	store   *obligation.Store
	now     time.Time
	clause  int64
	paper   int64
	handler http.Handler
	actors  map[string]access.Actor
}

const whoHeader = "X-Test-Body"

func newSite(t *testing.T, db *postgres.DB) *site {
	t.Helper()
	s := &site{t: t, db: db, now: clock.MustDay("14/03/2024").At(9, 0), actors: map[string]access.Actor{}}
	now := func() time.Time { return s.now }
	s.store = &obligation.Store{DB: db, Now: now}
	router := chi.NewRouter()
	router.Handle("/static/*", static.Handler())
	router.Group(func(r chi.Router) {
		r.Use(route.Speak, s.signIn)
		route.Site{DB: db, Now: now, Log: slog.New(slog.NewTextHandler(io.Discard, nil))}.
			Mount(r, (&Screens{Obligations: s.store}).Routes())
	})
	s.handler = router
	s.paper = s.id(`
		INSERT INTO directives (partnership_id, issuer_body_id, status, kind, title, words, sha256, created_at)
		SELECT p.id, b.id, 'confirmed', 'Thông báo', 'Kết luận tại buổi làm việc với Đoàn công tác của UBND tỉnh Bắc Giang', '…', 'x', @now
		FROM partnerships p, bodies b
		WHERE b.slug = 'ls-ubnd'
		ORDER BY p.id
		LIMIT 1
		RETURNING id`, pgx.StrictNamedArgs{"now": s.now})
	above := s.id(`
		INSERT INTO clauses (directive_id, position, path, words) VALUES (@paper, 1, '2', 'UBND tỉnh Lạng Sơn yêu cầu:')
		RETURNING id`, pgx.StrictNamedArgs{"paper": s.paper})
	s.clause = s.id(`
		INSERT INTO clauses (directive_id, parent_id, position, path, words)
		VALUES (@paper, @above, 2, '2.2', 'Phối hợp nghiên cứu các điều kiện để có thể mở tuyến xe khách; báo cáo UBND tỉnh trong tháng 4/2024.')
		RETURNING id`, pgx.StrictNamedArgs{"paper": s.paper, "above": above})
	return s
}

func (s *site) id(sql string, args pgx.StrictNamedArgs) int64 {
	s.t.Helper()
	id, err := postgres.Value[int64](s.t.Context(), s.db, sql, args)
	s.must(err)
	return id
}

func (s *site) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *site) body(slug string) int64 {
	s.t.Helper()
	return s.id(`SELECT id FROM bodies WHERE slug = @slug`, pgx.StrictNamedArgs{"slug": slug})
}

// actor is somebody of a body, with an account.
func (s *site) actor(slug string) access.Actor {
	s.t.Helper()
	if a, ok := s.actors[slug]; ok {
		return a
	}
	body, err := postgres.One[struct {
		ID     int64
		Side   access.Side
		Kind   access.Kind
		Bodies []int64
	}](s.t.Context(), s.db, `
		SELECT b.id, b.side, b.kind, ARRAY(SELECT u.id FROM bodies u WHERE u.id = b.id OR u.parent_id = b.id) AS bodies
		FROM bodies b
		WHERE b.slug = @slug`, pgx.StrictNamedArgs{"slug": slug})
	s.must(err)
	account := s.id(`
		INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
		VALUES (@slug, '-', 'Nguyễn Văn Nam', @body, 'staff', @now)
		RETURNING id`, pgx.StrictNamedArgs{"slug": slug, "body": body.ID, "now": s.now})
	a := access.Actor{Account: account, Name: "Nguyễn Văn Nam", Role: access.Staff, Body: body.ID, BodySlug: slug, Bodies: body.Bodies,
		Seat: access.Seat{Side: body.Side, Kind: body.Kind}}
	s.actors[slug] = a
	return a
}

func (s *site) signIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		slug := r.Header.Get(whoHeader)
		if cookie, err := r.Cookie("body"); err == nil {
			slug = cookie.Value
		}
		if a, ok := s.actors[slug]; ok {
			r = r.WithContext(ui.WithBody(access.With(r.Context(), a), ui.Body{Short: slug, Full: slug}))
		}
		next.ServeHTTP(w, r)
	})
}

// give assigns one obligation of clause 2.2.
func (s *site) give(lead string, change func(*obligation.New)) int64 {
	s.t.Helper()
	item := obligation.New{DirectiveID: s.paper, ClauseID: s.clause, Kind: obligation.Order, Issuer: s.body("ls-ubnd"), Lead: s.body(lead),
		Task:  "Nghiên cứu các điều kiện để có thể mở tuyến xe khách Lạng Sơn - Bắc Giang theo đề nghị của UBND tỉnh Bắc Giang; báo cáo UBND tỉnh",
		DueOn: clock.MustDay("30/04/2024"), DuePhrase: "trong tháng 4/2024", DueRule: "in_month",
		Counterparts: []obligation.Party{{Body: s.body("bg-sgtvt"), Words: "Sở Giao thông vận tải tỉnh Bắc Giang"}}}
	if change != nil {
		change(&item)
	}
	ids, err := s.store.Assign(s.t.Context(), s.actor("ls-ubnd"), []obligation.New{item})
	s.must(err)
	return ids[0]
}

// answer is a response with its page parsed.
type answer struct {
	*httptest.ResponseRecorder
	page *goquery.Document
}

func (s *site) do(slug string, r *http.Request) answer {
	s.t.Helper()
	s.actor(slug)
	r.Header.Set(whoHeader, slug)
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	page, err := goquery.NewDocumentFromReader(bytes.NewReader(w.Body.Bytes()))
	s.must(err)
	return answer{w, page}
}

func (s *site) get(slug, path string) answer {
	s.t.Helper()
	return s.do(slug, httptest.NewRequestWithContext(s.t.Context(), http.MethodGet, path, nil))
}

func (s *site) post(slug, path string, values url.Values) answer {
	s.t.Helper()
	r := httptest.NewRequestWithContext(s.t.Context(), http.MethodPost, path, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return s.do(slug, r)
}

// upload posts a report with files by name.
func (s *site) upload(slug, path, words string, files map[string]string) answer {
	s.t.Helper()
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	s.must(form.WriteField("words", words))
	for name, content := range files {
		part, err := form.CreateFormFile("files", name)
		s.must(err)
		_, err = part.Write([]byte(content))
		s.must(err)
	}
	s.must(form.Close())
	r := httptest.NewRequestWithContext(s.t.Context(), http.MethodPost, path, &b)
	r.Header.Set("Content-Type", form.FormDataContentType())
	return s.do(slug, r)
}

// send posts the form of an action as the page offers it, with more values.
func (s *site) send(slug string, id int64, action string, more url.Values) answer {
	s.t.Helper()
	page := s.get(slug, address(id))
	form := page.page.Find(`[data-test="do-` + action + `"]`)
	path, ok := form.Attr("action")
	if !ok {
		s.t.Fatalf("%s is not offered %s on %s", slug, action, address(id))
	}
	values := url.Values{}
	form.Find("input[type=hidden]").Each(func(_ int, in *goquery.Selection) {
		values.Set(in.AttrOr("name", ""), in.AttrOr("value", ""))
	})
	for name, value := range more {
		values[name] = value
	}
	return s.post(slug, path, values)
}

func (s *site) want(a answer, status int) {
	s.t.Helper()
	if a.Code != status {
		s.t.Fatalf("got %d, want %d: %s", a.Code, status, strings.TrimSpace(a.page.Find("h1, [data-test=problems]").Text()))
	}
}

func tx(t *testing.T) *site { return newSite(t, postgrestest.Tx(t)) }
