package candidate

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
)

var noon = clock.MustDay("10/06/2026").At(12, 0)

func day(words string) clock.Day { return clock.MustDay(words) }

func problem(t *testing.T, err error, field string) string {
	t.Helper()
	p, ok := errs.ProblemsOf(err)
	if !ok {
		t.Fatalf("got %v, want problems", err)
	}
	return p[field].Key
}

func TestReferralCheck(t *testing.T) {
	t.Parallel()
	registered := day("01/02/2026").At(9, 0)
	started := day("31/01/2026").At(8, 0)
	tests := []struct {
		name  string
		is    Referral
		to    Move
		field string
		want  string // problem; empty is none
	}{
		{"introduced the same day", Referral{Status: Registered, RegisteredAt: registered}, Move{To: Introduced, On: day("01/02/2026")}, "", ""},
		{"not before registering", Referral{Status: Registered, RegisteredAt: registered}, Move{To: Introduced, On: day("31/01/2026")}, "on", "candidate.problem.too_early"},
		{"not in the future", Referral{Status: Registered, RegisteredAt: registered}, Move{To: Introduced, On: day("11/06/2026")}, "on", "candidate.problem.future"},
		{"a day is needed", Referral{Status: Registered, RegisteredAt: registered}, Move{To: Introduced}, "on", "problem.required"},
		{"an end has a reason", Referral{Status: Introduced, RegisteredAt: registered}, Move{To: NotHired, On: day("02/02/2026")}, "reason", "problem.choice"},
		{"a reason of that end", Referral{Status: Introduced, RegisteredAt: registered}, Move{To: NotHired, On: day("02/02/2026"), Reason: "pay"}, "reason", "problem.choice"},
		{"ended with a reason", Referral{Status: Introduced, RegisteredAt: registered}, Move{To: NotHired, On: day("02/02/2026"), Reason: "skills"}, "", ""},
		{"a month is not over", Referral{Status: Started, RegisteredAt: started, StartedAt: &started}, Move{To: Stayed1, On: day("27/02/2026")}, "on", "candidate.problem.too_early"},
		{"a short month ends with its last day", Referral{Status: Started, RegisteredAt: started, StartedAt: &started}, Move{To: Stayed1, On: day("28/02/2026")}, "", ""},
		{"three months are not over", Referral{Status: Stayed1, RegisteredAt: started, StartedAt: &started}, Move{To: Stayed3, On: day("29/04/2026")}, "on", "candidate.problem.too_early"},
		{"three months", Referral{Status: Stayed1, RegisteredAt: started, StartedAt: &started}, Move{To: Stayed3, On: day("30/04/2026")}, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			err := tt.is.Check(tt.to, noon)
			if tt.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			if got := problem(t, err, tt.field); got != tt.want {
				t.Errorf("got %q, want %q (%v)", got, tt.want, err)
			}
		})
	}
}

func TestNoStageIsJumped(t *testing.T) {
	t.Parallel()
	allowed := map[Status][]Status{
		Registered: {Introduced, Declined, NotHired}, Introduced: {Interviewed, Declined, NotHired},
		Interviewed: {Hired, Declined, NotHired}, Hired: {Started, Declined, NotHired}, Started: {Stayed1, Left},
		Stayed1: {Stayed3, Left}, Stayed3: {Left}, Declined: {Registered}, NotHired: {}, Left: {},
	}
	for _, from := range Statuses() {
		for _, to := range Statuses() {
			err := Referral{Status: from, RegisteredAt: noon}.Check(Move{To: to, On: clock.DayOf(noon), Reason: "other"}, noon)
			if want := slices.Contains(allowed[from], to); want == errors.Is(err, errs.Conflict) {
				t.Errorf("%s → %s: got %v", from, to, err)
			}
		}
	}
}

// TestDaysStayInOrder walks random ways through the table.
func TestDaysStayInOrder(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		now := noon
		r := Referral{Status: Registered, RegisteredAt: now}
		for range 12 {
			now = now.Add(time.Duration(random.IntN(60*24)) * time.Hour)
			options := next[r.Status]
			if len(options) == 0 {
				break
			}
			to := options[random.IntN(len(options))]
			m := Move{To: to, On: clock.DayOf(now).Add(-random.IntN(40)), Reason: "other"}
			if err := r.move(m, now); err != nil {
				continue
			}
			inOrder(t, r, now)
		}
	}
}

func inOrder(t *testing.T, r Referral, now time.Time) {
	t.Helper()
	before, reached := r.RegisteredAt, true
	for _, s := range stages[1:] {
		at, ok := r.Reached(s)
		switch {
		case ok && !reached:
			t.Fatalf("%+v: %s without the stage before", r, s)
		case ok && at.Before(before):
			t.Fatalf("%+v: %s before the stage before", r, s)
		case ok:
			before = at
		}
		reached = ok
	}
	if r.Status.Ended() && (r.EndedAt == nil || r.EndedAt.Before(before) || r.Reason == "") {
		t.Fatalf("%+v: ended before its last stage or without a reason", r)
	}
	if before.After(now) || r.EndedAt != nil && r.EndedAt.After(now) {
		t.Fatalf("%+v: later than %s", r, now)
	}
}

func TestOffersFollowThePolicy(t *testing.T) {
	t.Parallel()
	centre := access.Actor{Account: 1, Seat: access.Seat{Side: access.Source, Kind: access.Centre}}
	employer := access.Actor{Account: 1, Seat: access.Seat{Side: access.Destination, Kind: access.Employer}}
	district := access.Actor{Account: 1, Seat: access.Seat{Side: access.Source, Kind: access.District}}
	tests := []struct {
		actor access.Actor
		is    Status
		want  []Status
	}{
		{centre, Registered, []Status{Introduced, Declined, NotHired}},
		{employer, Registered, []Status{Declined, NotHired}},
		{employer, Hired, []Status{Started, Declined, NotHired}},
		{district, Introduced, nil},
		{centre, Declined, nil},
	}
	for _, tt := range tests {
		if got := (Referral{Status: tt.is}).Offers(tt.actor); !slices.Equal(got, tt.want) {
			t.Errorf("%s of %s: got %v, want %v", tt.actor.Seat, tt.is, got, tt.want)
		}
	}
}

func TestRegistrationCheck(t *testing.T) {
	t.Parallel()
	today := clock.DayOf(noon)
	good := Registration{VacancyID: 1, FullName: "  Hoàng   Thị Mẩy ", BirthYear: 2000, Phone: "0912.345.678", AreaID: 1, Introduce: true}
	if p := good.Normal().Check(today); len(p) > 0 {
		t.Fatalf("good: %v", p)
	}
	if n := good.Normal(); n.FullName != "Hoàng Thị Mẩy" || n.Phone != "+84912345678" {
		t.Errorf("Normal: got %+v", n)
	}
	tests := []struct {
		name  string
		spoil func(*Registration)
		field string
		want  string
	}{
		{"no name", func(r *Registration) { r.FullName = " " }, "full_name", "problem.required"},
		{"no letters", func(r *Registration) { r.FullName = "..." }, "full_name", "candidate.problem.name"},
		{"fourteen", func(r *Registration) { r.BirthYear = 2012 }, "birth_year", "candidate.problem.too_young"},
		{"not born", func(r *Registration) { r.BirthYear = 2030 }, "birth_year", "candidate.problem.birth_year"},
		{"age instead of year", func(r *Registration) { r.BirthYear = 25 }, "birth_year", "candidate.problem.birth_year"},
		{"no phone", func(r *Registration) { r.Phone = "" }, "phone", "problem.required"},
		{"short phone", func(r *Registration) { r.Phone = "0912 345" }, "phone", "problem.phone"},
		{"no commune", func(r *Registration) { r.AreaID = 0 }, "area", "candidate.problem.area"},
		{"no consent", func(r *Registration) { r.Introduce, r.Keep, r.Statistics = false, true, true }, "introduce", "candidate.problem.consent"},
		{"odd gender", func(r *Registration) { r.Gender = "x" }, "gender", "problem.choice"},
	}
	for _, tt := range tests {
		r := good
		tt.spoil(&r)
		p := r.Normal().Check(today)
		if p[tt.field].Key != tt.want || len(p) != 1 {
			t.Errorf("%s: got %v, want %s: %s only", tt.name, p, tt.field, tt.want)
		}
	}
	fifteen := good
	fifteen.BirthYear = 2011
	if p := fifteen.Normal().Check(today); len(p) > 0 {
		t.Errorf("who turns fifteen this year: %v", p)
	}
}

func TestCheckFor(t *testing.T) {
	t.Parallel()
	today := clock.DayOf(noon)
	slip := Registration{FullName: "Lý A", BirthYear: 1990, AreaID: 1, Manner: OnPaper, Keep: true}
	if p := slip.Normal().CheckFor(today); len(p) > 0 {
		t.Errorf("without phone and vacancy, to be kept: %v", p)
	}
	slip.Keep = false
	if p := slip.Normal().CheckFor(today); p["keep"].Key == "" {
		t.Errorf("nothing to keep the person for: %v", p)
	}
	slip.VacancyID, slip.Manner = 1, Online
	p := slip.Normal().CheckFor(today)
	if p["introduce"].Key == "" || p["manner"].Key == "" {
		t.Errorf("no consent and no manner: %v", p)
	}
}

func TestEraseOn(t *testing.T) {
	t.Parallel()
	ended := func(words string) Referral {
		at := day(words).At(10, 0)
		return Referral{Status: NotHired, EndedAt: &at}
	}
	since := day("10/06/2026")
	tests := []struct {
		name      string
		referrals []Referral
		keep      bool
		want      clock.Day
	}{
		{"thirty days after the last end", []Referral{ended("01/05/2026"), ended("05/05/2026")}, false, day("04/06/2026")},
		{"agreed to be kept", []Referral{ended("01/05/2026")}, true, clock.Day{}},
		{"one goes on", []Referral{ended("01/05/2026"), {Status: Introduced}}, false, clock.Day{}},
		{"at work", []Referral{{Status: Stayed3}}, false, clock.Day{}},
		{"no referral and no longer kept", nil, false, day("10/07/2026")},
	}
	for _, tt := range tests {
		if got := EraseOn(tt.referrals, tt.keep, since); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestInitials(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"Nguyễn Thị Hoa": "N. T. H.", "Đặng ánh": "Đ. Á.", "": ""} {
		if got := Initials(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

func TestEmployersOfAConsent(t *testing.T) {
	t.Parallel()
	gone := noon
	cs := Consents{
		{Purpose: ToIntroduce, EmployerID: 1}, {Purpose: ToIntroduce, EmployerID: 2, WithdrawnAt: &gone}, {Purpose: ToKeep},
	}
	for id, want := range map[int64]bool{1: true, 2: false, 3: false} {
		if got := cs.ForEmployer(id); got != want {
			t.Errorf("employer %d: got %v", id, got)
		}
	}
	if !cs.For(ToKeep) || cs.For(ToStatistics) {
		t.Error("For: wrong purposes")
	}
}
