package search_test

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"cauviec/internal/search"
)

// question is a line of a labelled set: words, and what answers them.
type question struct {
	text string
	want []string // conditions, all of which hold of an answer
}

// questions reads a labelled set.
func questions(t testing.TB, name string) []question {
	lists := map[string]string{}
	var all []question
	for _, line := range lines(t, name) {
		if list, values, ok := strings.Cut(line, " = "); ok && strings.HasPrefix(line, "@") {
			lists[list] = values
			continue
		}
		text, wanted, ok := strings.Cut(line, " | ")
		if !ok {
			t.Fatalf("%s: %q says not what it means", name, line)
		}
		q := question{text: text}
		for _, condition := range trimmed(wanted, ";") {
			for list, values := range lists {
				condition = strings.ReplaceAll(condition, list, values)
			}
			q.want = append(q.want, condition)
		}
		all = append(all, q)
	}
	return all
}

// answers reports whether a vacancy is what a condition says.
func (a advert) answers(t testing.TB, condition string) bool {
	t.Helper()
	kind, values, _ := strings.Cut(condition, "=")
	among := func(value string) bool { return slices.Contains(strings.Split(values, ","), value) }
	switch kind {
	case "trade":
		return among(a.trade)
	case "zone":
		return among(a.zone)
	case "shift":
		return among(a.Shift)
	case "mark":
		return among(a.mark)
	case "benefit":
		return slices.ContainsFunc(a.Benefits, among)
	case "meals":
		return search.HasMeals(a.Benefits)
	case "employer":
		return strings.Contains(a.Employer, values)
	case "couples":
		return a.Couples
	case "newcomer":
		return a.NoExperience
	case "income":
		million, err := strconv.ParseInt(values, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		return a.IncomeTo >= million*1_000_000
	}
	t.Fatalf("nobody knows the condition %q", condition)
	return false
}

// relevant are the vacancies that answer a question.
func relevant(t testing.TB, all []advert, q question) map[int64]bool {
	found := map[int64]bool{}
	for _, a := range all {
		if !slices.ContainsFunc(q.want, func(condition string) bool { return !a.answers(t, condition) }) {
			found[a.VacancyID] = true
		}
	}
	if len(found) == 0 {
		t.Fatalf("nothing in the corpus answers %q", q.text)
	}
	return found
}

// marks are the means over a labelled set.
type marks struct{ reciprocalRank, recall float64 }

// measured asks all questions of a set. Recall is over the first page: of
// twenty, or of all that there are.
func measured(t testing.TB, s search.Search, all []advert, set []question) (m marks) {
	for _, q := range set {
		want := relevant(t, all, q)
		r, err := s.Find(context.Background(), search.Query{Text: q.text}, today)
		if err != nil {
			t.Fatalf("%q: %v", q.text, err)
		}
		first, hits := 0, 0
		for i, id := range r.IDs {
			if want[id] {
				hits++
				if first == 0 {
					first = i + 1
				}
			}
		}
		recall := float64(hits) / float64(min(len(want), search.DefaultLimit))
		if first > 0 {
			m.reciprocalRank += 1 / float64(first)
		}
		m.recall += recall
		if testing.Verbose() && (first != 1 || recall < 0.9) {
			t.Logf("%-45s first at %d, recall %.2f of %d, found %d", q.text, first, recall, len(want), r.Total)
		}
	}
	m.reciprocalRank /= float64(len(set))
	m.recall /= float64(len(set))
	return m
}

// TestQuality asks questions in the words of job seekers and judges the answers
// by what is true of the vacancies. The held-out set was written before search
// was built on the other; the later one afterwards, by the same hand; that of
// phones by another.
func TestQuality(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	all := newCorpus(t, w)
	for _, set := range []struct {
		name   string
		least  int
		demand marks
	}{
		{"queries.txt", 150, marks{0.85, 0.95}},
		{"heldout.txt", 60, marks{0.80, 0.85}},
		{"later.txt", 40, marks{0.80, 0.85}},
		{"phones.txt", 95, marks{0.85, 0.95}},
	} {
		asked := questions(t, set.name)
		if len(asked) < set.least {
			t.Errorf("%s has %d questions, want %d", set.name, len(asked), set.least)
		}
		got := measured(t, search.SQL{DB: w.DB}, all, asked)
		t.Logf("%s: %d questions over %d vacancies: mean reciprocal rank %.3f, recall@%d %.3f",
			set.name, len(asked), len(all), got.reciprocalRank, search.DefaultLimit, got.recall)
		if got.reciprocalRank < set.demand.reciprocalRank || got.recall < set.demand.recall {
			t.Errorf("%s: want %.2f and %.2f", set.name, set.demand.reciprocalRank, set.demand.recall)
		}
	}
}
