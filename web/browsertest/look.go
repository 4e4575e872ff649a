package browsertest

import (
	"context"
	_ "embed" // axe
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// AxeSource is axe-core 4.14.1 (Deque Systems, MPL 2.0; see axe.LICENSE).
//
//go:embed axe.min.js
var AxeSource string

type violation struct {
	ID     string `json:"id"`
	Impact string `json:"impact"`
	Help   string `json:"help"`
	Nodes  []struct {
		HTML    string `json:"html"`
		Summary string `json:"failureSummary"`
	} `json:"nodes"`
}

// Axe fails the test for everything on the open page that breaks WCAG 2.2 A or
// AA or axe's best practices.
func Axe(t testing.TB, ctx context.Context) {
	t.Helper()
	Do(t, ctx, chromedp.Evaluate[chromedp.Void](AxeSource))
	found := Evaluate[[]violation](t, ctx, `axe.run(document, {
		resultTypes: ["violations"], rules: {"target-size": {enabled: true}}
	}).then(r => r.violations)`)
	for _, v := range found {
		var places []string
		for _, n := range v.Nodes[:min(len(v.Nodes), 5)] {
			places = append(places, fmt.Sprintf("  %s\n    %s", n.HTML, strings.ReplaceAll(n.Summary, "\n", "\n    ")))
		}
		t.Errorf("%s: axe: %s (%s, %s), %d places:\n%s", address(t, ctx), v.Help, v.ID, v.Impact, len(v.Nodes), strings.Join(places, "\n"))
	}
}

// NoSidewaysScroll fails the test when the page is wider than the screen, and
// names what sticks out.
func NoSidewaysScroll(t testing.TB, ctx context.Context) {
	t.Helper()
	wide := Evaluate[[]string](t, ctx, `(() => {
		const width = document.documentElement.clientWidth
		if (document.documentElement.scrollWidth <= width) return []
		return [...document.querySelectorAll("body *")]
			.filter(e => e.getBoundingClientRect().right > width + 1)
			.slice(0, 8).map(e => e.outerHTML.slice(0, 120))
			.concat("page " + document.documentElement.scrollWidth + " px wide on a screen of " + width)
	})()`)
	if len(wide) > 0 {
		t.Errorf("%s scrolls sideways:\n  %s", address(t, ctx), strings.Join(wide, "\n  "))
	}
}

// Shot writes a picture of the whole open page at a width into the folder that
// the environment's SHOTS names, as name-width.png; without SHOTS it does
// nothing.
func Shot(t testing.TB, ctx context.Context, name string, width int) {
	t.Helper()
	folder := os.Getenv("SHOTS")
	if folder == "" {
		return
	}
	Viewport(t, ctx, width)
	picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, fmt.Sprintf("%s-%d.png", name, width))
	if err := os.WriteFile(file, picture, 0o644); err != nil {
		t.Fatal(err)
	}
}

func address(t testing.TB, ctx context.Context) string {
	t.Helper()
	return Evaluate[string](t, ctx, "location.pathname + location.search + ' at ' + innerWidth + ' px'")
}
