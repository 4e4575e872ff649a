package vacancy

import (
	"slices"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/employer"
)

func seat(account int64, side access.Side, kind access.Kind) access.Actor {
	return access.Actor{Account: account, Seat: access.Seat{Side: side, Kind: kind}}
}

func TestOpen(t *testing.T) {
	t.Parallel()
	open := Vacancy{Status: Published, EmployerState: employer.Verified, Details: Details{ClosesOn: today}}
	tests := []struct {
		name   string
		change func(v *Vacancy)
		state  Status
		open   bool
	}{
		{"on its last day", func(*Vacancy) {}, Published, true},
		{"a day later", func(v *Vacancy) { v.ClosesOn = today.Add(-1) }, Expired, false},
		{"paused", func(v *Vacancy) { v.Status = Paused }, Paused, false},
		{"paused and over", func(v *Vacancy) { v.Status, v.ClosesOn = Paused, today.Add(-1) }, Expired, false},
		{"filled, then over", func(v *Vacancy) { v.Status, v.ClosesOn = Filled, today.Add(-1) }, Filled, false},
		{"submitted", func(v *Vacancy) { v.Status = Submitted }, Submitted, false},
		{"its employer suspended", func(v *Vacancy) { v.EmployerState = employer.Suspended }, Published, false},
	}
	for _, tt := range tests {
		v := open
		tt.change(&v)
		if v.Open(today) != tt.open || v.State(today) != tt.state {
			t.Errorf("%s: got %v, %s", tt.name, v.Open(today), v.State(today))
		}
	}
}

func TestOffers(t *testing.T) {
	t.Parallel()
	writer := seat(1, access.Destination, access.Centre)
	publisher := seat(2, access.Source, access.Centre)
	reader := seat(3, access.Source, access.Paper)
	at := func(status Status) Vacancy {
		return Vacancy{Status: status, Revision: 1, CreatedBy: 1, SubmittedBy: 1, Details: Details{ClosesOn: today.Add(5)}}
	}
	over := at(Published)
	over.ClosesOn = today.Add(-1)
	withdrawn := at(Withdrawn)
	withdrawn.Revision = 0
	timed := at(Submitted)
	timed.PublishAt = &time.Time{}
	own := at(Submitted)
	own.SubmittedBy = 2
	tests := []struct {
		name  string
		v     Vacancy
		actor access.Actor
		want  []Action
	}{
		{"a draft", at(Draft), writer, []Action{Submit, Edit, Copy, Keep, Withdraw}},
		{"submitted, by its writer", at(Submitted), writer, []Action{Copy, Keep, Withdraw}},
		{"submitted, by a publisher", at(Submitted), publisher, []Action{Publish, Schedule, Return, Copy, Keep, Withdraw}},
		{"submitted by the publisher", own, publisher, []Action{Return, Copy, Keep, Withdraw}},
		{"published, by its writer", at(Published), writer, []Action{Extend, Amend, Pause, Fill, Copy, Keep, Withdraw}},
		{"published, by a publisher", at(Published), publisher, []Action{Extend, Edit, Pause, Fill, Copy, Keep, Withdraw}},
		{"over", over, writer, []Action{Extend, Fill, Relist, Copy, Keep, Withdraw}},
		{"paused", at(Paused), writer, []Action{Resume, Extend, Amend, Fill, Copy, Keep, Withdraw}},
		{"filled", at(Filled), writer, []Action{Resume, Relist, Copy, Keep}},
		{"withdrawn", at(Withdrawn), writer, []Action{Relist, Copy, Keep}},
		{"withdrawn before it was public", withdrawn, writer, []Action{Copy, Keep}},
		{"to be published by itself", timed, publisher, []Action{Publish, Unschedule, Return, Copy, Keep, Withdraw}},
		{"published, by a newspaper", at(Published), reader, nil},
	}
	for _, tt := range tests {
		if got := tt.v.Offers(tt.actor, today); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestToFill(t *testing.T) {
	t.Parallel()
	tests := []struct {
		counts    Counts
		headcount int
		want      int
	}{
		{Counts{}, 200, 200},
		{Counts{Introduced: 50, Started: 30}, 200, 170},
		{Counts{Started: 30, Left: 5}, 200, 175},
		{Counts{Started: 250}, 200, 0},
	}
	for _, tt := range tests {
		if got := tt.counts.ToFill(tt.headcount); got != tt.want {
			t.Errorf("%+v of %d: got %d, want %d", tt.counts, tt.headcount, got, tt.want)
		}
	}
}
