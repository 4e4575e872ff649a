package candidate

import (
	"slices"
	"time"
)

// Purpose is what a consent is for.
type Purpose string

// The purposes. One to introduce names the employer; without one it was given
// for whatever employer the centre finds.
const (
	ToIntroduce  Purpose = "introduce"
	ToKeep       Purpose = "keep"
	ToStatistics Purpose = "statistics"
)

// Manner is how a consent was given.
type Manner string

// The manners.
const (
	Online   Manner = "online"
	OnPaper  Manner = "paper"
	ByPhone  Manner = "phone"
	ByOffice Manner = "commune" // said to a commune's or district's officer
)

// Manners lists how a consent reaches an officer.
func Manners() []Manner { return []Manner{OnPaper, ByPhone, ByOffice} }

// Consent is one person's word for one purpose.
type Consent struct {
	ID           int64
	Purpose      Purpose
	EmployerID   int64 // of ToIntroduce; 0: any employer
	EmployerName string
	Manner       Manner
	GivenAt      time.Time
	WithdrawnAt  *time.Time
}

// Active reports whether the consent holds.
func (c Consent) Active() bool { return c.WithdrawnAt == nil }

// Consents is all that a person said.
type Consents []Consent

// For reports whether a consent for the purpose holds.
func (cs Consents) For(p Purpose) bool {
	return slices.ContainsFunc(cs, func(c Consent) bool { return c.Active() && c.Purpose == p })
}

// ForEmployer reports whether the person may be introduced to an employer.
func (cs Consents) ForEmployer(id int64) bool {
	return slices.ContainsFunc(cs, func(c Consent) bool {
		return c.Active() && c.Purpose == ToIntroduce && (c.EmployerID == id || c.EmployerID == 0)
	})
}
