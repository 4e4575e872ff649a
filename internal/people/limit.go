package people

import "time"

// The limits of signing in. Failures are counted over the window. Many phones
// and whole communes share one address behind their carrier, so that limit is
// generous; the one by user name is what stops guessing.
const (
	window          = 15 * time.Minute
	freeFailures    = 5
	addressFailures = 100
	firstWait       = time.Minute
)

// tally is how often signing in has failed within the window: by the name
// since its last success, and by the address.
type tally struct {
	ByName      int
	LastByName  time.Time
	ByAddress   int
	LastAddress time.Time
}

// wait returns how long after now the next attempt is allowed: at once until
// five failures, then one minute after the last, two, four, eight, and never
// more than the window.
func (t tally) wait(now time.Time) time.Duration {
	var until time.Time
	if t.ByName >= freeFailures {
		until = t.LastByName.Add(delay(t.ByName - freeFailures))
	}
	if t.ByAddress >= addressFailures {
		if byAddress := t.LastAddress.Add(firstWait); byAddress.After(until) {
			until = byAddress
		}
	}
	return max(until.Sub(now), 0)
}

// delay is the wait after n failures beyond the free ones.
func delay(n int) time.Duration {
	if n >= 4 {
		return window
	}
	return min(firstWait<<n, window)
}

// minutes rounds a wait up to whole minutes, as people are told it.
func minutes(d time.Duration) int {
	return int((d + time.Minute - 1) / time.Minute)
}
