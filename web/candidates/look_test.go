package candidates_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"cauviec/web/browsertest"
)

// TestPagesInABrowser looks at every page as phones and desks show it.
func TestPagesInABrowser(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	code, id := w.visitor(t)
	w.post(t, "lan", profilePath(id)+"/gioi-thieu", map[string][]string{"vacancy": {fmt.Sprint(w.vacancy)}})
	server := httptest.NewServer(w)
	t.Cleanup(server.Close)
	ctx := browsertest.New(t)
	look := func(name string) {
		t.Helper()
		for _, width := range []int{320, 360, 1280} {
			browsertest.Viewport(t, ctx, width)
			browsertest.NoSidewaysScroll(t, ctx)
			browsertest.Axe(t, ctx)
			browsertest.Shot(t, ctx, name, width)
		}
	}
	open := func(name, path string) {
		t.Helper()
		browsertest.Open(t, ctx, server.URL+path)
		look(name)
	}
	open("register", w.formPath())
	submit(t, ctx, "full_name")
	look("register-problems")
	open("done", w.formPath()+"/xong?ma="+code)
	open("ask", "/ho-so")
	fill(t, ctx, "code", code)
	fill(t, ctx, "phone", "0912345678")
	submit(t, ctx, "code")
	look("own")
	if _, err := chromedp.Call(ctx, network.SetCookie, network.SetCookieParams{Name: "as", Value: "lan", URL: server.URL}); err != nil {
		t.Fatal(err)
	}
	open("list", "/quan-ly/nguoi-tim-viec")
	open("enter", "/quan-ly/nguoi-tim-viec/moi")
	open("profile", profilePath(id))
	browsertest.Evaluate[bool](t, ctx, `document.querySelectorAll("details").forEach(d => d.open = true) || true`)
	look("profile-open")
	open("introduce", profilePath(id)+"/gioi-thieu")
	open("edit", profilePath(id)+"/sua")
	open("profile-english", profilePath(id)+"?lang=en")
}

func fill(t *testing.T, ctx context.Context, name, words string) {
	t.Helper()
	browsertest.Do(t, ctx, chromedp.SendKeys(chromedp.CSS("#field-"+name), words))
}

// submit sends the form of a field and waits for the page that answers.
func submit(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	if _, err := chromedp.RunResponse(ctx, chromedp.Submit(chromedp.CSS("#field-"+name))); err != nil {
		t.Fatal(err)
	}
}
