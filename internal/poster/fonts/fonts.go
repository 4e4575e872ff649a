// Package fonts holds the letters of printed and drawn things: Be Vietnam Pro,
// two weights, with every Vietnamese mark. The fonts are under the SIL Open
// Font License 1.1 (OFL.txt).
package fonts

import _ "embed" // the fonts

// Regular and Bold are TrueType fonts. They are not to be changed.
var (
	//go:embed BeVietnamPro-Regular.ttf
	Regular []byte
	//go:embed BeVietnamPro-Bold.ttf
	Bold []byte
)
