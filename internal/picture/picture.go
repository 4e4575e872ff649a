// Package picture draws the picture that stands beside a shared link: what
// work, what pay and where, in letters that can be read in a list of messages.
package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"cauviec/internal/errs"
)

// Width and Height are the size of a picture in pixels, the one that social
// networks ask for.
const (
	Width  = 1200
	Height = 630
)

// Card is what a picture says, in the reader's words.
type Card struct {
	Name    string // of the product
	Title   string
	Pay     string
	Place   string
	Marks   string // how many, what comes with the work
	Promise string
}

var (
	paper = color.RGBA{0xfb, 0xf8, 0xf2, 255}
	ink   = color.RGBA{0x22, 0x26, 0x24, 255}
	green = color.RGBA{0x17, 0x52, 0x3a, 255}
	white = color.RGBA{255, 255, 255, 255}
)

// The places of the picture in pixels: its margin, and the band at its foot.
const (
	margin = 64
	room   = Width - 2*margin
	band   = 86
)

// Draw returns the picture as PNG. The same card is always the same bytes.
func Draw(card Card) (drawn []byte, err error) {
	defer errs.Wrap(&err, "picture.Draw")
	fonts, err := weights()
	if err != nil {
		return nil, err
	}
	c := canvas{image.NewRGBA(image.Rect(0, 0, Width, Height))}
	c.fill(c.Bounds(), paper)
	for _, part := range []func(weight, Card) error{c.head, c.body, c.foot} {
		if err := part(fonts, card); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	err = encoder.Encode(&b, c.RGBA)
	return b.Bytes(), err
}

// canvas is the picture that is being drawn. The libraries are handed its RGBA,
// which they know and draw on fast.
type canvas struct{ *image.RGBA }

// head draws the sign and the product's name.
func (c canvas) head(fonts weight, card Card) error {
	mark(c.RGBA, image.Pt(margin, 44), 64, green)
	l, err := newLetters(fonts.bold, 40)
	if err != nil {
		return err
	}
	c.line(l, card.Name, margin+84, 90, green)
	return nil
}

// body draws what the offer says, one block below the other.
func (c canvas) body(fonts weight, card Card) error {
	bottom := 116.0
	for _, b := range []struct {
		words     string
		font      *opentype.Font
		sizes     []float64
		gap, tall float64 // the empty pixels above, and the most it may take
		ink       color.RGBA
	}{
		{card.Title, fonts.bold, []float64{76, 64, 54, 44, 37}, 0, 190, ink},
		{card.Pay, fonts.bold, []float64{68, 56, 46}, 14, 85, green},
		{card.Place, fonts.bold, []float64{42, 36, 30}, 14, 53, ink},
		{card.Marks, fonts.regular, []float64{36, 30, 26}, 2, 45, ink},
	} {
		lines, l, err := fitted(b.font, b.words, b.sizes, b.tall)
		if err != nil {
			return err
		}
		bottom += b.gap
		for _, words := range lines {
			c.line(l, words, margin, bottom+l.size, b.ink)
			bottom += l.size * leading
		}
	}
	return nil
}

// foot draws the promise on its band.
func (c canvas) foot(fonts weight, card Card) error {
	c.fill(image.Rect(0, Height-band, Width, Height), green)
	lines, l, err := fitted(fonts.bold, card.Promise, []float64{34, 30, 26}, 43)
	if err != nil {
		return err
	}
	c.line(l, lines[0], margin, Height-band/2+12, white)
	return nil
}

func (c canvas) fill(area image.Rectangle, with color.Color) {
	draw.Draw(c.RGBA, area, image.NewUniform(with), image.Point{}, draw.Src)
}

// line writes words that begin at x, their feet at y.
func (c canvas) line(l *letters, words string, x, y float64, with color.Color) {
	at := fixed.Point26_6{X: fixed.Int26_6(x * 64), Y: fixed.Int26_6(y * 64)}
	drawer := font.Drawer{Dst: c.RGBA, Src: image.NewUniform(with), Face: l, Dot: at}
	drawer.DrawString(words)
}
