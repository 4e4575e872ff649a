package notice

import (
	"regexp"
	"strconv"
)

// rowNumber is a line that holds nothing but the number of a row.
var rowNumber = regexp.MustCompile(`^\d{1,3}\.?$`)

// listEnds is a line after which no table printed cell by cell goes on.
var listEnds = regexp.MustCompile(`^(([ivx]{1,5}|[a-h])[.)] |noi nhan|phu luc|dieu \d)`)

// vertical reads a table that was printed cell by cell, a line each, its rows
// beginning with their numbers. It returns the line after the table, or i
// itself when none begins there.
func (t *tree) vertical(ls []line, i int) int {
	columns, j := verticalHead(ls, i)
	if columns == nil {
		return i
	}
	t.columns, t.tableTop, t.section = columns, t.top(), nil
	for number := 1; j < len(ls) && isRow(ls[j].f, number); number++ {
		end := t.rowEnd(ls, j, number, len(columns))
		row := line{span: span{ls[j].from, ls[end-1].to}}
		t.addRow(row, append([]span{ls[j].span}, t.fit(ls[j+1:end], len(columns)-1)...))
		j = end
	}
	t.columns = nil
	return j
}

// verticalHead reads the heads of the columns up to the number of the first
// row; nil when they are not those of a table of tasks.
func verticalHead(ls []line, i int) ([]column, int) {
	if !numberHead.MatchString(ls[i].f) {
		return nil, i
	}
	columns, j := []column{numberColumn}, i+1
	task, lead := false, false
	for ; j < len(ls) && j < i+10 && !isRow(ls[j].f, 1); j++ {
		k := columnOf(ls[j].f)
		task, lead = task || k == taskColumn, lead || k == leadColumn
		columns = append(columns, k)
	}
	if !task || !lead || j >= len(ls) || !isRow(ls[j].f, 1) {
		return nil, i
	}
	return columns, j
}

// isRow reports whether a line is the number of a row.
func isRow(f string, number int) bool {
	return f == strconv.Itoa(number) || f == strconv.Itoa(number)+"." || f == "0"+strconv.Itoa(number)
}

// rowEnd finds the line after the last cell of the row that begins at line j.
func (t *tree) rowEnd(ls []line, j, number, columns int) int {
	end := j + 1
	for end < len(ls) && !isRow(ls[end].f, number+1) && !listEnds.MatchString(ls[end].f) {
		if lb, ok := labelOf(t.text, ls[end]); ok && lb.style == styleNumber && end-j >= columns {
			break
		}
		end++
	}
	return end
}

// fit makes as many cells of the lines as there are columns: a line that begins
// in lower case goes on with the one before, what is left over belongs to the
// first.
func (t *tree) fit(ls []line, columns int) []span {
	var out []span
	for _, l := range ls {
		v := viewOf(t.text, l.span)
		if n := len(out); n > 0 && v.s[0] >= 'a' && v.s[0] <= 'z' && !v.upper(0) {
			out[n-1].to = l.to
			continue
		}
		out = append(out, l.span)
	}
	for len(out) > columns && len(out) > 1 {
		out[0].to = out[1].to
		out = append(out[:1], out[2:]...)
	}
	return out
}
