package notice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// span is a piece of a text: bytes from..to.
type span struct{ from, to int }

// view is a piece of text as the rules see it: lower case ASCII without marks,
// one byte for each letter, runs of space as one. It knows where in the source
// each of its bytes stands, so what a rule finds can be quoted exactly.
type view struct {
	src string
	s   string
	at  []int  // source offset of each byte of s, and the end
	br  []byte // line breaks that stood where s has a space: 0, 1, 2 or more
}

// viewOf makes a view of the given pieces of src, joined by a line break.
func viewOf(src string, pieces ...span) *view {
	v := &view{src: src}
	var b strings.Builder
	breaks, space := 0, false
	for n, p := range pieces {
		if n > 0 {
			breaks, space = breaks+1, true
		}
		for i := p.from; i < p.to; {
			r, size := utf8.DecodeRuneInString(src[i:p.to])
			c := foldRune(r)
			if c == ' ' || c == '\n' {
				space = true
				if c == '\n' {
					breaks++
				}
				i += size
				continue
			}
			if space && b.Len() > 0 {
				b.WriteByte(' ')
				v.at = append(v.at, i)
				v.br = append(v.br, byte(min(breaks, 2)))
			}
			space, breaks = false, 0
			b.WriteByte(c)
			v.at = append(v.at, i)
			v.br = append(v.br, 0)
			i += size
		}
	}
	v.s = b.String()
	v.close()
	return v
}

// close records where the last byte of the view ends in the source.
func (v *view) close() {
	end := 0
	if n := len(v.at); n > 0 {
		_, size := utf8.DecodeRuneInString(v.src[v.at[n-1]:])
		end = v.at[n-1] + size
	}
	v.at = append(v.at, end)
}

// end returns the source offset just after view position i-1.
func (v *view) end(i int) int {
	if i <= 0 {
		return v.at[0]
	}
	_, size := utf8.DecodeRuneInString(v.src[v.at[i-1]:])
	return v.at[i-1] + size
}

// words quotes the source from view position a to b, with line breaks and runs
// of space as one space.
func (v *view) words(a, b int) string {
	var out strings.Builder
	for i := a; i < b; i++ {
		if v.s[i] == ' ' {
			out.WriteByte(' ')
			continue
		}
		r, _ := utf8.DecodeRuneInString(v.src[v.at[i]:])
		out.WriteRune(r)
	}
	return strings.TrimSpace(out.String())
}

// upper reports whether the letter at view position i is a capital.
func (v *view) upper(i int) bool {
	r, _ := utf8.DecodeRuneInString(v.src[v.at[i]:])
	return unicode.IsUpper(r)
}

// foldString is the view of a whole short string.
func foldString(s string) string { return viewOf(s, span{0, len(s)}).s }

// plainSigns are the printed signs that stand for a plain one.
var plainSigns = map[rune]byte{
	'–': '-', '—': '-', '−': '-', '‐': '-', '‑': '-', '\u00ad': '-', '\uf02d': '-', '\uf0b7': '-', '\uf0d8': '-',
	'“': '"', '”': '"', '«': '"', '»': '"', '‘': '\'', '’': '\'',
	'•': '*', '·': '*', '▪': '*', '●': '*', '◦': '*', '…': '.', '│': '|', 'đ': 'd', 'Đ': 'd', 'ð': 'd', 'Ð': 'd',
}

// foldRune returns the plain lower case letter, digit or sign for r.
func foldRune(r rune) byte {
	switch {
	case r == '\n':
		return '\n'
	case 'A' <= r && r <= 'Z':
		return byte(r) + 'a' - 'A'
	case r > ' ' && r < utf8.RuneSelf:
		return byte(r)
	case r < utf8.RuneSelf || unicode.IsSpace(r):
		return ' '
	}
	if c, ok := plainSigns[r]; ok {
		return c
	}
	if base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r))); base < utf8.RuneSelf && base > ' ' {
		return foldRune(base)
	}
	return '?'
}
