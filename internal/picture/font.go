package picture

import (
	"encoding/binary"
	"errors"
)

// face is a TrueType font as far as drawing its outlines needs it: the tables
// cmap (format 4), loca, glyf and hmtx of the OpenType specification. It reads
// the fonts of this program, not those of strangers.
type face struct {
	glyf, loca, hmtx, cmap []byte
	unitsPerEm             float64
	longLoca               bool
	metrics                int // entries of hmtx
	glyphs                 int
}

var errFont = errors.New("not a font that this program can draw")

var word = binary.BigEndian.Uint16

// signed reads a signed number of two bytes.
func signed(b []byte) int { return int(int16(word(b))) }

// newFace finds the tables of a font.
func newFace(ttf []byte) (*face, error) {
	tables := map[string][]byte{}
	for i := range int(word(ttf[4:])) {
		record := ttf[12+16*i:]
		from, length := binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
		tables[string(record[:4])] = ttf[from : from+length]
	}
	for _, name := range []string{"head", "hhea", "maxp", "cmap", "glyf", "loca", "hmtx"} {
		if len(tables[name]) == 0 {
			return nil, errFont
		}
	}
	f := &face{glyf: tables["glyf"], loca: tables["loca"], hmtx: tables["hmtx"],
		unitsPerEm: float64(word(tables["head"][18:])), longLoca: word(tables["head"][50:]) == 1,
		metrics: int(word(tables["hhea"][34:])), glyphs: int(word(tables["maxp"][4:]))}
	all := tables["cmap"]
	for i := range int(word(all[2:])) {
		at := binary.BigEndian.Uint32(all[4+8*i+4:])
		if word(all[at:]) == 4 {
			f.cmap = all[at:]
			return f, nil
		}
	}
	return nil, errFont
}

// glyph returns the number of a letter's drawing; 0 is the box for letters
// that the font lacks.
func (f *face) glyph(r rune) int {
	if r > 0xFFFF {
		return 0
	}
	pairs := int(word(f.cmap[6:])) // bytes: two for each segment
	ends, starts := f.cmap[14:], f.cmap[16+pairs:]
	deltas, ranges := f.cmap[16+2*pairs:], f.cmap[16+3*pairs:]
	for i := 0; i < pairs; i += 2 {
		if int(word(ends[i:])) < int(r) {
			continue
		}
		first := int(word(starts[i:]))
		if int(r) < first {
			return 0
		}
		offset := int(word(ranges[i:]))
		if offset == 0 {
			return (int(r) + int(word(deltas[i:]))) & 0xFFFF
		}
		found := int(word(ranges[i+offset+2*(int(r)-first):]))
		if found == 0 {
			return 0
		}
		return (found + int(word(deltas[i:]))) & 0xFFFF
	}
	return 0
}

// advance returns how far the pen goes on after a glyph, in units of the font.
func (f *face) advance(glyph int) float64 { return float64(word(f.hmtx[4*min(glyph, f.metrics-1):])) }

// outline returns the description of a glyph, empty for a space.
func (f *face) outline(glyph int) []byte {
	if glyph >= f.glyphs {
		return nil
	}
	if f.longLoca {
		return f.glyf[binary.BigEndian.Uint32(f.loca[4*glyph:]):binary.BigEndian.Uint32(f.loca[4*glyph+4:])]
	}
	return f.glyf[2*int(word(f.loca[2*glyph:])) : 2*int(word(f.loca[2*glyph+2:]))]
}

// width returns how wide words are at a size in pixels.
func (f *face) width(words string, size float64) float64 {
	sum := 0.0
	for _, r := range words {
		sum += f.advance(f.glyph(r))
	}
	return sum * size / f.unitsPerEm
}
