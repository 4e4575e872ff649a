package notice

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// label is one obligation as a person labelled it.
type labelled struct {
	Clause      string   `json:"clause"`
	Kind        string   `json:"kind"`
	KindAlt     []string `json:"kind_alt"`
	Lead        []string `json:"lead"`
	Counterpart []string `json:"counterpart"`
	Deadline    *string  `json:"deadline"`
	DeadlineAlt []string `json:"deadline_alt"`
}

// gold is a document's labels.
type gold struct {
	Number      *string    `json:"number"`
	Date        *string    `json:"date"`
	Signatory   *string    `json:"signatory"`
	Province    *string    `json:"province"`
	Clauses     []string   `json:"clauses"`
	Obligations []labelled `json:"obligations"`
	Optional    []labelled `json:"optional_obligations"`
}

// tally counts what was found.
type tally struct{ gold, got, found, kind, leads, due, dues, invented int }

func (t *tally) add(o tally) {
	t.gold, t.got, t.found, t.kind = t.gold+o.gold, t.got+o.got, t.found+o.found, t.kind+o.kind
	t.leads, t.due, t.dues, t.invented = t.leads+o.leads, t.due+o.due, t.dues+o.dues, t.invented+o.invented
}

var sounds = regexp.MustCompile(`[^a-z0-9]+`)

func scoreFold(s string) string {
	s = strings.TrimSpace(sounds.ReplaceAllString(foldString(s), " "))
	return strings.ReplaceAll(strings.ReplaceAll(s, "uy ban nhan dan", "ubnd"), "so so", "so")
}

func sameBody(a, b string) bool {
	a, b = scoreFold(a), scoreFold(b)
	return a == b || len(a) > 6 && (strings.Contains(a, b) || strings.Contains(b, a))
}

func leadsOf(o labelled) []string {
	if o.Kind == "request" {
		return append(slices.Clone(o.Lead), o.Counterpart...)
	}
	return o.Lead
}

func anySame(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool {
		return slices.ContainsFunc(b, func(y string) bool { return sameBody(x, y) })
	})
}

// agree: an obligation is found when its clause and at least one lead agree.
func agree(want, got labelled) bool {
	path := func(s string) string { return strings.Trim(sounds.ReplaceAllString(foldString(s), "."), ".") }
	return path(want.Clause) == path(got.Clause) && (len(leadsOf(want)) == 0 || anySame(leadsOf(want), leadsOf(got)))
}

func dueAgrees(want, got labelled) bool {
	if want.Deadline == nil || got.Deadline == nil {
		return want.Deadline == nil && got.Deadline == nil || got.Deadline != nil && slices.Contains(want.DeadlineAlt, *got.Deadline)
	}
	return *want.Deadline == *got.Deadline || slices.Contains(want.DeadlineAlt, *got.Deadline)
}

// score compares what was read with the labels.
func score(want gold, got []labelled) tally {
	n, left := tally{gold: len(want.Obligations)}, slices.Clone(got)
	for _, w := range want.Obligations {
		best, points := -1, -1
		for i, o := range left {
			p := 0
			if dueAgrees(w, o) {
				p += 2
			}
			if o.Kind == w.Kind {
				p++
			}
			if agree(w, o) && p > points {
				best, points = i, p
			}
		}
		if w.Deadline != nil && best >= 0 {
			n.dues++
		}
		if best < 0 {
			continue
		}
		n.match(w, left[best])
		left = slices.Delete(left, best, best+1)
	}
	known := append(slices.Clone(want.Obligations), want.Optional...)
	extra := slices.DeleteFunc(left, func(o labelled) bool {
		return slices.ContainsFunc(known, func(w labelled) bool { return agree(w, o) })
	})
	n.got = n.found + len(extra)
	return n
}

func (t *tally) match(w, o labelled) {
	t.found++
	if o.Kind == w.Kind || slices.Contains(w.KindAlt, o.Kind) {
		t.kind++
	}
	if !slices.ContainsFunc(leadsOf(w), func(l string) bool { return !anySame([]string{l}, leadsOf(o)) }) {
		t.leads++
	}
	switch {
	case w.Deadline != nil && dueAgrees(w, o):
		t.due++
	case w.Deadline == nil && !dueAgrees(w, o):
		t.invented++
	}
}

func load(t *testing.T, file string) (string, gold) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	labels, err := os.ReadFile(strings.TrimSuffix(file, ".txt") + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var g gold
	if err := json.Unmarshal(labels, &g); err != nil {
		t.Fatal(err)
	}
	return string(text), g
}

func readLabelled(t *testing.T, text string) (*Notice, []labelled) {
	t.Helper()
	n, err := Read(text)
	if err != nil {
		t.Fatal(err)
	}
	out, err := n.JSON()
	if err != nil {
		t.Fatal(err)
	}
	var got gold
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	return n, got.Obligations
}

func TestScore(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 17 {
		t.Fatalf("%d documents: %v", len(files), err)
	}
	var total tally
	for _, file := range files {
		text, want := load(t, file)
		n, got := readLabelled(t, text)
		s := score(want, got)
		total.add(s)
		if s.found < s.gold || s.got > s.found || s.due < s.dues || s.invented > 0 || s.leads < s.found || s.kind < s.found {
			t.Logf("%s: %+v", filepath.Base(file), s)
		}
		checkFrame(t, file, n, want)
	}
	least := func(what string, part, whole int, want float64) {
		if got := float64(part) / float64(max(whole, 1)); got < want {
			t.Errorf("%s %.3f, want %.2f", what, got, want)
		}
	}
	least("recall", total.found, total.gold, 1)
	least("precision", total.found, total.got, 1)
	least("kinds", total.kind, total.found, 1)
	least("leads", total.leads, total.found, 1)
	least("deadlines", total.due, total.dues, 1)
	if total.invented > 0 {
		t.Errorf("%d deadlines invented", total.invented)
	}
}

// checkFrame compares number, date and signatory, which must be right.
func checkFrame(t *testing.T, file string, n *Notice, want gold) {
	t.Helper()
	value := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	for _, f := range []struct{ what, got, want string }{
		{"number", n.Number, value(want.Number)},
		{"date", n.Issued.String(), value(want.Date)},
		{"signatory", n.Signatory, value(want.Signatory)},
	} {
		if f.got != f.want {
			t.Errorf("%s: %s %q, want %q", file, f.what, f.got, f.want)
		}
	}
	for _, path := range want.Clauses {
		if !slices.ContainsFunc(n.Clauses, func(c Clause) bool { return c.Path == path }) {
			t.Errorf("%s: clause %s is missing", file, path)
		}
	}
}
