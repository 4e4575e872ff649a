package api

import (
	"net/url"
	"slices"
	"strconv"
	"unicode/utf8"

	"cauviec/internal/clock"
)

// parameters reads the query of an operation. What cannot be read is kept and
// named together at the end.
type parameters struct {
	values url.Values
	bad    []string
}

// read takes the parameters of an operation; those that it does not have are a
// failure that names them.
func read(values url.Values, names ...string) (*parameters, error) {
	var unknown []string
	for name := range values {
		if !slices.Contains(names, name) {
			unknown = append(unknown, shown(name))
		}
	}
	if len(unknown) > 0 {
		slices.Sort(unknown)
		return nil, failure{unknownParameter, unknown}
	}
	return &parameters{values: values}, nil
}

// longestName is what is said back of a name that somebody made up.
const longestName = 40

func shown(name string) string {
	if !utf8.ValidString(name) {
		return "?"
	}
	if runes := []rune(name); len(runes) > longestName {
		return string(runes[:longestName]) + "…"
	}
	return name
}

func (p *parameters) wrong(names ...string) {
	for _, name := range names {
		if !slices.Contains(p.bad, name) {
			p.bad = append(p.bad, name)
		}
	}
}

// one returns the value of a parameter that may be given once.
func (p *parameters) one(name string) string {
	if len(p.values[name]) > 1 {
		p.wrong(name)
	}
	return p.values.Get(name)
}

// number returns a number from 1 to most; without one, usual.
func (p *parameters) number(name string, usual, most int) int {
	word := p.one(name)
	if word == "" {
		return usual
	}
	n, err := strconv.Atoi(word)
	if err != nil || n < 1 || n > most {
		p.wrong(name)
		return usual
	}
	return n
}

// day returns a day written yyyy-mm-dd; without one, no day.
func (p *parameters) day(name string) clock.Day {
	word := p.one(name)
	d, err := clock.ParseDay(word)
	if err != nil || d.ISO() != word {
		p.wrong(name)
	}
	return d
}

// problem returns the failure of what could not be read, nil if all could.
func (p *parameters) problem() error {
	if len(p.bad) == 0 {
		return nil
	}
	return failure{badParameter, p.bad}
}
