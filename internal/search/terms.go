package search

import (
	"slices"
	"strings"

	"cauviec/internal/fold"
)

// The names by which queries and entries call what a vacancy offers beside the
// benefits of its form.
const (
	Meals        = "meals"         // every benefit of eating at work
	Transport    = "transport"     // a bus of the employer, or money for the way
	Couples      = "couples"       // couples are taken together
	NoExperience = "no_experience" // no experience is asked for
)

var (
	mealBenefits      = []string{"meals_1", "meals_2", "meals_3", "meal_money"}
	transportBenefits = []string{"shuttle_bus", "travel_support"}
)

// HasMeals reports whether one of the benefits is eating at work.
func HasMeals(benefits []string) bool { return hasAny(benefits, mealBenefits) }

func hasAny(benefits, of []string) bool {
	return slices.ContainsFunc(benefits, func(b string) bool { return slices.Contains(of, b) })
}

// offers returns what an entry is found by among benefits, each once.
func (e Entry) offers() []string {
	found := append([]string{}, e.Benefits...)
	for _, o := range []struct {
		name string
		has  bool
	}{
		{Meals, HasMeals(e.Benefits)}, {Transport, hasAny(e.Benefits, transportBenefits)},
		{Couples, e.Couples}, {NoExperience, e.NoExperience},
	} {
		if o.has {
			found = append(found, o.name)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// shiftFacts are what is said of shifts, by their codes.
var shiftFacts = map[string][]string{
	"office": {"day", "office_hours"}, "garment": {"day"}, "night": {"night"}, "three": {"three_shifts"},
	"two_8h": {"two_shifts"}, "two_12h": {"two_shifts", "twelve_hours"}, "flexible": {"flexible"},
}

// alsoAtNight are the shifts of which some turns are at night: they are found for
// it, behind those that are nothing else.
var alsoAtNight = []string{"three", "two_12h"}

// longestTerm is the longest word that is kept or asked for, in bytes; what is
// longer is no word of any language here.
const longestTerm = 60

// The forms of what is kept beside folded words and pairs of them: a word of
// the title with its marks, and a fact in the words of meanings.txt.
const (
	ExactForm = "="
	FactForm  = "#"
)

// The weights of a tsvector, the heaviest first; PostgreSQL takes a word
// without a place to have every weight, so each has one.
const (
	ofTitle  = 'A'
	ofStrong = 'B'
	ofText   = 'D'
)

// terms are the words of an entry, each with the heaviest of its weights.
type terms map[string]rune

func (t terms) add(weight rune, words ...string) {
	for _, word := range words {
		if len(word) > longestTerm {
			continue
		}
		if was, known := t[word]; !known || weight < was {
			t[word] = weight
		}
	}
}

// facts adds names in their form.
func (t terms) facts(weight rune, names ...string) {
	for _, name := range names {
		t.add(weight, FactForm+name)
	}
}

// side adds the words of a text and the pairs of those side by side.
func (t terms) side(weight rune, text string) {
	words := fold.Terms(text)
	t.add(weight, words...)
	t.add(weight, fold.Pairs(words)...)
}

// vector returns the words of an entry as a tsvector: folded, and side by side
// where they name the work, the employer or the place; those of the title with
// their marks, too; and what they mean. The words of the text and of the
// official name of the occupation tell least: "máy" is in most of them.
func (e Entry) vector() string {
	t := terms{}
	t.side(ofTitle, e.Title)
	for _, word := range fold.ExactTerms(e.Title) {
		t.add(ofTitle, ExactForm+word)
	}
	trades := t.meant(ofTitle, fold.ExactTerms(e.Title), 1)
	for _, name := range []string{e.Employer, e.Zone, e.Places} {
		t.side(ofStrong, name)
	}
	t.meant(ofStrong, fold.ExactTerms(e.Zone), 1, with)
	t.add(ofStrong, fold.Pairs(fold.Terms(e.Occupation))...)
	t.add(ofText, fold.Terms(e.Occupation)...)
	byCode := known().ofCode(e.OccupationCode)
	t.facts(ofStrong, byCode...)
	t.facts(ofStrong, e.offers()...)
	t.facts(ofStrong, shiftFacts[e.Shift]...)
	if slices.Contains(alsoAtNight, e.Shift) {
		t.facts(ofText, "night")
	}
	t.add(ofText, fold.Terms(e.Text)...)
	said := []kind{with}
	if trades == 0 && len(byCode) == 0 {
		said = append(said, trade, branch)
	}
	t.meant(ofText, fold.ExactTerms(e.Text), 2, said...)
	return t.String()
}

// meant adds what the phrases of words mean, of phrases with at least so many
// words and of these kinds, or of any; it returns how many were kinds of work.
func (t terms) meant(weight rune, words []string, least int, kinds ...kind) (works int) {
	for _, p := range known().pieces(words, asWritten) {
		m := p.means
		if m == nil || p.to-p.from < least || len(kinds) > 0 && !slices.Contains(kinds, m.kind) || denied(words[:p.from]) {
			continue
		}
		switch {
		case m.work():
			t.facts(weight, known().family(m)...)
			if m.kind == branch {
				t.facts(max(weight, ofStrong), "worker")
			}
			works++
		case m.kind == with:
			t.facts(weight, m.name)
		}
	}
	return works
}

// denied reports whether what follows these words is said not to be.
func denied(before []string) bool {
	for _, word := range before[max(0, len(before)-2):] {
		if word == "không" || word == "chưa" || word == "ko" {
			return true
		}
	}
	return false
}

// String writes the terms as a tsvector, in order. Folding leaves letters,
// digits and marks only, so the quotes around a word cannot be closed by it.
func (t terms) String() string {
	words := make([]string, 0, len(t))
	for word := range t {
		words = append(words, word)
	}
	slices.Sort(words)
	var b strings.Builder
	for _, word := range words {
		b.WriteString("'" + word + "':1")
		b.WriteRune(t[word])
		b.WriteByte(' ')
	}
	return b.String()
}
