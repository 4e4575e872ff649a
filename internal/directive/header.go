package directive

import (
	"regexp"
	"unicode/utf8"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
)

// Header is the facts of a paper that a clerk may set right. An empty field
// says that the paper leaves it blank: nothing is filled in.
type Header struct {
	Kind        string
	Number      string
	Symbol      string
	IssuedOn    clock.Day
	IssuedMonth string // "2024-03"; only without a day
	MeetingOn   clock.Day
	Title       string
	Chair       string
	Authority   string
	Signatory   string
	Recipients  []string
}

// Header returns the facts as they stand.
func (d Directive) Header() Header {
	return Header{Kind: d.Kind, Number: d.Number, Symbol: d.Symbol, IssuedOn: d.IssuedOn, IssuedMonth: d.IssuedMonth,
		MeetingOn: d.MeetingOn, Title: d.Title, Chair: d.Chair, Authority: d.Authority, Signatory: d.Signatory, Recipients: d.Recipients}
}

// The longest a fact may be, in characters.
const (
	longestFact  = 200
	longestTitle = 2000
	mostLines    = 100
)

var month = regexp.MustCompile(`^\d{4}-(0[1-9]|1[0-2])$`)

// tidy composes and trims every fact. A day tells its month.
func (h Header) tidy() Header {
	for _, fact := range []*string{&h.Kind, &h.Number, &h.Symbol, &h.IssuedMonth, &h.Title, &h.Chair, &h.Authority, &h.Signatory} {
		*fact = fold.Tidy(*fact)
	}
	h.Recipients = tidyLines(h.Recipients)
	if !h.IssuedOn.IsZero() {
		h.IssuedMonth = ""
	}
	return h
}

// check finds what is wrong with the facts.
func (h Header) check() errs.Problems {
	p := errs.Problems{}
	if h.Kind == "" {
		p.Add("kind", "problem.required")
	}
	if h.Title == "" {
		p.Add("title", "problem.required")
	}
	for field, fact := range map[string]string{"kind": h.Kind, "number": h.Number, "symbol": h.Symbol, "chair": h.Chair,
		"authority": h.Authority, "signatory": h.Signatory} {
		limit(p, field, fact, longestFact)
	}
	limit(p, "title", h.Title, longestTitle)
	if h.IssuedMonth != "" && !month.MatchString(h.IssuedMonth) {
		p.Add("issued_month", "directive.problem.month")
	}
	if len(h.Recipients) > mostLines {
		p.Add("recipients", "directive.problem.lines", mostLines)
	}
	return p
}

func limit(p errs.Problems, field, words string, most int) {
	if utf8.RuneCountInString(words) > most {
		p.Add(field, "problem.long", most)
	}
}

// tidyLines tidies lines and leaves out empty ones. It never returns nil, for
// columns hold empty lists.
func tidyLines(lines []string) []string {
	kept := []string{}
	for _, line := range lines {
		if line = fold.Tidy(line); line != "" {
			kept = append(kept, line)
		}
	}
	return kept
}
