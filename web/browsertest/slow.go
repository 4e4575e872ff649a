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
	roundTrip       = 400 // milliseconds
	bytesPerSecond  = 400_000 / 8
	slowerProcessor = 4
)

// CheapPhone makes the tab as slow as a cheap phone at the edge of the network,
// by the browser's own throttling, with nothing kept from earlier visits.
func CheapPhone(t testing.TB, ctx context.Context) {
	t.Helper()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	_, err := chromedp.Call(ctx, network.Enable, network.EnableParams{})
	must(err)
	_, err = chromedp.Call(ctx, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
	must(err)
	_, err = chromedp.Call(ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Latency: roundTrip, DownloadThroughput: bytesPerSecond, UploadThroughput: bytesPerSecond}},
	})
	must(err)
	_, err = chromedp.Call(ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: slowerProcessor})
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
