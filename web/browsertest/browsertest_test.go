package browsertest

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// witness is a test that notes whether it was failed instead of failing.
type witness struct {
	testing.TB
	failures []string
}

func (w *witness) Errorf(format string, _ ...any) { w.failures = append(w.failures, format) }

// faulty serves a page with one fault of each kind.
func faulty(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", "default-src 'self'")
		w.Write([]byte(`<!DOCTYPE html><html><title>x</title><img src="/a.png" width="900" height="9"><p style="color:red">x</p>`))
	}))
	t.Cleanup(server.Close)
	return server.URL
}

func TestFaultsAreSeen(t *testing.T) {
	t.Parallel()
	tab, closeTab := chromedp.NewContext(enter(t))
	t.Cleanup(closeTab)
	heard := listen(t, tab)
	Open(t, tab, faulty(t))
	Do(t, tab, chromedp.EmulateViewport(360, 780))
	looks := map[string]func(testing.TB, context.Context){"Axe": Axe, "NoSidewaysScroll": NoSidewaysScroll}
	for name, look := range looks {
		w := &witness{TB: t}
		look(w, tab)
		if len(w.failures) == 0 {
			t.Errorf("%s saw nothing wrong with a faulty page", name)
		}
	}
	if said := strings.Join(heard.all(), "\n"); !strings.Contains(said, "Content Security Policy") {
		t.Errorf("the inline style went unnoticed; heard %q", said)
	}
}

func TestTabsShareABrowserAndKnowTheirScreen(t *testing.T) {
	t.Parallel()
	a, b := New(t), New(t)
	Viewport(t, a, 360)
	Viewport(t, b, 1280)
	Scheme(t, b, "dark")
	if width := Evaluate[int](t, a, "screen.width"); width != 360 {
		t.Errorf("the phone is %d px wide", width)
	}
	if width := Evaluate[int](t, b, "innerWidth"); width != 1280 {
		t.Errorf("the desk is %d px wide", width)
	}
	if !Evaluate[bool](t, b, "matchMedia('(prefers-color-scheme: dark)').matches") {
		t.Error("the second tab is not dark")
	}
}
