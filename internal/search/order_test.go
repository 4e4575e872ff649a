package search_test

import (
	"slices"
	"testing"

	"cauviec/internal/reference"
	"cauviec/internal/search"
)

// TestOrdersInWords reads what is wanted first from the words, unless an order
// was chosen, and tells the reader so with the text that does not ask for it.
func TestOrdersInWords(t *testing.T) {
	t.Parallel()
	home := reference.Point{Lat: 21.85, Lon: 106.76}
	for _, tt := range []struct {
		query search.Query
		order search.Sort
		rest  string // of the text without the order; nothing when no order is told
	}{
		{search.Query{Text: "may lương cao"}, search.FitIncome, "may"},
		{search.Query{Text: "việc lương cao"}, search.Income, "việc"},
		{search.Query{Text: "may luong cao nhat o quang chau"}, search.FitIncome, "may o quang chau"},
		{search.Query{Text: "may thu nhập cao từ 9 triệu"}, search.FitIncome, "may từ 9 triệu"},
		{search.Query{Text: "may lương cao", Sort: search.Newest}, search.Newest, ""},
		{search.Query{Text: "may lương cao", Sort: search.Fit}, search.Fit, ""},
		{search.Query{Text: "may không cần lương cao"}, search.Fit, ""},
		{search.Query{Text: "may gần nhà"}, search.Fit, ""},
		{search.Query{Text: "may gần nhà", Home: home}, search.FitNearest, "may"},
		{search.Query{Text: "việc gan nha", Home: home}, search.Nearest, "việc"},
		{search.Query{Text: "may lương cao", Sort: search.Income}, search.Income, ""},
		{search.Query{Text: "may gần nhà lương cao"}, search.FitIncome, "may gần nhà"},
		{search.Query{Text: "may gần nhà lương cao", Home: home}, search.FitNearest, "may lương cao"},
		{search.Query{Text: "lương 9 triệu gần khu công nghiệp"}, search.Fit, ""},
	} {
		asked, err := search.Ask(tt.query.Text, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := tt.query.Order(asked); got != tt.order {
			t.Errorf("%+v: order %q, want %q", tt.query, got, tt.order)
		}
		reading, told := tt.query.Reading(asked), ""
		for _, part := range reading.Parts {
			if slices.Contains([]string{"best_paid", "near_home"}, part.Fact) {
				told = part.Rest
			}
		}
		if told != tt.rest {
			t.Errorf("%+v: the order's part leaves %q, want %q", tt.query, told, tt.rest)
		}
	}
}

// TestWellPaidOfTheKindGoFirst puts the better paid first among those of the
// kind of work that was asked for, and behind them what only has its words.
func TestWellPaidOfTheKindGoFirst(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	other := w.put(search.Entry{Title: "Vận hành máy CNC", IncomeFrom: 15e6})
	less := w.put(search.Entry{Title: "Thợ may", IncomeFrom: 8e6})
	more := w.put(search.Entry{Title: "Công nhân may", IncomeFrom: 9e6, PublishedAt: today.Add(-9).Start()})
	if got := w.find(search.Query{Text: "may lương cao"}).IDs; !slices.Equal(got, []int64{more, less, other}) {
		t.Errorf("found %v, want %d, %d, %d", got, more, less, other)
	}
	if got := w.find(search.Query{Text: "lương cao"}).IDs; !slices.Equal(got, []int64{other, more, less}) {
		t.Errorf("found %v, want %d, %d, %d", got, other, more, less)
	}
}
