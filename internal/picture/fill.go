package picture

import (
	"image"
	"image/color"
	"math"
)

// canvas is a picture and the outline that is being drawn on it. It is a
// poster.Pen.
type canvas struct {
	*image.RGBA
	begun, at point
	// cover says how much each pixel changes the part that is covered, going
	// from left to right through a row.
	cover []float32
	dirty image.Rectangle // rows and columns that the outline touches
}

func newCanvas(width, height int, ground color.RGBA) *canvas {
	c := &canvas{RGBA: image.NewRGBA(image.Rect(0, 0, width, height)), cover: make([]float32, (width+2)*height)}
	for i := 0; i < len(c.Pix); i += 4 {
		c.Pix[i], c.Pix[i+1], c.Pix[i+2], c.Pix[i+3] = ground.R, ground.G, ground.B, 255
	}
	return c
}

// MoveTo begins a line.
func (c *canvas) MoveTo(x, y float64) { c.begun = point{x: x, y: y}; c.at = c.begun }

// ClosePath goes back to where the line began.
func (c *canvas) ClosePath() { c.LineTo(c.begun.x, c.begun.y) }

// steps is into how many straight pieces a curve is cut.
const steps = 8

// CurveTo goes on with a curve that bends towards one point.
func (c *canvas) CurveTo(ax, ay, x, y float64) {
	from := c.at
	for i := 1; i <= steps; i++ {
		t := float64(i) / steps
		u := 1 - t
		c.LineTo(u*u*from.x+2*u*t*ax+t*t*x, u*u*from.y+2*u*t*ay+t*t*y)
	}
}

// CurveBezierCubicTo goes on with a curve that bends towards two points.
func (c *canvas) CurveBezierCubicTo(ax, ay, bx, by, x, y float64) {
	from := c.at
	for i := 1; i <= 2*steps; i++ {
		t := float64(i) / (2 * steps)
		u := 1 - t
		c.LineTo(u*u*u*from.x+3*u*u*t*ax+3*u*t*t*bx+t*t*t*x, u*u*u*from.y+3*u*u*t*ay+3*u*t*t*by+t*t*t*y)
	}
}

// LineTo goes on straight. It adds, row by row, what lies right of the line;
// where all lines of a closed outline are added up, its inside is left.
func (c *canvas) LineTo(x, y float64) {
	from, to, sign := c.at, point{x: x, y: y}, float32(1)
	c.at = to
	if from.y == to.y {
		return
	}
	if from.y > to.y {
		from, to, sign = to, from, -1
	}
	slope := (to.x - from.x) / (to.y - from.y)
	height := float64(c.Rect.Max.Y)
	for row := int(max(0, math.Floor(from.y))); float64(row) < min(to.y, height); row++ {
		top, bottom := max(from.y, float64(row)), min(to.y, float64(row+1))
		left, right := from.x+slope*(top-from.y), from.x+slope*(bottom-from.y)
		c.shade(row, min(left, right), max(left, right), sign*float32(bottom-top))
	}
}

// shade adds a piece of line that stays within one row: right of it, covered
// more of each pixel is covered.
func (c *canvas) shade(row int, left, right float64, covered float32) {
	width := float64(c.Rect.Max.X)
	left, right = min(max(left, 0), width), min(max(right, 0), width)
	first, last := int(left), int(right)
	line := c.cover[row*(c.Rect.Max.X+2):]
	c.dirty = c.dirty.Union(image.Rect(first, row, last+2, row+1))
	if first == last {
		inside := covered * float32(float64(first)+1-(left+right)/2)
		line[first] += inside
		line[first+1] += covered - inside
		return
	}
	each, before := covered/float32(right-left), float32(0)
	for column := first; column <= last; column++ {
		from, to := max(left, float64(column)), min(right, float64(column+1))
		part := each * float32(to-from)
		inside := part * float32(float64(column)+1-(from+to)/2)
		line[column] += inside
		line[column+1] += part - inside
		before += part
	}
}

// Fill colours the inside of the outline, and forgets it.
func (c *canvas) Fill(ink color.RGBA) {
	area := c.dirty.Intersect(c.Rect)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		sum := float32(0)
		line := c.cover[y*(c.Rect.Max.X+2):]
		for x := area.Min.X; x < area.Max.X; x++ {
			sum += line[x]
			line[x] = 0
			if share := min(max(sum, -sum), 1); share > 0.004 {
				c.mix(x, y, ink, share)
			}
		}
		line[area.Max.X], line[area.Max.X+1] = 0, 0
	}
	c.dirty = image.Rectangle{}
}

// mix lays so much of the ink over a pixel.
func (c *canvas) mix(x, y int, ink color.RGBA, share float32) {
	at := c.PixOffset(x, y)
	for i, part := range []uint8{ink.R, ink.G, ink.B} {
		c.Pix[at+i] = uint8(float32(c.Pix[at+i])*(1-share) + float32(part)*share + 0.5)
	}
}
