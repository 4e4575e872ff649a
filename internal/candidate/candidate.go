// Package candidate keeps the people who look for work: who registered, what
// they agreed to, to which vacancies they were introduced and how far they
// came, until their data are erased.
//
// Personal data follow the Law on Personal Data Protection 91/2025/QH15,
// Art. 25: only what recruitment needs is asked; each purpose has its own
// consent, which can be withdrawn; every view by an account is kept; who is
// not hired and did not agree to be kept is erased. The journal holds numbers
// and statuses, never what could name a person.
package candidate

import (
	"strings"
	"time"
	"unicode/utf8"

	"cauviec/internal/clock"
	"cauviec/internal/code"
)

// codeLength is that of the reference code that a person keeps on paper.
const codeLength = 8

// CleanCode returns a reference code as typed in its own form, and whether it
// can be one at all.
func CleanCode(words string) (string, bool) { return code.Clean(words, codeLength) }

// ShowCode writes a reference code for the eye: ABCD-EFGH.
func ShowCode(c string) string { return code.Grouped(c) }

// Gender is said or not; nothing depends on it but statistics.
type Gender string

// The genders that the official statistics know, and not said.
const (
	Unsaid Gender = ""
	Female Gender = "female"
	Male   Gender = "male"
)

// Genders lists what can be said.
func Genders() []Gender { return []Gender{Female, Male} }

// Candidate is a person who registered. Of somebody erased only the numbers
// are left. Masked is set for an employer to whom the person does not agree,
// or no longer, to be introduced: the name is initials and the phone is empty.
type Candidate struct {
	ID           int64
	Code         string
	FullName     string
	BirthYear    int
	Gender       Gender
	Phone        string // E.164; empty for somebody without a telephone
	AreaID       int64  // home commune on the working map
	Commune      string
	CommuneKind  string
	District     string
	DistrictKind string
	Note         string // calls, newest first
	BodyVi       string // who entered the person; empty: registered alone
	BodyEn       string
	DriveID      int64
	DriveTitle   string
	CreatedAt    time.Time
	EraseOn      clock.Day // zero: not due
	ErasedAt     *time.Time
	Version      int
	Sample       bool
	Masked       bool
}

// Erased reports whether the person's data are gone.
func (c Candidate) Erased() bool { return c.ErasedAt != nil }

// mask hides what an employer may not see.
func (c *Candidate) mask() {
	if !c.Masked {
		return
	}
	c.FullName, c.Phone, c.Note = Initials(c.FullName), "", ""
	c.AreaID, c.Commune, c.CommuneKind = 0, "", ""
}

// Initials returns the first letters of a name: N. T. H. of Nguyễn Thị Hoa.
func Initials(name string) string {
	var letters []string
	for word := range strings.FieldsSeq(name) {
		r, _ := utf8.DecodeRuneInString(word)
		letters = append(letters, strings.ToUpper(string(r))+".")
	}
	return strings.Join(letters, " ")
}

// Edit is what an officer may put right in a person's record.
type Edit struct {
	FullName  string
	BirthYear int
	Gender    Gender
	Phone     string
	AreaID    int64
	Version   int
}
