package candidate

import (
	"slices"
	"strings"
	"unicode/utf8"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/phone"
)

const (
	longestName = 100
	longestCall = 500
	longestNote = 4000
	// youngest is the age at which people may work (Labour Code 2019, Art. 3).
	// Only the year of birth is asked, so whoever turns 15 within the year passes.
	youngest = 15
	oldest   = 100
)

// Registration is what a person says, or an officer enters for a person.
type Registration struct {
	VacancyID  int64 // 0: none yet; only an officer enters that
	FullName   string
	BirthYear  int
	Phone      string // as typed
	AreaID     int64  // home commune
	Gender     Gender
	Introduce  bool // agrees to be introduced to the vacancy's employer
	Keep       bool // agrees to be kept for later vacancies
	Statistics bool

	// Of an officer's entry:
	DriveID int64     // the drive at which the person registered, or 0
	Manner  Manner    // how the person agreed
	On      clock.Day // the day on the paper; zero is today
}

// Normal returns the registration as it is kept: the name trimmed and
// composed, the phone in E.164 if it can be read.
func (r Registration) Normal() Registration {
	r.FullName = tidyName(r.FullName)
	r.Phone = tidyPhone(r.Phone)
	return r
}

func tidyName(name string) string { return strings.Join(strings.Fields(fold.NFC(name)), " ") }

func tidyPhone(words string) string {
	if number, err := phone.Parse(words); err == nil {
		return number
	}
	return words
}

// Check finds what is wrong with a normal registration on a day, when a person
// registers alone.
func (r Registration) Check(today clock.Day) errs.Problems {
	p := r.person(today)
	if r.Phone == "" {
		p.Add("phone", "problem.required")
	}
	if !r.Introduce {
		p.Add("introduce", "candidate.problem.consent")
	}
	return p
}

// CheckFor is Check when an officer enters the person: without a telephone
// perhaps, and without a vacancy if the person agrees to be kept for one.
func (r Registration) CheckFor(today clock.Day) errs.Problems {
	p := r.person(today)
	if !slices.Contains(Manners(), r.Manner) {
		p.Add("manner", "problem.choice")
	}
	switch {
	case r.VacancyID != 0 && !r.Introduce:
		p.Add("introduce", "candidate.problem.consent_for")
	case r.VacancyID == 0 && !r.Keep:
		p.Add("keep", "candidate.problem.consent_keep")
	}
	if r.On.After(today) {
		p.Add("on", "candidate.problem.future")
	}
	return p
}

func (r Registration) person(today clock.Day) errs.Problems {
	p := errs.Problems{}
	checkName(p, r.FullName)
	checkBirthYear(p, r.BirthYear, today)
	checkPhone(p, r.Phone)
	checkGender(p, r.Gender)
	if r.AreaID == 0 {
		p.Add("area", "candidate.problem.area")
	}
	return p
}

func checkName(p errs.Problems, name string) {
	switch {
	case name == "":
		p.Add("full_name", "problem.required")
	case utf8.RuneCountInString(name) > longestName:
		p.Add("full_name", "problem.long", longestName)
	case fold.Fold(name) == "":
		p.Add("full_name", "candidate.problem.name")
	}
}

func checkBirthYear(p errs.Problems, born int, today clock.Day) {
	year, _, _ := today.Date()
	switch {
	case born == 0:
		p.Add("birth_year", "problem.required")
	case born < year-oldest || born > year:
		p.Add("birth_year", "candidate.problem.birth_year")
	case born > year-youngest:
		p.Add("birth_year", "candidate.problem.too_young", youngest)
	}
}

// checkPhone reads the number again: what Normal could not read stands as typed.
func checkPhone(p errs.Problems, number string) {
	if _, err := phone.Parse(number); err != nil {
		p.Add("phone", "problem.phone")
	}
}

func checkGender(p errs.Problems, g Gender) {
	if g != Unsaid && !slices.Contains(Genders(), g) {
		p.Add("gender", "problem.choice")
	}
}

// normal returns an edit as it is kept.
func (e Edit) normal() Edit {
	e.FullName, e.Phone = tidyName(e.FullName), tidyPhone(e.Phone)
	return e
}

// check finds what is wrong with a normal edit.
func (e Edit) check(today clock.Day) errs.Problems {
	return Registration{FullName: e.FullName, BirthYear: e.BirthYear, Phone: e.Phone, Gender: e.Gender, AreaID: e.AreaID}.person(today)
}
