package staffvacancies

import (
	"context"

	"cauviec/internal/clock"
	"cauviec/internal/errs"
	"cauviec/internal/vacancy"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// addRows is the button that shows a form again with more rows; its value is
// the field.
const addRows = "more"

// spare is how many empty rows a field of rows has at least.
var spare = map[string]int{"batches": 3, "turns": 2, "allowances": 4}

// setRows writes the rows of a vacancy, each column as the values of one name.
func (f form) setRows(ctx context.Context, d vacancy.Details) {
	for _, b := range d.Batches {
		f.Add("batch_day", b.NeededBy.String())
		f.Add("batch_people", number(int64(b.Headcount)))
	}
	for _, t := range d.Turns {
		f.Add("turn_from", t.From)
		f.Add("turn_to", t.To)
		f.Add("turn_break", number(int64(t.Break)))
	}
	for _, a := range d.Allowances {
		f.Add("allowance_kind", a.Kind)
		f.Add("allowance_amount", money(ctx, a.Amount))
		f.Add("allowance_condition", a.Condition)
	}
}

// cell is the words of a column in a row; a row that was not sent is empty.
func (f form) cell(column string, row int) string {
	if values := f.Values[column]; row < len(values) {
		return values[row]
	}
	return ""
}

func (f form) batches(p errs.Problems) []vacancy.Batch {
	list := make([]vacancy.Batch, len(f.Values["batch_day"]))
	for i := range list {
		day, err := clock.ParseDay(f.cell("batch_day", i))
		if err != nil {
			p.Add("batches", "problem.date")
		}
		list[i] = vacancy.Batch{NeededBy: day, Headcount: countIn(p, "batches", f.cell("batch_people", i))}
	}
	return list
}

func (f form) turns(p errs.Problems) []vacancy.Turn {
	list := make([]vacancy.Turn, len(f.Values["turn_from"]))
	for i := range list {
		list[i] = vacancy.Turn{From: f.cell("turn_from", i), To: f.cell("turn_to", i), Break: countIn(p, "turns", f.cell("turn_break", i))}
	}
	return list
}

func (f form) allowances(p errs.Problems) []vacancy.Allowance {
	list := make([]vacancy.Allowance, len(f.Values["allowance_kind"]))
	for i := range list {
		vnd, err := vacancy.ParseMoney(f.cell("allowance_amount", i))
		if err != nil {
			p.Add("allowances", "problem.money")
		}
		list[i] = vacancy.Allowance{Kind: f.cell("allowance_kind", i), Amount: vnd, Condition: f.cell("allowance_condition", i)}
	}
	return list
}

// column is one question that each row asks.
type column struct {
	Name    string
	Label   string
	Hint    string // in the empty box
	Mode    string // of the keyboard
	Wide    bool
	Options []ui.Option // it is chosen from these
}

// grid is a field that is answered in rows.
type grid struct {
	Field   ui.Field
	Columns []column
	Rows    int
	Cell    func(column string, row int) string
	Heard   func(row int) string // what was understood of a row, may be empty
}

func (s paper) grid(ctx context.Context, name string, columns ...column) grid {
	for i, c := range columns {
		columns[i].Label = locale.T(ctx, "vacancy.rows."+c.Name)
		if c.Wide {
			columns[i].Hint = columns[i].Label
		}
	}
	filled := 0
	for i := range s.Form.Values[columns[0].Name] {
		for _, c := range columns {
			if s.Form.cell(c.Name, i) != "" {
				filled = i + 1
			}
		}
	}
	rows := max(spare[name], filled+1, len(s.Form.Values[columns[0].Name]))
	if s.Form.Get(addRows) == name {
		rows += spare[name]
	}
	return grid{Field: s.field(ctx, name), Columns: columns, Rows: rows, Cell: s.Form.cell}
}

func (s paper) batchRows(ctx context.Context) grid {
	return s.grid(ctx, "batches", column{Name: "batch_day", Hint: "dd/mm/yyyy"}, column{Name: "batch_people", Mode: "numeric"})
}

func (s paper) turnRows(ctx context.Context) grid {
	return s.grid(ctx, "turns", column{Name: "turn_from", Hint: "06:00"}, column{Name: "turn_to", Hint: "14:00"},
		column{Name: "turn_break", Mode: "numeric"})
}

func (s paper) allowanceRows(ctx context.Context) grid {
	kinds := s.listed(ctx, "allowances", vacancy.Allowances).Options
	g := s.grid(ctx, "allowances", column{Name: "allowance_kind", Options: kinds},
		column{Name: "allowance_amount", Hint: "500.000"}, column{Name: "allowance_condition", Wide: true})
	g.Heard = func(row int) string {
		vnd, err := vacancy.ParseMoney(s.Form.cell("allowance_amount", row))
		if err != nil || vnd == 0 {
			return ""
		}
		return locale.Money(ctx, vnd)
	}
	return g
}

// cellID is the id of one box; the first has the field's own, where problems
// lead to.
func (g grid) cellID(row, column int) string {
	if row == 0 && column == 0 {
		return g.Field.ID()
	}
	return "field-" + g.Columns[column].Name + "-" + number(int64(row+1))
}

// cellLabel names one box for who does not see the column's head.
func (g grid) cellLabel(ctx context.Context, row, column int) string {
	return locale.T(ctx, "vacancy.rows.cell", g.Columns[column].Label, row+1)
}

// class says how wide the columns are.
func (g grid) class() string {
	if len(g.Columns) == 2 {
		return "rows-two"
	}
	if g.Columns[2].Wide {
		return "rows-wide"
	}
	return "rows-three"
}

// heard is what was understood of a row, beside its amount.
func (g grid) heard(row int, column string) string {
	if g.Heard == nil || column != g.Columns[1].Name {
		return ""
	}
	return g.Heard(row)
}
