package index

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"

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

// TestCounts asks at first without cubes and then by them, with conditions that
// cubes tell and that they do not, and wants what counting one by one gives.
func TestCounts(t *testing.T) {
	t.Parallel()
	s := filled(12_000)
	for _, q := range []search.Query{
		{}, {Text: "may"}, {MinIncome: 7 * million}, {Text: "may cnc", Zones: []string{"a"}}, {Text: "so7"}, {Text: "nothing"},
		{Shifts: []string{"three"}, Benefits: []string{"meals"}}, {Zones: []string{"b", "b", "e", "unknown"}, Occupations: []string{"4", "82"}},
		{Occupations: []string{"815", "72"}, MinIncome: 9_500_000, Zones: []string{"a", "c"}}, {Zones: []string{"Khong"}, MinIncome: 8 * million},
	} {
		asked, err := s.ask(q, someDay)
		if err != nil {
			t.Fatal(err)
		}
		wantTotal, want := s.oneByOne(q, asked)
		for times := range 3 {
			total, f := s.facets(s.conditions(q, asked, someDay))
			if total != wantTotal || !reflect.DeepEqual(f, want) {
				t.Errorf("%+v, asked %d times before: got %d, %+v, want %d, %+v", q, times, total, f, wantTotal, want)
			}
		}
	}
	if !large(s.openOn(someDay), 7) || large(s.employers.of(3), 7) {
		t.Error("the test does not count in both ways")
	}
}

// oneByOne counts as facets does, by looking at every vacancy.
func (s *shelf) oneByOne(q search.Query, asked search.Asked) (total int, f search.Facets) {
	f = search.NewFacets()
	for n := range roaring.Values(intersection(s.rest(q, asked, someDay))) {
		d := s.docs.doc(s.slots.all[n].held)
		begins := func(code string) bool { return strings.HasPrefix(d.occupation, code) }
		meets := [kinds]bool{byZone: len(q.Zones) == 0 || d.zone != "" && slices.Contains(q.Zones, d.zone),
			byTrade:  len(q.Occupations) == 0 || slices.ContainsFunc(q.Occupations, begins),
			byIncome: d.reach >= q.MinIncome, byShift: len(q.Shifts) == 0 || slices.Contains(q.Shifts, d.shift)}
		but := func(kind int) bool {
			others := meets
			others[kind] = true
			return others == [kinds]bool{true, true, true, true}
		}
		if but(byZone) && d.zone != "" {
			f.Zones[d.zone]++
		}
		if but(byTrade) && len(d.occupation) > 1 {
			f.Occupations[d.occupation[:2]]++
		}
		if but(byShift) && d.shift != "" {
			f.Shifts[d.shift]++
		}
		for _, low := range bands {
			if but(byIncome) && d.reach >= low {
				f.Incomes[low]++
			}
		}
		if but(byZone) && meets[byZone] {
			total++
			for _, benefit := range d.benefits {
				f.Benefits[benefit]++
			}
		}
	}
	return total, f
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
