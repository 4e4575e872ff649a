package intake

import (
	"strings"

	"cauviec/internal/errs"
	"cauviec/internal/sheet"
	"cauviec/internal/typed"
	"cauviec/internal/vacancy"
)

// reading is one row while its cells are read.
type reading struct {
	header   *header
	known    *directory
	row      int
	cells    []string
	problems errs.Problems
	set      []func(*vacancy.Details)
	code     string // the offer code that the row names
	employer int64
}

// readRow reads the cells of a row. What is empty says nothing.
func readRow(h *header, d *directory, r sheet.Row) *reading {
	in := &reading{header: h, known: d, row: r.Number, cells: r.Cells, problems: errs.Problems{}}
	in.who()
	for field, column := range h.columns {
		read, is := readers[field]
		if words := typed.Tidy(cell(r.Cells, column)); is && words != "" {
			if strings.HasPrefix(words, "#") && strings.ToUpper(words) == words {
				in.problems.Add(field, "import.problem.formula", words)
				continue
			}
			in.read(read, field, words)
		}
	}
	return in
}

// wordy are the fields whose cells hardly ever repeat, or are read with an eye
// on another cell.
var wordy = map[string]bool{"employer_ref": true, "title": true, "workplace": true, "description": true, "pay_note": true, "papers": true,
	"income_from": true, "area_id": true}

// read reads a cell, or remembers what the same words were read as.
func (in *reading) read(read func(*reading, string, string), field, words string) {
	if wordy[field] {
		read(in, field, words)
		return
	}
	key := said{field, words}
	if kept, known := in.known.cells.Load(key); known {
		in.take(field, kept.(meaning))
		return
	}
	alone := &reading{header: in.header, known: in.known, problems: errs.Problems{}}
	read(alone, field, words)
	m := meaning{set: alone.set}
	if problem, wrong := alone.problems[field]; wrong {
		m.problem = &problem
	}
	in.known.cells.Store(key, m)
	in.take(field, m)
}

// said is a cell's words under a header, and meaning what they were read as.
type said struct{ field, words string }

type meaning struct {
	set     []func(*vacancy.Details)
	problem *errs.Problem
}

func (in *reading) take(field string, m meaning) {
	in.set = append(in.set, m.set...)
	if m.problem != nil {
		in.problems.Add(field, m.problem.Key, m.problem.Args...)
	}
}

func (in *reading) words(field string) string {
	column, ok := in.header.columns[field]
	if !ok {
		return ""
	}
	return typed.Tidy(cell(in.cells, column))
}

func (in *reading) put(set func(*vacancy.Details)) { in.set = append(in.set, set) }

// who finds the employer by tax code or name, and the offer code.
func (in *reading) who() {
	if words := in.words(Code); words != "" {
		code, ok := vacancy.CleanCode(words)
		if !ok {
			in.problems.Add(Code, "import.problem.code")
		}
		in.code = code
	}
	if in.employer = in.known.own; in.employer == 0 {
		in.employer = in.findEmployer()
	} else if words := in.words(TaxCode); words != "" && !in.known.isOwn(words) {
		in.problems.Add(TaxCode, "import.problem.employer_other")
	}
	if id := in.employer; id != 0 {
		in.put(func(d *vacancy.Details) { d.EmployerID = id })
	}
}

func (in *reading) findEmployer() int64 {
	taxCode, name := in.words(TaxCode), in.words(Employer)
	switch {
	case taxCode != "":
		code, ok := in.known.realTaxCode(taxCode)
		if !ok {
			in.problems.Add(TaxCode, "employer.problem.tax_code")
			return 0
		}
		id := in.known.byTaxCode[code]
		if id == 0 {
			in.problems.Add(TaxCode, "import.problem.employer_unknown")
		}
		return id
	case name != "":
		id, ok := in.known.employer(name)
		if !ok {
			in.problems.Add(Employer, "import.problem.employer_name")
			return 0
		}
		return id
	case in.code == "":
		in.problems.Add(TaxCode, "problem.required")
	}
	return 0
}
