// Package alert tells people of new vacancies without an account: somebody
// leaves a search and an address, confirms it by the same way, and is told at
// most once a day, in the morning, of what was published since. Every message
// stands in the outbox, whether a channel carries it or nothing does yet.
//
// An address is personal data: it is kept only while its alerts go on, is
// masked wherever many are shown, and stands in no log and no queue.
package alert

import (
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/search"
)

// Channel is a way to reach a person.
type Channel string

// The channels.
const (
	Email Channel = "email"
	Phone Channel = "phone" // a short message
	Push  Channel = "push"  // a notice on the device where it was asked for
)

// Channels lists them as pages offer them.
func Channels() []Channel { return []Channel{Phone, Email, Push} }

// Kind is what a message is for.
type Kind string

// The kinds of messages.
const (
	Confirm  Kind = "confirm"  // the code that proves that the address is the asker's
	Jobs     Kind = "jobs"     // new vacancies
	Question Kind = "question" // the yearly "still looking for work?"
)

// Reason is why a person's alerts ended.
type Reason string

// The reasons.
const (
	Stopped     Reason = "stopped"     // the person said so
	Unanswered  Reason = "unanswered"  // the yearly question was
	Unconfirmed Reason = "unconfirmed" // the code never came back
	Vanished    Reason = "gone"        // the address is no more
)

// The limits of alerts.
const (
	mostAlerts   = 5                // of a person; a sixth takes the place of the oldest
	mostJobs     = 10               // vacancies in a message
	mostCodes    = 3                // codes sent to an address in a day
	mostAsks     = 60               // asks from one network address in an hour: a commune may share one
	mostWrong    = 30               // wrong codes from one in a quarter of an hour
	codeSigns    = 8                // length of a code
	codeHours    = 48               // how long a code can be given back
	yearDays     = 365              // between two questions
	answerDays   = 30               // to answer one
	keptDays     = 90               // how long messages and ended people are kept, without addresses
	settleMargin = 5 * time.Minute  // what was published later may not be visible yet
	askWindow    = time.Hour        // of mostAsks
	wrongWindow  = 15 * time.Minute // of mostWrong
	codeWindow   = 24 * time.Hour   // of mostCodes
	batch        = 200              // people looked at in one transaction
	mostPages    = 20               // of a search that are read for one alert
)

// Person is who is told, known by an address only.
type Person struct {
	ID        int64
	Channel   Channel
	Address   string
	PushKey   string
	PushAuth  string
	Lang      string
	Code      string
	ToldUntil *time.Time // vacancies published up to then were told
	RenewedOn clock.Day  // last said to be looking
	AskedOn   clock.Day  // asked, and not answered yet
	EndedAt   *time.Time
}

// Alert is a search whose new vacancies a person wants to be told of. Asked is
// the search as the address of the list has it.
type Alert struct {
	ID          int64
	PersonID    int64
	Asked       string
	Query       search.Query
	ConfirmedAt time.Time
}

// The hours in which people are told, in Asia/Ho_Chi_Minh: early enough to
// apply the same day, late enough to wake nobody.
const (
	fromHour, fromMinute   = 6, 30
	untilHour, untilMinute = 11, 30
	lateHour               = 20 // a message of the morning is not handed over after it
)

// Morning reports whether people are told at an instant.
func Morning(at time.Time) bool {
	day := clock.DayOf(at)
	return !at.Before(day.At(fromHour, fromMinute)) && at.Before(day.At(untilHour, untilMinute))
}

// Questioned reports whether the person has to be asked today whether it still
// looks for work.
func (p Person) Questioned(today clock.Day) bool {
	return p.AskedOn.IsZero() && !p.RenewedOn.IsZero() && !today.Before(p.RenewedOn.Add(yearDays))
}

// silentSince returns the day before which a question must have been asked to
// count as unanswered today: the asked day and thirty more have passed.
func silentSince(today clock.Day) clock.Day { return today.Add(-answerDays) }

// Silent reports whether the person let the time to answer pass.
func (p Person) Silent(today clock.Day) bool {
	return !p.AskedOn.IsZero() && p.AskedOn.Before(silentSince(today))
}

// window returns when a vacancy must have been published for an alert: after
// what was told and after the alert began, up to until.
func (p Person) window(a Alert) (since time.Time) {
	since = a.ConfirmedAt
	if p.ToldUntil != nil && p.ToldUntil.After(since) {
		since = *p.ToldUntil
	}
	return since
}
