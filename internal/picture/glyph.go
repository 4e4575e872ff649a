package picture

// point is a corner of an outline, or what a curve bends towards.
type point struct {
	x, y    float64
	onCurve bool
}

// Flags of the points of a glyph, and of the parts of a composed one.
const (
	flagOn, flagShortX, flagShortY, flagRepeat, flagSameX, flagSameY = 1, 2, 4, 8, 16, 32

	partWords, partOffset, partScale, partMore, partScales, partMatrix = 1, 2, 8, 32, 64, 128
)

// contours returns the closed lines of a glyph in units of the font. Letters
// with marks are composed of others.
func (f *face) contours(glyph int) [][]point {
	b := f.outline(glyph)
	if len(b) == 0 {
		return nil
	}
	if n := signed(b); n >= 0 {
		return simple(b[10:], n)
	}
	return f.composed(b[10:])
}

// simple reads the points of a glyph with n contours.
func simple(b []byte, n int) [][]point {
	ends := make([]int, n)
	for i := range ends {
		ends[i] = int(word(b[2*i:])) + 1
	}
	if n == 0 {
		return nil
	}
	b = b[2*n:]
	b = b[2+int(word(b)):] // hints
	count := ends[n-1]
	flags := make([]byte, 0, count)
	for len(flags) < count {
		flag, times := b[0], 1
		b = b[1:]
		if flag&flagRepeat != 0 {
			times += int(b[0])
			b = b[1:]
		}
		for range times {
			flags = append(flags, flag)
		}
	}
	points := make([]point, count)
	b = along(b, flags, flagShortX, flagSameX, func(i, x int) { points[i].x = float64(x) })
	along(b, flags, flagShortY, flagSameY, func(i, y int) { points[i].y = float64(y) })
	var all [][]point
	from := 0
	for _, end := range ends {
		for i := from; i < end; i++ {
			points[i].onCurve = flags[i]&flagOn != 0
		}
		all = append(all, points[from:end])
		from = end
	}
	return all
}

// along reads one coordinate of every point, each kept as the way from the one
// before, and returns what follows.
func along(b, flags []byte, short, same byte, set func(i, value int)) []byte {
	at := 0
	for i, flag := range flags {
		switch {
		case flag&short != 0:
			step := int(b[0])
			b = b[1:]
			if flag&same == 0 {
				step = -step
			}
			at += step
		case flag&same == 0:
			at += signed(b)
			b = b[2:]
		}
		set(i, at)
	}
	return b
}

// composed reads a glyph that is made of others, each moved and sometimes
// turned or scaled.
func (f *face) composed(b []byte) [][]point {
	var all [][]point
	for more := true; more; {
		flags, glyph := word(b), int(word(b[2:]))
		b = b[4:]
		var dx, dy float64
		if flags&partWords != 0 {
			dx, dy = float64(signed(b)), float64(signed(b[2:]))
			b = b[4:]
		} else {
			dx, dy = float64(int8(b[0])), float64(int8(b[1]))
			b = b[2:]
		}
		m, rest := matrix(b, flags)
		b = rest
		for _, c := range f.contours(glyph) {
			moved := make([]point, len(c))
			for i, p := range c {
				moved[i] = point{m[0]*p.x + m[2]*p.y + dx, m[1]*p.x + m[3]*p.y + dy, p.onCurve}
			}
			all = append(all, moved)
		}
		more = flags&partMore != 0
	}
	return all
}

// matrix reads how a part is scaled and turned, and returns what follows.
func matrix(b []byte, flags uint16) (m [4]float64, rest []byte) {
	fixed := func(i int) float64 { return float64(signed(b[2*i:])) / (1 << 14) }
	switch {
	case flags&partScale != 0:
		return [4]float64{fixed(0), 0, 0, fixed(0)}, b[2:]
	case flags&partScales != 0:
		return [4]float64{fixed(0), 0, 0, fixed(1)}, b[4:]
	case flags&partMatrix != 0:
		return [4]float64{fixed(0), fixed(1), fixed(2), fixed(3)}, b[8:]
	}
	return [4]float64{1, 0, 0, 1}, b
}
