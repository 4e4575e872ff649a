package dashboards

import (
	"github.com/a-h/templ"

	"cauviec/web/locale"
)

// cell is one field of a table. Badge stands in place of the text.
type cell struct {
	Text  string
	Note  string
	Href  string
	Num   bool
	Badge templ.Component
	// Value is what a spreadsheet takes in place of the text: an int, a float64
	// for a share, an amount, a clock.Day or a time.Time. Nil leaves the cell of
	// such a column empty.
	Value any
}

// amount is VND.
type amount int64

// table is a part of a page: the first column names its rows.
type table struct {
	ID    string
	Title string
	Lead  string
	Heads []string
	Rows  [][]cell
	Most  int // rows that the page shows; 0 is all
	Empty string
	Href  string // all rows
	More  string
	Grid  bool // stays a table on a phone
	// Own: the rows are those of no list, so that the table itself is handed
	// over, as one is whose list the reader may not open.
	Own   bool
	Sheet string // the address that it is handed over at
	// Behind are the heads of more columns, which only the spreadsheet has.
	Behind []string
}

// shown are the rows of the page.
func (t table) shown() [][]cell {
	if t.Most == 0 {
		return t.Rows
	}
	return t.Rows[:min(len(t.Rows), t.Most)]
}

func (v *view) words(text string) cell { return cell{Text: text} }

func (v *view) count(n int) cell { return cell{Text: v.number(n), Num: true, Value: n} }

// share is a part of a whole with its percentage.
func (v *view) share(part, whole int) cell {
	c := cell{Text: locale.Percent(v.ctx, int64(part), int64(whole)), Num: true}
	if whole > 0 {
		c.Value = float64(part) / float64(whole)
	}
	return c
}

// heads are the words of a table's columns, at dashboard.head.<key>.
func (v *view) heads(keys ...string) []string {
	words := make([]string, len(keys))
	for i, key := range keys {
		words[i] = v.t("head." + key)
	}
	return words
}

// table adds a part to the page.
func (v *view) table(t table) { v.Parts = append(v.Parts, tablePart(v.kept(t))) }

// kept keeps a table to be handed over by itself, unless its rows are those of
// a list.
func (v *view) kept(t table) table {
	if t.Own || t.Href == "" {
		t.Sheet = home + "/" + v.Body.Slug + "/" + t.ID
		v.tables = append(v.tables, t)
	}
	return t
}
