package ui

import (
	"context"
	"fmt"
	"math"

	"cauviec/web/locale"
)

// Chart is a picture of figures with the table of the same figures. Its words
// are already in the reader's language.
type Chart struct {
	Title    string
	Summary  string // one sentence: what the picture says
	Unit     string // "người", shown at the axis
	Labels   string // head of the table's first column: "Tuần"
	Series   []Series
	DataTest string
}

// Series is one row of figures; all series of a chart have the same labels in
// the same order.
type Series struct {
	Name   string
	Points []Point
	Tone   Tone // zero takes the chart's own colours in turn
	Goal   bool // drawn as a dashed line: what should be reached
}

// Point is one figure. An empty Text is the value as a number. Href leads to
// its rows.
type Point struct {
	Label string
	Value float64
	Text  string
	Href  string
}

// words is the figure as people read it.
func (p Point) words(ctx context.Context) string {
	if p.Text != "" {
		return p.Text
	}
	if p.Value == math.Trunc(p.Value) {
		return locale.Number(ctx, int64(p.Value))
	}
	return locale.Millions(ctx, int64(p.Value*1e6))
}

// ceiling is the round number at or above the largest value, at least 1.
func ceiling(largest float64) float64 {
	if largest <= 1 {
		return 1
	}
	unit := math.Pow(10, math.Floor(math.Log10(largest)))
	for _, step := range []float64{1, 2, 4, 5, 10} {
		if largest <= step*unit {
			return step * unit
		}
	}
	return 10 * unit
}

// largest is the largest single value of the chart.
func (c Chart) largest() float64 {
	most := 0.0
	for _, s := range c.Series {
		for _, p := range s.Points {
			most = max(most, p.Value)
		}
	}
	return most
}

// total is the sum of one label's values over all series.
func (c Chart) total(i int) float64 {
	sum := 0.0
	for _, s := range c.Series {
		if i < len(s.Points) {
			sum += s.Points[i].Value
		}
	}
	return sum
}

// largestTotal is the largest sum of one label's values.
func (c Chart) largestTotal() float64 {
	most := 0.0
	for i := range c.labels() {
		most = max(most, c.total(i))
	}
	return most
}

// labels are the points of the first series; they name the rows.
func (c Chart) labels() []Point {
	if len(c.Series) == 0 {
		return nil
	}
	return c.Series[0].Points
}

// blank reports whether there is nothing to draw.
func (c Chart) blank() bool { return c.largest() <= 0 }

// percent writes a part of a whole as an SVG length.
func percent(part, whole float64) string {
	if whole <= 0 {
		return "0%"
	}
	return fmt.Sprintf("%.2f%%", 100*part/whole)
}
