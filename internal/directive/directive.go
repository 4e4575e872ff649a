// Package directive keeps the papers by which the province directs its
// bodies: their facts as printed, the exact words of every clause, and what
// the reader, then a clerk, makes of each: the proposals. Confirming a paper
// turns its proposals into obligations, in one transaction; nothing else
// creates any. What the paper leaves blank stays blank.
package directive

import (
	"fmt"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
)

// Status is where a paper stands.
type Status string

// The statuses: read and under a clerk's review, or confirmed for good.
const (
	Read      Status = "read"
	Confirmed Status = "confirmed"
)

// Directive is a paper. What it leaves blank is empty or the zero Day.
type Directive struct {
	ID           int64
	IssuerBodyID int64
	IssuerVi     string
	IssuerEn     string
	Status       Status
	Kind         string // "Thông báo", as printed
	Number       string // as printed with its symbol
	Symbol       string
	IssuedOn     clock.Day
	IssuedMonth  string // "2024-03" when the day is blank
	MeetingOn    clock.Day
	Title        string
	Chair        string
	Authority    string
	Signatory    string
	Recipients   []string
	Words        string // the whole text, never rewritten
	ProvinceCode string // whose paper it is; empty for a province outside the partnership
	Version      int    // grows with every change of the paper or of a proposal
	CreatedAt    time.Time
	ConfirmedAt  *time.Time
}

// Clause is a node of the paper's tree, with its exact words.
type Clause struct {
	ID       int64
	ParentID int64
	Position int
	Path     string
	Words    string
	Depth    int // 0 at the top
}

// Known is the Conflict of a text that was entered before; ID is the paper.
type Known struct{ ID int64 }

// Error says which paper it is.
func (k Known) Error() string { return fmt.Sprintf("entered before as directive %d", k.ID) }

// Is makes errors.Is(known, errs.Conflict) true.
func (k Known) Is(target error) bool { return target == errs.Conflict }

// deepen fills in how deep each clause stands; parents come first.
func deepen(clauses []Clause) {
	depth := map[int64]int{}
	for i, c := range clauses {
		if c.ParentID != 0 {
			clauses[i].Depth = depth[c.ParentID] + 1
		}
		depth[c.ID] = clauses[i].Depth
	}
}
