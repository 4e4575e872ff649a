// Package browsertest lets tests look at pages in a real Chromium: open them
// at a phone's and a desk's width, in light and dark, ask axe-core whether
// everybody can use them, and take their picture.
//
// Tests of one binary share a browser and have a tab each. Chromium is the
// program that CHROMIUM names, else the first known one on PATH; without one
// the test fails with a hint, it is never skipped.
package browsertest

import (
	"context"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// limit is how long a test may look at pages.
const limit = 3 * time.Minute

var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}

// browser is shared by the tests that are under way and stopped with the last.
var browser struct {
	sync.Mutex
	users  int
	ctx    context.Context
	cancel context.CancelFunc
}

// New returns the context of a new tab with cookies of its own; it is closed
// when the test ends. What a page does against the content security policy and every exception of a
// script fails the test.
func New(t testing.TB) context.Context {
	t.Helper()
	tab, closeTab := chromedp.NewContext(enter(t), chromedp.WithNewBrowserContext())
	t.Cleanup(closeTab)
	if err := chromedp.Do(tab); err != nil {
		t.Fatalf("opening a tab: %v", err)
	}
	ctx, cancel := context.WithTimeout(tab, limit)
	t.Cleanup(cancel)
	hear(t, ctx)
	Scheme(t, ctx, "light")
	return ctx
}

// enter starts the browser unless it runs, and leaves it when the test ends.
func enter(t testing.TB) context.Context {
	t.Helper()
	browser.Lock()
	defer browser.Unlock()
	if browser.users == 0 {
		start(t)
	}
	browser.users++
	t.Cleanup(leave)
	return browser.ctx
}

func leave() {
	browser.Lock()
	defer browser.Unlock()
	browser.users--
	if browser.users == 0 {
		browser.cancel()
	}
}

func start(t testing.TB) {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(find(t)),
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("hide-scrollbars", true),
	)
	if os.Getuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	browser.ctx = ctx
	browser.cancel = func() { cancel(); stop() }
	if err := chromedp.Do(ctx); err != nil {
		browser.cancel()
		t.Fatalf("starting Chromium: %v", err)
	}
}

// find returns the path of Chromium.
func find(t testing.TB) string {
	t.Helper()
	if path := os.Getenv("CHROMIUM"); path != "" {
		return path
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatalf("no Chromium: install it (on Debian: apt-get install chromium) or set CHROMIUM to its path; looked for %v on PATH", names)
	return ""
}

// Do runs actions and fails the test when one fails.
func Do(t testing.TB, ctx context.Context, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// Open opens an address and waits until it is loaded.
func Open(t testing.TB, ctx context.Context, address string) {
	t.Helper()
	Do(t, ctx, chromedp.Navigate(address))
}

// Viewport makes the tab as wide as a screen of that many CSS pixels: up to
// 767 it is a phone, touched rather than clicked.
func Viewport(t testing.TB, ctx context.Context, width int) {
	t.Helper()
	if width < 768 {
		Do(t, ctx, chromedp.EmulateViewport(int64(width), 780, chromedp.EmulateMobile, chromedp.EmulateTouch))
		return
	}
	Do(t, ctx, chromedp.EmulateViewport(int64(width), 900))
}

// Scheme makes the tab prefer "light" or "dark". Either way it asks for no
// motion, so that what a test sees does not depend on the moment.
func Scheme(t testing.TB, ctx context.Context, scheme string) {
	t.Helper()
	params := emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme},
			{Name: "prefers-reduced-motion", Value: "reduce"},
		},
	}
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, params); err != nil {
		t.Fatal(err)
	}
}

// Evaluate returns the value of a JavaScript expression on the page.
func Evaluate[T any](t testing.TB, ctx context.Context, expression string) T {
	t.Helper()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", expression[:min(len(expression), 80)], err)
	}
	return value
}
