package notice

import "strings"

// token is a word or a sign of a view.
type token struct {
	f    string // folded
	raw  string // lower case with its marks
	a, b int    // place in the view
	cap  bool   // begins with a capital
	mark bool   // a sign, not a word
	bare bool   // the text around it has lost its marks
	br   byte   // line breaks before it
}

// tokens cuts the view into words and signs.
func (v *view) tokens() []token {
	var out []token
	bare := v.bare()
	for i := 0; i < len(v.s); {
		if v.s[i] == ' ' {
			i++
			continue
		}
		j := i + 1
		word := isWord(v.s[i])
		for word && j < len(v.s) && (isWord(v.s[j]) || v.s[j] == '\'' && j+1 < len(v.s) && isWord(v.s[j+1])) {
			j++
		}
		t := token{f: v.s[i:j], a: i, b: j, mark: !word, bare: bare, cap: word && v.upper(i)}
		t.raw = strings.ToLower(v.src[v.at[i]:v.end(j)])
		if i > 0 {
			t.br = v.br[i-1]
		}
		out = append(out, t)
		i = j
	}
	return out
}

// bare reports whether the view has no letter with marks.
func (v *view) bare() bool {
	for i, c := range []byte(v.s) {
		if c >= 'a' && c <= 'z' && v.src[v.at[i]] >= 0x80 {
			return false
		}
	}
	return true
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '?'
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
