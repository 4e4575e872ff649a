package drive

import (
	"errors"
	"testing"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
)

var day = clock.MustDay("10/04/2024")

func TestWhenADriveMayMove(t *testing.T) {
	t.Parallel()
	starts, ends := day.At(8, 0), day.At(11, 30)
	tests := []struct {
		from, to Status
		now      time.Time
		want     bool
	}{
		{Planned, Agreed, starts.Add(-time.Hour), true},
		{Planned, Agreed, ends, false},
		{Planned, Announced, starts.Add(-time.Hour), false},
		{Agreed, Announced, starts.Add(-time.Hour), true},
		{Announced, Held, starts.Add(-time.Minute), false},
		{Announced, Held, starts, true},
		{Announced, Reported, ends.Add(-time.Second), false},
		{Announced, Reported, ends, true},
		{Planned, Reported, ends, true},
		{Held, Reported, ends, true},
		{Reported, Reported, ends, true},
		{Reported, Verified, ends, true},
		{Verified, Reported, ends, false},
		{Announced, Postponed, ends, false},
		{Cancelled, Planned, starts, false},
		{Cancelled, Reported, ends, false},
	}
	for _, tt := range tests {
		d := Drive{Status: tt.from, StartsAt: starts, EndsAt: ends}
		if got := d.May(tt.to, tt.now); got != tt.want {
			t.Errorf("%s to %s at %s: got %v, want %v", tt.from, tt.to, tt.now, got, tt.want)
		}
	}
}

func TestPlanCheck(t *testing.T) {
	t.Parallel()
	now := day.At(9, 0)
	good := Plan{Kind: Counselling, Commune: 1, Title: "Tư vấn", Venue: "Nhà văn hóa", StartsAt: day.At(14, 0), EndsAt: day.At(16, 0)}
	tests := []struct {
		name   string
		change func(*Plan)
		field  string
	}{
		{"as it should be", func(*Plan) {}, ""},
		{"last week, from paper", func(p *Plan) { p.StartsAt, p.EndsAt = day.Add(-7).At(8, 0), day.Add(-7).At(10, 0) }, ""},
		{"no venue", func(p *Plan) { p.Venue = " " }, "venue"},
		{"no commune", func(p *Plan) { p.Commune = 0 }, "commune"},
		{"an unknown kind", func(p *Plan) { p.Kind = "party" }, "kind"},
		{"no day", func(p *Plan) { p.StartsAt = time.Time{} }, "day"},
		{"in two years", func(p *Plan) { p.StartsAt, p.EndsAt = day.Add(700).At(8, 0), day.Add(700).At(9, 0) }, "day"},
		{"ends before it begins", func(p *Plan) { p.EndsAt = p.StartsAt.Add(-time.Hour) }, "until"},
		{"day and night", func(p *Plan) { p.EndsAt = p.StartsAt.Add(20 * time.Hour) }, "until"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := good
			tt.change(&p)
			problems, _ := errs.ProblemsOf(p.Check(now))
			if _, has := problems[tt.field]; has != (tt.field != "") || len(problems) > 1 {
				t.Errorf("got %v, want a problem of %q", problems, tt.field)
			}
		})
	}
}

func TestResultsCheck(t *testing.T) {
	t.Parallel()
	good := Results{Attended: 60, Women: 35, EthnicMinority: 58, PoorHousehold: 12, Counselled: 50, Registered: 20, Interviewed: 15,
		Shortlisted: 10, Hired: 4, Leaflets: 200}
	if err := good.Check(); err != nil {
		t.Fatalf("good counts: %v", err)
	}
	tests := []struct {
		field  string
		change func(*Results)
	}{
		{"women", func(r *Results) { r.Women = 61 }},
		{"registered", func(r *Results) { r.Registered = 61 }},
		{"shortlisted", func(r *Results) { r.Shortlisted = 16 }},
		{"hired", func(r *Results) { r.Hired = 16 }},
		{"leaflets", func(r *Results) { r.Leaflets = -1 }},
		{"attended", func(r *Results) { r.Attended = 100_001 }},
	}
	for _, tt := range tests {
		r := good
		tt.change(&r)
		if problems, _ := errs.ProblemsOf(r.Check()); problems[tt.field].Key == "" {
			t.Errorf("%s: got %v", tt.field, problems)
		}
	}
}

func TestInstant(t *testing.T) {
	t.Parallel()
	tests := []struct {
		words        string
		hour, minute int
		bad          bool
	}{
		{"14:00", 14, 0, false},
		{"14h30", 14, 30, false},
		{"7h", 7, 0, false},
		{"8 giờ", 0, 0, true},
		{"8g15", 8, 15, false},
		{"07.30", 7, 30, false},
		{"9", 9, 0, false},
		{"25:00", 0, 0, true},
		{"", 0, 0, true},
	}
	for _, tt := range tests {
		got, err := Instant(day, tt.words, "from")
		if errors.Is(err, errs.Invalid) != tt.bad || !tt.bad && !got.Equal(day.At(tt.hour, tt.minute)) {
			t.Errorf("%q: got %s, %v", tt.words, got, err)
		}
	}
}
