package drive

import (
	"strings"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
)

// Plan is what is entered to plan a drive. District follows from the commune.
type Plan struct {
	Kind      Kind
	Commune   int64 // body
	Title     string
	Venue     string
	StartsAt  time.Time
	EndsAt    time.Time
	Note      string
	Employers []int64
	Vacancies []int64
}

const (
	longestTitle = 200
	longestVenue = 300
	longestNote  = 2000
	longestDrive = 14 * time.Hour
	furthest     = 366 // days ahead
)

// Check judges a plan at an instant. A drive that is over may still be entered:
// many are first written on paper.
func (p Plan) Check(now time.Time) error {
	problems := errs.Problems{}
	switch p.Kind {
	case MobileSession, Fair, Counselling:
	default:
		problems.Add("kind", "problem.choice")
	}
	if p.Commune == 0 {
		problems.Add("commune", "problem.choice")
	}
	need(problems, "title", p.Title, longestTitle)
	need(problems, "venue", p.Venue, longestVenue)
	if len([]rune(p.Note)) > longestNote {
		problems.Add("note", "problem.long", longestNote)
	}
	p.checkTimes(problems, now)
	return problems.OrNil()
}

func need(problems errs.Problems, field, words string, longest int) {
	switch words = strings.TrimSpace(words); {
	case words == "":
		problems.Add(field, "problem.required")
	case len([]rune(words)) > longest:
		problems.Add(field, "problem.long", longest)
	}
}

func (p Plan) checkTimes(problems errs.Problems, now time.Time) {
	switch {
	case p.StartsAt.IsZero():
		problems.Add("day", "problem.required")
	case p.StartsAt.After(now.AddDate(0, 0, furthest)):
		problems.Add("day", "drive.problem.too_far")
	case p.StartsAt.Before(now.AddDate(0, 0, -furthest)):
		problems.Add("day", "drive.problem.too_long_ago")
	case !p.EndsAt.After(p.StartsAt):
		problems.Add("until", "drive.problem.ends_before")
	case p.EndsAt.Sub(p.StartsAt) > longestDrive:
		problems.Add("until", "drive.problem.too_long")
	}
}

// Instant joins a day and a time of day typed as 14:00, 14h, 14h30 or 14.30.
// Problems are named by the field of the time.
func Instant(day clock.Day, words, field string) (time.Time, error) {
	if day.IsZero() {
		return time.Time{}, nil
	}
	words = strings.NewReplacer("h", ":", "g", ":", ".", ":", " ", "").Replace(strings.ToLower(words))
	if strings.HasSuffix(words, ":") {
		words += "00"
	}
	if !strings.Contains(words, ":") {
		words += ":00"
	}
	at, err := time.Parse("15:04", words)
	if err != nil {
		return time.Time{}, errs.One(field, "problem.time")
	}
	return day.At(at.Hour(), at.Minute()), nil
}

// Results are the counts of a drive. People are counted, not visits; nobody
// counts twice in one figure.
type Results struct {
	Attended       int
	Women          int
	EthnicMinority int
	PoorHousehold  int
	Counselled     int
	Registered     int
	Interviewed    int
	Shortlisted    int
	Hired          int // on the spot
	Leaflets       int
	Difficulties   string
}

// most bounds a count: more people than any district has.
const most = 100_000

// Check judges the counts: none is negative, no part is larger than its whole,
// and each stage is at most the one before.
func (r Results) Check() error { return r.check().OrNil() }

func (r Results) check() errs.Problems {
	problems := errs.Problems{}
	for _, part := range r.parts() {
		switch {
		case part.count < 0 || part.count > most:
			problems.Add(part.field, "drive.problem.count")
		case part.count > part.of:
			problems.Add(part.field, "drive.problem.part", part.count, part.of)
		}
	}
	if len([]rune(r.Difficulties)) > longestNote {
		problems.Add("difficulties", "problem.long", longestNote)
	}
	return problems
}

type part struct {
	field     string
	count, of int
}

// parts names each count and the whole that it cannot exceed.
func (r Results) parts() []part {
	return []part{
		{"attended", r.Attended, most},
		{"women", r.Women, r.Attended},
		{"ethnic_minority", r.EthnicMinority, r.Attended},
		{"poor_household", r.PoorHousehold, r.Attended},
		{"counselled", r.Counselled, r.Attended},
		{"registered", r.Registered, r.Attended},
		{"interviewed", r.Interviewed, r.Attended},
		{"shortlisted", r.Shortlisted, r.Interviewed},
		{"hired", r.Hired, r.Interviewed},
		{"leaflets", r.Leaflets, most},
	}
}
