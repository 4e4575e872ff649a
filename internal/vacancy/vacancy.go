// Package vacancy keeps orders for headcount: what work, where, for what pay,
// until when; from a draft over a second person's publishing to the day it is
// filled, withdrawn or over.
//
// Who may change what: whoever writes vacancies changes drafts. What is
// published is changed by those who publish, with a reason, and each change is
// a new revision; an employer asks for it, or pauses, withdraws and copies.
// Moving the last day is open to writers too: it makes a revision and passes
// the same gate.
package vacancy

import (
	"slices"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/fold"
	"cauviec/internal/phone"
)

// Details is what the writer of a vacancy says: the facts that are published.
// Money is VND a month; 0 is not said.
type Details struct {
	EmployerID     int64       `json:"employer_id"`
	EmployerRef    string      `json:"employer_ref"` // the employer's own number of the order
	Title          string      `json:"title"`
	OccupationCode string      `json:"occupation_code"` // VSCO, 2 or 4 digits
	ZoneID         int64       `json:"zone_id"`         // 0: outside of all zones
	AreaID         int64       `json:"area_id"`         // the district then, on the working map
	Workplace      string      `json:"workplace"`
	Headcount      int         `json:"headcount"`
	Batches        []Batch     `json:"batches"`
	Description    string      `json:"description"`
	Position       string      `json:"position"`
	Education      string      `json:"education"`
	Qualification  string      `json:"qualification"`
	Experience     string      `json:"experience"`
	Contract       string      `json:"contract"`
	Hours          string      `json:"hours"`
	Shift          string      `json:"shift"`
	Turns          []Turn      `json:"turns"`
	WorkDays       int         `json:"work_days"`   // a week; 0: not said
	BasicWage      int64       `json:"basic_wage"`  // in the contract, for normal hours
	IncomeFrom     int64       `json:"income_from"` // expected, with overtime and allowances
	IncomeTo       int64       `json:"income_to"`
	Allowances     []Allowance `json:"allowances"`
	OvertimeHours  int         `json:"overtime_hours"` // a month, in the expected income
	PayNote        string      `json:"pay_note"`       // what else is to be said of pay
	Benefits       []string    `json:"benefits"`
	Conditions     []string    `json:"conditions"`
	PriorityGroups []string    `json:"priority_groups"`
	Couples        bool        `json:"couples"` // couples are welcome
	Papers         string      `json:"papers"`
	NoFee          bool        `json:"no_fee"` // no fee, no deposit, no papers held back
	ContactName    string      `json:"contact_name"`
	ContactPhone   string      `json:"contact_phone"` // E.164
	StartsOn       clock.Day   `json:"starts_on"`
	ClosesOn       clock.Day   `json:"closes_on"` // the last day on which one can register
}

// Normal returns the details as they are kept: text trimmed and composed, the
// phone in E.164, every code once, lists never nil, no district beside a zone.
func (d Details) Normal() Details {
	for _, text := range d.texts() {
		*text = fold.Tidy(*text)
	}
	if number, err := phone.Parse(d.ContactPhone); err == nil {
		d.ContactPhone = number
	}
	if d.ZoneID != 0 {
		d.AreaID = 0
	}
	d.Allowances, d.Turns, d.Batches = normalAllowances(d.Allowances), normalTurns(d.Turns), normalBatches(d.Batches)
	d.Benefits = inOrder(Benefits, d.Benefits)
	d.Conditions = inOrder(Conditions, d.Conditions)
	d.PriorityGroups = inOrder(PriorityGroups, d.PriorityGroups)
	return d
}

func (d *Details) texts() []*string {
	return []*string{&d.EmployerRef, &d.Title, &d.Workplace, &d.Description, &d.PayNote, &d.Papers, &d.ContactName}
}

// inOrder returns the codes once each in the order of the list, unknown ones
// last, so that the same choice is always kept the same way.
func inOrder(l List, codes []string) []string {
	ordered := []string{}
	for _, code := range slices.Concat(l.Codes, codes) {
		if slices.Contains(codes, code) && !slices.Contains(ordered, code) {
			ordered = append(ordered, code)
		}
	}
	return ordered
}

// Vacancy is an order for headcount as it stands.
type Vacancy struct {
	ID   int64
	Code string // the offer code that a job seeker checks
	Slug string
	Details
	Status       Status // never Expired: see State
	ReturnReason string
	EndReason    string
	Revision     int // 0 until first published
	Version      int
	CreatedAt    time.Time
	CreatedBy    int64
	SubmittedAt  *time.Time
	SubmittedBy  int64
	PublishedAt  *time.Time
	PublishedBy  int64
	EndedAt      *time.Time
	Sample       bool

	RelistedFrom int64  // the ended vacancy that this one takes up again
	Amends       int64  // the published vacancy whose facts this one asks to change
	AmendWhy     string // and why
	MergedInto   int64  // the vacancy that took this one up

	PublishAt    *time.Time // when it is published by itself
	PublishBy    int64      // who decided that
	MissedAt     *time.Time // when it should have been, and something stood in the way
	MissedFields []string   // what did

	ShortKnown    int // how many a filled order lacked when somebody last looked
	Outcome       Outcome
	OutcomeHired  int
	OutcomeReason string
	OutcomeAt     *time.Time

	EmployerName  string
	EmployerSlug  string
	EmployerState employer.State
	Living        string // the employer's living conditions, in words
	ZoneName      string
	ZoneSlug      string
	AreaName      string
	OccupationVi  string
	OccupationEn  string
	Lat           *float64
	Lon           *float64
}

// Over reports whether the last day has passed while nobody ended the vacancy.
func (v Vacancy) Over(today clock.Day) bool {
	return (v.Status == Published || v.Status == Paused) && v.ClosesOn.Before(today)
}

// State is what the vacancy is called today.
func (v Vacancy) State(today clock.Day) Status {
	switch {
	case v.Over(today):
		return Expired
	case v.merged():
		return Merged
	}
	return v.Status
}

// merged reports whether the vacancy was given up for another. A request that
// was taken up is no vacancy of its own.
func (v Vacancy) merged() bool { return v.MergedInto != 0 && v.Amends == 0 }

// Open reports whether one can register today. It is asked when the page is
// shown and again when something is written.
func (v Vacancy) Open(today clock.Day) bool {
	return v.Status == Published && !v.Over(today) && v.EmployerState == employer.Verified
}

// SecondPerson reports whether an account may judge the vacancy: not whoever
// wrote or submitted it.
func (v Vacancy) SecondPerson(account int64) bool {
	return account != 0 && account != v.SubmittedBy && account != v.CreatedBy
}

// Counts says how far the order is drawn down. People are counted once each.
type Counts struct {
	Introduced int // ever introduced
	Hired      int // hired and not yet at work
	Started    int // ever at work
	Left       int // at work once, and gone
	Spot       int // hired at drives and not known by name; see Brought
}

// AtWork returns how many work there now.
func (c Counts) AtWork() int { return c.Started - c.Left }

// Coming returns how many were hired and are not yet known to be at work.
func (c Counts) Coming() int { return c.Hired + c.Spot }

// ToFill returns how many are still wanted of an order for headcount.
func (c Counts) ToFill(headcount int) int { return max(0, headcount-c.AtWork()) }
