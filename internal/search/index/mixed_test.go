package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"cauviec/internal/fold"
	"cauviec/internal/reference"
	"cauviec/internal/search"
)

// crowd is a shelf like the region's: many zones and kinds of work, and texts
// whose words nearly all have.
func crowd(n int) *shelf {
	random := rand.New(rand.NewPCG(3, 3))
	works := []struct{ title, code, facts string }{
		{"công nhân may công nghiệp", "8153", "#sewing #worker"}, {"thợ may mẫu", "7532", "#sewing #worker #cutting"},
		{"công nhân lắp ráp linh kiện điện tử", "8212", "#electronics #worker"}, {"nhân viên kiểm tra chất lượng qc", "7543", "#qc"},
		{"vận hành máy cnc", "7223", "#cnc #operating #mechanics"}, {"lao động phổ thông đóng gói", "9321", "#packing #labourer #worker"},
		{"thợ hàn", "7212", "#welding #mechanics"}, {"nhân viên kho", "4321", "#warehouse #store"}, {"lái xe nâng", "8344", "#forklift #driving"},
		{"nhân viên bảo vệ", "5414", "#security"}, {"phụ bếp căng tin", "9412", "#kitchen"}, {"kỹ thuật viên bảo trì điện", "7412", "#electrician #upkeep"},
		{"tạp vụ nhà xưởng", "9112", "#cleaning"}, {"vận hành máy ép nhựa", "8142", "#plastic #operating"},
	}
	perks := []string{"dormitory", "housing_support", "insurance", "meals", "no_experience", "shuttle_bus", "training", "transport"}
	s := newShelf()
	for i := range n {
		work, zone := works[random.IntN(len(works))], random.IntN(23)
		text := vectorOf(work.title, "A") + "'" + strings.Join(strings.Fields(work.facts), "':1A '") + "':1A " +
			fmt.Sprintf("'cong':1B 'ty':1B 'so%d':1B 'zone%d_zone':1B ", i/100, zone) + "'lam':1 'trong':1 'xuong':1 'sach':1 'dieu':1 'hoa':1 'kinh':1 'nghiem':1 'thang':1 'giay':1"
		var offers []string
		for _, p := range perks {
			if random.IntN(2) == 0 {
				offers = append(offers, p)
			}
		}
		s.put(&doc{key: key{at: int64(i), id: int64(i + 1)}, closes: someDay.Add(random.IntN(60)), shown: true, zone: fmt.Sprintf("zone%d", zone),
			occupation: work.code, employer: int64(i / 100), from: int64(14+random.IntN(8)) * million / 2, reach: int64(15+random.IntN(16)) * million / 2,
			shift: []string{"office", "garment", "two_8h", "two_12h", "three"}[random.IntN(5)], terms: s.words.read(text), benefits: offers,
			spot: spot{lat: 21 + float64(zone)/100, lon: 106, known: true}})
	}
	return s
}

// vectorOf is a text as PostgreSQL writes its words.
func vectorOf(text, weight string) string {
	var b strings.Builder
	words := fold.Terms(text)
	for _, word := range slices.Concat(words, fold.Pairs(words)) {
		fmt.Fprintf(&b, "'%s':1%s ", word, weight)
	}
	for _, word := range fold.ExactTerms(text) {
		fmt.Fprintf(&b, "'%s%s':1%s ", search.ExactForm, word, weight)
	}
	return b.String()
}

// mixed are questions as people mix them.
func mixed(n int) []search.Query {
	random := rand.New(rand.NewPCG(20, 26))
	texts := []string{"may", "công nhân may", "lắp ráp", "lap rap dien tu", "kho", "lái xe", "lai xe nang", "ldpt", "bảo vệ", "thợ hàn",
		"may cong nghiep", "vận hành máy", "QC", "tạp vụ", "điện tử", "so77", "dong goi", "may ktx", "xưởng sạch", "bao trì điện"}
	all := make([]search.Query, n)
	for i := range all {
		q := search.Query{Faceted: true}
		maybe := func(percent int, set func()) {
			if random.IntN(100) < percent {
				set()
			}
		}
		maybe(55, func() { q.Text = texts[random.IntN(len(texts))] })
		maybe(35, func() { q.Zones = append(q.Zones, fmt.Sprintf("zone%d", random.IntN(23))) })
		maybe(15, func() { q.Zones = append(q.Zones, fmt.Sprintf("zone%d", random.IntN(23))) })
		maybe(20, func() { q.Occupations = []string{[]string{"81", "82", "75", "93", "72"}[random.IntN(5)]} })
		maybe(25, func() { q.MinIncome = int64(7+random.IntN(6)) * million })
		maybe(15, func() { q.Shifts = []string{[]string{"office", "three", "two_8h"}[random.IntN(3)]} })
		maybe(30, func() {
			q.Benefits = []string{[]string{"dormitory", "shuttle_bus", "meals", "insurance"}[random.IntN(4)]}
		})
		maybe(20, func() { q.Home = reference.Point{Lat: 22.25, Lon: 106.47} })
		maybe(25, func() { q.Sort = search.Sorts()[random.IntN(4)] })
		all[i] = q
	}
	return all
}

// BenchmarkMixed asks questions as people mix them of many vacancies and of ten
// times as many in turn, each time from the moment that something changed. It
// reports how long a question takes and how much faster it is answered among
// the fewer.
func BenchmarkMixed(b *testing.B) {
	all, few, many := mixed(1500), crowd(100_000), crowd(1_000_000)
	var amongFew, amongMany time.Duration
	ask := func(s *shelf) time.Duration {
		s.memo.forget()
		begun := time.Now()
		for _, q := range all {
			if _, err := s.find(q, someDay); err != nil {
				b.Fatal(err)
			}
		}
		return time.Since(begun)
	}
	for b.Loop() {
		amongFew += ask(few)
		amongMany += ask(many)
	}
	each := func(d time.Duration) float64 { return float64(d.Microseconds()) / float64(len(all)*b.N) }
	b.ReportMetric(each(amongFew), "µs/question")
	b.ReportMetric(each(amongMany), "µs/question-of-1M")
	b.ReportMetric(float64(amongFew)/float64(amongMany), "100k÷1M")
}
