package ui

import "github.com/a-h/templ"

// Tone is what a state means to the reader. It is never colour alone: an icon
// and words go with it.
type Tone string

// The tones. The zero Tone is Calm.
const (
	Calm Tone = "calm" // nothing to do
	Good Tone = "good" // done, open, verified
	Info Tone = "info" // under way
	Soon Tone = "soon" // due soon, waiting for somebody
	Late Tone = "late" // overdue, refused, destructive
)

// class is the tone's class.
func (t Tone) class() string {
	switch t {
	case Good:
		return "tone-good"
	case Info:
		return "tone-info"
	case Soon:
		return "tone-soon"
	case Late:
		return "tone-late"
	}
	return "tone-calm"
}

// icon is what goes with the tone when the page names no other.
func (t Tone) icon() string {
	switch t {
	case Good:
		return "circle-check"
	case Info:
		return "info"
	case Soon:
		return "clock"
	case Late:
		return "circle-alert"
	}
	return "circle"
}

// Head is the head of a page. Back leads up to where the reader came from.
type Head struct {
	Title     string
	Lead      string // one sentence under the title
	BackHref  string
	BackLabel string
	State     templ.Component // a Badge beside the title
}

// Fact is one line of Facts: Body when there is one, else Value. A fact
// without either says that it is not known.
type Fact struct {
	Label    string
	Value    string
	Body     templ.Component
	Help     string
	Wide     bool // takes both columns
	DataTest string
}

// Stat is a key figure. Change says what it was before or what it means; Tone
// colours the change.
type Stat struct {
	Label    string
	Value    string
	Change   string
	Tone     Tone
	Href     string // its rows
	DataTest string
}

// Todo is one thing to do, with its one action.
type Todo struct {
	Text     string
	Detail   string
	Href     string
	Action   string // words of the action
	Tone     Tone
	Icon     string // empty is the tone's
	DataTest string
}

// Chip is an active filter; Href is the list without it.
type Chip struct {
	Label string
	Href  string
}

// Tab is one of several views of the same list. Count is words, such as "12";
// empty is left out.
type Tab struct {
	Label   string
	Count   string
	Href    string
	Current bool
}

// Pager leads through a long list. Empty addresses are left out. Summary says
// what is shown: "1–20 trong 412 việc".
type Pager struct {
	Summary string
	First   string
	Prev    string
	Next    string
}

// Sort is a column head that sorts. Dir is "ascending", "descending" or empty.
type Sort struct {
	Label   string
	Href    string
	Dir     string
	Numeric bool
}

// AttachmentLink is a file to open. Detail says its kind and size.
type AttachmentLink struct {
	Name   string
	Href   string
	Detail string
}

// sortIcon shows the direction of a sorted column.
func (s Sort) icon() string {
	switch s.Dir {
	case "ascending":
		return "arrow-up"
	case "descending":
		return "arrow-down"
	}
	return "arrow-up-down"
}

// aria is the value of aria-sort.
func (s Sort) aria() string {
	if s.Dir == "" {
		return "none"
	}
	return s.Dir
}
