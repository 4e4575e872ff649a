package alert

import (
	"testing"
	"time"

	"cauviec/internal/clock"
)

func day(words string) clock.Day { return clock.MustDay(words) }

func TestMorning(t *testing.T) {
	t.Parallel()
	monday := day("12/10/2026")
	for _, tt := range []struct {
		hour, minute int
		want         bool
	}{{0, 0, false}, {6, 29, false}, {6, 30, true}, {9, 0, true}, {11, 29, true}, {11, 30, false}, {23, 59, false}} {
		if got := Morning(monday.At(tt.hour, tt.minute)); got != tt.want {
			t.Errorf("%02d:%02d: got %v, want %v", tt.hour, tt.minute, got, tt.want)
		}
	}
	if utc := time.Date(2026, 10, 11, 23, 45, 0, 0, time.UTC); !Morning(utc) {
		t.Error("23:45 UTC is 06:45 where people are told")
	}
}

func TestTheYearlyQuestion(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name           string
		renewed, asked clock.Day
		today          clock.Day
		ask, silent    bool
	}{
		{"new", day("01/03/2026"), clock.Day{}, day("01/03/2026"), false, false},
		{"a day less than a year", day("01/03/2026"), clock.Day{}, day("28/02/2027"), false, false},
		{"a year", day("01/03/2026"), clock.Day{}, day("01/03/2027"), true, false},
		{"asked", day("01/03/2026"), day("01/03/2027"), day("02/03/2027"), false, false},
		{"the last day to answer", day("01/03/2026"), day("01/03/2027"), day("31/03/2027"), false, false},
		{"the day after", day("01/03/2026"), day("01/03/2027"), day("01/04/2027"), false, true},
		{"answered", day("10/03/2027"), clock.Day{}, day("01/04/2027"), false, false},
	}
	for _, tt := range tests {
		p := Person{RenewedOn: tt.renewed, AskedOn: tt.asked}
		if got := p.Questioned(tt.today); got != tt.ask {
			t.Errorf("%s: asked %v, want %v", tt.name, got, tt.ask)
		}
		if got := p.Silent(tt.today); got != tt.silent {
			t.Errorf("%s: silent %v, want %v", tt.name, got, tt.silent)
		}
	}
}

func TestWhatToDoWithAMessage(t *testing.T) {
	t.Parallel()
	now := day("12/10/2026").At(7, 0)
	later, before := now.Add(time.Hour), now.Add(-time.Second)
	tests := []struct {
		state            State
		ended, connected bool
		expires          time.Time
		want             step
		why              Why
	}{
		{Waiting, false, true, later, hand, NoReason},
		{Waiting, false, true, before, fail, WhyLate},
		{Waiting, false, false, later, record, Unconnected},
		{Waiting, true, true, later, fail, WhyEnded},
		{Waiting, true, false, later, fail, WhyEnded},
		{Handing, false, true, later, enquire, NoReason},
		{Handing, false, true, before, enquire, NoReason},
		{Handing, false, false, later, fail, WhyUnknown},
		{Handing, true, true, later, fail, WhyEnded},
		{Handed, false, true, later, nothing, NoReason},
		{Failed, false, true, later, nothing, NoReason},
		{Recorded, false, true, later, nothing, NoReason},
	}
	for _, tt := range tests {
		if got, why := next(tt.state, tt.ended, tt.connected, tt.expires, now); got != tt.want || why != tt.why {
			t.Errorf("%+v: got %v %q", tt, got, why)
		}
	}
}

func TestWhatAnOutcomeMeans(t *testing.T) {
	t.Parallel()
	tests := []struct {
		outcome Outcome
		last    bool
		state   State
		why     Why
		again   bool
	}{
		{Taken, false, Handed, NoReason, false},
		{Untaken, false, Waiting, WhyBusy, true},
		{Untaken, true, Failed, WhyBusy, false},
		{Refusal, false, Failed, WhyRefused, false},
		{NoSuch, false, Failed, WhyGone, false},
		{Unknown, false, Handing, NoReason, true},
		{Unknown, true, Failed, WhyUnknown, false},
		{Unlikely, false, Failed, WhyUnknown, false},
	}
	for _, tt := range tests {
		if state, why, again := settle(tt.outcome, tt.last); state != tt.state || why != tt.why || again != tt.again {
			t.Errorf("%+v: got %v %v %v", tt, state, why, again)
		}
	}
}

func TestPausesGrow(t *testing.T) {
	t.Parallel()
	var all time.Duration
	for attempt := 1; attempt < mostTries; attempt++ {
		if pause(attempt+1) != 2*pause(attempt) {
			t.Errorf("after try %d: %v, then %v", attempt, pause(attempt), pause(attempt+1))
		}
		all += pause(attempt)
	}
	if all < 2*time.Hour || all > 3*time.Hour {
		t.Errorf("the last try comes after %v", all)
	}
}
