package ui

import (
	"context"
	"fmt"
	"strings"
)

// The picture of a LineChart in pixels: room above for the highest number,
// the lines, room below for the labels.
const (
	plotTop    = 20
	plotHeight = 150
	plotLeft   = 0.12 // share of the width that the numbers of the ticks have
	ticks      = 4
	maxLabels  = 5
)

// plot places values: across in percent of the width, so that text keeps its
// size on every screen, and down in pixels.
type plot struct {
	most  float64
	count int
}

func (c Chart) plot() plot {
	return plot{most: ceiling(c.largest()), count: len(c.labels())}
}

// share is how far across the jth of all points stands, from 0 to 1.
func (p plot) share(j int) float64 {
	if p.count < 2 {
		return 0.5
	}
	return plotLeft + (0.99-plotLeft)*float64(j)/float64(p.count-1)
}

func (p plot) x(j int) string { return fmt.Sprintf("%.2f%%", 100*p.share(j)) }

func (p plot) y(value float64) string {
	return fmt.Sprintf("%.1f", plotTop+plotHeight*(1-value/p.most))
}

// path is the points of a series in a box of 1000 × 1000.
func (p plot) path(s Series) string {
	points := make([]string, 0, len(s.Points))
	for j, point := range s.Points {
		points = append(points, fmt.Sprintf("%.1f,%.1f", 1000*p.share(j), 1000*(1-point.Value/p.most)))
	}
	return strings.Join(points, " ")
}

type tick struct{ y, words string }

// ticks are the lines across with their numbers.
func (p plot) ticks(ctx context.Context) []tick {
	var lines []tick
	for i := range ticks + 1 {
		value := p.most * float64(i) / ticks
		lines = append(lines, tick{p.y(value), Point{Value: value}.words(ctx)})
	}
	return lines
}

type axisLabel struct{ x, anchor, words string }

// labels are as many as have room, always with the last.
func (p plot) labels(c Chart) []axisLabel {
	points := c.labels()
	every := max(1, (len(points)+maxLabels-1)/maxLabels)
	var shown []axisLabel
	for j, point := range points {
		if (len(points)-1-j)%every == 0 {
			shown = append(shown, axisLabel{p.x(j), p.anchor(j), point.Label})
		}
	}
	return shown
}

// anchor keeps the first and the last label inside the picture.
func (p plot) anchor(j int) string {
	switch {
	case p.count > 1 && j == 0:
		return "start"
	case p.count > 1 && j == p.count-1:
		return "end"
	}
	return "middle"
}

// lengthOf writes pixels.
func lengthOf(pixels int) string { return numeral(pixels) }

// at is the ith figure; a missing one is 0.
func (s Series) at(i int) Point {
	if i < len(s.Points) {
		return s.Points[i]
	}
	return Point{}
}

// class is the colour of the ith series.
func (s Series) class(i int) string {
	if s.Tone != "" {
		return "series-" + string(s.Tone)
	}
	return []string{"series-a", "series-b", "series-c", "series-d"}[i%4]
}

// before is the sum of the label's values of the series before the jth.
func (c Chart) before(i, j int) float64 {
	sum := 0.0
	for _, s := range c.Series[:j] {
		sum += s.at(i).Value
	}
	return sum
}
