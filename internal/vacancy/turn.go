package vacancy

import (
	"regexp"
	"strconv"
	"strings"

	"cauviec/internal/errs"
)

// Turn is one shift of the day by the clock. A turn that ends before it begins
// runs over midnight. Who has several turns changes between them week by week.
type Turn struct {
	From  string `json:"from"`  // 06:00
	To    string `json:"to"`    // 14:00
	Break int    `json:"break"` // minutes of rest that are not worked
}

// Limits of a working week. Labour Code 2019 Art. 111 asks for one day of rest.
const (
	mostTurns    = 4
	mostWorkDays = 6
	longestBreak = 180
)

var clockShape = regexp.MustCompile(`^([01]?\d|2[0-3])\s*(?:[:hg]\s*([0-5]\d)?)?$`)

// ParseClock reads a time of day as people type it, "6h", "6:30", "18h00", and
// returns it as 06:30. Other words come back as they are, and are refused by
// the check.
func ParseClock(words string) string {
	parts := clockShape.FindStringSubmatch(strings.ToLower(strings.TrimSpace(words)))
	if parts == nil {
		return words
	}
	minute := parts[2]
	if minute == "" {
		minute = "00"
	}
	return strings.Repeat("0", 2-len(parts[1])) + parts[1] + ":" + minute
}

// Begins and Ends return the minutes after midnight at which the turn begins
// and ends; one that runs over midnight ends after 24 hours.
func (t Turn) Begins() int { return minutes(t.From) }

// Ends is described with Begins.
func (t Turn) Ends() int {
	end := minutes(t.To)
	if end <= t.Begins() {
		end += 24 * 60
	}
	return end
}

// Worked returns the minutes of a turn without its break.
func (t Turn) Worked() int { return t.Ends() - t.Begins() - t.Break }

func minutes(hour string) int {
	h, m, _ := strings.Cut(hour, ":")
	hours, _ := strconv.Atoi(h)
	rest, _ := strconv.Atoi(m)
	return hours*60 + rest
}

var hourShape = regexp.MustCompile(`^([01]\d|2[0-3]):[0-5]\d$`)

// normalTurns returns the turns that say something, never nil.
func normalTurns(turns []Turn) []Turn {
	kept := []Turn{}
	for _, t := range turns {
		if t.From == "" && t.To == "" {
			continue
		}
		kept = append(kept, Turn{From: ParseClock(t.From), To: ParseClock(t.To), Break: t.Break})
	}
	return kept
}

func (d Details) checkTurns(p errs.Problems) {
	if len(d.Turns) > mostTurns {
		p.Add("turns", "problem.many", mostTurns)
	}
	for _, t := range d.Turns {
		switch {
		case !hourShape.MatchString(t.From) || !hourShape.MatchString(t.To):
			p.Add("turns", "vacancy.problem.turn_hours")
		case t.Break < 0 || t.Break > longestBreak || t.Worked() <= 0:
			p.Add("turns", "vacancy.problem.turn_break", longestBreak)
		}
	}
	if d.WorkDays < 0 || d.WorkDays > mostWorkDays {
		p.Add("work_days", "vacancy.problem.work_days", mostWorkDays)
	}
}
