package notice

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// style is the manner in which a clause is labelled.
type style int

const (
	stylePart    style = iota // Phần I, Chương II
	styleLetter               // A.
	styleRoman                // I.
	styleArticle              // Điều 1.
	styleNumber               // 1.  2.1.  2.1.3
	styleParen                // 1)
	styleAlpha                // a)
	styleDash                 // -
	stylePlus                 // +
	styleStar                 // * •
	styleBracket              // (1) (a)
)

// label is a clause's label as read from the beginning of a line.
type label struct {
	style style
	path  string // what it adds to the path: "2", "a", "-"
	nums  []int  // the numbers of 2.1.3
	order int    // its place among its siblings, 0 for a dash
	roman bool   // the first of the numbers was Roman
	width int    // bytes of the folded line that it takes
}

var labelForms = []struct {
	style style
	form  *regexp.Regexp
}{
	{stylePart, regexp.MustCompile(`^(?:phan(?: thu)?|chuong|muc) ([ivxl]{1,5}|\d{1,2}|nhat|hai|ba|bon|nam)(?:[.:)] ?| |$)`)},
	{styleArticle, regexp.MustCompile(`^dieu ([\dlio]{1,2})(?:[.:)] ?| |$)`)},
	{styleParen, regexp.MustCompile(`^([\dl]{1,2}) ?\) ?`)},
	{styleNumber, regexp.MustCompile(`^((?:[ivx]{1,5}\.)?[\dlio]{1,2}(?: ?\. ?[\dlio]{1,2}){0,3})(?: ?[.:)] ?-? ?| ?- | ?/ ?| )`)},
	{styleRoman, regexp.MustCompile(`^([ivxl1]{1,5}) ?[./)-] ?`)},
	{styleLetter, regexp.MustCompile(`^([a-h]) ?[./] ?`)},
	{styleAlpha, regexp.MustCompile(`^([a-z]) ?[).] ?`)},
	{styleBracket, regexp.MustCompile(`^\((\d{1,2}|[a-z]|[ivx]{1,4})\) ?`)},
	{styleDash, regexp.MustCompile(`^(-) ?`)},
	{stylePlus, regexp.MustCompile(`^(\+) ?`)},
	{styleStar, regexp.MustCompile(`^([*?]) ?`)},
}

// labelOf reads the label of a line. A number without a sign after it ("5 xã")
// is none.
func labelOf(text string, l line) (label, bool) {
	capital := viewOf(text, l.span).upper(0)
	for _, form := range labelForms {
		m := form.form.FindStringSubmatch(l.f)
		if m == nil || len(m[0]) >= len(l.f) && form.style > styleNumber {
			continue
		}
		lb := label{style: form.style, path: m[1], width: len(m[0])}
		if r, _ := utf8.DecodeRuneInString(text[l.from:]); lb.path == "d" && (r == 'đ' || r == 'Đ') {
			lb.path = "đ"
		}
		if lb.complete(l.f, capital) {
			return lb, true
		}
	}
	return label{}, false
}

// complete works out the label's number; it reports whether it is one.
func (lb *label) complete(f string, capital bool) bool {
	switch lb.style {
	case stylePart:
		lb.order = ordinal(lb.path)
		lb.path = strings.ToUpper(lb.path)
	case styleRoman:
		lb.path = strings.NewReplacer("l", "i", "1", "i").Replace(lb.path)
		lb.order = roman(lb.path)
		lb.path = strings.ToUpper(lb.path)
		return lb.order > 0 && capital
	case styleLetter:
		lb.order = letter(lb.path)
		lb.path = strings.ToUpper(lb.path)
		return capital
	case styleAlpha:
		lb.order = letter(lb.path)
		return !capital || lb.width > 1 && f[1] == ')'
	case styleNumber:
		return lb.numbers(f)
	case styleArticle, styleParen, styleBracket:
		lb.path = strings.TrimLeft(digitsOf(lb.path), "0")
		lb.order = ordinal(lb.path)
		lb.nums = []int{lb.order}
		return lb.path != ""
	}
	return true
}

// numbers works out the numbers of "2.1", also where scanning gave l for 1.
func (lb *label) numbers(f string) bool {
	parts := strings.FieldsFunc(lb.path, func(c rune) bool { return c == '.' || c == ' ' })
	if len(parts) > 1 && !strings.ContainsAny(parts[0], "0123456789lo") && roman(parts[0]) > 0 {
		parts[0] = strconv.Itoa(roman(parts[0]))
		lb.roman = true
	}
	for _, p := range parts {
		n, err := strconv.Atoi(digitsOf(p))
		if err != nil || n == 0 {
			return false
		}
		lb.nums = append(lb.nums, n)
	}
	signed := strings.ContainsAny(f[:lb.width], ".:/)-")
	if !strings.ContainsAny(f[:lb.width], "0123456789l") || !signed {
		return false
	}
	after := lb.width
	if after < len(f) && isDigit(f[after]) && f[after-1] != ' ' {
		return false
	}
	lb.order = lb.nums[len(lb.nums)-1]
	lb.path = strconv.Itoa(lb.order)
	return true
}

// digitsOf reads l and i as 1 and o as 0 where something else is a digit or
// the word is a lone l.
func digitsOf(s string) string {
	if strings.ContainsAny(s, "0123456789") || s == "l" {
		return strings.NewReplacer("l", "1", "i", "1", "o", "0").Replace(s)
	}
	return s
}

// ordinal reads a number, a Roman number, a letter or a word as a number.
func ordinal(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	for i, w := range []string{"nhat", "hai", "ba", "bon", "nam"} {
		if s == w {
			return i + 1
		}
	}
	if n := roman(s); n > 0 {
		return n
	}
	return letter(s)
}

// letter gives a letter's place in the alphabet that labels follow, where đ
// comes after d; 0 for what is no letter.
func letter(s string) int {
	const alphabet = "abcdđefghijklmnopqrstuvwxyz"
	at := strings.Index(alphabet, s)
	if at < 0 || utf8.RuneCountInString(s) != 1 {
		return 0
	}
	return utf8.RuneCountInString(alphabet[:at]) + 1
}

// roman reads a Roman number up to 39, 0 if s is none.
func roman(s string) int {
	n := 0
	for _, u := range []struct {
		s string
		n int
	}{{"x", 10}, {"ix", 9}, {"v", 5}, {"iv", 4}, {"i", 1}} {
		for k := 0; strings.HasPrefix(s, u.s) && k < 3; k++ {
			s, n = s[len(u.s):], n+u.n
		}
	}
	if s != "" {
		return 0
	}
	return n
}
