package web_test

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"cauviec/web/sitetest"
)

const (
	mostPages     = 400 // of one account
	mostOfAPlace  = 8   // addresses that differ only in numbers and queries
	fewestOfStaff = 40  // a crawl that finds less has lost its way
	fewestPublic  = 30
)

// TestEveryPage follows every link that everybody is offered and looks at what
// the pages are made of, in both languages.
func TestEveryPage(t *testing.T) {
	t.Parallel()
	s := sitetest.New(t)
	employer := sitetest.One[string](t, s, `SELECT b.slug FROM bodies b JOIN employers e ON e.body_id = b.id
		JOIN vacancies v ON v.employer_id = e.id WHERE v.status = 'published' GROUP BY b.slug ORDER BY count(*) DESC, b.slug LIMIT 1`)
	commune := sitetest.One[string](t, s, `SELECT b.slug FROM bodies b JOIN obligations o ON o.lead_body_id = b.id
		WHERE b.kind = 'commune' ORDER BY b.slug LIMIT 1`)
	for _, who := range []string{"", "ls-ubnd", "ls-ttdvvl", "ls-huu-lung", "ls-bao", "ls-sgtvt", "bg-ttdvvl", "quan-tri", commune, employer} {
		t.Run(cmp.Or(who, "visitor"), func(t *testing.T) {
			t.Parallel()
			c := &crawl{t: t, client: s.Visitor(t), seen: map[string]bool{}, places: map[string]int{}, refused: map[string]bool{}}
			if who != "" {
				c.client = s.SignIn(t, who)
			}
			pages := c.from("/", "/viec-lam", "/bang-dieu-khien", "/mat-khau")
			if fewest := map[bool]int{true: fewestPublic, false: fewestOfStaff}[who == ""]; pages < fewest {
				t.Errorf("found %d pages only, want %d", pages, fewest)
			}
			t.Logf("%d pages", pages)
		})
	}
}

// crawl follows links breadth first.
type crawl struct {
	t       *testing.T
	client  *sitetest.Client
	queue   []step
	seen    map[string]bool // addresses queued
	places  map[string]int
	refused map[string]bool // faults told once
}

type step struct{ path, from string }

func (c *crawl) from(paths ...string) (pages int) {
	for _, path := range paths {
		c.offer(path, "the start")
	}
	for len(c.queue) > 0 && pages < mostPages {
		next := c.queue[0]
		c.queue = c.queue[1:]
		c.visit(next)
		pages++
	}
	return pages
}

var numbers = regexp.MustCompile(`/\d+(-[a-z0-9-]+)?|xa-\d+`)

// place is what addresses of the same kind have in common: their path without
// numbers, and which questions their query asks.
func place(u *url.URL) string {
	path := numbers.ReplaceAllString(u.Path, "/{id}")
	var asked []string
	for name := range u.Query() {
		asked = append(asked, name)
	}
	if len(asked) == 1 {
		return path + "?" + asked[0]
	}
	return path + map[bool]string{true: "?…"}[len(asked) > 0]
}

// offer queues an address of the site unless enough of its kind are known.
func (c *crawl) offer(href, from string) {
	u, err := url.Parse(href)
	if err != nil {
		c.t.Errorf("%s links to %q: %v", from, href, err)
		return
	}
	if u.Scheme != "" || u.Host != "" || u.Path == "" || strings.HasPrefix(u.Path, "/static/") || u.Query().Has("lang") {
		return
	}
	u.Fragment = ""
	if c.seen[u.String()] || c.places[place(u)] >= mostOfAPlace {
		return
	}
	c.seen[u.String()] = true
	c.places[place(u)]++
	c.queue = append(c.queue, step{u.String(), from})
}

func (c *crawl) visit(next step) {
	c.client.Speak("vi")
	a := c.client.Get(next.path)
	if a.Code == http.StatusSeeOther || a.Code == http.StatusMovedPermanently {
		to := a.Header().Get("Location")
		if strings.HasPrefix(to, "/dang-nhap?toi=") && next.from != "the start" {
			c.fault("asked to sign in behind a link", next)
		}
		c.offer(to, next.path)
		return
	}
	if a.Code >= http.StatusBadRequest {
		c.fault(fmt.Sprintf("answers %d", a.Code), next)
		return
	}
	if a.Header().Get("Content-Security-Policy") == "" {
		c.fault("has no content security policy", next)
	}
	if !strings.HasPrefix(a.Header().Get("Content-Type"), "text/html") {
		return
	}
	doc := a.Doc(c.t)
	for _, href := range linksOf(doc) {
		c.offer(resolve(next.path, href), next.path)
	}
	c.client.Speak("en")
	english := c.client.Get(next.path).Doc(c.t)
	for _, fault := range append(faultsOf(doc), faultsOfEnglish(english)...) {
		c.fault(fault, next)
	}
}

// resolve makes an address that is told in relation to a page whole.
func resolve(page, href string) string {
	base, err := url.Parse(page)
	if err != nil {
		return href
	}
	u, err := base.Parse(href)
	if err != nil {
		return href
	}
	return u.String()
}

// fault tells of each fault once per kind of page.
func (c *crawl) fault(what string, at step) {
	u, err := url.Parse(at.path)
	if err != nil || c.refused[place(u)+what] {
		return
	}
	c.refused[place(u)+what] = true
	c.t.Errorf("%s (linked from %s): %s", at.path, at.from, what)
}
