// Package picture draws the picture that stands beside a shared link: what
// work, what pay and where, in letters that can be read in a list of messages.
//
// The program has no library that draws letters; the outlines of its own two
// fonts are read and filled here, about as much as these pictures need.
package picture

import (
	"bytes"
	"image/color"
	"image/png"
	"strings"
	"sync"

	"cauviec/internal/errs"
	"cauviec/internal/poster"
	"cauviec/internal/poster/fonts"
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

// faces are the two weights, read once.
var faces = sync.OnceValues(func() (f struct{ regular, bold *face }, err error) {
	if f.regular, err = newFace(fonts.Regular); err != nil {
		return f, err
	}
	f.bold, err = newFace(fonts.Bold)
	return f, err
})

// The places of the picture in pixels: its margin, and the band at its foot.
const (
	margin = 64
	room   = Width - 2*margin
	band   = 86
)

// Draw returns the picture as PNG. The same card is always the same bytes.
func Draw(card Card) (drawn []byte, err error) {
	defer errs.Wrap(&err, "picture.Draw")
	letters, err := faces()
	if err != nil {
		return nil, err
	}
	c := newCanvas(Width, Height, paper)
	poster.Mark(c, margin, 44, 64)
	c.Fill(green)
	c.write(letters.bold, card.Name, 40, margin+84, 90, green)
	y := c.block(letters.bold, card.Title, []float64{76, 64, 54, 44, 37}, 116, 190, ink)
	y = c.block(letters.bold, card.Pay, []float64{68, 56, 46}, y+14, 85, green)
	y = c.block(letters.bold, card.Place, []float64{42, 36, 30}, y+14, 53, ink)
	c.block(letters.regular, card.Marks, []float64{36, 30, 26}, y+2, 45, ink)
	c.rectangle(0, Height-band, Width, Height)
	c.Fill(green)
	lines, size := fitted(letters.bold, card.Promise, []float64{34, 30, 26}, 43)
	c.write(letters.bold, lines[0], size, margin, Height-band/2+12, white)
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	err = encoder.Encode(&b, c)
	return b.Bytes(), err
}

func (c *canvas) rectangle(left, top, right, bottom float64) {
	c.MoveTo(left, top)
	c.LineTo(right, top)
	c.LineTo(right, bottom)
	c.LineTo(left, bottom)
	c.ClosePath()
}

// leading is the distance of lines in sizes of the letters.
const leading = 1.24

// block writes words below a height in the first size whose lines stay within
// so many pixels, and returns where they end.
func (c *canvas) block(f *face, words string, sizes []float64, top, tall float64, with color.RGBA) float64 {
	lines, size := fitted(f, words, sizes, tall)
	for _, l := range lines {
		top += size * leading
		c.write(f, l, size, margin, top-size*(leading-1), with)
	}
	return top
}

// fitted breaks words into lines, in the largest of the sizes that fits; in the
// smallest, what does not fit is cut off with three dots.
func fitted(f *face, words string, sizes []float64, tall float64) (lines []string, size float64) {
	most := 0
	for _, size = range sizes {
		most = int(tall / (size * leading))
		if lines = wrapped(f, words, size); len(lines) <= most {
			break
		}
	}
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] += " …"
	}
	for i, l := range lines {
		letters := []rune(l)
		for len(letters) > 1 && f.width(string(letters), size) > room {
			letters = append(letters[:len(letters)-2], '…')
		}
		lines[i] = string(letters)
	}
	return lines, size
}

// wrapped parts words into lines that fit; there is always one.
func wrapped(f *face, words string, size float64) []string {
	lines := []string{""}
	for _, w := range strings.Fields(words) {
		last := len(lines) - 1
		switch {
		case lines[last] == "":
			lines[last] = w
		case f.width(lines[last]+" "+w, size) <= room:
			lines[last] += " " + w
		default:
			lines = append(lines, w)
		}
	}
	return lines
}
