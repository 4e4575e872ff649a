package journeys

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cauviec/web/sitetest"
)

// desk is a body of the partnership with the clauses of the founding notice
// that it leads, executes or answers beside.
type desk struct {
	body    string
	clauses []string
	part    string // of its dashboard, that only bodies of its kind have
}

// desks are the bodies that have work together; the districts follow.
var desks = []desk{
	{"ls-ubnd", []string{"1"}, "huyen"},
	{"ls-sldtbxh", []string{"2.1.a", "2.1.b"}, "trung-tam"},
	{"ls-ttdvvl", []string{"2.1.a"}, "cho-duyet"},
	{"ls-sgtvt", []string{"2.2"}, "ho-so"},
	{"ls-bao", []string{"2.3"}, "ke-hoach"},
	{"ls-dai", []string{"2.3"}, "ke-hoach"},
	{"bg-ubnd", []string{"1"}, "khu"},
	{"bg-sldtbxh", nil, "khu"},
	{"bg-ttdvvl", nil, "khu"},
	{"bg-bqlkcn", nil, "khu"},
	{"bg-sgtvt", []string{"2.2"}, "ho-so"},
	{"bg-bao", []string{"2.3"}, "ke-hoach"},
	{"bg-dai", []string{"2.3"}, "ke-hoach"},
}

var districts = []string{"ls-tp-lang-son", "ls-trang-dinh", "ls-binh-gia", "ls-van-lang", "ls-cao-loc", "ls-van-quan", "ls-bac-son",
	"ls-huu-lung", "ls-chi-lang", "ls-loc-binh", "ls-dinh-lap"}

// looked are one body of each kind: their dashboards are alike.
var looked = []string{"ls-ubnd", "ls-sldtbxh", "ls-ttdvvl", "ls-sgtvt", "ls-bao", "ls-tp-lang-son", "bg-ubnd", "bg-ttdvvl", "bg-sgtvt"}

// TestEverybodyLandsOnTheirDashboard: signing in leads to the body's own
// dashboard, which tells how things stand and leads to its obligations.
func TestEverybodyLandsOnTheirDashboard(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	all := slices.Clone(desks)
	for _, district := range districts {
		all = append(all, desk{district, []string{"2.4"}, "xa"})
	}
	for _, d := range all {
		t.Run(d.body, func(t *testing.T) {
			t.Parallel()
			p := w.landed(t, d.body)
			p.sees(test("part-"+d.part), "")
			for _, address := range w.dutiesOf(t, d) {
				if p.count(`main a[href="`+address+`"]`) == 0 {
					t.Errorf("the dashboard of %s does not lead to %s", d.body, address)
				}
			}
			if slices.Contains(looked, d.body) {
				p.look("dashboard-" + d.body)
			}
		})
	}
}

// TestCommunesAndEmployersLandToo: they have dashboards of their own, and
// nobody opens another employer's.
func TestCommunesAndEmployersLandToo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	employers := `SELECT b.slug FROM bodies b JOIN employers e ON e.body_id = b.id JOIN vacancies v ON v.employer_id = e.id
		WHERE v.status = 'published' GROUP BY b.slug ORDER BY count(*) DESC, b.slug LIMIT 1 OFFSET $1`
	employer, other := sitetest.One[string](t, w.Site, employers, 0), sitetest.One[string](t, w.Site, employers, 1)
	commune := sitetest.One[string](t, w.Site, `SELECT b.slug FROM bodies b JOIN obligations o ON o.lead_body_id = b.id
		WHERE b.kind = 'commune' ORDER BY b.slug LIMIT 1`)
	p := w.landed(t, employer)
	p.sees(test("part-don-hang"), "")
	p.look("dashboard-employer")
	if code := w.SignIn(t, employer).Get("/bang-dieu-khien/" + other).Code; code != 404 {
		t.Errorf("another employer's dashboard: %d", code)
	}
	p = w.landed(t, commune)
	p.sees("main", "Chỉ đạo UBND các xã")
	p.look("dashboard-commune")
}

// landed signs somebody in and wants the own dashboard.
func (w *world) landed(t *testing.T, body string) *person {
	t.Helper()
	p := w.visitor(t)
	p.signIn(body, "/dang-nhap")
	if p.at() != "/bang-dieu-khien/"+body {
		t.Fatalf("%s lands on %s", body, p.at())
	}
	if words := p.text(test("headline")); len(strings.Fields(words)) < 4 {
		t.Errorf("the headline of %s says %q", body, words)
	}
	return p
}

// dutiesOf are the addresses of what the founding notice asks of a body.
func (w *world) dutiesOf(t *testing.T, d desk) (addresses []string) {
	t.Helper()
	for _, clause := range d.clauses {
		ids := sitetest.One[[]int64](t, w.Site, `SELECT array_agg(o.id) FROM obligations o JOIN clauses c ON c.id = o.clause_id
			JOIN directives d ON d.id = o.directive_id JOIN bodies b ON b.slug = $1
			WHERE c.path = $2 AND NOT d.sample AND o.parent_id IS NULL AND (b.id IN (o.lead_body_id, o.executing_body_id, o.issuer_body_id)
				OR EXISTS (SELECT FROM obligation_bodies ob WHERE ob.obligation_id = o.id AND ob.body_id = b.id))`, d.body, clause)
		if len(ids) == 0 {
			t.Errorf("%s has nothing of clause %s", d.body, clause)
		}
		for _, id := range ids {
			addresses = append(addresses, fmt.Sprintf("/nhiem-vu/%d", id))
		}
	}
	return addresses
}
