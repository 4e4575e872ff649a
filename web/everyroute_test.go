package web_test

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"cauviec/internal/access"
	"cauviec/web/route"
	"cauviec/web/sitetest"
)

// account is a kind of account of the sample world and one of that kind.
type account struct {
	username string
	actor    access.Actor
}

// accounts are one of every kind, of both provinces, and a visitor.
func accounts(t *testing.T, s *sitetest.Site) []account {
	t.Helper()
	dest := func(kind access.Kind) access.Seat { return access.Seat{Side: access.Destination, Kind: kind} }
	source := func(kind access.Kind) access.Seat { return access.Seat{Side: access.Source, Kind: kind} }
	commune := sitetest.One[string](t, s, `SELECT a.username FROM accounts a JOIN bodies b ON b.id = a.body_id
		JOIN bodies p ON p.id = b.parent_id WHERE p.slug = 'ls-huu-lung' ORDER BY a.id LIMIT 1`)
	employer := sitetest.One[string](t, s, `SELECT a.username FROM accounts a JOIN bodies b ON b.id = a.body_id
		WHERE b.kind = 'employer' ORDER BY a.id LIMIT 1`)
	staff := func(username string, seat access.Seat) account {
		return account{username, access.Actor{Account: 1, Seat: seat, Role: access.Staff}}
	}
	return []account{
		{"", access.Actor{}},
		staff("ls-ubnd-2", source(access.Office)), staff("ls-sldtbxh-2", source(access.Labour)), staff("ls-ttdvvl-2", source(access.Centre)),
		staff("ls-sgtvt-2", source(access.Transport)), staff("ls-bao-2", source(access.Paper)), staff("ls-dai-2", source(access.Broadcaster)),
		staff("ls-huu-lung-2", source(access.District)), staff(commune, source(access.Commune)),
		staff("bg-ubnd-2", dest(access.Office)), staff("bg-sldtbxh-2", dest(access.Labour)), staff("bg-ttdvvl-2", dest(access.Centre)),
		staff("bg-sgtvt-2", dest(access.Transport)), staff("bg-bao-2", dest(access.Paper)), staff("bg-dai-2", dest(access.Broadcaster)),
		staff("bg-bqlkcn-2", dest(access.ZoneBoard)),
		{employer, access.Actor{Account: 1, Seat: dest(access.Employer), Role: access.Admin}},
		{"ls-sgtvt", access.Actor{Account: 1, Seat: source(access.Transport), Role: access.Admin}},
		{"quan-tri", access.Actor{Account: 1, Seat: source(access.Office), Role: access.System}},
	}
}

// samples finds something plausible for every address that names a thing.
var samples = map[string]string{
	"/viec-lam/{id}":                           `SELECT id::text FROM vacancies WHERE status = 'published' ORDER BY closes_on DESC, id LIMIT 1`,
	"/sitemap/{part}":                          `SELECT 'noi.xml'`,
	"/api/v1/vacancies/{id}":                   `SELECT id::text FROM vacancies WHERE status = 'published' ORDER BY closes_on DESC, id LIMIT 1`,
	"/doanh-nghiep/{id}":                       `SELECT e.id::text FROM employers e WHERE e.state = 'verified' ORDER BY e.id LIMIT 1`,
	"/khu-cong-nghiep/{slug}":                  `SELECT slug FROM zones ORDER BY id LIMIT 1`,
	"/dot-tuyen-dung/{ref}":                    `SELECT id::text FROM drives WHERE status = 'announced' ORDER BY id LIMIT 1`,
	"/nhiem-vu/{id}":                           `SELECT o.id::text FROM obligations o JOIN bodies b ON b.id = o.lead_body_id WHERE b.slug = 'ls-huu-lung' ORDER BY o.id LIMIT 1`,
	"/van-ban/{id}":                            `SELECT id::text FROM directives WHERE status = 'confirmed' ORDER BY id LIMIT 1`,
	"/bang-dieu-khien/{slug}":                  `SELECT 'ls-ubnd'`,
	"/bang-dieu-khien/{slug}/{bang}":           `SELECT 'huyen'`,
	"/quan-ly/tin-tuyen-dung/{id}":             `SELECT id::text FROM vacancies WHERE status = 'draft' ORDER BY id LIMIT 1`,
	"/quan-ly/tin-tuyen-dung/{id}/soan/{step}": `SELECT 'viec'`,
	"/quan-ly/tin-tuyen-dung/{id}/so-sanh/{other}": `SELECT min(o.id)::text FROM vacancies o WHERE o.employer_id = (
		SELECT employer_id FROM vacancies WHERE status = 'draft' ORDER BY id LIMIT 1) AND o.id <> (
		SELECT id FROM vacancies WHERE status = 'draft' ORDER BY id LIMIT 1)`,
	"/quan-ly/doanh-nghiep/{id}": `SELECT id::text FROM employers ORDER BY id LIMIT 1`,
	"/bao-tin-xau/{receipt}":     `SELECT code FROM complaints ORDER BY id LIMIT 1`,
	"/quan-ly/bao-tin-xau/{id}":  `SELECT id::text FROM complaints WHERE employer_id IS NOT NULL ORDER BY id LIMIT 1`,
	"/quan-ly/dot-tuyen-dung/{id}": `SELECT d.id::text FROM drives d JOIN bodies b ON b.id = d.district_body_id WHERE b.slug = 'ls-huu-lung'
		ORDER BY d.starts_at DESC, d.id LIMIT 1`,
	"/quan-ly/xuat-vieclam/{id}": `INSERT INTO exchange_exports (at, since, mapping, records, appeared, changed, closed, heading, sha256, lines, body_id)
		SELECT min(created_at), min(created_at), 'x', 0, 0, 0, 0, '{}', '', '\x1f8b08000000000002ff03000000000000000000', min(body_id) FROM employers RETURNING id::text`,
	"/quan-ly/nguoi-tim-viec/{id}": `SELECT id::text FROM candidates ORDER BY id LIMIT 1`,
	"/quan-ly/hop-thu-di/{id}": `WITH who AS (INSERT INTO alert_people (channel, address, lang, code, created_at)
		SELECT 'phone', '+84912345678', 'vi', 'ABCDEFGH', min(created_at) FROM employers RETURNING id, created_at)
		INSERT INTO alert_messages (key, person_id, kind, day, subject, body, link, stop_link, state, created_at, expires_at, changed_at)
		SELECT 'k', id, 'confirm', created_at, 'x', 'x', 'x', 'x', 'waiting', created_at, created_at, created_at FROM who RETURNING id::text`,
	"/quan-ly/truyen-thong/{id}": `SELECT id::text FROM publicity_items ORDER BY id LIMIT 1`,
	"/quan-ly/tai-khoan/{id}":    `SELECT id::text FROM accounts WHERE username = 'ls-sgtvt-2'`,
	"/quan-ly/co-quan/{id}":      `SELECT id::text FROM bodies WHERE slug = 'ls-sgtvt'`,
	"/quan-ly/bang-chung/{id}": `INSERT INTO attachments (thing, thing_id, name, media_type, size, sha256, bytes, at)
		SELECT 'evidence', max(id), 'giay-phep.pdf', 'application/pdf', 4, '', '\x25504446', max(at) FROM employer_evidence RETURNING id::text`,
	"/quan-ly/tin-tuyen-dung/nhap/{id}": `WITH i AS (
			INSERT INTO imports (account_id, body_id, file_name, file_size, state, rows, refused, uploaded_at)
			SELECT a.id, a.body_id, 'don-hang.xlsx', 1, 'discarded', 1, 1, a.created_at FROM accounts a WHERE a.username = 'ls-ttdvvl-2' RETURNING id
		), r AS (INSERT INTO import_rows (import_id, row_no, outcome, title, employer_id, employer, ref)
			SELECT id, n, CASE n % 2 WHEN 0 THEN 'refused' ELSE 'create' END, '=May', 0, '', '' FROM i, generate_series(2, 61) n)
		SELECT id::text FROM i`,
	"/tep/{id}": `INSERT INTO attachments (thing, thing_id, name, media_type, size, sha256, bytes, at)
		SELECT 'report', max(id), 'bao-cao.pdf', 'application/pdf', 4, '', '\x25504446', max(sent_at) FROM reports RETURNING id::text`,
}

// queries are what pages are asked with that show nothing without.
var queries = map[string]string{"/bao-viec/xong": `SELECT '?ma=ABCD' || 'EFGP'`, "/viec-lam/{id}/dang-ky/xong": `SELECT '?ma=' || code FROM candidates ORDER BY id LIMIT 1`}

// address fills a route's path with something plausible.
func address(t *testing.T, s *sitetest.Site, path string) string {
	t.Helper()
	filled := path
	for shut, sign := range path {
		if sign != '}' {
			continue
		}
		sql, known := samples[path[:shut+1]]
		if !known {
			t.Fatalf("say in samples what a plausible %s is", path[:shut+1])
		}
		open := strings.LastIndex(path[:shut], "{")
		filled = strings.Replace(filled, path[open:shut+1], sitetest.One[string](t, s, sql), 1)
	}
	if query, asks := queries[path]; asks {
		filled += sitetest.One[string](t, s, query)
	}
	return filled
}

const nothing = "999999999"

// impossible fills a route's path with things that are not there.
func impossible(path string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		if strings.HasPrefix(part, "{") {
			parts[i] = nothing
		}
	}
	return strings.Join(parts, "/")
}

// endsSession orders the routes that end a session behind all others.
var endsSession = map[string]int{"/dang-xuat-moi-noi": 1, "/dang-xuat": 2}

// refusal is a route that the policy opens to a kind of account, but that a
// finer rule refuses all the same.
type refusal struct {
	kind   access.Kind
	route  string
	reason string
}

var refusals = []refusal{
	{access.Employer, "GET /quan-ly/doanh-nghiep/moi", "employers are entered by the bodies that verify or relay for them"},
	{access.Employer, "POST /quan-ly/doanh-nghiep", "employers are entered by the bodies that verify or relay for them"},
}

// refusedByARule returns the reason, if there is one.
func refusedByARule(a account, rt route.Route) string {
	for _, r := range refusals {
		if r.kind == a.actor.Seat.Kind && r.route == rt.Method+" "+rt.Path {
			return r.reason
		}
	}
	return ""
}

// TestEveryRouteAsEverybody asks every route over HTTP as every kind of
// account. What one may not do is refused before anything happens; what one
// may do is answered; nothing fails; nothing changes.
func TestEveryRouteAsEverybody(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	list := routes()
	slices.SortStableFunc(list, func(a, b route.Route) int { return cmp.Compare(endsSession[a.Path], endsSession[b.Path]) })
	addresses := map[string]string{}
	for _, rt := range list {
		if rt.Method == http.MethodGet {
			addresses[rt.Path] = address(t, s, rt.Path)
		}
	}
	seen := &answered{by: map[string]int{}}
	before := state(t, s)
	t.Run("as", func(t *testing.T) {
		for _, a := range accounts(t, s) {
			t.Run(cmp.Or(a.username, "visitor"), func(t *testing.T) {
				t.Parallel()
				askAll(t, s, a, list, addresses, seen)
			})
		}
	})
	if after := state(t, s); after != before {
		t.Errorf("asking changed something:\n before %s\n after  %s", before, after)
	}
	for _, rt := range list {
		if rt.Method == http.MethodGet && seen.by[rt.Path] == 0 {
			t.Errorf("GET %s (%s): nobody was shown it", rt.Path, addresses[rt.Path])
		}
	}
}

func asksToSignIn(answer sitetest.Answer) bool {
	return answer.Code == http.StatusSeeOther && strings.HasPrefix(answer.Header().Get("Location"), "/dang-nhap?toi=")
}

// answered counts by path what was shown.
type answered struct {
	sync.Mutex
	by map[string]int
}

func (n *answered) note(rt route.Route, answer sitetest.Answer) {
	if rt.Method == http.MethodGet && answer.Code < http.StatusBadRequest && !asksToSignIn(answer) {
		n.Lock()
		defer n.Unlock()
		n.by[rt.Path]++
	}
}

func askAll(t *testing.T, s *sitetest.Site, a account, list []route.Route, addresses map[string]string, seen *answered) {
	t.Helper()
	client := s.Visitor(t)
	if a.username != "" {
		client = s.SignIn(t, a.username)
	}
	for _, rt := range list {
		ask := client.Get
		path := addresses[rt.Path]
		if rt.Method == http.MethodPost {
			path = impossible(rt.Path)
			ask = func(path string) sitetest.Answer { return client.Post(path, url.Values{}) }
		}
		answer := ask(path)
		if wrong := judge(a, rt, answer); wrong != "" {
			t.Errorf("%s %s: %d %s: %s", rt.Method, path, answer.Code, answer.Header().Get("Location"), wrong)
		}
		seen.note(rt, answer)
	}
}

// judge says what is wrong with an answer, if anything is.
func judge(a account, rt route.Route, answer sitetest.Answer) string {
	reason := refusedByARule(a, rt)
	switch {
	case answer.Code >= http.StatusInternalServerError:
		return "failed"
	case a.actor.May(rt.Need) && reason != "":
		return unless(answer.Code == http.StatusForbidden, "want 403: "+reason)
	case a.actor.May(rt.Need):
		return unless(answer.Code != http.StatusUnauthorized && answer.Code != http.StatusForbidden && !asksToSignIn(answer), "the policy allows this")
	case a.actor.SignedIn():
		return unless(answer.Code == http.StatusForbidden, "want 403")
	case rt.Method == http.MethodGet:
		return unless(asksToSignIn(answer), "a visitor is asked to sign in")
	}
	return unless(answer.Code == http.StatusUnauthorized, "want 401")
}

func unless(right bool, wrong string) string {
	if right {
		return ""
	}
	return wrong
}

// state is what must stay as it is: the journal tells every change.
func state(t *testing.T, s *sitetest.Site) string {
	t.Helper()
	return sitetest.One[string](t, s, `SELECT concat_ws(' ', (SELECT count(*) FROM journal WHERE action <> 'sign_out_everywhere'), (SELECT count(*) FROM accounts),
		(SELECT count(*) FROM bodies), (SELECT count(*) FROM employers), (SELECT count(*) FROM vacancies), (SELECT count(*) FROM drives),
		(SELECT count(*) FROM candidates), (SELECT count(*) FROM referrals), (SELECT count(*) FROM reports),
		(SELECT count(*) FROM directives), (SELECT count(*) FROM publicity_items))`)
}
