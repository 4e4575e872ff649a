package intake

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"cauviec/internal/errs"
	"cauviec/internal/fold"
	"cauviec/internal/typed"
)

// args are what fills the placeholders of a problem's sentence. They are kept
// as JSON and come back as words and whole numbers.
type args []any

// UnmarshalJSON reads whole numbers as such: a sentence writes them with dots.
func (a *args) UnmarshalJSON(b []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(b))
	decoder.UseNumber()
	var values []any
	if err := decoder.Decode(&values); err != nil {
		return err
	}
	for i, value := range values {
		number, is := value.(json.Number)
		if !is {
			continue
		}
		whole, err := number.Int64()
		if err != nil {
			return fmt.Errorf("problem argument %s: %w", number, err)
		}
		values[i] = whole
	}
	*a = values
	return nil
}

// listed writes problems by field as a list in the order of the columns that
// hold them; those of which the sheet has no column come last.
func (h header) listed(p errs.Problems, cells []string) []Problem {
	var list []Problem
	for _, field := range slices.Sorted(maps.Keys(p)) {
		list = append(list, h.problem(field, cells, p[field].Key, p[field].Args...))
	}
	slices.SortStableFunc(list, func(a, b Problem) int { return cmp.Compare(uint(a.Column), uint(b.Column)) })
	return list
}

// problem is one about a field of a row.
func (h header) problem(field string, cells []string, key string, values ...any) Problem {
	column, ok := h.column(field)
	if !ok {
		return Problem{Field: field, Column: -1, Key: key, Args: values}
	}
	return Problem{Field: field, Column: column, Typed: fold.Brief(strings.TrimSpace(shown(field, cell(cells, column))), longestTold), Key: key, Args: values}
}

// shown is a cell as people see it: days are kept as numbers.
func shown(field, words string) string {
	if field != "starts_on" && field != "closes_on" {
		return words
	}
	if day, err := typed.Day(words); err == nil && !day.IsZero() {
		return day.String()
	}
	return words
}

// column is where a field stands; the employer's is that of its tax code or name.
func (h header) column(field string) (int, bool) {
	if field == "employer_id" {
		if at, ok := h.columns[TaxCode]; ok {
			return at, true
		}
		field = Employer
	}
	at, ok := h.columns[field]
	return at, ok
}

func cell(cells []string, column int) string {
	if column < 0 || column >= len(cells) {
		return ""
	}
	return cells[column]
}
