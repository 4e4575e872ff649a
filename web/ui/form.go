package ui

import (
	"crypto/rand"
	"maps"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"cauviec/internal/errs"
)

// Field is one question of a form. Only Name and Label are required.
type Field struct {
	Name         string
	Label        string
	Help         string // stands under the label
	Value        string // as typed
	Type         string // of the input: text, tel, date, number, search, password …; empty is text
	Placeholder  string
	Autocomplete string
	InputMode    string
	Optional     bool // marked; required ones are not
	Autofocus    bool
	ReadOnly     bool
	Rows         int // of a TextArea; 0 is 4
	MaxLength    int // 0 is no limit
	Problem      *errs.Problem
	Options      []Option // of Select, Radios and Checks
	Blank        string   // words of a Select's empty first option; empty is none
	Suffix       string   // the unit behind the box: "triệu đồng"
	Width        Width
	Prefix       string // before the id, where two forms of a page ask the same
	Accept       string // of a File: ".pdf,.docx"
	Multiple     bool   // of a File
	List         []string
	DataTest     string
}

// Width is how wide an input is: as wide as what belongs in it.
type Width string

// The widths of inputs. The zero Width fills the column.
const (
	Short  Width = "short"  // a number, a date, a time
	Medium Width = "medium" // a phone number, a code
)

// Option is one answer to choose. Options with the same Group that follow each
// other stand under its name.
type Option struct {
	Value string
	Label string
	Help  string
	Group string
}

// ID is the id of the field's input; problems link to it.
func (f Field) ID() string { return "field-" + f.Prefix + f.Name }

// inputType is the type attribute.
func (f Field) inputType() string {
	if f.Type == "" {
		return "text"
	}
	return f.Type
}

// rows is the height of a text area.
func (f Field) rows() int {
	if f.Rows == 0 {
		return 4
	}
	return f.Rows
}

// described lists the ids of what explains the input.
func (f Field) described() string {
	var ids []string
	if f.Help != "" {
		ids = append(ids, f.ID()+"-help")
	}
	if f.Problem != nil {
		ids = append(ids, f.ID()+"-problem")
	}
	if f.Suffix != "" {
		ids = append(ids, f.ID()+"-suffix")
	}
	return strings.Join(ids, " ")
}

// optionID is the id of one radio button or checkbox; the first has the
// field's own, so that a link to the field lands on it.
func (f Field) optionID(i int) string {
	if i == 0 {
		return f.ID()
	}
	return f.ID() + "-" + numeral(i)
}

// grouped parts options by their group, in order.
func grouped(options []Option) [][]Option {
	var groups [][]Option
	for i, o := range options {
		if i == 0 || o.Group != options[i-1].Group {
			groups = append(groups, nil)
		}
		last := len(groups) - 1
		groups[last] = append(groups[last], o)
	}
	return groups
}

// ProblemOf returns the problem of a field, or nil.
func ProblemOf(p errs.Problems, name string) *errs.Problem {
	problem, has := p[name]
	if !has {
		return nil
	}
	return &problem
}

// NewKey returns a fresh idempotency key. A form carries one, so that sending
// it twice does the thing once.
func NewKey() string { return rand.Text() }

// inOrder returns the fields with problems, the named ones first in their order.
func inOrder(p errs.Problems, names []string) []string {
	var ordered []string
	for _, name := range names {
		if _, has := p[name]; has && !slices.Contains(ordered, name) {
			ordered = append(ordered, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p)) {
		if !slices.Contains(ordered, name) {
			ordered = append(ordered, name)
		}
	}
	return ordered
}

// Kind is how much a button asks for attention.
type Kind string

// The kinds of buttons. A page has one Primary.
const (
	Primary   Kind = "primary"
	Secondary Kind = "secondary"
	Danger    Kind = "danger"
	Quiet     Kind = "quiet"
)

// class is the button's class.
func (k Kind) class() string {
	switch k {
	case Primary:
		return "btn btn-primary"
	case Danger:
		return "btn btn-error btn-outline"
	case Quiet:
		return "btn btn-ghost"
	}
	return "btn btn-outline"
}

// ActionForm is a button that changes something by itself. With Reason,
// Confirm or Fields set it opens first and shows what will happen.
type ActionForm struct {
	Href    string // where it is posted
	Label   string
	Kind    Kind
	Icon    string
	Version int             // of the thing as shown; 0 is left out
	Hidden  []Hidden        // more values to send
	Confirm string          // a sentence that names the thing and what happens
	Reason  *Field          // a question to answer first; see ReasonField
	Fields  templ.Component // more questions
	Key     string          // the form key to keep after a 422; empty is a fresh one
	Open    bool            // show it opened: after a 422
	// DataTest is the data-test attribute of the form.
	DataTest string
}

// Hidden is a value that a form sends unseen.
type Hidden struct{ Name, Value string }

// opens reports whether the button opens before it sends.
func (a ActionForm) opens() bool {
	return a.Reason != nil || a.Confirm != "" || a.Fields != nil
}
