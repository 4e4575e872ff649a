// Package intake takes sheets of vacancies in: a sheet is kept, read in the
// background, shown row by row as it would be taken, and then confirmed as a
// whole or thrown away; what was confirmed can be undone while nothing has
// been built on it.
//
// An import makes drafts and changes drafts, never what is public. A row means
// the vacancy with its offer code, else the one with the employer's own number
// of the order, else a new one. A cell that is left empty changes nothing.
package intake

import (
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/postgres"
	"cauviec/internal/sheet"
	"cauviec/internal/vacancy"
)

// Limits of an import, and how long it stays.
const (
	MostRows    = 10_000
	FileDays    = 14 // that a sheet waits for a decision
	DetailsDays = 90 // after a decision that its rows are kept in full and can be undone
)

// State is where an import stands.
type State string

// The states. Waiting imports are read when their turn comes.
const (
	Waiting   State = "waiting"
	Preview   State = "preview"
	Refused   State = "refused" // the whole file
	Confirmed State = "confirmed"
	Discarded State = "discarded"
	Undone    State = "undone"
	Expired   State = "expired" // nobody decided in time
)

// Outcome is what becomes of a row.
type Outcome string

// The outcomes.
const (
	Create Outcome = "create"
	Update Outcome = "update"
	Same   Outcome = "same"
	Refuse Outcome = "refused"
)

// Import is one sheet and what became of it.
type Import struct {
	ID         int64
	FileName   string
	FileSize   int64
	State      State
	Problem    *Problem
	Version    int
	Rows       int
	Created    int
	Updated    int
	Same       int
	Refused    int
	Incomplete int  // accepted, but not ready to be submitted
	Moved      int  // rows that were no longer as the last preview showed them
	Reread     bool // because of them, or because a new day began
	Reviewed   bool // the law's coach has read the rows that are taken
	Submitted  int
	Headers    []string
	Ignored    []string
	JudgedOn   clock.Day
	UploadedAt time.Time
	Person     string
	DecidedAt  *time.Time
	DecidedBy  string
	UndoneAt   *time.Time
	UndoneBy   string
	Done       int // rows read so far, while it waits
	Total      int
	Before     int // imports that are read first
}

// Accepted is how many rows confirming takes in.
func (i Import) Accepted() int { return i.Created + i.Updated }

// Ready is how many of them can be submitted at once.
func (i Import) Ready() int { return i.Accepted() - i.Incomplete }

// Undoable reports whether the import can still be undone, as far as its own
// age says.
func (i Import) Undoable(today clock.Day) bool {
	return i.State == Confirmed && i.DecidedAt != nil && !clock.DayOf(*i.DecidedAt).Add(DetailsDays).Before(today)
}

// Problem is what is wrong with a cell, or with the row or file when Field is
// empty. Column counts from 0; it is -1 where the sheet has none for it.
type Problem struct {
	Field  string `json:"field,omitempty"`
	Column int    `json:"column"`
	Typed  string `json:"typed,omitempty"`
	Key    string `json:"key"`
	Args   args   `json:"args,omitempty"`
}

// Row is a row of the sheet as the pages show it.
type Row struct {
	RowNo     int
	Outcome   Outcome
	Title     string
	Employer  string
	Ref       string
	VacancyID int64
	Changed   []string  // fields that an update changes
	Problems  []Problem // why it is refused
	Missing   []Problem // what is missing before it can be submitted
	Findings  int       // words that the law has something against
	Typed     []string  // the cells of a refused row
}

// Store keeps imports.
type Store struct {
	DB    *postgres.DB
	Now   clock.Clock
	Words Words // what the columns and lists are called
}

func (s *Store) vacancies() *vacancy.Store { return &vacancy.Store{DB: s.DB, Now: s.Now} }

// refusal is a problem of the whole file.
func refusal(key string, args ...any) error {
	return errs.One(sheet.File, "import.problem."+key, args...)
}
