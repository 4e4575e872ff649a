// Package notice reads the notices, directives, plans and letters with which a
// people's committee directs its bodies, and proposes the obligations in them:
// who must do what, with whom and by when. It is pure: text in, clause tree and
// proposals out. A clerk corrects what it proposes; nothing here decides.
//
// It works in steps, one to a file: [Read] composes the text, lines drops page
// numbers and footnotes, grow builds the clause tree, bodies reads who, parts
// cuts a clause into what, due finds by when, kindOf tells an order from a
// standing task and a request. All matching is on folded text (no marks, đ as
// d), all quoting on the text as printed.
package notice

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"cauviec/internal/clock"
)

// MaxText is the longest text that is read, in bytes: about a hundred pages.
const MaxText = 256 << 10

// Kind tells what a clause asks.
type Kind string

// The kinds of obligation.
const (
	Order    Kind = "order"    // a product or a date is asked
	Standing Kind = "standing" // it goes on
	Request  Kind = "request"  // asked of a body that is not under the issuer
)

// Notice is a document as read. What the document does not give is empty.
type Notice struct {
	Kind       string      // "Thông báo", "Kế hoạch", "Công văn", …
	Number     string      // as printed with its symbol, "387/TB-UBND"; empty when blank
	Symbol     string      // "TB-UBND"
	Issued     PartialDate // day, or month when the day is blank
	Meeting    clock.Day   // the day of the meeting that it concludes
	Province   string      // "Lạng Sơn"
	Issuer     string
	Title      string
	Chair      string // who chaired the meeting
	Authority  string // "TL. CHỦ TỊCH – CHÁNH VĂN PHÒNG"
	Signatory  string
	Addressees []string // after "Kính gửi"
	Recipients []string // after "Nơi nhận", one for each line
	Text       string   // NFC; all offsets are bytes of it
	Clauses    []Clause // in the order of the text
	Proposals  []Proposal
}

// Clause is a node of the document's tree.
type Clause struct {
	Path   string // "2.1.a"; under an article "Điều 2.1.a"; a dash item is "2.1.c-2", a paragraph without label "p3"
	Parent string // path of the clause above, empty at the top
	Label  string // as printed, "a)"
	Words  string // exactly Text[Start:End], label included, without the clauses below
	Start  int
	End    int
}

// Proposal is an obligation proposed from a clause.
type Proposal struct {
	Clause      string // path of the clause
	Part        int    // 1, 2, … when the clause gives several
	Kind        Kind
	Leads       []string // who answers, names completed; of a request, whom it is addressed to
	Executing   []string // whom the lead is told to have do it
	Cooperating []string
	Counterpart []string // those of Cooperating that belong to another province
	Task        string
	Phrase      string    // the deadline's exact words
	Deadline    clock.Day // zero when there is none or it depends on what is not known
	Rule        Rule      // how Deadline follows from Phrase
	Recurrence  string    // "weekly", "monthly", "quarterly", "yearly" or empty
	FanOut      bool      // a lead names several bodies by their kind
	Start, End  int       // where it stands in Text
	Product     string    // what is to be delivered, when the document says so
}

// Options change how a notice is read.
type Options struct {
	// WorkingDay reports whether offices work on a day, for deadlines in working
	// days. Nil means Monday to Friday but for public holidays of fixed date.
	WorkingDay func(clock.Day) bool
}

// Read reads a notice's text. Its errors are Problems.
func Read(text string) (*Notice, error) { return ReadWith(text, Options{}) }

// ReadWith is Read with options.
func ReadWith(text string, o Options) (*Notice, error) {
	text, err := compose(text)
	if err != nil {
		return nil, err
	}
	if o.WorkingDay == nil {
		o.WorkingDay = usualWorkingDay
	}
	n := &Notice{Text: text}
	d := layOut(n)
	d.options = o
	d.propose()
	if len(n.Clauses) == 0 || !n.isNotice() {
		return nil, ErrNoClauses
	}
	return n, nil
}

// compose brings a text into NFC with plain line ends, or says what is wrong.
func compose(text string) (string, error) {
	if len(text) > MaxText {
		return "", ErrTooLarge
	}
	if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		return "", ErrNotText
	}
	text = norm.NFC.String(lineEnds.Replace(text))
	letters, odd := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsControl(r) && !unicode.IsSpace(r), r == utf8.RuneError:
			odd++
		}
	}
	switch {
	case strings.TrimSpace(text) == "":
		return "", ErrEmpty
	case odd*20 > letters:
		return "", ErrNotText
	}
	return text, nil
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\v", "\n", "\f", "\n", "\ufeff", "", "\u200b", "")

// isNotice reports whether the text has the marks of an administrative
// document, or labelled clauses that lay something on somebody.
func (n *Notice) isNotice() bool {
	if n.Kind != "" && (n.Symbol != "" || n.Issued.Year() > 0) {
		return true
	}
	marked := n.Kind != "" || n.Symbol != "" || n.Issued.Year() > 0 || n.Clauses[0].Label != ""
	return marked && len(n.Proposals) > 0
}

// usualWorkingDay is the calendar without the yearly announcements: Labour Code
// 2019, Art. 112, the holidays of fixed date.
func usualWorkingDay(d clock.Day) bool {
	_, m, day := d.Date()
	switch {
	case d.Weekday() == time.Saturday || d.Weekday() == time.Sunday:
		return false
	case m == time.January && day == 1, m == time.April && day == 30, m == time.May && day == 1, m == time.September && day == 2:
		return false
	}
	return true
}
