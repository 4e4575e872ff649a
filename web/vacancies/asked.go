package vacancies

import (
	"context"
	"net/url"
	"strings"

	"cauviec/internal/search"
)

// Asked is a search of the list as other pages keep it: the parameters of its
// address, what they ask in words, and the question itself.
type Asked struct {
	Address string
	Words   []string // none: any work
	Query   search.Query
}

// Asked reads the parameters of the list. Order and page are left out: they are
// no part of what is looked for.
func (s *Screens) Asked(ctx context.Context, values url.Values) (Asked, error) {
	choices, err := s.Board.Choices(ctx)
	if err != nil {
		return Asked{}, err
	}
	l := listing{address: readAddress(values), choices: choices}
	l.Sort, l.After = "", ""
	l.home = l.homeOf(choices)
	asked := Asked{Address: parameters(l.href()), Query: l.query(l.home.Point())}
	for _, chip := range l.chips(ctx) {
		asked.Words = append(asked.Words, chip.Label)
	}
	return asked, nil
}

// parameters are those of an address of the list.
func parameters(href string) string {
	_, after, _ := strings.Cut(href, "?")
	return after
}

// NewestOf returns the address of the list for parameters that Asked has given,
// the newest first.
func NewestOf(parameters string) string {
	newest := paramSort + "=" + wordOf(sortWords, string(search.Newest))
	if parameters == "" {
		return listPath + "?" + newest
	}
	return listPath + "?" + parameters + "&" + newest
}

// Href returns the address of a vacancy's page, for other pages and for texts
// that are read elsewhere.
func Href(id int64, slug string) string { return href(id, slug) }

// tellHref is where one asks to be told of new vacancies like those of a list.
func (l listing) tellHref() string {
	asked := l.with(func(a *address) { a.Sort = "" }).href()
	return strings.Replace(asked, listPath, "/bao-viec", 1)
}
