// Package drive keeps recruitment drives: outreach events in a district or
// commune, from the plan through the commune's agreement and the public
// announcement to what came of them. Results are counts first; names are kept
// only of those who register (package candidate).
package drive

import (
	"slices"
	"time"

	"cauviec/internal/clock"
)

// Kind is what sort of event a drive is.
type Kind string

// The kinds of drives.
const (
	MobileSession Kind = "mobile_session" // phiên giao dịch việc làm lưu động
	Fair          Kind = "fair"           // ngày hội việc làm
	Counselling   Kind = "counselling"    // hội nghị tư vấn, giới thiệu việc làm
)

// Kinds lists the kinds in the order of the screens.
func Kinds() []Kind { return []Kind{MobileSession, Counselling, Fair} }

// Status is how far a drive has come.
type Status string

// The statuses of drives.
const (
	Planned   Status = "planned"
	Agreed    Status = "agreed" // by the commune
	Announced Status = "announced"
	Held      Status = "held"
	Reported  Status = "reported"
	Verified  Status = "verified" // by the district
	Postponed Status = "postponed"
	Cancelled Status = "cancelled"
)

// next says where a drive may go from where it stands. A report may come from
// any status after the event: entry from paper, days later, is the normal case.
var next = map[Status][]Status{
	Planned:   {Agreed, Reported, Postponed, Cancelled},
	Agreed:    {Announced, Reported, Postponed, Cancelled},
	Announced: {Held, Reported, Postponed, Cancelled},
	Held:      {Reported},
	Reported:  {Reported, Verified},
	Postponed: {Planned, Cancelled},
}

// May reports whether a drive of this status may go to another.
func (s Status) May(to Status) bool { return slices.Contains(next[s], to) }

// Public reports whether visitors see a drive of this status.
func (s Status) Public() bool {
	return s == Announced || s == Held || s == Reported || s == Verified
}

// Drive is one event. Results are nil until they are reported.
type Drive struct {
	ID             int64
	Kind           Kind
	Status         Status
	StatusReason   string
	DistrictID     int64 // body
	DistrictVi     string
	DistrictEn     string
	CommuneID      int64 // body
	CommuneVi      string
	CommuneEn      string
	PlannedBy      int64
	PlannerVi      string
	PlannerEn      string
	Title          string
	Slug           string
	Venue          string
	StartsAt       time.Time
	EndsAt         time.Time
	Note           string
	Employers      int // how many take part
	Vacancies      int // how many are offered
	Attended       *int
	Women          *int
	EthnicMinority *int
	PoorHousehold  *int
	Counselled     *int
	Registered     *int
	Interviewed    *int
	Shortlisted    *int
	Hired          *int
	Leaflets       *int
	Difficulties   string
	Named          int // people registered by name at the drive
	HeldAt         *time.Time
	ReportedAt     *time.Time
	VerifiedAt     *time.Time
	Version        int
}

// Day returns the day of the event in Asia/Ho_Chi_Minh.
func (d Drive) Day() clock.Day { return clock.DayOf(d.StartsAt) }

// Over reports whether the event has ended at an instant.
func (d Drive) Over(now time.Time) bool { return !d.EndsAt.After(now) }

// Unreported reports whether a drive is over and nobody has said what came of
// it.
func (d Drive) Unreported(now time.Time) bool {
	return d.Over(now) && (d.Status == Planned || d.Status == Agreed || d.Status == Announced || d.Status == Held)
}

// May reports whether the drive may go to a status at an instant: it cannot be
// held before it begins, reported before it is over, nor moved once it is.
func (d Drive) May(to Status, now time.Time) bool {
	if !d.Status.May(to) {
		return false
	}
	switch to {
	case Held:
		return !d.StartsAt.After(now)
	case Reported:
		return d.Over(now)
	case Agreed, Announced, Postponed:
		return !d.Over(now)
	}
	return true
}

// Results returns the counts as reported, and whether they are.
func (d Drive) Results() (Results, bool) {
	if d.Attended == nil {
		return Results{}, false
	}
	return Results{
		Attended: value(d.Attended), Women: value(d.Women), EthnicMinority: value(d.EthnicMinority), PoorHousehold: value(d.PoorHousehold),
		Counselled: value(d.Counselled), Registered: value(d.Registered), Interviewed: value(d.Interviewed),
		Shortlisted: value(d.Shortlisted), Hired: value(d.Hired), Leaflets: value(d.Leaflets), Difficulties: d.Difficulties,
	}, true
}

func value(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}
