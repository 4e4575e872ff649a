package picture

import (
	"image/color"
	"slices"
)

// write draws words on a line that begins at x, their feet at y.
func (c *canvas) write(f *face, words string, size, x, y float64, with color.RGBA) {
	scale := size / f.unitsPerEm
	for _, r := range words {
		glyph := f.glyph(r)
		for _, contour := range f.contours(glyph) {
			c.trace(contour, func(p point) (float64, float64) { return x + p.x*scale, y - p.y*scale })
		}
		c.Fill(with) // each letter for itself: neighbours may touch
		x += f.advance(glyph) * scale
	}
}

// trace draws a closed line of a glyph. Between two points that are off the
// curve, one in the middle is on it.
func (c *canvas) trace(contour []point, at func(point) (float64, float64)) {
	if len(contour) < 2 {
		return
	}
	start := contour[len(contour)-1]
	if !start.onCurve {
		start = contour[0]
		if !start.onCurve {
			start = between(contour[len(contour)-1], contour[0])
		}
	}
	c.MoveTo(at(start))
	var bend *point
	for _, p := range slices.Concat(contour, []point{start}) {
		switch {
		case p.onCurve && bend == nil:
			c.LineTo(at(p))
		case p.onCurve:
			c.bend(*bend, p, at)
			bend = nil
		case bend != nil:
			c.bend(*bend, between(*bend, p), at)
			bend = &p
		default:
			bend = &p
		}
	}
	c.ClosePath()
}

func (c *canvas) bend(towards, to point, at func(point) (float64, float64)) {
	ax, ay := at(towards)
	x, y := at(to)
	c.CurveTo(ax, ay, x, y)
}

func between(a, b point) point { return point{(a.x + b.x) / 2, (a.y + b.y) / 2, true} }
