package alert

import (
	"time"

	"cauviec/internal/board"
	"cauviec/internal/clock"
)

// State is how far a message came.
type State string

// The states of messages.
const (
	Waiting  State = "waiting"
	Handing  State = "handing" // the channel was called, and its answer is not known yet
	Handed   State = "handed"
	Failed   State = "failed"
	Recorded State = "recorded" // written down only: its channel is not connected
)

// States lists them.
func States() []State { return []State{Waiting, Handing, Handed, Failed, Recorded} }

// Why says why a message is where it is; it has words.
type Why string

// The reasons.
const (
	NoReason    Why = ""
	WhyBusy     Why = "busy"        // the channel did not take it; it is tried again
	WhyRefused  Why = "refused"     // the channel will not take it
	WhyGone     Why = "gone"        // there is no such address any more
	WhyUnknown  Why = "unknown"     // nobody can say whether it arrived, so it is not sent again
	WhyLate     Why = "late"        // it would come too late to be of use
	WhyEnded    Why = "ended"       // the person stopped before it was sent
	Unconnected Why = "unconnected" // nothing carries messages of this channel yet
)

// Draft is what a message says, before it has words.
type Draft struct {
	Kind     Kind
	Channel  Channel
	Lang     string
	Code     string // of Confirm: to give back; else: to answer and to stop
	Today    clock.Day
	Jobs     []board.Card // the newest first
	Searches []Found
}

// Found is one of the person's searches: Asked as in the list's address, and
// whether it found more than the message can name.
type Found struct {
	Asked string
	More  bool
}

// Words are a message in words. Link is where a tap leads, StopLink ends all.
type Words struct {
	Subject  string
	Body     string
	Link     string
	StopLink string
}

// Writer gives drafts their words, in the language of the draft.
type Writer interface {
	Write(d Draft) Words
}

// expiry returns until when a message is of use: a code as long as it can be
// given back, all others on their day.
func expiry(kind Kind, at time.Time) time.Time {
	if kind == Confirm {
		return at.Add(codeHours * time.Hour)
	}
	return clock.DayOf(at).At(lateHour, 0)
}
