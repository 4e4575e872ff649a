package poster

import (
	"fmt"

	"github.com/skip2/go-qrcode"

	"cauviec/internal/errs"
)

// Quiet is the width of the white border around a QR, in modules.
const Quiet = 4

// QR returns the modules of a link's QR, row by row, true for dark, with the
// white border around. A fifth of it may be soiled or torn before it cannot be
// read. A link that is too long, some 2000 characters, is an error.
func QR(link string) (modules [][]bool, err error) {
	defer errs.Wrap(&err, "poster.QR")
	code, err := qrcode.New(link, qrcode.Medium)
	if err != nil {
		return nil, fmt.Errorf("a link of %d bytes: %w", len(link), err)
	}
	return code.Bitmap(), nil
}

// Runs calls draw for each run of dark modules in a row, so that neighbours
// become one shape.
func Runs(modules [][]bool, draw func(x, y, length int)) {
	for y, row := range modules {
		for x := 0; x < len(row); x++ {
			begun := x
			for x < len(row) && row[x] {
				x++
			}
			if x > begun {
				draw(begun, y, x-begun)
			}
		}
	}
}
