package candidate

import (
	"cauviec/internal/clock"
)

const (
	// keepDays is how long data are kept after the last referral has ended, when
	// the person did not agree to be kept. Law 91/2025/QH15, Art. 25, asks to
	// delete the data of who is not hired and names no number of days; thirty
	// leave room for a complaint and a second look.
	keepDays = 30
	// overDays is how long after a vacancy is over whoever was not hired by it
	// counts as not hired, so that nobody is kept because a result was forgotten.
	overDays = 30
)

// EraseOn returns the day on which a person's data are erased: keepDays after
// the last of the referrals ended. It is no day while one goes on, while the
// person is at work by one, or if the person agreed to be kept. Without any
// referral the days count from since.
func EraseOn(referrals []Referral, keep bool, since clock.Day) clock.Day {
	if keep {
		return clock.Day{}
	}
	last := clock.Day{}
	for _, r := range referrals {
		if !r.Status.Ended() || r.EndedAt == nil {
			return clock.Day{}
		}
		if ended := clock.DayOf(*r.EndedAt); ended.After(last) {
			last = ended
		}
	}
	if last.IsZero() {
		last = since
	}
	return last.Add(keepDays)
}
