package notice

import (
	"regexp"
	"strings"
)

// line is a printed line: its place without the spaces around it, and its
// folded words.
type line struct {
	span
	f     string
	first bool // stands after an empty line, or is the first
}

// lines cuts the text into lines, leaving out empty ones, rules, page numbers
// and footnotes.
func lines(text string) []line {
	var out []line
	gap, listing := true, false
	for from := 0; from <= len(text); {
		to := from + strings.IndexByte(text[from:], '\n')
		if to < from {
			to = len(text)
		}
		l := trim(text, span{from, to})
		from = to + 1
		if l.from == l.to {
			gap = true
			continue
		}
		f := viewOf(text, l).s
		listing = (listing || numberHead.MatchString(f)) && !listEnds.MatchString(f)
		if isNoise(f) && !(listing && rowNumber.MatchString(f)) {
			continue
		}
		out = append(out, line{l, f, gap})
		gap = false
	}
	return out
}

// trim leaves out the spaces and emphasis marks around a piece of text.
func trim(text string, s span) span {
	const around = " \t\r\n\u00a0\u200b\ufeff\f\v"
	for s.from < s.to {
		t := strings.TrimLeft(text[s.from:s.to], around)
		if strings.HasPrefix(t, "**") || strings.HasPrefix(t, "__") {
			t = t[2:]
		}
		if len(t) == s.to-s.from {
			break
		}
		s.from = s.to - len(t)
	}
	for s.from < s.to {
		t := strings.TrimRight(text[s.from:s.to], around)
		t = strings.TrimSuffix(strings.TrimSuffix(t, "**"), "__")
		if len(t) == s.to-s.from {
			break
		}
		s.to = s.from + len(t)
	}
	return s
}

var (
	pageNumber = regexp.MustCompile(`^(-+ ?)?(trang |page )?\d{1,3}( ?/ ?\d{1,3})?( ?-+)?$`)
	rule       = regexp.MustCompile(`^[-_=*~.|+ ]+$`)
	footnote   = regexp.MustCompile(`^\(?\[?\d{1,2}\]?\)? ?(theo|can cu|xem|nghi quyet|quyet dinh|thong tu|luat|nghi dinh|chi thi|ke hoach|cong van|thong bao|van ban|bao cao|to trinh)( tinh than| so| dinh| quy dinh| cac| khoan| dieu| noi dung)`)
)

// isNoise reports whether a line is no part of what is said.
func isNoise(f string) bool {
	return f == "" || pageNumber.MatchString(f) || rule.MatchString(f) || footnote.MatchString(f)
}
