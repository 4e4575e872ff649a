package intake

import (
	"regexp"
	"slices"
	"strings"

	"cauviec/internal/fold"
	"cauviec/internal/sheet"
	"cauviec/internal/typed"
)

// header is the row that names the columns of a sheet.
type header struct {
	sheet   string
	row     int
	words   []string       // as they stand
	columns map[string]int // by field
	ignored []string
	twice   string // a column that is there twice
}

// headerRows is how far down a header is looked for: letterheads stand above.
const headerRows = 12

// titles maps folded words to the field that they are the header of.
type titles map[string]string

func (w Words) titles() titles {
	t := titles{}
	for _, field := range Fields() {
		for _, words := range slices.Concat(w.Headers[field], headings[field]) {
			if key := bare(words); t[key] == "" {
				t[key] = field
			}
		}
	}
	return t
}

var aside = regexp.MustCompile(`\([^)]*\)|\*`)

// bare is what two ways to write one header have in common: no marks, no case,
// nothing in brackets, no star.
func bare(words string) string {
	if short := fold.Fold(aside.ReplaceAllString(words, " ")); short != "" {
		return short
	}
	return fold.Fold(words)
}

// read reads a row as a header.
func (t titles) read(name string, r sheet.Row) header {
	h := header{sheet: name, row: r.Number, columns: map[string]int{}}
	for i, words := range r.Cells {
		words = typed.Tidy(words)
		h.words = append(h.words, words)
		field := t[bare(words)]
		switch {
		case words == "":
		case field == "":
			h.ignored = append(h.ignored, fold.Brief(words, longestQuote))
		default:
			if _, again := h.columns[field]; again && field != Note {
				h.twice = words
				continue
			}
			h.columns[field] = i
		}
	}
	return h
}

// missing lists the fields without which nothing can be read.
func (h header) missing(ownEmployer bool) []string {
	var missing []string
	if _, ok := h.columns["title"]; !ok {
		missing = append(missing, "title")
	}
	_, byCode := h.columns[TaxCode]
	_, byName := h.columns[Employer]
	_, byOffer := h.columns[Code]
	if !ownEmployer && !byCode && !byName && !byOffer {
		missing = append(missing, TaxCode)
	}
	return missing
}

// find looks in every sheet for the row that names the columns. Without one it
// says what was found instead and what is missing.
func (t titles) find(s *sheet.Source, w Words, ownEmployer bool) (header, error) {
	var best header
	for _, name := range s.Sheets() {
		for row, err := range s.Rows(name) {
			if err != nil {
				return best, err
			}
			if row.Number > headerRows {
				break
			}
			h := t.read(name, row)
			if len(h.columns) > len(best.columns) || best.row == 0 {
				best = h
			}
		}
	}
	return best, best.judge(w, ownEmployer)
}

func (h header) judge(w Words, ownEmployer bool) error {
	missing := h.missing(ownEmployer)
	switch {
	case h.row == 0:
		return refusal("no_rows")
	case len(missing) > 0:
		return refusal("headers", quoted(h.words), quoted(w.names(missing)))
	case h.twice != "":
		return refusal("twice", h.twice)
	}
	return nil
}

// names are the headers that fields have on the template.
func (w Words) names(fields []string) []string {
	names := make([]string, len(fields))
	for i, field := range fields {
		names[i] = w.name(field)
	}
	return names
}

func (w Words) name(field string) string {
	if words := w.Headers[field]; len(words) > 0 {
		return words[0]
	}
	return field
}

// mostQuoted is how many words of a header are told back.
const mostQuoted = 12

func quoted(words []string) string {
	var some []string
	for _, w := range words {
		if w != "" && len(some) < mostQuoted {
			some = append(some, "“"+fold.Brief(w, longestQuote)+"”")
		}
	}
	if len(some) == 0 {
		return "–"
	}
	return strings.Join(some, ", ")
}

// longestQuote is how many letters of what was typed are told back.
const longestQuote = 80
