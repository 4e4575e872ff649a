package obligation

import "cauviec/internal/clock"

// State is what an obligation's status and days mean today, in the words of
// national practice.
type State string

// The states, the most urgent first.
const (
	Overdue        State = "overdue"         // quá hạn
	Silent         State = "silent"          // im lặng: nothing heard within the heartbeat
	DueSoon        State = "due_soon"        // sắp đến hạn
	AwaitingAnswer State = "awaiting_answer" // a request without an answer; never overdue
	OnTime         State = "on_time"         // trong hạn
	Ongoing        State = "ongoing"         // a standing duty that is heard of
	Undated        State = "undated"         // an order without a day that is heard of
	Answered       State = "answered"        // a request with an answer
	Paused         State = "suspended"       // tạm dừng
	DoneLate       State = "done_late"       // hoàn thành quá hạn
	DoneOnTime     State = "done_on_time"    // hoàn thành đúng hạn
	Done           State = "done"            // finished; the paper gave no day
	Settled        State = "settled"         // a request whose answer the issuer took as its end
)

// States lists the states, the most urgent first.
func States() []State {
	return []State{Overdue, Silent, DueSoon, AwaitingAnswer, OnTime, Ongoing, Undated, Answered, Paused,
		DoneLate, DoneOnTime, Done, Settled}
}

// SoonDays is how many working days before its end a deadline is near.
const SoonDays = 5

// State returns what the obligation is today. StateSQL says the same in SQL.
func (o Obligation) State(today clock.Day, calendar clock.Calendar) State {
	switch {
	case o.Status == Suspended:
		return Paused
	case o.Kind == Request:
		return o.requestState()
	case o.Status == Accepted:
		return o.doneState()
	case o.Kind == Standing, o.DueOn.IsZero():
		return o.heartbeatState(today)
	case o.Status == Reported && o.ReportedAt != nil:
		if clock.DayOf(*o.ReportedAt).After(o.DueOn) {
			return Overdue
		}
		return OnTime
	case o.DueOn.Before(today):
		return Overdue
	case o.DueOn.Before(SoonEnd(today, calendar)):
		return DueSoon
	}
	return OnTime
}

// SoonEnd returns the first day that is not near: the working day after the
// last near one.
func SoonEnd(today clock.Day, calendar clock.Calendar) clock.Day {
	return calendar.AddWorking(today, SoonDays+1)
}

func (o Obligation) requestState() State {
	switch o.Status {
	case Accepted:
		return Settled
	case Reported:
		return Answered
	}
	return AwaitingAnswer
}

func (o Obligation) doneState() State {
	switch {
	case o.DueOn.IsZero():
		return Done
	case o.FinishedAt != nil && clock.DayOf(*o.FinishedAt).After(o.DueOn):
		return DoneLate
	}
	return DoneOnTime
}

// heartbeatState is the state of what has no day of its own, or whose days
// come again: it lives by being heard of. A report that waits for judgement is
// not silence of its sender.
func (o Obligation) heartbeatState(today clock.Day) State {
	switch {
	case o.Status != Reported && o.SilentFor(today) > o.HeartbeatDays:
		return Silent
	case o.Kind == Standing:
		return Ongoing
	}
	return Undated
}

// SilentFor returns for how many days nothing has been heard; for a request it
// is its age without an answer.
func (o Obligation) SilentFor(today clock.Day) int {
	return today.Sub(o.Heard())
}

// Age returns how many days ago the obligation was given.
func (o Obligation) Age(today clock.Day) int {
	return today.Sub(clock.DayOf(o.AssignedAt))
}
