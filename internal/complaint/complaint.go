// Package complaint keeps what people tell of a bad advert and what the centre
// made of it: received, taken up, settled in a sentence that everybody may
// read, or dismissed for a reason. Repeated complaints are merged into one.
//
// Tellers need no account. A receipt code shows them later what became of it,
// and nothing else. Their words and phone are for the centre alone: each look
// at a phone is kept, and both are erased some time after the end.
package complaint

import (
	"slices"
	"time"
	"unicode/utf8"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/phone"
)

// Ground is what is wrong with an advert.
type Ground string

// The grounds, the gravest first.
const (
	Money    Ground = "money"    // a fee, a deposit, a purchase is asked (Labour Code 2019, Art. 11, 17)
	Papers   Ground = "papers"   // original papers are kept (Labour Code 2019, Art. 17)
	Minors   Ground = "minors"   // children are wanted for what they may not do
	Impostor Ground = "impostor" // our name is used by somebody else
	Absent   Ground = "absent"   // the job does not exist, or nobody can be reached
	Pay      Ground = "pay"      // the pay is another one than told
	Place    Ground = "place"    // the work or the place is another one than told
	Unfair   Ground = "unfair"   // people are turned away for what they are (Labour Code 2019, Art. 8)
	Other    Ground = "other"
)

// Grounds lists the grounds in the order of pages.
func Grounds() []Ground {
	return []Ground{Money, Papers, Minors, Impostor, Absent, Pay, Place, Unfair, Other}
}

// gravest and grave are the grounds that cannot wait: people lose money or
// papers, or are in danger.
var (
	gravest = []Ground{Money, Papers}
	grave   = []Ground{Minors, Impostor}
)

// Gravity says how much a complaint cannot wait: 2, 1 or 0.
func Gravity(grounds []Ground) int {
	switch {
	case slices.ContainsFunc(grounds, func(g Ground) bool { return slices.Contains(gravest, g) }):
		return 2
	case slices.ContainsFunc(grounds, func(g Ground) bool { return slices.Contains(grave, g) }):
		return 1
	}
	return 0
}

// Status is where a complaint stands.
type Status string

// The statuses. A merged complaint stands where the one does that it was
// merged into.
const (
	Received  Status = "received"
	TakenUp   Status = "taken_up"
	Settled   Status = "settled"
	Dismissed Status = "dismissed"
	Merged    Status = "merged"
)

// next says where a status may go from where it stands.
var next = map[Status][]Status{
	Received: {TakenUp, Settled, Dismissed, Merged},
	TakenUp:  {Settled, Dismissed, Merged},
}

// May reports whether the status may become another.
func (s Status) May(to Status) bool { return slices.Contains(next[s], to) }

// Open reports whether something is still to be done.
func (s Status) Open() bool { return len(next[s]) > 0 }

// KeepDays is how long words and phone are kept after the end, so that the
// teller can still be asked or told: they are erased on the day after.
const KeepDays = 90

// Longest texts, in characters.
const (
	longestAdvert  = 500
	longestWords   = 2000
	longestOutcome = 300
)

// New is what a teller says.
type New struct {
	Advert  string // offer code, link, or words of an advert seen elsewhere
	Grounds []Ground
	Words   string
	Phone   string // as typed; E.164 once kept
	Address string // from where it comes; it is counted, and not kept with the complaint
}

// normal returns it as it is kept.
func (n New) normal() New {
	n.Advert, n.Words = fold.Tidy(n.Advert), fold.Tidy(n.Words)
	var grounds []Ground
	for _, g := range Grounds() {
		if slices.Contains(n.Grounds, g) {
			grounds = append(grounds, g)
		}
	}
	n.Grounds = grounds
	if number, err := phone.Parse(n.Phone); err == nil {
		n.Phone = number
	}
	return n
}

// check judges it: the advert and a ground are needed; without a listed ground
// the teller's own words are.
func (n New) check() errs.Problems {
	p := errs.Problems{}
	if n.Advert == "" {
		p.Add("advert", "complaint.problem.advert")
	}
	if len(n.Grounds) == 0 {
		p.Add("grounds", "complaint.problem.grounds")
	}
	if slices.Equal(n.Grounds, []Ground{Other}) && n.Words == "" {
		p.Add("words", "complaint.problem.words")
	}
	long(p, "advert", n.Advert, longestAdvert)
	long(p, "words", n.Words, longestWords)
	if _, err := phone.Parse(n.Phone); err != nil {
		p.Add("phone", "problem.phone")
	}
	return p
}

func long(p errs.Problems, field, text string, most int) {
	if utf8.RuneCountInString(text) > most {
		p.Add(field, "problem.long", most)
	}
}

// Complaint is one as the staff see it. Phone is empty for whoever may not
// call; words and phone of an erased one are gone.
type Complaint struct {
	ID             int64
	Code           string
	Grounds        []Ground
	Advert         string
	VacancyID      int64 // 0: not one of ours, or not found
	VacancyTitle   string
	VacancyCode    string
	VacancyState   string // what the vacancy is called today
	EmployerID     int64
	EmployerName   string
	EmployerState  string
	Words          string
	Phone          string
	HasPhone       bool
	Status         Status
	Outcome        string
	MergedInto     int64
	MergedIntoCode string
	Repeats        int // complaints that were merged into this one
	PassedOn       string
	PassedOnAt     *time.Time
	PausedAt       *time.Time
	ClosedAt       *time.Time
	EraseOn        clock.Day
	ErasedAt       *time.Time
	Version        int
	CreatedAt      time.Time
}

// Gravity says how much it cannot wait.
func (c Complaint) Gravity() int { return Gravity(c.Grounds) }

// MayPause reports whether the vacancy can be paused for it.
func (c Complaint) MayPause() bool {
	return c.Status.Open() && c.VacancyID != 0 && c.VacancyState == "published"
}

// MayPassOn reports whether a verifier can be asked to suspend the employer.
func (c Complaint) MayPassOn() bool {
	return c.Status.Open() && c.EmployerID != 0 && c.PassedOnAt == nil && c.EmployerState != "suspended"
}
