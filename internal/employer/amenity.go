package employer

import (
	"unicode/utf8"

	"cauviec/internal/errs"
	"cauviec/internal/fold"
)

// Kind is something that decides how people live at an employer's.
type Kind string

// The kinds, in the order of pages.
const (
	Dormitory Kind = "dormitory"
	Canteen   Kind = "canteen"
	Bus       Kind = "bus"
	Nursery   Kind = "nursery"
)

// Kinds lists them.
func Kinds() []Kind { return []Kind{Dormitory, Canteen, Bus, Nursery} }

// Has says whether there is such a thing; the zero Has is not known.
type Has string

// The answers.
const (
	Yes Has = "yes"
	No  Has = "no"
)

// Answers lists them.
func Answers() []Has { return []Has{Yes, No} }

// Amenities are the living conditions at an employer's: of each kind whether
// there is one, and words such as its price or how far it is.
type Amenities struct {
	Dormitory     Has
	DormitoryNote string
	Canteen       Has
	CanteenNote   string
	Bus           Has
	BusNote       string
	Nursery       Has
	NurseryNote   string
}

// Of returns where the answer and the words of a kind are kept; nil for an
// unknown kind.
func (a *Amenities) Of(k Kind) (has *Has, note *string) {
	switch k {
	case Dormitory:
		return &a.Dormitory, &a.DormitoryNote
	case Canteen:
		return &a.Canteen, &a.CanteenNote
	case Bus:
		return &a.Bus, &a.BusNote
	case Nursery:
		return &a.Nursery, &a.NurseryNote
	}
	return nil, nil
}

func (a Amenities) normal() Amenities {
	for _, k := range Kinds() {
		_, note := a.Of(k)
		*note = fold.Tidy(*note)
	}
	return a
}

// check judges the answers; words alone leave open whether there is one.
func (a Amenities) check(p errs.Problems) {
	for _, k := range Kinds() {
		has, note := a.Of(k)
		switch {
		case *has != "" && *has != Yes && *has != No:
			p.Add(string(k), "problem.choice")
		case *has == "" && *note != "":
			p.Add(string(k), "employer.problem.amenity")
		}
		if utf8.RuneCountInString(*note) > shortText {
			p.Add(string(k)+"_note", "problem.long", shortText)
		}
	}
}
