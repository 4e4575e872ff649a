package journeys

import (
	"testing"
	"time"

	"cauviec/web/browsertest"
	"cauviec/web/sitetest"
)

// When the largest part of a page is painted: not before the network can have
// brought it, and not after people have given up.
const (
	earliestPaint = 400 * time.Millisecond
	latestPaint   = 2500 * time.Millisecond
)

// TestACheapPhonePaintsSoon opens the pages of a job seeker for the first time,
// as a cheap phone does at the edge of the network.
func TestACheapPhonePaintsSoon(t *testing.T) {
	w := newWorld(t)
	vacancy := sitetest.One[string](t, w.Site,
		`SELECT id || '-' || slug FROM vacancies WHERE status = 'published' ORDER BY closes_on DESC, id LIMIT 1`)
	for _, path := range []string{"/", "/viec-lam", "/viec-lam?q=may+quang+chau+co+ktx", "/viec-lam/" + vacancy} {
		if paint := w.paints(t, path); paint < earliestPaint || paint > latestPaint {
			t.Errorf("%s: largest paint after %s, want %s to %s", path, paint, earliestPaint, latestPaint)
		}
	}
}

// paints returns the best of some visits to a page: what else the machine does
// makes a paint later, and nothing makes it earlier. Between visits that came
// too late it waits for other tests to be over.
func (w *world) paints(t *testing.T, path string) time.Duration {
	t.Helper()
	best := time.Hour
	for try := 0; try < 6 && best > latestPaint; try++ {
		time.Sleep(time.Duration(try) * time.Second)
		p := w.visitor(t)
		browsertest.CheapPhone(t, p.tab)
		best = min(best, browsertest.LargestPaint(t, p.tab, w.base+path))
	}
	t.Logf("%s: largest paint after %s", path, best)
	return best
}
