package picture

import (
	"sort"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"cauviec/internal/poster/fonts"
)

// weight is the font in its two weights.
type weight struct{ regular, bold *opentype.Font }

// weights reads the fonts once; all drawings share them.
var weights = sync.OnceValues(func() (w weight, err error) {
	if w.regular, err = opentype.Parse(fonts.Regular); err != nil {
		return w, err
	}
	w.bold, err = opentype.Parse(fonts.Bold)
	return w, err
})

// letters are a font in one size. Like every font.Face they are not safe for
// concurrent use: each drawing makes its own.
type letters struct {
	font.Face
	outlines *opentype.Font
	buffer   sfnt.Buffer
	size     float64 // pixels
}

// newLetters returns a font in a size in pixels.
func newLetters(outlines *opentype.Font, size float64) (*letters, error) {
	face, err := opentype.NewFace(outlines, &opentype.FaceOptions{Size: size, DPI: 72}) // at 72, a point is a pixel
	return &letters{Face: face, outlines: outlines, size: size}, err
}

// Kern returns how far a pair of letters moves apart or, below zero, together.
// It stands in for opentype's own Kern, which gives units of the font whatever
// the size (golang/go issue 46727). A pair without kerning is 0.
func (l *letters) Kern(before, after rune) fixed.Int26_6 {
	first, err := l.outlines.GlyphIndex(&l.buffer, before)
	if err != nil {
		return 0
	}
	second, err := l.outlines.GlyphIndex(&l.buffer, after)
	if err != nil {
		return 0
	}
	kern, err := l.outlines.Kern(&l.buffer, first, second, fixed.Int26_6(l.size*64), font.HintingNone)
	if err != nil {
		return 0
	}
	return kern
}

// fits reports whether words stand on one line of the picture.
func (l *letters) fits(words string) bool { return font.MeasureString(l, words) <= fixed.I(room) }

// leading is the distance of lines in sizes of the letters.
const leading = 1.24

// fitted breaks words into lines, in the largest of the sizes in which they
// stay within so many pixels of height; in the smallest, what does not fit is
// cut off with three dots.
func fitted(outlines *opentype.Font, words string, sizes []float64, tall float64) (lines []string, l *letters, err error) {
	most := 0
	for _, size := range sizes {
		if l, err = newLetters(outlines, size); err != nil {
			return nil, nil, err
		}
		most = int(tall / (size * leading))
		if lines = l.wrapped(words); len(lines) <= most {
			break
		}
	}
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] += " …"
	}
	for i := range lines {
		lines[i] = l.shortened(lines[i])
	}
	return lines, l, nil
}

// wrapped parts words into lines that fit, but for a single word that is longer
// than a line; there is always one line.
func (l *letters) wrapped(words string) []string {
	lines := []string{""}
	for _, w := range strings.Fields(words) {
		last := len(lines) - 1
		switch {
		case lines[last] == "":
			lines[last] = w
		case l.fits(lines[last] + " " + w):
			lines[last] += " " + w
		default:
			lines = append(lines, w)
		}
	}
	return lines
}

// shortened cuts a line that is too long, with three dots at its end.
func (l *letters) shortened(line string) string {
	if l.fits(line) {
		return line
	}
	runes := []rune(line)
	most := sort.Search(len(runes), func(n int) bool { return !l.fits(string(runes[:n+1]) + "…") })
	return string(runes[:most]) + "…"
}
