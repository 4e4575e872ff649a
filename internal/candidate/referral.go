package candidate

import (
	"slices"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
)

// Status is how far a referral came.
type Status string

// The statuses: the stages in their order, then the ways a referral ends.
const (
	Registered  Status = "registered"
	Introduced  Status = "introduced"
	Interviewed Status = "interviewed"
	Hired       Status = "hired"
	Started     Status = "started"
	Stayed1     Status = "stayed_1" // still at work after one month
	Stayed3     Status = "stayed_3" // and after three

	Declined Status = "declined"
	NotHired Status = "not_hired"
	Left     Status = "left"
)

// Statuses lists them in the order of pages.
func Statuses() []Status {
	return append(slices.Clone(stages), Declined, NotHired, Left)
}

var stages = []Status{Registered, Introduced, Interviewed, Hired, Started, Stayed1, Stayed3}

// next says where a referral may go from where it stands; pages draw a button
// for each. Who declined may register again.
var next = map[Status][]Status{
	Registered:  {Introduced, Declined, NotHired},
	Introduced:  {Interviewed, Declined, NotHired},
	Interviewed: {Hired, Declined, NotHired},
	Hired:       {Started, Declined, NotHired},
	Started:     {Stayed1, Left},
	Stayed1:     {Stayed3, Left},
	Stayed3:     {Left},
	Declined:    {Registered},
}

// May reports whether the status may become another.
func (s Status) May(to Status) bool { return slices.Contains(next[s], to) }

// Ended reports whether nothing more is expected.
func (s Status) Ended() bool { return s == Declined || s == NotHired || s == Left }

// Placed reports whether the person has work by this referral. One referral of
// a person at a time can be so.
func (s Status) Placed() bool { return slices.Contains(stages[3:], s) }

// followUps says how many months after the first day at work a stay can be
// recorded: a centre follows whom it introduced for three months (Decree
// 23/2021/ND-CP, Art. 12); the look after one is the centres' own practice.
var followUps = map[Status]int{Stayed1: 1, Stayed3: 3}

// Reason is why a referral ended. It is a choice and not free words, so that
// it can be counted and never names a person or an illness.
type Reason string

// The reasons that the program itself gives.
const (
	ChangedMind      Reason = "changed_mind"
	ConsentWithdrawn Reason = "consent_withdrawn"
	VacancyOver      Reason = "vacancy_over"
)

var reasons = map[Status][]Reason{
	Declined: {ChangedMind, "pay", "far", "family", "found_other", "no_answer", ConsentWithdrawn, "other"},
	NotHired: {"skills", "papers", "no_show", VacancyOver, "other"},
	Left:     {"pay", "far", "family", "found_other", "conditions", "contract_over", "dismissed", "other"},
}

// Reasons lists why a referral can have the status; none for a stage.
func (s Status) Reasons() []Reason { return reasons[s] }

// Referral is candidate × vacancy. The instants say when each stage was
// reached; none is before the one before it.
type Referral struct {
	ID            int64
	CandidateID   int64
	VacancyID     int64
	Status        Status
	Reason        Reason
	RegisteredAt  time.Time
	CalledAt      *time.Time
	IntroducedAt  *time.Time
	InterviewedAt *time.Time
	HiredAt       *time.Time
	StartedAt     *time.Time
	Stayed1At     *time.Time
	Stayed3At     *time.Time
	EndedAt       *time.Time
	DriveID       int64
	Version       int

	VacancyTitle string
	VacancySlug  string
	VacancyOpen  bool // as the asker's today sees it
	EmployerID   int64
	EmployerName string
}

// at returns where the instant of a stage is kept.
func (r *Referral) at(s Status) **time.Time {
	switch s {
	case Introduced:
		return &r.IntroducedAt
	case Interviewed:
		return &r.InterviewedAt
	case Hired:
		return &r.HiredAt
	case Started:
		return &r.StartedAt
	case Stayed1:
		return &r.Stayed1At
	case Stayed3:
		return &r.Stayed3At
	}
	return &r.EndedAt
}

// Reached returns when a stage or end was reached, and whether it was.
func (r Referral) Reached(s Status) (time.Time, bool) {
	if s == Registered {
		return r.RegisteredAt, true
	}
	at := *r.at(s)
	if at == nil || s.Ended() && r.Status != s {
		return time.Time{}, false
	}
	return *at, true
}

// last returns the instant of the newest stage.
func (r Referral) last() time.Time {
	last := r.RegisteredAt
	for _, s := range stages[1:] {
		if at, ok := r.Reached(s); ok {
			last = at
		}
	}
	return last
}

// Earliest returns the first day on which the referral can become another
// status: not before the newest stage, and not before a stay has lasted.
func (r Referral) Earliest(to Status) clock.Day {
	earliest := clock.DayOf(r.last())
	if months := followUps[to]; months > 0 && r.StartedAt != nil {
		if stayed := monthsLater(clock.DayOf(*r.StartedAt), months); stayed.After(earliest) {
			return stayed
		}
	}
	return earliest
}

// Move is a wish to bring a referral to another status on a day.
type Move struct {
	To     Status
	On     clock.Day
	Reason Reason
}

// Check finds what is wrong with a move at an instant. A status that cannot be
// reached from here is errs.Conflict.
func (r Referral) Check(m Move, now time.Time) error {
	if !r.Status.May(m.To) {
		return errs.Conflict
	}
	p := errs.Problems{}
	switch earliest := r.Earliest(m.To); {
	case m.On.IsZero():
		p.Add("on", "problem.required")
	case m.On.After(clock.DayOf(now)):
		p.Add("on", "candidate.problem.future")
	case m.On.Before(earliest):
		p.Add("on", "candidate.problem.too_early", earliest)
	}
	if list := m.To.Reasons(); len(list) > 0 && !slices.Contains(list, m.Reason) {
		p.Add("reason", "problem.choice")
	}
	return p.OrNil()
}

// move takes the referral there, if Check allows it.
func (r *Referral) move(m Move, now time.Time) error {
	if err := r.Check(m, now); err != nil {
		return err
	}
	if m.To == Registered {
		*r = Referral{ID: r.ID, CandidateID: r.CandidateID, VacancyID: r.VacancyID, DriveID: r.DriveID, Version: r.Version,
			Status: Registered, RegisteredAt: now, EmployerID: r.EmployerID}
		return nil
	}
	at := instant(m.On, r.last(), now)
	r.Status, r.Reason = m.To, ""
	if m.To.Ended() {
		r.Reason = m.Reason
	}
	*r.at(m.To) = &at
	return nil
}

// instant returns when on a day something happened that is only known by its
// day: now if it is today, else as early as the stage before allows.
func instant(on clock.Day, after, now time.Time) time.Time {
	switch start := on.Start(); {
	case on == clock.DayOf(now):
		return now
	case start.Before(after):
		return after
	default:
		return start
	}
}

// monthsLater returns the day n months later, the month's last day where it is
// shorter (Civil Code 91/2015/QH13, Art. 148).
func monthsLater(d clock.Day, n int) clock.Day {
	y, m, day := d.Date()
	later := clock.NewDay(y, m+time.Month(n), day)
	if end := clock.NewDay(y, m+time.Month(n), 1).MonthEnd(); later.After(end) {
		return end
	}
	return later
}

// needOf says who brings referrals to a status.
func needOf(to Status) access.Need {
	if to == Introduced {
		return access.ReferCandidates
	}
	return access.RecordOutcomes
}

// Offers returns where the actor may bring the referral now, the likeliest
// first. Registering again is the person's own.
func (r Referral) Offers(actor access.Actor) []Status {
	var offers []Status
	for _, to := range next[r.Status] {
		if to != Registered && actor.May(needOf(to)) {
			offers = append(offers, to)
		}
	}
	return offers
}
