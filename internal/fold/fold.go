// Package fold brings Vietnamese text into forms that compare equal when a
// reader would call them the same: with or without marks, đ or d, hoà or hòa,
// composed or decomposed. Search and the matching of names use it on both
// sides, what is stored and what is asked, so it runs once, in Go, and never
// depends on the collation of a database.
//
// Three forms, from strict to loose: [NFC] keeps the text and only composes
// it; [Exact] lowers it, keeps the marks and settles where the tone stands;
// [Fold] drops the marks too. Every function is pure and takes any string,
// valid UTF-8 or not. Beside them, [Expand] knows abbreviations and [Untyped] the
// keys of Telex and VNI that nobody put together.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// NFC returns s composed, the form in which all text is stored.
func NFC(s string) string { return norm.NFC.String(s) }

// Tidy returns words as they are stored: composed, without blanks around them.
func Tidy(s string) string { return strings.TrimSpace(NFC(s)) }

// Fold returns s in lower case without marks, đ as d, every run of what is
// neither letter nor digit as one space, trimmed. Fold(Exact(s)) is Fold(s).
func Fold(s string) string {
	if folded, ok := ofAlphabet(s, true); ok {
		return folded
	}
	return foldAny(s)
}

// foldAny folds text of any letters.
func foldAny(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(lower(s)) {
		if !unicode.Is(unicode.M, r) {
			b.WriteRune(plain(r))
		}
	}
	return words(norm.NFC.String(b.String()))
}

// Exact returns s in lower case with its marks, the tone in its canonical
// place (hoà and hòa are one, quí and quý two), every run of what is neither
// letter nor digit as one space, trimmed. A query typed with marks prefers
// texts that are Exact-equal to those that are only Fold-equal.
func Exact(s string) string {
	if lowered, ok := ofAlphabet(s, false); ok {
		return placeTones(lowered)
	}
	return exactAny(s)
}

// exactAny is Exact of text of any letters.
func exactAny(s string) string {
	return placeTones(words(norm.NFKC.String(lower(s))))
}

// HasMarks reports whether s was typed with marks: any letter with a
// diacritic, or đ.
func HasMarks(s string) bool {
	if isASCII(s) {
		return false
	}
	for _, r := range norm.NFD.String(s) {
		if unicode.Is(unicode.Mn, r) || isD(r) {
			return true
		}
	}
	return false
}

// lower returns s compatibly composed and in lower case, with the letters
// that are often typed for đ (eth, African d) made đ.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		r = unicode.ToLower(r)
		if isD(r) {
			return 'đ'
		}
		return r
	}, norm.NFKC.String(s))
}

// isD reports whether r is đ in either case or a letter that looks like it:
// old Vietnamese fonts and keyboards wrote eth (Ð) for Đ.
func isD(r rune) bool {
	switch r {
	case 'đ', 'Đ', 'ð', 'Ð', 'ɖ', 'Ɖ':
		return true
	}
	return false
}

// plain returns r with đ as d.
func plain(r rune) rune {
	if isD(r) {
		return 'd'
	}
	return unicode.ToLower(r)
}

// words returns the letters and digits of s in lower case, with one space
// between runs of them. A mark belongs to the letter before it.
func words(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := true
	for _, r := range s {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case !gap && unicode.Is(unicode.M, r):
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	return b.String()
}

// isASCII reports whether s has no byte above 127.
func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
