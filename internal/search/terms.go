package search

import (
	"slices"
	"strings"

	"cauviec/internal/fold"
)

// spoken gives the words by which job seekers ask for a benefit. Benefits that
// are not here are found by their filter only.
var spoken = map[string]string{
	"dormitory":       "ký túc xá ktx chỗ ở",
	"housing_support": "hỗ trợ nhà ở tiền trọ",
	"shuttle_bus":     "xe đưa đón",
	"travel_support":  "hỗ trợ đi lại tiền xe",
	Meals:             "ăn ca bao cơm",
	"insurance":       "bảo hiểm xã hội bhxh",
	"nursery":         "nhà trẻ",
}

// Meals is what search calls every benefit of eating at work, so that one
// filter finds them all.
const Meals = "meals"

// mealBenefits are the benefits that Meals stands for.
var mealBenefits = []string{"meals_1", "meals_2", "meals_3", "meal_money"}

// HasMeals reports whether one of the benefits is eating at work.
func HasMeals(benefits []string) bool {
	return slices.ContainsFunc(benefits, func(b string) bool { return slices.Contains(mealBenefits, b) })
}

// grouped returns the benefits by which an entry is found, each once.
func grouped(benefits []string) []string {
	found := append([]string{}, benefits...)
	if HasMeals(benefits) {
		found = append(found, Meals)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// longestTerm is the longest word that is kept or asked for, in bytes; what is
// longer is no word of any language here.
const longestTerm = 60

// ExactForm stands before a word that is kept with its marks.
const ExactForm = "="

// vector returns the words of an entry as a tsvector: each word folded, and
// after "=" with its marks; those of the title have weight A. The others have a place too:
// PostgreSQL takes a word without one to have every weight.
func vector(title string, others, benefits []string) string {
	var b strings.Builder
	write := func(text, weight string) {
		for _, term := range fold.Terms(text) {
			writeTerm(&b, "", term, weight)
		}
		for _, term := range fold.ExactTerms(text) {
			writeTerm(&b, ExactForm, term, weight)
		}
	}
	write(title, ":1A")
	for _, text := range others {
		write(text, ":1")
	}
	for _, benefit := range benefits {
		write(spoken[benefit], ":1")
	}
	return b.String()
}

// writeTerm adds one word. Folding leaves letters, digits and marks only, so
// the quotes around it cannot be closed by it.
func writeTerm(b *strings.Builder, form, term, weight string) {
	if len(term) > longestTerm {
		return
	}
	b.WriteString("'" + form + term + "'" + weight + " ")
}
