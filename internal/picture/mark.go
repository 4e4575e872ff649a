package picture

import (
	"image"
	"image/color"

	"golang.org/x/image/vector"

	"cauviec/internal/poster"
)

// pen draws outlines into a rasterizer. It is a poster.Pen.
type pen struct{ *vector.Rasterizer }

// MoveTo begins an outline.
func (p pen) MoveTo(x, y float64) { p.Rasterizer.MoveTo(float32(x), float32(y)) }

// LineTo draws a straight line.
func (p pen) LineTo(x, y float64) { p.Rasterizer.LineTo(float32(x), float32(y)) }

// CurveBezierCubicTo draws a curve by its two handles and its end.
func (p pen) CurveBezierCubicTo(ax, ay, bx, by, x, y float64) {
	p.CubeTo(float32(ax), float32(ay), float32(bx), float32(by), float32(x), float32(y))
}

// mark draws the product's sign into a square of a side from a corner on.
func mark(on *image.RGBA, corner image.Point, side int, ink color.Color) {
	p := pen{vector.NewRasterizer(side, side)}
	poster.Mark(p, 0, 0, float64(side))
	square := image.Rectangle{Min: corner, Max: corner.Add(image.Pt(side, side))}
	p.Draw(on, square, image.NewUniform(ink), image.Point{})
}
