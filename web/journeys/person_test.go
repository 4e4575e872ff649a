// Package journeys goes through the product as its people do: in a real
// browser, over the whole site with the sample world, from one body's page to
// another's. Whatever is looked at is looked at on a phone and on a desk.
package journeys

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"cauviec/internal/startup"
	"cauviec/web/browsertest"
	"cauviec/web/sitetest"
)

// world is a site that is served, for one journey.
type world struct {
	*sitetest.Site
	base string
}

func newWorld(t *testing.T) *world {
	t.Helper()
	s := sitetest.New(t)
	return &world{s, s.Serve(t)}
}

// person is somebody before a screen of their own.
type person struct {
	t    *testing.T
	tab  context.Context
	base string
	name string
	bare bool // pages run no script
}

// visitor is somebody who is not signed in.
func (w *world) visitor(t *testing.T) *person {
	t.Helper()
	p := &person{t: t, tab: browsertest.New(t), base: w.base, name: "visitor"}
	browsertest.Viewport(t, p.tab, 360)
	return p
}

// somebody signs in with an account of the sample world, as the form asks.
func (w *world) somebody(t *testing.T, username string) *person {
	t.Helper()
	p := w.visitor(t)
	p.signIn(username, "/dang-nhap?toi=/mat-khau")
	return p
}

// signIn signs in at an address, which says where it leads.
func (p *person) signIn(username, address string) {
	p.t.Helper()
	p.name = username
	p.open(address)
	p.send(`form[action="/dang-nhap"]`, fill{"username": username, "password": startup.DemoPassword})
}

// open opens a path of the site and wants a page.
func (p *person) open(path string) {
	p.t.Helper()
	response, err := chromedp.RunResponse(p.tab, chromedp.Navigate(p.base+path))
	if err != nil {
		p.t.Fatalf("%s opens %s: %v", p.name, path, err)
	}
	if response.Status >= http.StatusBadRequest {
		p.t.Fatalf("%s opens %s: %d", p.name, path, response.Status)
	}
}

// fill are answers by the names of the questions.
type fill map[string]string

// send answers questions of a form and sends it with its button, or with the
// one of that value. The form must be there once.
func (p *person) send(form string, answers fill, button ...string) {
	p.t.Helper()
	if n := p.count(form); n != 1 {
		p.t.Fatalf("%s on %s: %d forms %s, want one", p.name, p.at(), n, form)
	}
	words, err := json.Marshal(answers)
	if err != nil {
		p.t.Fatal(err)
	}
	which := "[type=submit], button:not([type])"
	if len(button) > 0 {
		which = `[value="` + button[0] + `"]`
	}
	if missing := evaluate[[]string](p, fmt.Sprintf(answering, form, words)); len(missing) > 0 {
		p.t.Fatalf("%s on %s: the form %s does not ask %v", p.name, p.at(), form, missing)
	}
	submit := fmt.Sprintf(`{ const form = document.querySelector(%q); form.requestSubmit(form.querySelector(%q)) }`, form, which)
	response, err := chromedp.RunResponse(p.tab, chromedp.Evaluate[chromedp.Void](submit))
	if err != nil {
		p.t.Fatalf("%s sends %s: %v", p.name, form, err)
	}
	if response.Status >= http.StatusBadRequest {
		p.t.Fatalf("%s sends %s on %s: %d: %s", p.name, form, response.URL, response.Status, p.text("h1, #problems, .problem"))
	}
}

// answering is a script that answers the questions of a form and returns the
// names of those that it does not ask.
const answering = `(() => {
	const form = document.querySelector(%q), missing = []
	for (let e = form; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true
	for (const [name, words] of Object.entries(%s ?? {})) {
		const fields = [...form.elements].filter(e => e.name === name)
		const choice = fields.find(e => (e.type === "radio" || e.type === "checkbox") && e.value === words)
		if (choice) choice.checked = true
		else if (fields.length === 1 && fields[0].type !== "radio") {
			fields[0].value = words
			if (fields[0].value !== words && fields[0].tagName === "SELECT") missing.push(name + "=" + words)
		} else missing.push(name)
	}
	return missing
})()`

// click follows the only link that a selector finds.
func (p *person) click(link string) {
	p.t.Helper()
	href := p.attribute(link, "href")
	if href == "" {
		p.t.Fatalf("%s on %s: no link %s", p.name, p.at(), link)
	}
	response, err := chromedp.RunResponse(p.tab, chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`document.querySelector(%q).click()`, link)))
	if err != nil || response.Status >= http.StatusBadRequest {
		p.t.Fatalf("%s follows %s: %v %v", p.name, href, response, err)
	}
}

func evaluate[T any](p *person, expression string) T {
	p.t.Helper()
	return browsertest.Evaluate[T](p.t, p.tab, expression)
}

// at is the path of the open page.
func (p *person) at() string {
	p.t.Helper()
	return evaluate[string](p, "location.pathname + location.search")
}

// count says how often a selector is found.
func (p *person) count(selector string) int {
	p.t.Helper()
	return evaluate[int](p, fmt.Sprintf(`document.querySelectorAll(%q).length`, selector))
}

// text is the words of what a selector finds, one blank between them.
func (p *person) text(selector string) string {
	p.t.Helper()
	all := evaluate[[]string](p, fmt.Sprintf(`[...document.querySelectorAll(%q)].map(e => e.textContent)`, selector))
	return strings.Join(strings.Fields(strings.Join(all, " ")), " ")
}

// attribute is one of the first thing that a selector finds, or empty.
func (p *person) attribute(selector, name string) string {
	p.t.Helper()
	return evaluate[string](p, fmt.Sprintf(`document.querySelector(%q)?.getAttribute(%q) ?? ""`, selector, name))
}

// sees fails unless the selector is found and holds the words.
func (p *person) sees(selector, words string) {
	p.t.Helper()
	if p.count(selector) == 0 || !strings.Contains(p.text(selector), words) {
		p.t.Errorf("%s on %s: %s says %.300q, want %q in it", p.name, p.at(), selector, p.text(selector), words)
	}
}

// misses fails if the selector is found.
func (p *person) misses(selector string) {
	p.t.Helper()
	if n := p.count(selector); n != 0 {
		p.t.Errorf("%s on %s: %s is there %d times", p.name, p.at(), selector, n)
	}
}

// withoutScript lets pages run none from now on.
func (p *person) withoutScript() {
	p.t.Helper()
	p.bare = true
	p.script(false)
}

// script says whether pages may run any. Looking at a page needs it.
func (p *person) script(may bool) {
	p.t.Helper()
	browsertest.Do(p.t, p.tab, func(ctx context.Context, _ *chromedp.Target) (chromedp.Void, error) {
		_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !may})
		return chromedp.Void{}, err
	})
}

// look asks whether everybody can use the open page, on a phone and a desk.
func (p *person) look(name string) {
	p.t.Helper()
	if p.bare {
		p.script(true)
		defer p.script(false)
	}
	for _, width := range []int{1280, 360} {
		browsertest.Viewport(p.t, p.tab, width)
		browsertest.NoSidewaysScroll(p.t, p.tab)
		browsertest.Axe(p.t, p.tab)
		browsertest.Shot(p.t, p.tab, name, width)
	}
}

// test is the selector of what tests look at.
func test(name string) string { return `[data-test="` + name + `"]` }
