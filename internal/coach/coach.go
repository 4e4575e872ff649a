// Package coach reads a job advert before it is published and says what the law
// does not allow, with the article and a lawful way to say it.
//
// Review is pure: it reads the words as they are typed, with or without marks,
// and knows neither who wrote them nor what was cleared before. A finding is a
// question for people, not a verdict; its article names the text to look at.
package coach

import (
	"cmp"
	"slices"

	"cauviec/internal/clock"
	"cauviec/internal/wage"
)

// Severity is what a finding does to an advert.
type Severity string

// The severities. What Stops must be changed. What Freezes or Warns may stay
// when a second person says why: the first because it was misread, the second
// because the nature of the job asks for it.
const (
	Stops   Severity = "stops"
	Freezes Severity = "freezes"
	Warns   Severity = "warns"
)

// Rule is the key of a rule; its words are at "coach.rule." and "coach.why.".
type Rule string

// The rules.
const (
	Wage         Rule = "wage"
	Fee          Rule = "fee"
	Deposit      Rule = "deposit"
	Papers       Rule = "papers"
	Sex          Rule = "sex"
	Age          Rule = "age"
	Marital      Rule = "marital"
	Pregnancy    Rule = "pregnancy"
	Origin       Rule = "origin"
	Religion     Rule = "religion"
	Disability   Rule = "disability"
	Appearance   Rule = "appearance"
	Probation    Rule = "probation"
	ProbationPay Rule = "probation_pay"
	Overtime     Rule = "overtime"
	Minor        Rule = "minor"
	Lump         Rule = "lump"
	Vague        Rule = "vague"
)

// Rules lists the rules in the order of pages.
func Rules() []Rule {
	return []Rule{Wage, Fee, Deposit, Papers, Sex, Age, Marital, Pregnancy, Origin, Religion, Disability, Appearance,
		Probation, ProbationPay, Overtime, Minor, Lump, Vague}
}

// Text is one field of an advert as it was typed.
type Text struct {
	Field string
	Words string
}

// Offer is what the coach reads of an advert. The codes are those of the
// vacancy's form; the wage is VND a month, 0 when not said.
type Offer struct {
	Texts         []Text
	Position      string
	Qualification string
	Shift         string
	PartTime      bool
	BasicWage     int64 // in the contract, for normal hours
}

// Finding is what the law has against an advert. From and To are the bytes of
// Words in the field's text; what a figure or a choice set off has no words.
type Finding struct {
	Rule     Rule
	Field    string
	Words    string // exactly as typed
	From, To int
	Passage  string // the sentence around the words: once it changes, what was cleared is open again
	Severity Severity
	Law      Law
	Rewrite  string // a lawful sentence to write instead, in Vietnamese
}

// Review returns what the law of a day has against an advert: the gravest
// first, then in the order of the texts. There is one finding for each rule in
// each sentence.
func Review(o Offer, today clock.Day, minimum wage.Finding) []Finding {
	var found []Finding
	if f, is := underMinimum(o, minimum); is {
		found = append(found, f)
	}
	said := make([]speech, len(o.Texts))
	for i, text := range o.Texts {
		said[i] = listen(text, today)
	}
	for _, s := range said {
		for i := range rules {
			found = append(found, rules[i].review(o, said, s)...)
		}
	}
	for i := range found {
		if found[i].Law.Code == "" {
			found[i].Law = lawOf(found[i].Rule, today)
		}
	}
	slices.SortStableFunc(found, func(a, b Finding) int { return cmp.Compare(weight[a.Severity], weight[b.Severity]) })
	return once(found)
}

// once leaves the first finding of each rule in each sentence.
func once(found []Finding) []Finding {
	type place struct {
		rule           Rule
		field, passage string
	}
	seen := map[place]bool{}
	return slices.DeleteFunc(found, func(f Finding) bool {
		at := place{f.Rule, f.Field, f.Passage}
		again := seen[at]
		seen[at] = true
		return again
	})
}

var weight = map[Severity]int{Stops: 0, Freezes: 1, Warns: 2}
