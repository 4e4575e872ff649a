package fold

import "unicode"

// alphabet has every letter of Vietnamese that is not of ASCII, composed and in
// lower case, behind the letter that it folds to.
const alphabet = "aàáảãạăằắẳẵặâầấẩẫậ eèéẻẽẹêềếểễệ iìíỉĩị oòóỏõọôồốổỗộơờớởỡợ uùúủũụưừứửữự yỳýỷỹỵ dđ"

// letter is a letter of the alphabet in lower case, and folded.
type letter struct{ lower, plain rune }

// lettersFrom and lettersTo bound the codes of the alphabet.
const lettersFrom, lettersTo = 0xC0, 0x1EFA

// letters is the alphabet by code. Nearly all text is of it and of ASCII, so
// that what Unicode has beside it need not be looked up.
var letters = func() (table [lettersTo - lettersFrom]letter) {
	var plain rune
	for _, r := range alphabet {
		if r < 0x80 {
			plain = r
			continue
		}
		table[r-lettersFrom] = letter{lower: r, plain: plain}
		table[unicode.ToUpper(r)-lettersFrom] = letter{lower: r, plain: plain}
	}
	return table
}()

// ofAlphabet returns what a text of the alphabet, ASCII and plain punctuation
// is in lower case or folded, as words; false for any other text.
func ofAlphabet(s string, folded bool) (string, bool) {
	out := make([]byte, 0, len(s))
	gap := true
	for _, r := range s {
		switch {
		case r >= lettersFrom && r < lettersTo && letters[r-lettersFrom].lower != 0:
			if l := letters[r-lettersFrom]; folded {
				r = l.plain
			} else {
				r = l.lower
			}
		case r >= 0x80:
			return "", false
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case (r < 'a' || r > 'z') && (r < '0' || r > '9'):
			gap = true
			continue
		}
		if gap && len(out) > 0 {
			out = append(out, ' ')
		}
		gap = false
		out = appendRune(out, r)
	}
	return string(out), true
}

func appendRune(out []byte, r rune) []byte {
	if r < 0x80 {
		return append(out, byte(r))
	}
	return append(out, string(r)...)
}
