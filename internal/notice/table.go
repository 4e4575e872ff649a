package notice

import (
	"regexp"
	"strconv"
	"strings"
)

// column is what a column of a table of tasks holds.
type column int

const (
	otherColumn column = iota
	numberColumn
	taskColumn
	leadColumn
	coopColumn
	timeColumn
	productColumn
)

var (
	numberHead = regexp.MustCompile(`^(tt|stt|so tt|so thu tu)$`)
	taskHead   = regexp.MustCompile(`^(ten )?(noi dung|nhiem vu|cong viec|hoat dong|dau viec|muc tieu)(,? (va )?(nhiem vu|noi dung|cong viec|hoat dong|giai phap|thuc hien|chu yeu|trong tam|trien khai|cu the))*$`)
)

// cells cuts a line of a table at its bars or tabs.
func cells(text string, l span) []span {
	sep := "|"
	if !strings.Contains(text[l.from:l.to], sep) {
		sep = "\t"
	}
	var out []span
	for from := l.from; ; {
		at := strings.Index(text[from:l.to], sep)
		if at < 0 {
			out = append(out, trim(text, span{from, l.to}))
			break
		}
		out = append(out, trim(text, span{from, from + at}))
		from += at + 1
	}
	if n := len(out); n > 2 && sep == "|" {
		if out[n-1].from == out[n-1].to && text[l.to-1] == '|' {
			out = out[:n-1]
		}
		if out[0].from == out[0].to && text[l.from] == '|' {
			out = out[1:]
		}
	}
	return out
}

// columnOf tells what a column holds by the words at its head.
func columnOf(head string) column {
	head = strings.Trim(head, " .:*")
	switch {
	case numberHead.MatchString(head):
		return numberColumn
	case taskHead.MatchString(head):
		return taskColumn
	}
	switch roleOf(head) {
	case leadRole:
		return leadColumn
	case coopRole:
		return coopColumn
	case timeRole:
		return timeColumn
	case productRole:
		return productColumn
	}
	return otherColumn
}

// columnsOf reads the head of a table of tasks: it has a column for the task and
// one for who does it.
func columnsOf(text string, l span) []column {
	cs := cells(text, l)
	if len(cs) < 3 {
		return nil
	}
	var out []column
	task, lead := false, false
	for _, c := range cs {
		k := columnOf(viewOf(text, c).s)
		task, lead = task || k == taskColumn, lead || k == leadColumn
		out = append(out, k)
	}
	if !task || !lead {
		return nil
	}
	return out
}

// row adds a line of the open table as a clause; it reports whether it was one.
func (t *tree) row(l line) bool {
	if cols := columnsOf(t.text, l.span); cols != nil {
		t.columns, t.tableTop, t.section = cols, t.top(), nil
		return true
	}
	if t.columns == nil {
		return false
	}
	cs := cells(t.text, l.span)
	if len(cs) < 2 {
		if _, labelled := labelOf(t.text, l); l.first || labelled {
			t.columns = nil
			return false
		}
		t.extend(l)
		return true
	}
	t.addRow(l, cs)
	return true
}

// top is the clause under which a table stands.
func (t *tree) top() *node {
	n := t.stack[len(t.stack)-1]
	for n.cells != nil && n.parent != nil {
		n = n.parent
	}
	return n
}

// addRow hangs a row below the clause that holds the table, or below the last
// row that is only a heading.
func (t *tree) addRow(l line, cs []span) {
	number, filled := "", 0
	for k, c := range cs {
		if k < len(t.columns) && t.columns[k] == numberColumn {
			number = strings.Trim(viewOf(t.text, c).s, " .)")
		} else if c.to > c.from {
			filled++
		}
	}
	parent := t.tableTop
	heading := filled == 1
	if !heading && t.section != nil {
		parent = t.section
	}
	parent.rows++
	if number == "" {
		number = strconv.Itoa(parent.rows)
	}
	path := strings.ToUpper(number)
	if parent.clause.Path != "" && !strings.HasPrefix(path, parent.clause.Path+".") {
		path = parent.clause.Path + "." + path
	}
	n := &node{label: label{style: styleStar}, parent: parent, cells: cs, columns: t.columns, body: []span{l.span}}
	n.clause = Clause{Path: t.unique(path), Parent: parent.clause.Path, Label: number, Start: l.from, End: l.to}
	parent.children = append(parent.children, n)
	t.nodes = append(t.nodes, n)
	if heading {
		t.section = n
	}
	for t.stack[len(t.stack)-1] != t.tableTop {
		t.stack = t.stack[:len(t.stack)-1]
	}
	t.stack, t.strong = append(t.stack, n), true
}

// readRow proposes from a row of a table of tasks.
func (d *document) readRow(n *node, st setting) {
	var set fieldset
	var task span
	for k, c := range n.cells {
		if k >= len(n.columns) || c.from == c.to {
			continue
		}
		v := viewOf(d.n.Text, c)
		switch n.columns[k] {
		case taskColumn:
			task = c
		case leadColumn:
			set.leads = d.reader(v).bodiesIn(0, len(v.s))
		case coopColumn:
			set.coop = d.reader(v).bodiesIn(0, len(v.s))
		case timeColumn:
			d.fillTime(&set, v, 0, len(v.s))
		case productColumn:
			set.product = v.words(0, len(v.s))
		}
	}
	r := d.reader(viewOf(d.n.Text, task))
	if len(set.leads) == 0 {
		set.leads = st.leads
	}
	if len(r.toks) == 0 || len(set.leads) == 0 {
		return
	}
	p := piece{statement: statement{subject: subject{leads: set.leads}, to: len(r.toks)}}
	if !set.asked {
		p.dues = d.calendar().dues(r.v, 0, len(r.v.s))
	}
	d.addPieces(n, r, []piece{p}, set)
}
