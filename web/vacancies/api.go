package vacancies

import (
	"net/url"
	"slices"
	"strings"

	"cauviec/internal/board"
	"cauviec/internal/search"
)

// Parameters are the names that the list understands, here and in the open API.
func Parameters() []string {
	return []string{paramText, paramZone, paramTrade, paramIncome, paramShift, paramBenefit, paramDistrict, paramCommune, paramSort, paramAfter}
}

// Query returns what parameters ask of the list, as its page reads them.
func Query(values url.Values, choices []board.Choice) search.Query {
	a := readAddress(values)
	return a.query(a.homeOf(choices).Point())
}

// Unread returns the parameters of the list with a value that it leaves out
// because it does not understand it. The page shows vacancies all the same; a
// program is told.
func Unread(values url.Values) []string {
	var names []string
	for _, name := range Parameters() {
		words := strings.Split(strings.Join(values[name], ","), ",")
		if name == paramText {
			continue
		}
		if slices.ContainsFunc(words, func(word string) bool { return !understood(name, strings.TrimSpace(word)) }) {
			names = append(names, name)
		}
	}
	return names
}

// understood reports whether a value of a parameter changes the list.
func understood(name, word string) bool {
	return word == "" || readAddress(url.Values{name: {word}}).href() != listPath
}

// EmployerHref returns the page of an employer.
func EmployerHref(id int64, slug string) string { return employerHref(id, slug) }
