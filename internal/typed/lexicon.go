package typed

import (
	"slices"
	"strings"

	"cauviec/internal/fold"
)

// Lexicon finds the code that words stand for, with or without marks.
type Lexicon struct {
	exact   map[string]string // folded words: code; "" where several codes have them
	entries []entry
}

type entry struct{ folded, code string }

// Add teaches words of a code.
func (l *Lexicon) Add(code string, words ...string) {
	if l.exact == nil {
		l.exact = map[string]string{}
	}
	for _, w := range words {
		folded := fold.Fold(w)
		if folded == "" {
			continue
		}
		if other, known := l.exact[folded]; known && other != code {
			l.exact[folded] = ""
			continue
		}
		l.exact[folded] = code
		l.entries = append(l.entries, entry{folded, code})
	}
}

// Find returns the code of words: those of one entry, or several words that
// are part of the entries of one code only.
func (l *Lexicon) Find(words string) (code string, ok bool) {
	folded := fold.Fold(words)
	if code, ok = l.exact[folded]; ok {
		return code, code != ""
	}
	if !strings.Contains(folded, " ") {
		return "", false
	}
	if near := l.Near(words, 2); len(near) == 1 {
		return near[0], true
	}
	return "", false
}

// Near returns up to most codes whose words hold all of words as they stand,
// or, when none does, each of them somewhere.
func (l *Lexicon) Near(words string, most int) []string {
	folded := " " + fold.Fold(words) + " "
	if folded == "  " {
		return nil
	}
	near := l.holding(most, func(known string) bool { return strings.Contains(known, folded) })
	if len(near) > 0 {
		return near
	}
	parts := strings.Fields(folded)
	return l.holding(most, func(known string) bool {
		return !slices.ContainsFunc(parts, func(part string) bool { return !strings.Contains(known, " "+part+" ") })
	})
}

func (l *Lexicon) holding(most int, holds func(known string) bool) []string {
	var codes []string
	for _, e := range l.entries {
		if !slices.Contains(codes, e.code) && holds(" "+e.folded+" ") {
			codes = append(codes, e.code)
		}
		if len(codes) == most {
			break
		}
	}
	return codes
}

// FindAll returns the codes of a list typed into one cell, parted by ; or new
// lines, or by commas, "và", + and / where they are not part of an entry. What
// stands for nothing is returned as it was typed.
func (l *Lexicon) FindAll(words string) (codes, unknown []string) {
	for _, piece := range Pieces(words) {
		if code, ok := l.Find(piece); ok {
			codes = append(codes, code)
			continue
		}
		found, lost := l.joined(smaller(piece))
		codes, unknown = append(codes, found...), append(unknown, lost...)
	}
	return codes, unknown
}

// joined finds the longest runs of pieces that are entries.
func (l *Lexicon) joined(pieces []string) (codes, unknown []string) {
	for len(pieces) > 0 {
		n := len(pieces)
		for ; n > 0; n-- {
			if code, ok := l.Find(strings.Join(pieces[:n], " ")); ok {
				codes = append(codes, code)
				break
			}
		}
		if n == 0 {
			unknown, n = append(unknown, pieces[0]), 1
		}
		pieces = pieces[n:]
	}
	return codes, unknown
}

// Pieces parts a cell at semicolons, new lines and bullets.
func Pieces(words string) []string {
	return parted(Tidy(words), func(r rune) bool { return strings.ContainsRune(";\n\r•|", r) })
}

func smaller(words string) []string {
	for _, and := range []string{" và ", " Và ", " va "} {
		words = strings.ReplaceAll(words, and, ",")
	}
	return parted(words, func(r rune) bool { return strings.ContainsRune(",+/&", r) })
}

func parted(words string, at func(rune) bool) []string {
	var pieces []string
	for _, piece := range strings.FieldsFunc(words, at) {
		piece = strings.Trim(strings.TrimSpace(piece), "-– ")
		if fold.Fold(piece) != "" {
			pieces = append(pieces, piece)
		}
	}
	return pieces
}
