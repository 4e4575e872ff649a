package poster

import "math"

// Pen draws an outline.
type Pen interface {
	MoveTo(x, y float64)
	LineTo(x, y float64)
	CurveBezierCubicTo(ax, ay, bx, by, x, y float64)
	ClosePath()
}

// Mark draws the product's sign into a square of a size from its upper left
// corner on: five petals of star anise above, the lower three as a bridge. It
// is the same shape as on the pages.
func Mark(pen Pen, left, top, size float64) {
	unit := size / 32
	for _, turn := range []float64{0, 45, -45, 90, -90} {
		angle := turn * math.Pi / 180
		petal(pen, func(x, y float64) (float64, float64) {
			x, y = x-16, y-16
			return left + unit*(16+x*math.Cos(angle)-y*math.Sin(angle)), top + unit*(16+x*math.Sin(angle)+y*math.Cos(angle))
		})
	}
	bridge(pen, func(x, y float64) (float64, float64) { return left + unit*x, top + unit*y })
}

// place turns a point of the sign's own box of 32 into one of the drawing.
type place func(x, y float64) (float64, float64)

func petal(pen Pen, at place) {
	pen.MoveTo(at(16, 14.3))
	curve(pen, at, 13.2, 10.5, 13, 5.8, 16, 1)
	curve(pen, at, 19, 5.8, 18.8, 10.5, 16, 14.3)
	pen.ClosePath()
}

func bridge(pen Pen, at place) {
	pen.MoveTo(at(16, 17.2))
	curve(pen, at, 11.8, 17.2, 5.7, 21.5, 1, 29)
	pen.LineTo(at(5.3, 29))
	curve(pen, at, 8.5, 24.4, 11.7, 22.3, 14.5, 21.7)
	for _, p := range [][2]float64{{14.5, 29}, {17.5, 29}, {17.5, 21.7}} {
		pen.LineTo(at(p[0], p[1]))
	}
	curve(pen, at, 20.3, 22.3, 23.5, 24.4, 26.7, 29)
	pen.LineTo(at(31, 29))
	curve(pen, at, 26.3, 21.5, 20.2, 17.2, 16, 17.2)
	pen.ClosePath()
}

func curve(pen Pen, at place, ax, ay, bx, by, x, y float64) {
	ax, ay = at(ax, ay)
	bx, by = at(bx, by)
	x, y = at(x, y)
	pen.CurveBezierCubicTo(ax, ay, bx, by, x, y)
}
