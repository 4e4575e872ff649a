package coach

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"cauviec/internal/clock"
	"cauviec/internal/fold"
)

// speech is a text taken apart: words, numbers and the signs that matter, each
// between single spaces, lower case, tones in their place. Rules match on line;
// parts lead from there back to the text.
type speech struct {
	field string
	year  int    // in which it is said
	words string // as typed
	line  string
	parts []part
	may   []bool // by number, the groups of needs that have a word in the line
}

// part is one word, number or sign: where it stands in line and in the text.
type part struct {
	at       int // in line, of its first byte
	width    int // in line, in bytes: what is typed short may be several words
	from, to int // in the text
	sentence int // the how manieth it belongs to
}

// bound is what parts a piece of what is said from the next.
type bound string

// The bounds: a sentence ends with its end, a clause at a comma or bracket too.
const (
	sentence bound = "."
	clause   bound = ".,"
)

// listen takes a text apart. Any bytes will do.
func listen(t Text, today clock.Day) speech {
	s := speech{field: t.Field, words: t.Words}
	s.year, _, _ = today.Date()
	var line strings.Builder
	line.WriteByte(' ')
	sentences := 0
	last := string(sentence)
	for at := 0; at < len(t.Words); {
		size, said := next(t.Words[at:])
		said = s.meant(said, last, at)
		if said != "" {
			s.parts = append(s.parts, part{at: line.Len(), width: len(said), from: at, to: at + size, sentence: sentences})
			line.WriteString(said + " ")
			last = said
			if said == string(sentence) {
				sentences++
			}
		}
		at += size
	}
	s.line = line.String()
	s.may = candidates(s.line)
	return s
}

// meant is what stands in the line for a part at a byte of the text, which
// depends on the last before it: a k is "nghìn" behind a number, and a line
// that breaks off has no end.
func (s speech) meant(said, last string, at int) string {
	switch {
	case s.afterNumber(at) && behindNumber(said, last) != "":
		return behindNumber(said, last)
	case said == string(sentence) && s.words[at] == '\n' && unfinished.MatchString(last):
		return ""
	case short[said] != "":
		return short[said]
	}
	return said
}

// unfinished are the last words and signs of a line that goes on in the next: a
// label, a list, or a word that nothing ends with.
var unfinished = regexp.MustCompile(loosen(`^(?::|,|-|/|không|chỉ|tuyển|nhận|tiên|cầu|từ|đến|dưới|trên|quá|và|hoặc|đặt|đóng|nộp|thu|giữ|phải)$`))

// afterNumber reports whether a number stands right before a byte of the text.
func (s speech) afterNumber(at int) bool {
	return len(s.parts) > 0 && s.parts[len(s.parts)-1].to == at && at > 0 && isDigit(s.words[at-1])
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// number is an amount with its separators: 5.310.000, 0,5, 18.
var number = regexp.MustCompile(`^[0-9]{1,15}(?:[.,][0-9]{1,15})*`)

// thousands is an amount written in groups of three.
var thousands = regexp.MustCompile(`^[0-9]{1,3}(?:[.,][0-9]{3})+$`)

// together is what stands between thousands.
var together = strings.NewReplacer(".", "", ",", "")

// next returns how many bytes the next part takes and what stands for it in the
// line; nothing for blanks and signs of no matter.
func next(words string) (size int, said string) {
	if isDigit(words[0]) {
		n := number.FindString(words)
		return len(n), plainNumber(n)
	}
	r, width := utf8.DecodeRuneInString(words)
	if isLetter(r) {
		return word(words)
	}
	return width, sign(r)
}

func plainNumber(n string) string {
	if thousands.MatchString(n) {
		return together.Replace(n)
	}
	return strings.Replace(n, ",", ".", 1)
}

func isLetter(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.Is(unicode.M, r))
}

// spelled is a word with signs between its letters: c.ọ.c.
var spelled = regexp.MustCompile(`^(?:\pL\pM*[.*_-])+\pL\pM*`)

// word returns a word as long as it goes on: signs that nobody sees, such as a
// joiner, do not end it.
func word(words string) (size int, said string) {
	letters := 0
	for at, r := range words {
		if isLetter(r) {
			size = at + utf8.RuneLen(r)
			letters++
		} else if r < utf8.RuneSelf || !unicode.Is(unicode.Cf, r) {
			break
		}
	}
	if letters <= longestLetter && size < len(words) && strings.IndexByte(".*_-", words[size]) >= 0 {
		size = max(size, len(apart(words)))
	}
	return size, strings.ReplaceAll(fold.Exact(words[:size]), " ", "")
}

// longestLetter is how many runes one letter takes with all its marks.
const longestLetter = 3

// apart is the spelled word that words begin with, or nothing.
func apart(words string) string {
	found := spelled.FindString(words)
	if r, _ := utf8.DecodeRuneInString(words[len(found):]); isLetter(r) {
		return ""
	}
	return found
}

// sign returns what stands for a sign.
func sign(r rune) string {
	switch r {
	case '.', '!', '?', ';', '\n', '•', '●', '✓', '✔', '✅', '☑':
		return "."
	case '❌', '🚫', '⛔':
		return "không nhận"
	case ',', '(', ')', '[', ']':
		return ","
	case '-', '–', '—', '~', '→', '÷':
		return "-"
	case '/', '|':
		return "/"
	case '+', '%', ':', '<', '>', '≥', '≤':
		return string(r)
	}
	return ""
}

// match is a piece of a speech, from part first to part last, both included.
type match struct {
	first, last int
	groups      []string // what the pattern's groups said
}

// find returns the matches of a pattern that begin and end with parts.
func (s speech) find(p *regexp.Regexp) []match {
	var all []match
	for from := 0; from < len(s.line); {
		found := p.FindStringSubmatchIndex(s.line[from:])
		if found == nil {
			return all
		}
		begin, end := from+found[0]+1, from+found[1]-1 // without the blanks around it
		if m, ok := s.between(begin, end); ok {
			for g := 2; g+1 < len(found); g += 2 {
				if found[g] >= 0 {
					m.groups = append(m.groups, s.line[from+found[g]:from+found[g+1]])
				}
			}
			all = append(all, m)
		}
		from = max(end, from+1)
	}
	return all
}

// between returns the parts from one byte of the line to another.
func (s speech) between(begin, end int) (match, bool) {
	m := match{first: -1}
	for i, p := range s.parts {
		if p.at+p.width > begin && p.at < end {
			if m.first < 0 {
				m.first = i
			}
			m.last = i
		}
	}
	return m, m.first >= 0
}

// at returns the bytes of the text that a match covers.
func (s speech) at(m match) (from, to int) { return s.parts[m.first].from, s.parts[m.last].to }

// before and after are the line up to a match and behind it, within its piece.
func (s speech) before(m match, b bound) string {
	first := m.first
	for first > 0 && !s.ends(first-1, b) {
		first--
	}
	return s.line[s.parts[first].at-1 : s.parts[m.first].at]
}

func (s speech) after(m match, b bound) string {
	last := m.last
	for last < len(s.parts)-1 && !s.ends(last+1, b) {
		last++
	}
	return s.line[s.parts[m.last].at+s.width(m.last) : s.parts[last].at+s.width(last)+1]
}

// around is the piece of the line with the match in it.
func (s speech) around(m match, b bound) string {
	return s.before(m, b) + s.own(m) + s.after(m, b)
}

// width is how many bytes of the line a part takes.
func (s speech) width(i int) int { return s.parts[i].width }

// own is the line of the match alone.
func (s speech) own(m match) string {
	return s.line[s.parts[m.first].at : s.parts[m.last].at+s.width(m.last)]
}

// passage is the sentence of the text with the match in it.
func (s speech) passage(m match) string {
	first, last := m.first, m.last
	for first > 0 && !s.ends(first-1, sentence) {
		first--
	}
	for last < len(s.parts)-1 && !s.ends(last+1, sentence) {
		last++
	}
	return s.words[s.parts[first].from:s.parts[last].to]
}

// ends reports whether a part is a sign that ends a piece.
func (s speech) ends(i int, b bound) bool {
	return s.width(i) == 1 && strings.IndexByte(string(b), s.line[s.parts[i].at]) >= 0
}
