package exchange

import (
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/employer"
	"cauviec/internal/vacancy"
)

// Facts is what is known of a vacancy that was public once.
type Facts struct {
	Code string
	vacancy.Details
	Status       vacancy.Status
	Revision     int
	RevisedAt    time.Time
	FirstAt      time.Time
	PausedAt     *time.Time
	EndedAt      *time.Time
	RelistedFrom string // offer codes
	MergedInto   string
	Sample       bool

	TaxCode         string
	EmployerName    string
	EmployerType    string
	Industry        string
	Products        string
	SizeBand        string
	Address         string
	EmployerZone    string
	EmployerState   employer.State
	EmployerStateAt *time.Time

	OccupationName string
	ZoneName       string
	ProvinceCode   string
	AreaCode       string
	AreaSince      clock.Day
	AreaName       string
}

// RecordOf maps a vacancy to the forms, as it stands at an instant.
func RecordOf(f Facts, at time.Time, words Words) Record {
	return Record{
		Code: f.Code, Version: versionOf(f), State: stateOf(f, at, words), Employer: employerOf(f, words),
		Title: f.Title, Headcount: f.Headcount, Description: f.Description, Occupation: occupationOf(f),
		Position:       one(vacancy.Positions, f.Position, words),
		Education:      one(vacancy.Educations, f.Education, words),
		Qualification:  one(vacancy.Qualifications, f.Qualification, words),
		Experience:     one(vacancy.Experiences, f.Experience, words),
		Contract:       one(vacancy.Contracts, f.Contract, words),
		Hours:          one(vacancy.Hours, f.Hours, words),
		Shift:          one(vacancy.Shifts, f.Shift, words),
		Benefits:       many(vacancy.Benefits, f.Benefits, words),
		Conditions:     many(vacancy.Conditions, f.Conditions, words),
		PriorityGroups: many(vacancy.PriorityGroups, f.PriorityGroups, words),
		Workplace: Workplace{Province: f.ProvinceCode, Area: f.AreaCode, AreaSince: f.AreaSince, AreaName: f.AreaName,
			Zone: f.ZoneName, Words: f.Workplace},
		Pay: payOf(f.Details, words), Papers: f.Papers, Contact: Contact{Name: f.ContactName, Phone: f.ContactPhone},
		StartsOn: f.StartsOn, ClosesOn: f.ClosesOn, Beyond: beyondOf(f.Details, words), Sample: f.Sample,
	}
}

func versionOf(f Facts) Version {
	return Version{Number: f.Revision, Replaces: f.Revision - 1, At: f.RevisedAt.UTC(), FirstAt: f.FirstAt.UTC(),
		RelistedFrom: f.RelistedFrom, MergedInto: f.MergedInto}
}

func employerOf(f Facts, words Words) Employer {
	return Employer{TaxCode: f.TaxCode, Name: f.EmployerName, Type: chosen("employer.type.", f.EmployerType, words),
		Industry: chosen("employer.industry.", f.Industry, words), Products: f.Products,
		Size: chosen("employer.size.", f.SizeBand, words), Address: f.Address, Zone: f.EmployerZone}
}

// occupationOf cuts a code into the levels of VSCO: a digit more for each.
func occupationOf(f Facts) Occupation {
	if f.OccupationCode == "" {
		return Occupation{}
	}
	o := Occupation{Name: f.OccupationName}
	for level, to := range []*string{&o.Level1, &o.Level2, &o.Level3, &o.Level4} {
		if level < len(f.OccupationCode) {
			*to = f.OccupationCode[:level+1]
		}
	}
	return o
}

func one(list vacancy.List, code string, words Words) Choice {
	return chosen(list.Key(""), code, words)
}

func many(list vacancy.List, codes []string, words Words) []Choice {
	choices := make([]Choice, len(codes))
	for i, code := range codes {
		choices[i] = one(list, code, words)
	}
	return choices
}

func chosen(prefix, code string, words Words) Choice {
	if code == "" {
		return Choice{}
	}
	return Choice{Code: code, Name: words(prefix + code)}
}
