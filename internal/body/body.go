// Package body keeps the organisations that have duties: departments,
// districts, communes, centres, papers, boards and employers. A body has a
// province and through it a side of the partnership, a parent, a counterpart
// in the other province, and a life. What it is called later is kept beside it
// and never replaces its name: papers of its time carry the old one.
//
// Names, parents and lives of bodies are public facts, so reads ask for no
// scope. Changes need access.ManageBodies and are recorded in the journal.
package body

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/fold"
)

// Body is an organisation with duties, alive from ValidFrom until the day
// before ValidTo (zero: no end known). ParentID, CounterpartID and AreaID are
// 0 for none.
type Body struct {
	ID            int64
	Slug          string
	Kind          access.Kind
	Side          access.Side
	ProvinceCode  string
	NameVi        string
	ShortVi       string
	NameEn        string
	ShortEn       string
	ParentID      int64
	CounterpartID int64
	AreaID        int64
	ValidFrom     clock.Day
	ValidTo       clock.Day
}

// AliveOn reports whether the body exists on a day.
func (b Body) AliveOn(day clock.Day) bool {
	return !day.Before(b.ValidFrom) && (b.ValidTo.IsZero() || day.Before(b.ValidTo))
}

// Seat returns the kind of account that works for the body.
func (b Body) Seat() access.Seat { return access.Seat{Side: b.Side, Kind: b.Kind} }

// Names is what a body is called, in full and in short, in both languages.
type Names struct {
	NameVi  string
	ShortVi string
	NameEn  string
	ShortEn string
}

// Names returns what the body is called.
func (b Body) Names() Names {
	return Names{NameVi: b.NameVi, ShortVi: b.ShortVi, NameEn: b.NameEn, ShortEn: b.ShortEn}
}

const longestName = 200

// tidy trims and composes every name.
func (n Names) tidy() Names {
	for _, name := range []*string{&n.NameVi, &n.ShortVi, &n.NameEn, &n.ShortEn} {
		*name = fold.Tidy(*name)
	}
	return n
}

// check finds what is wrong with the names.
func (n Names) check() errs.Problems {
	problems := errs.Problems{}
	for field, name := range map[string]string{
		"name_vi": n.NameVi, "short_vi": n.ShortVi, "name_en": n.NameEn, "short_en": n.ShortEn,
	} {
		switch {
		case name == "":
			problems.Add(field, "problem.required")
		case utf8.RuneCountInString(name) > longestName:
			problems.Add(field, "problem.long", longestName)
		}
	}
	return problems
}

// folded is what search compares with.
func (n Names) folded() string {
	return fold.Fold(strings.Join([]string{n.NameVi, n.ShortVi, n.NameEn, n.ShortEn}, " "))
}

// New is a body to be created. Parent and Counterpart are slugs, empty for
// none; AreaID is 0 for none.
type New struct {
	Slug         string
	Kind         access.Kind
	ProvinceCode string
	Names
	Parent      string
	Counterpart string
	AreaID      int64
	ValidFrom   clock.Day
}

var slugForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

const longestSlug = 60

// check finds what is wrong with the new body, but for its province, parent
// and counterpart, which the store knows.
func (n New) check() errs.Problems {
	problems := n.Names.check()
	if !slugForm.MatchString(n.Slug) || len(n.Slug) > longestSlug {
		problems.Add("slug", "body.problem.slug")
	}
	if !known(n.Kind) {
		problems.Add("kind", "problem.choice")
	}
	if n.ValidFrom.IsZero() {
		problems.Add("valid_from", "problem.required")
	}
	return problems
}

// Kinds lists the kinds of bodies in the order of the screens.
func Kinds() []access.Kind {
	return []access.Kind{
		access.Office, access.Labour, access.Centre, access.Transport, access.Paper, access.Broadcaster,
		access.ZoneBoard, access.District, access.Commune, access.Employer,
	}
}

func known(kind access.Kind) bool {
	for _, k := range Kinds() {
		if k == kind {
			return true
		}
	}
	return false
}

// Partnership is a pair of provinces with its working map day: the areas and
// bodies to choose from are those alive on MapOn, whatever today is.
type Partnership struct {
	ID                      int64
	Slug                    string
	SourceProvinceCode      string
	DestinationProvinceCode string
	MapOn                   clock.Day
}

// SideOf returns on which side a province stands, empty for neither.
func (p Partnership) SideOf(province string) access.Side {
	switch province {
	case p.SourceProvinceCode:
		return access.Source
	case p.DestinationProvinceCode:
		return access.Destination
	}
	return ""
}
