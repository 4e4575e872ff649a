package dashboards_test

import (
	"net/http/httptest"
	"testing"

	"github.com/chromedp/chromedp"

	"cauviec/web/browsertest"
)

// TestInABrowser opens the page of each kind of body on a phone and a desk, in
// light and dark.
func TestInABrowser(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	pages := map[string]string{"": "/tien-do"}
	for _, username := range w.everyKind() {
		pages[username] = home + w.actor(username).BodySlug
	}
	server := httptest.NewServer(w.handler)
	t.Cleanup(server.Close)
	tab := browsertest.New(t)
	for username, path := range pages {
		browsertest.Open(t, tab, server.URL+"/static/favicon.svg")
		browsertest.Do(t, tab, chromedp.Evaluate[chromedp.Void](`document.cookie = "who=`+username+`; path=/"`))
		browsertest.Open(t, tab, server.URL+path)
		for scheme, widths := range map[string][]int{"light": {320, 1280}, "dark": {360}} {
			browsertest.Scheme(t, tab, scheme)
			for _, width := range widths {
				browsertest.Viewport(t, tab, width)
				browsertest.NoSidewaysScroll(t, tab)
				browsertest.Axe(t, tab)
			}
		}
	}
}
