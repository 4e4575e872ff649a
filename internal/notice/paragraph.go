package notice

import "strconv"

// paragraphs makes a clause of each paragraph of a text without labels.
func (t *tree) paragraphs(ls []line) {
	t.root.body = nil
	for i, l := range ls {
		if i == 0 || t.breaks(ls, i) {
			n := &node{label: label{style: styleArticle}, parent: t.root}
			n.clause = Clause{Path: "p" + strconv.Itoa(len(t.nodes)+1), Start: l.from, End: l.to}
			t.nodes, t.root.children = append(t.nodes, n), append(t.root.children, n)
			t.stack = []*node{t.root, n}
		}
		t.extend(l)
	}
}

// breaks reports whether a new paragraph begins with line i.
func (t *tree) breaks(ls []line, i int) bool {
	if !ended.MatchString(ls[i-1].f) {
		return ls[i].first && viewOf(t.text, ls[i].span).upper(0)
	}
	return ls[i].first || viewOf(t.text, ls[i].span).upper(0)
}

// closing parts the last sentences, which speak of the whole document, from
// the last clause, to which they would otherwise belong.
func (t *tree) closing(ls []line) {
	if len(t.nodes) == 0 {
		return
	}
	last := t.stack[len(t.stack)-1]
	if len(last.body) == 0 {
		return
	}
	begin := len(ls) - len(last.body)
	for k := max(1, begin+1); k < len(ls); k++ {
		at := k - begin
		if at < 1 || !closeWords.MatchString(ls[k].f) || !t.breaks(ls, k) || last.body[at].from != ls[k].from {
			continue
		}
		n := &node{label: label{style: stylePart}, parent: t.root, body: last.body[at:]}
		n.clause = Clause{Path: "closing", Start: ls[k].from, End: ls[len(ls)-1].to}
		last.body = last.body[:at]
		last.clause.End = last.body[at-1].to
		t.nodes, t.root.children = append(t.nodes, n), append(t.root.children, n)
		return
	}
}
