package search_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"cauviec/internal/clock"
	"cauviec/internal/fold"
	"cauviec/internal/postgres"
	"cauviec/internal/reference"
	"cauviec/internal/search"
)

func TestOnlyOpenVacanciesOfVerifiedEmployersAreFound(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	open := w.put(search.Entry{Title: "Thợ hàn", ClosesOn: today})
	w.put(search.Entry{Title: "Thợ hàn", ClosesOn: today.Add(-1)})
	w.put(search.Entry{Title: "Thợ hàn", EmployerID: w.newEmployer("Công ty A", "suspended")})
	w.put(search.Entry{Title: "Thợ hàn", EmployerID: w.newEmployer("Công ty B", "unverified")})
	removed := w.put(search.Entry{Title: "Thợ hàn"})
	if err := search.Remove(t.Context(), w.DB, removed); err != nil {
		t.Fatal(err)
	}
	got := w.find(search.Query{Text: "tho han"})
	if !slices.Equal(got.IDs, []int64{open}) || got.Total != 1 {
		t.Errorf("found %v of %d, want only %d", got.IDs, got.Total, open)
	}
}

func TestPutAgainReplacesTheWords(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	e := search.Entry{Title: "Thợ hàn"}
	e.VacancyID = w.put(e)
	e.Title, e.EmployerID, e.ClosesOn, e.PublishedAt = "Thợ may", w.employer, today, today.Start()
	if err := search.Put(t.Context(), w.DB, e); err != nil {
		t.Fatal(err)
	}
	if n := w.find(search.Query{Text: "thợ hàn"}).Total; n != 0 {
		t.Errorf("the old words still find %d", n)
	}
	if n := w.find(search.Query{Text: "thợ may"}).Total; n != 1 {
		t.Errorf("the new words find %d", n)
	}
}

// TestTitlesGoFirst knows a word of the title from one of the employer's name.
func TestTitlesGoFirst(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	of := w.put(search.Entry{Title: "Nhân viên kho", Employer: "Công ty May Đông Á"})
	as := w.put(search.Entry{Title: "Công nhân may", PublishedAt: today.Add(-9).Start()})
	if got := w.find(search.Query{Text: "nhan may"}).IDs; !slices.Equal(got, []int64{as, of}) {
		t.Errorf("found %v, want the title %d before the employer %d", got, as, of)
	}
}

// TestPlacesOfAZone finds a vacancy by the district its zone lay in and by the
// ward it lies in now.
func TestPlacesOfAZone(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.put(search.Entry{Title: "Công nhân may", Zone: "KCN Quang Châu", ZoneID: w.zones["quang-chau"], Benefits: []string{"dormitory", "meals_1"}})
	for _, query := range []string{"may viet yen", "may Nếnh", "may quang chau ktx", "may quang chau co ktx", "việc làm may ở Quang Châu có ký túc xá", "may ký túc xá", "khu công nghiệp quang châu", "may bao cơm"} {
		if n := w.find(search.Query{Text: query}).Total; n != 1 {
			t.Errorf("%q finds %d, want 1", query, n)
		}
	}
}

func TestRelax(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.put(search.Entry{Title: "Công nhân may", IncomeFrom: 8e6, IncomeTo: 10e6, ZoneID: w.zones["quang-chau"], Zone: "KCN Quang Châu"})
	w.put(search.Entry{Title: "Thợ bích", IncomeFrom: 9e6, IncomeTo: 15e6})
	q := search.Query{Text: "may bích", Zones: []string{"quang-chau"}, MinIncome: 12e6, After: "x"}
	found, err := search.Relax(t.Context(), search.SQL{DB: w.DB}, q, today)
	if err != nil || len(found) != 0 {
		t.Errorf("no single part helps %v, got %v, %v", q, found, err)
	}
	q.MinIncome = 0
	found, err = search.Relax(t.Context(), search.SQL{DB: w.DB}, q, today)
	if err != nil || len(found) != 2 {
		t.Fatalf("got %+v, %v", found, err)
	}
	if found[0].Dropped != search.PartText || found[1].Dropped != search.PartWord || found[1].Word != "bích" || found[1].Count != 1 {
		t.Errorf("got %+v", found)
	}
}

var (
	// Words without a meaning that search knows, so that a filter over them is easily written.
	someTitles = []string{"Ngân hà", "Ngần bích", "Bích thuỷ", "Thủy ngân sao", "Sao bích", "Hà sao"}
	someShifts = []string{"office", "garment", "two_12h"}
	someZones  = []string{"quang-chau", "dinh-tram", "van-trung"}
)

// TestAgainstNaiveFilter compares pages of random queries with a filter over
// the same random entries written in Go.
func TestAgainstNaiveFilter(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	random := rand.New(rand.NewPCG(1, 2))
	points := zonePoints(t, w)
	var all []search.Entry
	for range 300 {
		e := randomEntry(random, w, points)
		e.EmployerID = w.employer
		e.VacancyID = w.put(e)
		all = append(all, e)
	}
	for i := range 300 {
		q := randomQuery(random)
		want := naive(all, q)
		if got := w.everyPage(q); !slices.Equal(got, want) {
			t.Fatalf("query %d %+v: got %v, want %v", i, q, got, want)
		}
	}
}

// everyPage follows the cursor to the end.
func (w *world) everyPage(q search.Query) []int64 {
	var ids []int64
	for {
		r := w.find(q)
		ids = append(ids, r.IDs...)
		if r.Next == "" {
			if len(ids) != r.Total {
				w.t.Errorf("%+v: %d on the pages, %d in all", q, len(ids), r.Total)
			}
			return ids
		}
		q.After = r.Next
	}
}

func zonePoints(t *testing.T, w *world) map[int64]reference.Point {
	rows, err := postgres.All[struct {
		ID       int64
		Lat, Lon float64
	}](t.Context(), w.DB, `SELECT id, lat, lon FROM zones ORDER BY id LIMIT 100`)
	if err != nil {
		t.Fatal(err)
	}
	points := map[int64]reference.Point{}
	for _, z := range rows {
		points[z.ID] = reference.Point{Lat: z.Lat, Lon: z.Lon}
	}
	return points
}

func randomEntry(random *rand.Rand, w *world, points map[int64]reference.Point) search.Entry {
	e := search.Entry{
		Title:       someTitles[random.IntN(len(someTitles))],
		PublishedAt: today.Start().Add(-time.Duration(random.IntN(20)) * time.Hour),
		ClosesOn:    today.Add(random.IntN(6) - 2), OccupationCode: []string{"8153", "8219", "9321"}[random.IntN(3)],
		IncomeFrom: int64(7+random.IntN(3)) * 1e6, IncomeTo: int64(10+random.IntN(4)) * 1e6,
		Shift: someShifts[random.IntN(3)], Benefits: []string{"insurance", "dormitory", "shuttle_bus"}[:random.IntN(4)],
	}
	if random.IntN(5) > 0 {
		e.ZoneID = w.zones[someZones[random.IntN(3)]]
		p := points[e.ZoneID]
		e.Lat, e.Lon = &p.Lat, &p.Lon
	}
	return e
}

func randomQuery(random *rand.Rand) search.Query {
	q := search.Query{Sort: search.Sorts()[random.IntN(4)], Limit: 1 + random.IntN(30)}
	if random.IntN(2) == 0 {
		q.Text = []string{"ngan", "ngân", "bích", "bich thuy", "sao ha", "sao"}[random.IntN(6)]
	}
	if random.IntN(4) == 0 {
		q.Occupations = []string{"8", "8153"}[:1+random.IntN(2)]
	}
	if random.IntN(4) == 0 {
		q.MinIncome = int64(9+random.IntN(5)) * 1e6
	}
	if random.IntN(4) == 0 {
		q.Shifts = someShifts[:1+random.IntN(2)]
	}
	if random.IntN(4) == 0 {
		q.Benefits = []string{"dormitory"}
	}
	if random.IntN(2) == 0 {
		q.Home = reference.Point{Lat: 21.85 - random.Float64(), Lon: 106.76}
	}
	return q
}

// naive answers the query from the entries, in order.
func naive(all []search.Entry, q search.Query) []int64 {
	var found []search.Entry
	for _, e := range all {
		if naiveMatch(e, q) {
			found = append(found, e)
		}
	}
	slices.SortFunc(found, func(a, b search.Entry) int {
		if d := naiveRank(a, q) - naiveRank(b, q); d != 0 {
			return int(max(-1, min(1, d)))
		}
		if d := b.PublishedAt.Compare(a.PublishedAt); d != 0 {
			return d
		}
		return int(b.VacancyID - a.VacancyID)
	})
	var ids []int64
	for _, e := range found {
		ids = append(ids, e.VacancyID)
	}
	return ids
}

func naiveMatch(e search.Entry, q search.Query) bool {
	has := func(list []string, one string) bool { return len(list) == 0 || slices.Contains(list, one) }
	for _, term := range fold.Terms(q.Text) {
		if !slices.Contains(fold.Terms(e.Title), term) {
			return false
		}
	}
	for _, b := range q.Benefits {
		if !slices.Contains(e.Benefits, b) {
			return false
		}
	}
	ofOccupation := len(q.Occupations) == 0
	for _, code := range q.Occupations {
		ofOccupation = ofOccupation || strings.HasPrefix(e.OccupationCode, code)
	}
	return ofOccupation && has(q.Shifts, e.Shift) && max(e.IncomeFrom, e.IncomeTo) >= q.MinIncome && !e.ClosesOn.Before(today)
}

func naiveRank(e search.Entry, q search.Query) int64 {
	switch {
	case q.Sort == search.Income:
		return -e.IncomeFrom
	case q.Sort == search.Nearest && !q.Home.IsZero():
		if e.Lat == nil {
			return 100_000
		}
		return int64(reference.RoadKM(q.Home, reference.Point{Lat: *e.Lat, Lon: *e.Lon}))
	case q.Sort == search.Fit && q.Text != "":
		for _, term := range fold.ExactTerms(q.Text) {
			if !slices.Contains(fold.ExactTerms(e.Title), term) {
				return 1
			}
		}
	}
	return 0
}

// FuzzFind wants an answer for whatever is typed, and for whatever cursor.
func FuzzFind(f *testing.F) {
	for _, text := range []string{"may", "KCN 'x", "a:*|b & !c", "\\", "\x00", strings.Repeat("CN TT ", 300), "đ̣̣̣", "한국", "½ ² ①"} {
		f.Add(text, text)
	}
	f.Add("may", "fit.0.1.1")
	f.Add("may", "fit.zzzzzzzzzzzz.-1.zzzzzzzzzzzz")
	w := newWorld(f)
	w.put(search.Entry{Title: "Công nhân may"})
	f.Fuzz(func(t *testing.T, text, after string) {
		q := search.Query{Text: text, After: after, Zones: []string{fmt.Sprintf("%.20s", text)}[:len(text)%2]}
		if _, err := (search.SQL{DB: w.DB}).Find(context.Background(), q, clock.MustDay("10/04/2026")); err != nil {
			t.Errorf("%q, %q: %v", text, after, err)
		}
	})
}
