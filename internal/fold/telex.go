package fold

import (
	"slices"
	"strings"
)

// Untyped returns the Vietnamese word whose keys stand in s because the
// keyboard did not put them together: "coong" is "công", "ma1y" is "máy", by
// the ways of typing Telex and VNI. It is false for what is a word as it
// stands, with or without marks, and for what makes none.
func Untyped(s string) (word string, ok bool) {
	if len(s) < 3 || len(s) > 10 || !isASCII(s) || slices.Contains(foreign, s) || IsSyllable(s) {
		return "", false
	}
	var k keys
	for i := range len(s) {
		digit := s[i] >= '0' && s[i] <= '9'
		if digit && i == len(s)-1 && len(s) < 4 {
			return "", false // "ca3" is the third shift
		}
		if !k.press(rune(s[i])) {
			return "", false
		}
	}
	if !IsSyllable(Fold(string(k.letters))) {
		return "", false
	}
	return Exact(k.toned()), true
}

// foreign are words of factories that would read as keys.
var foreign = []string{"test", "box", "bus", "gas", "max", "car", "bar", "fax", "tax", "mix", "fix", "for", "app", "order", "pass"}

// keys are what has been typed of one word.
type keys struct {
	letters []rune
	tone    int // as in tones; 0 is level
}

// hats and horns are what a key makes of the vowel before it.
var (
	hats   = map[rune]rune{'a': 'â', 'e': 'ê', 'o': 'ô'}
	horns  = map[rune]rune{'u': 'ư', 'o': 'ơ'}
	breves = map[rune]rune{'a': 'ă'}
)

// toneKeys are the keys of tones in the order of tones: grave, acute, hook,
// tilde, dot below; by Telex and by VNI.
const (
	telexTones = "fsrxj"
	vniTones   = "21345"
)

// press takes the next key; false when no word has it there.
func (k *keys) press(key rune) bool {
	vowelled := slices.ContainsFunc(k.letters, isVowel)
	if tone := strings.IndexRune(telexTones, key); tone >= 0 && vowelled {
		k.tone = tone + 1
		return true
	}
	if tone := strings.IndexRune(vniTones, key); tone >= 0 {
		k.tone = tone + 1
		return vowelled
	}
	switch {
	case key == '6':
		return k.turn(hats)
	case key == '7', key == 'w' && k.has(horns):
		return k.horn()
	case key == '8', key == 'w' && k.has(breves):
		return k.turn(breves)
	case key == '9', key == 'd' && len(k.letters) > 0 && k.letters[0] == 'd':
		return k.cross()
	case key == 'w':
		key = 'ư'
	case hats[key] != 0 && slices.Contains(k.letters, key) && k.lastVowelled(key):
		return k.turn(map[rune]rune{key: hats[key]})
	case key < 'a' || key > 'z':
		return false
	}
	k.letters = append(k.letters, key)
	return true
}

// lastVowelled reports whether the last vowel is this one: "nhana" is "nhân",
// "hoao" is not.
func (k *keys) lastVowelled(vowel rune) bool {
	for _, letter := range slices.Backward(k.letters) {
		if isVowel(letter) {
			return letter == vowel
		}
	}
	return false
}

func (k *keys) has(marks map[rune]rune) bool {
	return slices.ContainsFunc(k.letters, func(r rune) bool { return marks[r] != 0 })
}

// turn puts a mark on the last vowel that takes it.
func (k *keys) turn(marks map[rune]rune) bool {
	for i, letter := range slices.Backward(k.letters) {
		if marks[letter] != 0 {
			k.letters[i] = marks[letter]
			return true
		}
	}
	return false
}

// horn puts it on u and o; on both where they stand together.
func (k *keys) horn() bool {
	if !k.turn(horns) {
		return false
	}
	at := strings.Index(string(k.letters), "uơ")
	if at >= 0 && !strings.HasPrefix(string(k.letters), "qu") {
		k.letters[len([]rune(string(k.letters)[:at]))] = 'ư'
	}
	return true
}

// cross makes the first d a đ.
func (k *keys) cross() bool {
	if len(k.letters) == 0 || k.letters[0] != 'd' {
		return false
	}
	k.letters[0] = 'đ'
	return true
}

// toned returns the word with its tone where it belongs.
func (k *keys) toned() string {
	at := k.toneAt()
	if k.tone == 0 || at < 0 {
		return string(k.letters)
	}
	toned := slices.Clone(k.letters)
	toned[at] = marked[string(toned[at])][k.tone]
	return string(toned)
}

// toneAt returns which letter carries the tone: the last with a mark of its
// own, else the one before the end of the vowels; where a consonant follows,
// the last of them.
func (k *keys) toneAt() int {
	first, last := k.vowels()
	for i := last; i >= first && first >= 0; i-- {
		if !strings.ContainsRune("aeiouy", k.letters[i]) {
			return i
		}
	}
	if last > first && last == len(k.letters)-1 {
		return last - 1
	}
	return last
}

// vowels returns the first and the last vowel of the rime: the u of "qu" and
// the i of "gia" belong to the consonant.
func (k *keys) vowels() (first, last int) {
	first = slices.IndexFunc(k.letters, isVowel)
	if first < 0 {
		return -1, -1
	}
	for last = first; last+1 < len(k.letters) && isVowel(k.letters[last+1]); last++ {
	}
	lead := string(k.letters[:first+1])
	if last > first && (lead == "qu" || lead == "gi") {
		first++
	}
	return first, last
}

// marked gives each vowel, with its own mark, in its tones.
var marked = map[string][6]rune{
	"a": {'a', 'à', 'á', 'ả', 'ã', 'ạ'}, "ă": {'ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'}, "â": {'â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'},
	"e": {'e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'}, "ê": {'ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'}, "i": {'i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'},
	"o": {'o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'}, "ô": {'ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'}, "ơ": {'ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'},
	"u": {'u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'}, "ư": {'ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'}, "y": {'y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'},
}

func isVowel(r rune) bool { return marked[string(r)] != [6]rune{} }
