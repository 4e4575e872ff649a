package ui

import (
	"context"
	"slices"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"
)

func points(values ...float64) []Point {
	var ps []Point
	for i, v := range values {
		ps = append(ps, Point{Label: numeral(i), Value: v})
	}
	return ps
}

func TestEveryPictureHasItsTable(t *testing.T) {
	t.Parallel()
	c := Chart{Title: "Người đi làm", Labels: "Tuần", Series: []Series{{Name: "A", Points: points(1200, 40)}, {Name: "B", Points: points(0.5)}}}
	charts := map[string]func(Chart) templ.Component{"bar": BarChart, "line": LineChart, "funnel": Funnel, "stacked": StackedBar}
	for name, draw := range charts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := page(t, context.Background(), draw(c))
			got := doc.Find("details table tbody td").Map(func(_ int, s *goquery.Selection) string { return s.Text() })
			if want := []string{"1.200", "0,5", "40", "0"}; !slices.Equal(got, want) {
				t.Errorf("table: got %v, want %v", got, want)
			}
			if doc.Find("[style]").Length() != 0 {
				t.Error("the picture has an inline style")
			}
		})
	}
	blank := page(t, context.Background(), BarChart(Chart{Series: []Series{{Points: points(0, 0)}}}))
	if blank.Find("svg, table").Length() != 0 || blank.Find(".none").Length() != 1 {
		t.Error("a picture of nothing does not say so")
	}
}

func TestBarsAreDrawnToScale(t *testing.T) {
	t.Parallel()
	c := Chart{Series: []Series{{Points: points(50, 200)}, {Points: points(50, 0)}}}
	stacked := page(t, context.Background(), StackedBar(c))
	if got := attributesOf(stacked, ".bar rect:not(.bar-track)", "width"); !slices.Equal(got, []string{"25.00%", "25.00%", "100.00%", "0.00%"}) {
		t.Errorf("widths: %v", got)
	}
	if got := attributesOf(stacked, ".bar rect:not(.bar-track)", "x"); !slices.Equal(got, []string{"0.00%", "25.00%", "0.00%", "100.00%"}) {
		t.Errorf("places: %v", got)
	}
	line := page(t, context.Background(), LineChart(Chart{Series: []Series{{Points: points(0, 100)}}}))
	if got := attributesOf(line, "circle", "cy"); !slices.Equal(got, []string{"170.0", "20.0"}) {
		t.Errorf("heights: %v", got)
	}
}

func TestCeilingIsRoundAndNotBelow(t *testing.T) {
	t.Parallel()
	for largest, want := range map[float64]float64{0: 1, 1: 1, 3: 4, 41: 50, 96: 100, 100: 100, 101: 200, 1284: 2000, 4500: 5000} {
		if got := ceiling(largest); got != want {
			t.Errorf("ceiling(%v): got %v, want %v", largest, got, want)
		}
	}
}
