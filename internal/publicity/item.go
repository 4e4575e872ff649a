// Package publicity keeps the joint media plan of the two provinces: what each
// newspaper and broadcaster publishes about which vacancy, when, and whether
// the wording still holds (clause 2.3 of the founding notice).
package publicity

import (
	"net/url"
	"strings"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
)

// Form is what kind of piece an item is.
type Form string

// The forms of pieces.
const (
	Article     Form = "article"
	Radio       Form = "radio"
	Television  Form = "television"
	Online      Form = "online"
	Loudspeaker Form = "loudspeaker"
)

// Forms lists the forms in the order of the screens.
func Forms() []Form { return []Form{Article, Radio, Television, Online, Loudspeaker} }

// Status is how far an item has come.
type Status string

// The statuses of items.
const (
	Planned   Status = "planned"
	Published Status = "published"
	Cancelled Status = "cancelled"
)

// next says where an item may go from where it stands.
var next = map[Status][]Status{
	Planned: {Published, Cancelled},
}

// May reports whether an item of this status may go to another.
func (s Status) May(to Status) bool {
	for _, status := range next[s] {
		if status == to {
			return true
		}
	}
	return false
}

// Standing is what an item means on a day; it is computed, never stored.
type Standing string

// The standings. Stale: the vacancy was reworded after the piece was made from
// it. Closed: the vacancy no longer takes people, so the piece must not run,
// or must be corrected.
const (
	OnPlan  Standing = "on_plan"
	Overdue Standing = "overdue"
	Run     Standing = "run"
	Stale   Standing = "stale"
	Closed  Standing = "closed"
	Dropped Standing = "dropped"
)

// Item is one planned or published piece. Without a vacancy it speaks of the
// programme as a whole.
type Item struct {
	ID              int64
	BodyID          int64
	BodyVi          string
	BodyEn          string
	VacancyID       *int64
	VacancyTitle    string
	VacancySlug     string
	VacancyRevision int // the wording the piece was made from
	CurrentRevision int // the vacancy's wording now
	VacancyOpen     bool
	Form            Form
	Status          Status
	Title           string
	PlannedOn       clock.Day
	PublishedAt     *time.Time
	Link            string
	Version         int
}

// Standing tells what the item means today.
func (i Item) Standing(today clock.Day) Standing {
	switch {
	case i.Status == Cancelled:
		return Dropped
	case i.VacancyID != nil && !i.VacancyOpen && i.Status == Planned:
		return Closed
	case i.VacancyID != nil && i.VacancyRevision < i.CurrentRevision:
		return Stale
	case i.Status == Published:
		return Run
	case i.PlannedOn.Before(today):
		return Overdue
	}
	return OnPlan
}

// Plan is what a media body enters to plan a piece.
type Plan struct {
	VacancyID int64 // 0: the programme as a whole
	Form      Form
	Title     string
	PlannedOn clock.Day
}

const longestTitle = 200

// Check judges a plan on a day.
func (p Plan) Check(today clock.Day) error {
	problems := errs.Problems{}
	if !known(p.Form) {
		problems.Add("form", "problem.choice")
	}
	switch title := strings.TrimSpace(p.Title); {
	case title == "":
		problems.Add("title", "problem.required")
	case len([]rune(title)) > longestTitle:
		problems.Add("title", "problem.long", longestTitle)
	}
	switch {
	case p.PlannedOn.IsZero():
		problems.Add("planned_on", "problem.required")
	case p.PlannedOn.Before(today):
		problems.Add("planned_on", "problem.past")
	}
	return problems.OrNil()
}

func known(form Form) bool {
	for _, f := range Forms() {
		if f == form {
			return true
		}
	}
	return false
}

// checkLink judges where a published piece can be found; none is fine.
func checkLink(link string) error {
	if link == "" {
		return nil
	}
	u, err := url.Parse(link)
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" {
		return errs.One("link", "publicity.problem.link")
	}
	return nil
}
