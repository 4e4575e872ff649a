package browsertest

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// Slow 3G as the tab sees it: every answer waits a round trip, and both ways
// carry 400 kbit a second.
const (
	roundTrip      = 400 // milliseconds
	bytesPerSecond = 400_000 / 8
)

// A cheap phone does its work in four times as long as a quiet core of a server
// of 2026 did the work of workScript. On a machine that is busy or slow itself
// the browser slows down by less, so that the test is about the page and not
// about the machine.
const (
	slowerProcessor = 4
	quietWork       = 44 // milliseconds
)

// workScript does some work of a page's kind a few times and returns how many
// milliseconds the quickest took.
const workScript = `(() => {
	let best = Infinity
	for (let times = 0; times < 5; times++) {
		const begun = performance.now()
		const words = []
		for (let i = 0, x = 1; i < 100000; i++) {
			x = (x * 48271) % 2147483647
			words.push(x.toString(36))
		}
		words.sort()
		best = Math.min(best, performance.now() - begun)
	}
	return best
})()`

// CheapPhone makes the tab as slow as a cheap phone at the edge of the network,
// by the browser's own throttling, with nothing kept from earlier visits.
func CheapPhone(t testing.TB, ctx context.Context) {
	t.Helper()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	rate := min(slowerProcessor, max(1, slowerProcessor*quietWork/Evaluate[float64](t, ctx, workScript)))
	_, err := chromedp.Call(ctx, network.Enable, network.EnableParams{})
	must(err)
	_, err = chromedp.Call(ctx, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
	must(err)
	_, err = chromedp.Call(ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Latency: roundTrip, DownloadThroughput: bytesPerSecond, UploadThroughput: bytesPerSecond}},
	})
	must(err)
	_, err = chromedp.Call(ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: rate})
	must(err)
}

// LargestPaint opens an address and returns how long after the call of the page
// its largest part was painted.
func LargestPaint(t testing.TB, ctx context.Context, address string) time.Duration {
	t.Helper()
	Open(t, ctx, address)
	ms := Evaluate[float64](t, ctx, `new Promise(done => {
		new PerformanceObserver(list => done(list.getEntries().at(-1).startTime)).observe({type: "largest-contentful-paint", buffered: true})
		setTimeout(() => done(-1), 10000)
	})`)
	if ms <= 0 {
		t.Fatalf("%s: nothing was painted", address)
	}
	return time.Duration(ms * float64(time.Millisecond))
}
