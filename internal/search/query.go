package search

import (
	"context"
	"regexp"
	"strconv"
	"strings"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/reference"
)

// Sort is the order of what is found. Whatever the order, the newest comes
// first among equals.
type Sort string

// The orders. The zero Sort is Fit.
const (
	Fit     Sort = "fit"     // by how well the words match; without words, newest
	Newest  Sort = "newest"  // by day of publication
	Income  Sort = "income"  // by the lower end of the expected income
	Nearest Sort = "nearest" // by road distance from home; without a home, newest
)

// The orders that only words ask for: by how well the others match, roughly,
// and then as they say. Nobody who wants a well paid job as a seamstress looks
// for better paid ones that only mention sewing.
const (
	FitIncome  Sort = "fit_income"
	FitNearest Sort = "fit_nearest"
)

// Sorts lists the orders as pages offer them.
func Sorts() []Sort { return []Sort{Fit, Newest, Income, Nearest} }

// Limits of a page of results.
const (
	DefaultLimit = 20
	maxLimit     = 100
)

// Query is what somebody looks for. Zero fields ask nothing. Of zones,
// occupations and shifts one of the given is enough; benefits must all be there.
type Query struct {
	Text        string
	Zones       []string // slugs
	Occupations []string // codes of any level: 8 finds 8153
	MinIncome   int64    // VND a month that the expected income can reach
	Shifts      []string
	Benefits    []string // with Meals, Transport, Couples and NoExperience
	EmployerID  int64
	Home        reference.Point // where distances are counted from
	Sort        Sort
	After       string // Result.Next of the page before; anything else is the first page
	Limit       int    // 0 is DefaultLimit; at most 100
	AsTyped     bool   // the words are looked for as they stand: no slip is mended
	Uncounted   bool   // leave Result.Total out: counting costs more than a page
	Faceted     bool   // count what each further condition would find, too
}

// Result is one page of what was found.
type Result struct {
	IDs    []int64
	Total  int    // on all pages
	Next   string // After of the next page; empty on the last
	Facets Facets // where the query is Faceted
	Reading
}

// Search answers queries over the vacancies that are open today.
type Search interface {
	// Find returns a page. A query that finds nothing is no error.
	Find(ctx context.Context, q Query, today clock.Day) (Result, error)
	// Count returns how many vacancies the query finds.
	Count(ctx context.Context, q Query, today clock.Day) (int, error)
}

// PageSize returns how many ids a page has.
func (q Query) PageSize() int {
	if q.Limit <= 0 {
		return DefaultLimit
	}
	return min(q.Limit, maxLimit)
}

// Read returns the query with what its text asks for, beside its words.
func (q Query) Read(asked Asked) Query {
	q.MinIncome = max(q.MinIncome, asked.MinIncome)
	return q
}

// Place is where a row stands in an order: by rank, then the newest, then the
// highest id.
type Place struct {
	Rank        int64 // lower comes first
	PublishedAt time.Time
	VacancyID   int64
}

// Cursor writes the place for an address.
func (p Place) Cursor(order Sort) string {
	numbers := []int64{p.Rank, p.PublishedAt.UnixMicro(), p.VacancyID}
	texts := make([]string, 0, 1+len(numbers))
	texts = append(texts, string(order))
	for _, n := range numbers {
		texts = append(texts, strconv.FormatInt(n, 36))
	}
	return strings.Join(texts, ".")
}

// latest is the last instant of a cursor in microseconds since 1970, in the
// year 2255: later ones need not be known to a database.
const latest = 1 << 53

// ParsePlace reads a cursor of the same order. Anything else is no place.
func ParsePlace(cursor string, order Sort) (p Place, ok bool) {
	texts := strings.Split(cursor, ".")
	if len(texts) != 4 || texts[0] != string(order) {
		return Place{}, false
	}
	var numbers [3]int64
	for i, text := range texts[1:] {
		n, err := strconv.ParseInt(text, 36, 64)
		if err != nil {
			return Place{}, false
		}
		numbers[i] = n
	}
	if numbers[1] < 0 || numbers[1] > latest {
		return Place{}, false
	}
	return Place{Rank: numbers[0], PublishedAt: time.UnixMicro(numbers[1]).UTC(), VacancyID: numbers[2]}, true
}

// Codes returns those that can be occupation codes; others find nothing.
func Codes(words []string) []string {
	codes := make([]string, 0, len(words))
	for _, word := range words {
		if word != "" && strings.Trim(word, "0123456789") == "" {
			codes = append(codes, word)
		}
	}
	return codes
}

var keyShape = regexp.MustCompile(`^[a-z0-9_-]{1,80}$`)

// Keys returns those that can be slugs or codes; others find nothing.
func Keys(words []string) []string {
	found := make([]string, 0, len(words))
	for _, word := range words {
		if keyShape.MatchString(word) {
			found = append(found, word)
		}
	}
	return found
}
