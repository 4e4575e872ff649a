package search

import "strings"

// sounds are beginnings of syllables that many people of the north speak alike
// and so write one for the other, and beginnings that differ in spelling only:
// "nắp giáp ninh kiện", "kí túc sá".
var sounds = []struct{ written, heard string }{
	{"ngh", "ng"}, {"gh", "g"}, {"gi", "d"}, {"tr", "ch"}, {"th", "th"}, {"kh", "kh"}, {"ph", "ph"}, {"nh", "nh"}, {"ng", "ng"},
	{"r", "d"}, {"n", "l"}, {"x", "s"}, {"k", "c"},
}

// heard returns how a syllable sounds to those who do not tell these beginnings
// apart.
func heard(word string) string {
	for _, s := range sounds {
		if rest, ok := strings.CutPrefix(word, s.written); ok && rest != "" {
			word = s.heard + rest
			break
		}
	}
	letters := []rune(word)
	if last := len(letters) - 1; last > 0 && oneI[letters[last]] != 0 && strings.ContainsRune("bcdghklmnpqrstvx", letters[last-1]) {
		letters[last] = oneI[letters[last]]
	}
	return string(letters)
}

// oneI gives i for y, in all tones: behind a consonant they sound alike.
var oneI = map[rune]rune{'y': 'i', 'ỳ': 'ì', 'ý': 'í', 'ỷ': 'ỉ', 'ỹ': 'ĩ', 'ỵ': 'ị'}

func heardAll(words []string) []string {
	all := make([]string, len(words))
	for i, word := range words {
		all[i] = heard(word)
	}
	return all
}

// byEar writes phrases of several words as they are written where they only
// sound so.
func (l *lexicon) byEar(words []string) []string {
	folded := foldAll(words)
	sounds := heardAll(folded)
	var all []string
	for i := 0; i < len(words); {
		n, written := l.heardAt(words, folded, sounds, i)
		if written == nil {
			written = words[i : i+n]
		}
		all = append(all, written...)
		i += n
	}
	return all
}

// heardAt returns how many words from the i-th are a phrase and, where it only
// sounds so, how it is written.
func (l *lexicon) heardAt(words, folded, sounds []string, i int) (n int, written []string) {
	if i+1 == len(words) {
		return 1, nil
	}
	for n := min(l.begun[sounds[i]+" "+sounds[i+1]], len(words)-i); n > 1; n-- {
		said := l.heard[strings.Join(sounds[i:i+n], " ")]
		switch {
		case said == nil:
		case l.phrases[strings.Join(folded[i:i+n], " ")] != nil:
			return n, nil
		case alike(said, words[i:i+n], folded[i:i+n]):
			return n, said
		}
	}
	return 1, nil
}

// alike reports whether the words that were typed with marks have those of the
// phrase behind their beginnings.
func alike(phrase, words, folded []string) bool {
	for i, word := range words {
		if word != folded[i] && heard(word) != heard(phrase[i]) {
			return false
		}
	}
	return true
}
