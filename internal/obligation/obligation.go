// Package obligation keeps what a directive's clauses ask of bodies: who
// leads, by when, what was done, and what the Office thinks of it. Lateness
// and silence are computed from days, never stored.
//
// Who works one: the lead body and, where the paper names one, the executing
// body, which is under the lead (the employment centre under the department of
// labour). Either may receive it, tell of progress, report and ask for more
// time: the paper binds the lead "to direct" the executing body, so whichever
// writes first speaks for both, and the history names it. Bodies above read
// and do not write. The Office judges, and nobody judges its own.
package obligation

import (
	"slices"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
)

// Kind is what a clause asks for.
type Kind string

// The kinds: an order asks for a product or a day, a standing duty goes on, a
// request is put to a body that is not under the issuer.
const (
	Order    Kind = "order"
	Standing Kind = "standing"
	Request  Kind = "request"
)

// Kinds lists the kinds in the order of the page.
func Kinds() []Kind { return []Kind{Order, Standing, Request} }

// Status is where an obligation stands in its life. A request that is Reported
// has been answered, and one that is Accepted is settled.
type Status string

// The statuses.
const (
	Assigned   Status = "assigned"
	Received   Status = "received"
	InProgress Status = "in_progress"
	Reported   Status = "reported"
	Accepted   Status = "accepted"
	Suspended  Status = "suspended"
)

// Statuses lists the statuses in the order of a life.
func Statuses() []Status {
	return []Status{Assigned, Received, InProgress, Reported, Accepted, Suspended}
}

// next says where an obligation may go from where it stands. Work proves
// receipt, so a report may come first; a return and an accepted report on a
// standing duty lead back to work; a new lead body begins at Assigned.
var next = map[Status][]Status{
	Assigned:   {Assigned, Received, InProgress, Reported, Suspended},
	Received:   {Assigned, InProgress, Reported, Suspended},
	InProgress: {Assigned, InProgress, Reported, Suspended},
	Reported:   {InProgress, Reported, Accepted, Suspended},
	Suspended:  {Assigned, Received, InProgress, Reported},
}

// Obligation is what one clause asks of one lead body.
type Obligation struct {
	ID              int64
	DirectiveID     int64
	ClauseID        int64
	ParentID        int64 // the district's obligation that was passed on, or 0
	Kind            Kind
	Status          Status
	SuspendedFrom   Status
	IssuerBodyID    int64
	LeadBodyID      int64
	ExecutingBodyID int64 // or 0
	Task            string
	DueOn           clock.Day // the day that counts now
	FirstDueOn      clock.Day // the day the paper gave
	DuePhrase       string
	DueRule         string
	Recurrence      string
	HeartbeatDays   int
	AssignedAt      time.Time
	ReceivedAt      *time.Time
	LastHeardAt     *time.Time // last progress, report or answer
	ReportedAt      *time.Time // when the report that waits for judgement was sent
	FinishedAt      *time.Time // when the accepted report was sent
	Version         int
}

// Move takes the obligation to another status, if its own allows that.
func (o *Obligation) Move(to Status) error {
	if !slices.Contains(next[o.Status], to) {
		return errs.Conflict
	}
	o.Status = to
	return nil
}

// Works reports whether body is the lead or the executing body.
func (o Obligation) Works(body int64) bool {
	return body != 0 && (body == o.LeadBodyID || body == o.ExecutingBodyID)
}

// Heard returns the day on which the body was last heard of: an update, the
// receipt, or else the day of assignment.
func (o Obligation) Heard() clock.Day {
	last := o.AssignedAt
	for _, at := range []*time.Time{o.ReceivedAt, o.LastHeardAt} {
		if at != nil && at.After(last) {
			last = *at
		}
	}
	return clock.DayOf(last)
}

// heartbeats says within how many days a standing duty is heard of, by the
// paper's own rhythm; without one, monthly.
var heartbeats = map[string]int{"": 30, "daily": 7, "weekly": 7, "monthly": 31, "quarterly": 92, "half-yearly": 183, "yearly": 366}
