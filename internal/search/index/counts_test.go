package index

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"

	"cauviec/internal/clock"
	"cauviec/internal/search"
)

var someDay = clock.MustDay("10/04/2026")

// filled is a shelf with many vacancies of few values.
func filled(n int) *shelf {
	random := rand.New(rand.NewPCG(1, 1))
	pick := func(list ...string) string { return list[random.IntN(len(list))] }
	s := newShelf()
	for i := range n {
		title := pick("cong nhan may", "van hanh may cnc", "nhan vien kho", "lao dong pho thong", "tho han", "lap rap dien tu")
		var terms []term
		for _, word := range strings.Fields(title) {
			terms = append(terms, s.words.read("'"+word+"':1A '="+word+"':1A '#"+word+"':1A")...)
		}
		terms = append(terms, s.words.read(fmt.Sprintf("'cong':1B 'ty':1B 'tnhh':1B 'so%d':1B", i/100))...)
		s.put(&doc{key: key{at: int64(i), id: int64(i + 1)}, closes: someDay.Add(random.IntN(60)), shown: true, zone: pick("", "a", "b", "c", "d", "e", "f"),
			occupation: pick("8153", "8219", "9321", "7212", "4"), employer: int64(i / 100), from: int64(6+random.IntN(6)) * million,
			reach: int64(6+random.IntN(12)) * million, shift: pick("", "office", "three"), terms: terms,
			benefits: [][]string{nil, {"dormitory"}, {"dormitory", "meals"}, {"shuttle_bus", "insurance", "meals"}}[random.IntN(4)]})
	}
	return s
}

// TestCountsOfManyAndOfFew counts large sets and small ones, which is done in
// two ways, and wants what counting one by one gives.
func TestCountsOfManyAndOfFew(t *testing.T) {
	t.Parallel()
	s := filled(12_000)
	for _, q := range []search.Query{
		{}, {Text: "may"}, {MinIncome: 7 * million}, {Text: "may cnc", Zones: []string{"a"}}, {Text: "so7"}, {Shifts: []string{"three"}, Benefits: []string{"meals"}}, {Text: "nothing"},
	} {
		asked, err := s.ask(q, someDay)
		if err != nil {
			t.Fatal(err)
		}
		c := s.conditions(q, asked, someDay)
		zones, incomes, benefits := map[string]int{}, map[int64]int{}, map[string]int{}
		for _, n := range c.without(byZone).ToArray() {
			if zone := s.slots.all[n].doc.zone; zone != "" {
				zones[zone]++
			}
		}
		for _, n := range c.without(byIncome).ToArray() {
			for _, low := range bands {
				if s.reached(n) >= low {
					incomes[low]++
				}
			}
		}
		for _, n := range c.all().ToArray() {
			for _, benefit := range s.slots.all[n].doc.benefits {
				benefits[benefit]++
			}
		}
		f := s.facets(c)
		if !maps.Equal(f.Zones, zones) || !maps.Equal(f.Incomes, incomes) || !maps.Equal(f.Benefits, benefits) {
			t.Errorf("%+v: got %+v, want %v, %v, %v", q, f, zones, incomes, benefits)
		}
	}
	open := s.openOn(someDay)
	if !many(open, len(s.zones)) || many(s.employers.of(3), len(s.zones)) {
		t.Error("the test does not count in both ways")
	}
}

// BenchmarkFind asks what is hardest to answer: words that many have.
func BenchmarkFind(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		s := filled(n)
		for name, q := range map[string]search.Query{
			"open":    {},
			"word":    {Text: "may"},
			"words":   {Text: "công nhân may", Zones: []string{"a", "b"}, MinIncome: 9 * million},
			"filters": {Zones: []string{"a"}, Shifts: []string{"three"}, Benefits: []string{"dormitory"}, Occupations: []string{"81"}},
			"income":  {Text: "kho", Sort: search.Income},
		} {
			q.Faceted = true
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := s.find(q, someDay); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
