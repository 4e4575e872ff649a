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

// lists are the parameters that take several values.
var lists = []string{paramZone, paramTrade, paramShift, paramBenefit}

// Unread returns the parameters of the list with a value that it leaves out
// because it does not understand it, has one already or has too many. The page
// shows vacancies all the same; a program is told.
func Unread(values url.Values) []string {
	var names []string
	for _, name := range Parameters() {
		given := values[name]
		if slices.Contains(lists, name) {
			given = strings.Split(strings.Join(given, ","), ",")
		} else if len(given) > 1 {
			names = append(names, name)
			continue
		}
		if len(given) > mostValues || slices.ContainsFunc(given, func(word string) bool { return !understood(name, strings.TrimSpace(word)) }) {
			names = append(names, name)
		}
	}
	if a := readAddress(values); a.Commune == "" && values.Get(paramCommune) != "" && !slices.Contains(names, paramCommune) {
		names = append(names, paramCommune) // of another district
	}
	return names
}

// understood reports whether a value of a parameter changes the list as it
// stands.
func understood(name, word string) bool {
	if name == paramText {
		return clipped(word) == word
	}
	return word == "" || readAddress(url.Values{name: {word}}).href() != listPath
}

// EmployerHref returns the page of an employer.
func EmployerHref(id int64, slug string) string { return employerHref(id, slug) }
