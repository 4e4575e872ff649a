package notice

import (
	"regexp"
	"strconv"
	"strings"
)

// node is a clause while the tree grows.
type node struct {
	label
	clause   Clause
	parent   *node
	children []*node
	body     []span // its own words without the label, line by line
	dashes   int
	rows     int
	cells    []span   // of a row of a table
	columns  []column // what they hold
}

// tree reads the clauses of a run of lines.
type tree struct {
	text     string
	root     *node
	stack    []*node
	nodes    []*node
	seen     map[string]int
	articles int      // the number of the last one
	strong   bool     // a label other than a dash has been seen
	columns  []column // of the table that is being read
	tableTop *node    // the clause that holds it
	section  *node    // the last of its rows that is only a heading
	loose    bool     // dashes may stand without anything above them
}

// grow builds the clause tree of the lines; prefix begins every path.
func grow(text, prefix string, ls []line, loose bool) *tree {
	t := &tree{text: text, root: &node{clause: Clause{Path: prefix}}, loose: loose, seen: map[string]int{}}
	t.stack = []*node{t.root}
	after := 0
	for i, l := range ls {
		if i < after {
			continue
		}
		if after = t.vertical(ls, i); after > i {
			continue
		}
		if t.row(l) {
			continue
		}
		lb, ok := labelOf(text, l)
		lb = t.marked(lb)
		if ok && t.accepts(lb, ls, i) {
			t.add(lb, l)
			continue
		}
		t.extend(l)
	}
	return t
}

// marked reads a second d in a run of letters as the đ that lost its mark.
func (t *tree) marked(lb label) label {
	if n := t.sibling(lb); lb.style == styleAlpha && lb.path == "d" && n != nil && n.path == "d" {
		lb.path, lb.order = "đ", letter("đ")
	}
	return lb
}

// extend adds an unlabelled line to the clause that it continues.
func (t *tree) extend(l line) {
	top := t.stack[len(t.stack)-1]
	top.body = append(top.body, l.span)
	top.clause.End = l.to
}

var (
	ended      = regexp.MustCompile(`[.;:!?,]"?$`)
	splitWord  = regexp.MustCompile(`^- ?(thuong binh|xa hoi|truyen hinh|ke hoach hoa|kien truc)\b`)
	groundLine = regexp.MustCompile(`^[-+*] ?(can cu|xet|thuc hien|theo de nghi|theo)\b`)
)

// accepts reports whether the label that a line begins with is one, and not the
// middle of a sentence.
func (t *tree) accepts(lb label, ls []line, i int) bool {
	open := i > 0 && !ls[i].first && !ended.MatchString(ls[i-1].f)
	if lb.style >= styleDash && lb.style <= styleStar {
		return t.acceptsDash(ls[i], open, lb)
	}
	prev := t.sibling(lb)
	switch {
	case prev != nil && lb.order > prev.order && lb.order <= prev.order+3:
	case lb.style == styleArticle && lb.order == t.articles+1:
	case prev == nil && lb.order == 1, t.above(lb) != nil && len(lb.nums) > 1:
	case lb.order == 1 && !open:
	case open || lb.order > 30:
		return false
	case prev == nil && (lb.order > 4 || lb.style > styleNumber):
		return false
	}
	if len(t.stack) > maxNesting && t.parentFor(lb) == t.stack[len(t.stack)-1] {
		return false
	}
	t.strong = true
	return true
}

// maxNesting is how deep clauses may stand in one another.
const maxNesting = 12

func (t *tree) acceptsDash(l line, open bool, lb label) bool {
	if !t.strong && (!t.loose || groundLine.MatchString(l.f)) {
		return false
	}
	rest := viewOf(t.text, l.span)
	if open && (splitWord.MatchString(l.f) || lb.width < len(rest.s) && !rest.upper(lb.width) && lb.style == styleDash) {
		return false
	}
	if len(t.stack) > maxNesting && t.sibling(lb) == nil {
		return false
	}
	return lb.style != styleStar || !strings.HasPrefix(l.f, "?") || len(l.f) > 3
}

// sibling returns the clause on the stack that a label may follow.
func (t *tree) sibling(lb label) *node {
	for i := len(t.stack) - 1; i > 0; i-- {
		n := t.stack[i]
		if n.style == lb.style && n.sameLine(lb) {
			return n
		}
		if n.style < lb.style && lb.style <= styleNumber {
			return nil
		}
	}
	return nil
}

// sameLine reports whether the numbers before the last agree.
func (n *node) sameLine(lb label) bool {
	if len(n.nums) != len(lb.nums) {
		return false
	}
	for i := range max(len(lb.nums)-1, 0) {
		if n.nums[i] != lb.nums[i] {
			return false
		}
	}
	return true
}

// above returns the clause on the stack whose numbers begin the label's.
func (t *tree) above(lb label) *node {
	for i := len(t.stack) - 1; i > 0; i-- {
		n := t.stack[i]
		if lb.roman && n.style == styleRoman && n.order == lb.nums[0] {
			return n
		}
		if n.style != styleNumber && n.style != styleParen && n.style != styleArticle || len(n.nums) >= len(lb.nums) {
			continue
		}
		if (&node{label: label{nums: append(append([]int{}, n.nums...), lb.nums[len(n.nums):]...)}}).sameLine(lb) {
			return n
		}
	}
	return nil
}

// add hangs a new clause into the tree.
func (t *tree) add(lb label, l line) {
	parent := t.parentFor(lb)
	if lb.style == styleArticle {
		t.articles = lb.order
	}
	for t.stack[len(t.stack)-1] != parent {
		t.stack = t.stack[:len(t.stack)-1]
	}
	v := viewOf(t.text, l.span)
	n := &node{label: lb, parent: parent}
	n.clause = Clause{Path: t.unique(parent.childPath(lb)), Parent: parent.clause.Path, Start: l.from, End: l.to}
	n.clause.Label = strings.TrimSpace(t.text[l.from:v.end(min(lb.width, len(v.s)))])
	if lb.width < len(v.s) {
		n.body = []span{{v.at[lb.width], l.to}}
	}
	parent.children = append(parent.children, n)
	t.nodes, t.stack = append(t.nodes, n), append(t.stack, n)
}

// unique tells clauses apart that are labelled alike, as where numbers begin
// again under a heading without label.
func (t *tree) unique(path string) string {
	t.seen[path]++
	for n := t.seen[path]; n > 1; n++ {
		if again := path + "~" + strconv.Itoa(n); t.seen[again] == 0 {
			t.seen[again]++
			return again
		}
	}
	return path
}

// parentFor finds the clause under which a label belongs.
func (t *tree) parentFor(lb label) *node {
	if n := t.above(lb); n != nil && lb.style == styleNumber {
		return n
	}
	if n := t.sibling(lb); n != nil && (lb.order == 0 || lb.order > n.order) {
		return n.parent
	}
	top := len(t.stack) - 1
	if lb.style <= styleNumber {
		for top > 0 && t.stack[top].style > lb.style {
			top--
		}
		for top > 0 && t.stack[top].style == lb.style && lb.order > 1 {
			top--
		}
	}
	return t.stack[top]
}

// article names an article as the document refers to it, "Điều 2": articles are
// counted through all chapters, and anew in each annex.
func (n *node) article(number string) string {
	for n.parent != nil {
		n = n.parent
	}
	return strings.TrimPrefix(n.clause.Path+".Điều "+number, ".")
}

// childPath names a child of the clause.
func (n *node) childPath(lb label) string {
	path := lb.path
	switch {
	case lb.style >= styleDash && lb.style <= styleStar:
		n.dashes++
		return n.clause.Path + "-" + strconv.Itoa(n.dashes)
	case lb.style == styleArticle:
		return n.article(lb.path)
	case len(lb.nums) > 1:
		rest := lb.nums
		if lb.roman {
			rest = rest[1:]
		} else if len(n.nums) > 0 && len(n.nums) < len(lb.nums) {
			rest = rest[len(n.nums):]
		}
		parts := make([]string, len(rest))
		for i, k := range rest {
			parts[i] = strconv.Itoa(k)
		}
		path = strings.Join(parts, ".")
	}
	if n.clause.Path == "" {
		return path
	}
	return n.clause.Path + "." + path
}
