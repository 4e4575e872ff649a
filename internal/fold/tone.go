package fold

import "unicode"

// tones lists the vowels on which a tone can be misplaced, each with its six
// tones in one order: level, grave, acute, hook, tilde, dot below.
var tones = [...][6]rune{
	{'a', 'à', 'á', 'ả', 'ã', 'ạ'},
	{'e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'},
	{'o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'},
	{'u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'},
	{'y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'},
}

// placeTones moves the tone of oa, oe and uy to the vowel where the
// traditional placement has it: on the first where the pair ends the word
// (hòa, khỏe, thúy), on the second where a letter follows (hoàn, khuỷu). A u
// after q is part of the consonant, so quý stays.
func placeTones(s string) string {
	rs := []rune(s)
	moved := false
	for i := 0; i+1 < len(rs); i++ {
		if placePair(rs, i) {
			moved = true
		}
	}
	if !moved {
		return s
	}
	return string(rs)
}

// placePair puts the tone of the pair at i in its place and reports whether
// it moved. Pairs with no tone, or with one on each vowel, are left alone.
func placePair(rs []rune, i int) bool {
	first, tone1 := splitTone(rs[i])
	second, tone2 := splitTone(rs[i+1])
	if !isPair(first, second) || (tone1 == 0) == (tone2 == 0) {
		return false
	}
	if first == 'u' && i > 0 && rs[i-1] == 'q' {
		return false
	}
	tone, onFirst := tone1+tone2, !followed(rs, i+2)
	if onFirst == (tone1 != 0) {
		return false
	}
	rs[i], rs[i+1] = joinTone(first, 0), joinTone(second, tone)
	if onFirst {
		rs[i], rs[i+1] = joinTone(first, tone), joinTone(second, 0)
	}
	return true
}

// isPair reports whether the tone of the two vowels is written either way.
func isPair(first, second rune) bool {
	return first == 'o' && (second == 'a' || second == 'e') || first == 'u' && second == 'y'
}

// followed reports whether the word goes on at i.
func followed(rs []rune, i int) bool { return i < len(rs) && unicode.IsLetter(rs[i]) }

// splitTone returns the vowel under the tone and the tone, 0 for level. Any
// other letter comes back as it is.
func splitTone(r rune) (vowel rune, tone int) {
	if r < 'à' {
		return r, 0
	}
	for _, row := range tones {
		for tone, toned := range row {
			if toned == r {
				return row[0], tone
			}
		}
	}
	return r, 0
}

// joinTone returns the vowel with the tone.
func joinTone(vowel rune, tone int) rune {
	for _, row := range tones {
		if row[0] == vowel {
			return row[tone]
		}
	}
	return vowel
}
